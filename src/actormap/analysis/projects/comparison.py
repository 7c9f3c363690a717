"""Projects, or groups of them, compared: what they share, what only one has, and what is missing in what was read of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, ClassVar, TypedDict

from actormap.analysis.projects import money, state
from actormap.analysis.projects.compilation import FACTOR, INDICATOR, METHOD, PROBLEM, TARGET_GROUP, Compilation
from actormap.analysis.result import Result
from actormap.model.ordering import alphabetical
from actormap.model.records import Project

SHARED, UNIQUE, MISSING = "shared", "unique", "missing"
THEMES = {"methods": METHOD, "factors": FACTOR, "target_groups": TARGET_GROUP, "problems": PROBLEM, "reported": INDICATOR}
PARTS = ("figures", *THEMES, "partners", "results")
NO_PARTNERS = ("funds",)  # a fund that pays for all of them tells nothing apart


class ComparedRow(TypedDict):
    """A row of `ProjectComparison`."""

    section: str
    id: str
    name: str
    side: str
    presence: str | None
    projects: int
    of: int
    independent: int
    of_independent: int
    levels: dict[str, int]
    read_whole: int
    value: float | None
    states: dict[str, int]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: what it is called, and the ids of its projects."""

    label: str
    projects: tuple[str, ...]


