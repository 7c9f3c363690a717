"""Which projects are looked at: by region, programme, target group and the like."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from actormap.errors import UnknownName
from actormap.model.choices import CONTEXT
from actormap.model.lookup import Worded, folded, the, word
from actormap.model.records import Project
from actormap.model.selection import attribute_of

FIELDS = {"regions": "region", "programmes": "programme", "areas": "programme_area", "kinds": "kind"}


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a project must be to be looked at; what is empty asks for nothing.

    Of several values of one condition one must hold, and all conditions must. `target_groups` and `themes` are ids, names or aliases of
    themes that the project has a statement about, `words` must all stand somewhere in what is coded of it, `where` are further columns and
    values, and `without` are ids that are left out.
    """

    regions: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    youth: bool = False
    words: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()

    def parameters(self) -> dict[str, Any]:
        """Return the conditions that are asked for, under the names of the options."""
        lists = (*FIELDS, "target_groups", "themes", "words", "without")
        asked: dict[str, Any] = {name: list(getattr(self, name)) for name in lists if getattr(self, name)}
        asked |= {"youth": True} if self.youth else {}
        return asked | ({"where_project": [f"{name}={value}" for name, value in self.where]} if self.where else {})

    def of_columns(self) -> dict[str, tuple[str, ...]]:
        """Return the values asked for of each column of the project itself."""
        asked: dict[str, tuple[str, ...]] = {column: getattr(self, name) for name, column in FIELDS.items() if getattr(self, name)}
        asked |= {"youth": ("yes",)} if self.youth else {}
        for name, value in self.where:
            asked[name] = (*asked.get(name, ()), value)
        return asked

    def hold_for(self, project: Project, themes: Iterable[str], text: str) -> bool:
        """Return whether a project is looked at; `themes` are its themes, folded, `text` all that is coded of it."""
        if project.id in self.without:
            return False
        for column, values in self.of_columns().items():
            if folded(attribute_of(project, column) or "") not in {folded(value) for value in values}:
                return False
        known = set(themes)
        for wanted in (self.target_groups, self.themes):
            if wanted and known.isdisjoint(map(folded, wanted)):
                return False
        return all(folded(word) in folded(text) for word in self.words)

    def meant(self, projects: Iterable[Project], kinds: Mapping[str, Worded]) -> Conditions:
        """Return the conditions with ids for names and for the words of kinds; raise `UnknownName` for a project that is none."""
        known = tuple(projects)
        held = {name: kind for name, kind in kinds.items() if any(project.kind == name for project in known)}
        left_out = tuple(the("project", name, known) for name in self.without)
        return replace(self, kinds=tuple(word("kind", name, held) for name in self.kinds), without=left_out)

    def must_be_known(self, projects: Iterable[Project], themes: Mapping[str, Collection[str]]) -> None:
        """Raise `UnknownName` if a condition names what the data has not; `themes` are names and aliases by id."""
        every = tuple(projects)
        for column, values in self.of_columns().items():
            held = {has for project in every if (has := attribute_of(project, column))}
            if not held and column not in FIELDS.values():
                raise UnknownName("column", column, {name for project in every for name, _ in project.attributes})
            for value in values:
                if folded(value) not in set(map(folded, held)):
                    raise UnknownName(f"value of {column}", value, held)
        spelled = {folded(spelling) for id_, names in themes.items() for spelling in (id_, *names)}
        for theme in (*self.target_groups, *self.themes):
            if folded(theme) not in spelled:
                raise UnknownName("theme", theme, [*themes, *(name for names in themes.values() for name in names)])


EVERY = Conditions()


def usual_context(projects: Iterable[Project]) -> str:
    """Return whom evidence is asked about unless something else is said: young people, nobody where the data does not mark them."""
    column = CONTEXT.partition("=")[0]
    return CONTEXT if any(name == column for each in projects for name, _ in each.attributes) else ""