@dataclass(frozen=True)
class ProjectComparison(Result[ComparedRow]):
    """What sides have in common and what not, a row for each thing and side, in the order of `PARTS`.

    `presence` is shared (this side has it and another too), unique (this side alone) or missing: another has it, and this one does not in
    what was read. Missing is not "no", for of most projects only a part of a page has been read: `read_whole` says of how many of the side
    that do not have it a whole document was. `projects` counts those that have it, of `of`; `independent` counts projects that are parts of
    one project once; `levels` says how many of which kind. Of `figures` the `value` is the median and `projects` how many it is the median
    of. Of `results` the `states` are how many projects stand where. `sides` are what is compared.
    """

    name: ClassVar[str] = "project_comparison"
    about: ClassVar[tuple[str, ...]] = ("section", "id", "side")
    header: ClassVar[tuple[str, ...]] = tuple(ComparedRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("section", "name", "side", "presence", "projects", "of", "independent", "levels", "value", "states")

    sides: tuple[Side, ...] = ()
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def figures(self) -> Mapping[str, Any]:
        """Return for each part how many things are shared by all sides, and how many only one side has, by its label."""
        return self.counts


def find(compilation: Compilation, sides: Sequence[Side], lang: str) -> ProjectComparison:
    """Return a comparison of some sides; one alone is told without anything to compare it with."""
    rows = [*_figures(compilation, sides)]
    for part, kind in THEMES.items():
        rows += _things(compilation, sides, part, lambda project, kind=kind: _themes(compilation, project, kind))  # type: ignore[misc]
    rows += _things(compilation, sides, "partners", lambda project: _partners(compilation, project))
    rows += _results(compilation, sides, lang)
    context = compilation.context(sides=[side.label for side in sides])
    return ProjectComparison(context, tuple(rows), sides=tuple(sides), counts=_counts(rows, sides))


def _counts(rows: Sequence[ComparedRow], sides: Sequence[Side]) -> Mapping[str, Mapping[str, int]]:
    told: dict[str, Mapping[str, int]] = {}
    for part in (*THEMES, "partners"):
        own = [row for row in rows if row["section"] == part]
        shared = {row["id"] for row in own} - {row["id"] for row in own if row["presence"] == MISSING}
        unique = {each.label: sum(row["presence"] == UNIQUE and row["side"] == each.label for row in own) for each in sides}
        told[part] = {SHARED: len(shared), **unique}
    return told


def others(compilation: Compilation, sides: Iterable[Side], label: str) -> Side:
    """Return all projects that stand on none of some sides, as a side of their own."""
    taken = {project for side in sides for project in side.projects}
    return Side(label, tuple(each.id for each in compilation.projects if each.id not in taken))


def _themes(compilation: Compilation, project: str, kind: str) -> dict[str, str]:
    return {name: theme.name for name, theme in compilation.themes_of(project, kind).items()}


def _partners(compilation: Compilation, project: str) -> dict[str, str]:
    return {actor.id: actor.name for actor, tie in compilation.partners.get(project, ()) if tie.type not in NO_PARTNERS}


def _things(compilation: Compilation, sides: Sequence[Side], part: str, of: Callable[[str], dict[str, str]]) -> Iterator[ComparedRow]:
    """Yield the rows of one part: what most sides have comes first, then by who has it and how many projects."""
    names: dict[str, str] = {}
    having: dict[str, dict[str, set[str]]] = {}
    for side in sides:
        for project in side.projects:
            for thing, name in of(project).items():
                names[thing] = name
                having.setdefault(thing, {}).setdefault(side.label, set()).add(project)

    def order(thing: str) -> tuple[int, list[int], int, str]:
        on = [place for place, side in enumerate(sides) if side.label in having[thing]]
        return -len(on), on, -sum(map(len, having[thing].values())), alphabetical(names[thing])

    for thing in sorted(names, key=order):
        for side in sides:
            with_it = having[thing].get(side.label, set())
            presence = MISSING if not with_it else UNIQUE if len(having[thing]) == 1 and len(sides) > 1 else SHARED
            yield _row(compilation, side, part, thing, names[thing], with_it, presence=presence)


def _row(
    compilation: Compilation, side: Side, part: str, thing: str, name: str, with_it: Collection[str], *, presence: str | None = None
) -> ComparedRow:
    return {
        "section": part,
        "id": thing,
        "name": name,
        "side": side.label,
        "presence": presence,
        "projects": len(with_it),
        "of": len(side.projects),
        "independent": compilation.independent(with_it),
        "of_independent": compilation.independent(side.projects),
        "levels": compilation.levels(with_it),
        "read_whole": len((set(side.projects) - set(with_it)) & compilation.read_whole),
        "value": None,
        "states": {},
    }


def _figures(compilation: Compilation, sides: Sequence[Side]) -> Iterator[ComparedRow]:
    headers = {each.id: (each, money.of(each)) for each in compilation.projects}

    def values(side: Side, of: Callable[[Project, money.HeaderFigures], float | None]) -> dict[str, float]:
        return {project: value for project in side.projects if (value := of(*headers[project])) is not None}

    reckoned: Mapping[str, Callable[[Project, money.HeaderFigures], float | None]] = {
        "per_participant": lambda _, told: told.per_participant,
        "months": lambda _, told: told.months,
        "esf_share": lambda _, told: told.share,
        "union_rate_percent": lambda project, _: project.union_rate_percent,
        "off_rate": lambda _, told: told.off_rate,
        "total_budget_sek": lambda project, _: project.total_budget_sek,
        "planned_participants": lambda project, _: project.planned_participants,
    }
    for figure, of in reckoned.items():
        for side in sides:
            found = values(side, of)
            yield _row(compilation, side, "figures", figure, figure, found) | {"value": median(found.values()) if found else None}


def _results(compilation: Compilation, sides: Sequence[Side], lang: str) -> Iterator[ComparedRow]:
    """Yield how the projects of each side stand on every question with a scale; those nobody has looked at are counted too."""
    for question in compilation.questions:
        if question.scale != "ordinal":
            continue
        told = [(side, {project: compilation.state(project, question) for project in side.projects}) for side in sides]
        if all(found == state.NOT_SEEN for _, stands in told for found in stands.values()):
            continue
        for side, stands in told:
            counts = {each: sum(found == each for found in stands.values()) for each in state.STATES}
            seen = [project for project, found in stands.items() if found != state.NOT_SEEN]
            row = _row(compilation, side, "results", question.id, getattr(question, lang, question.en), seen)
            yield row | {"states": {each: n for each, n in counts.items() if n}}
