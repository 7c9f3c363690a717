"""A network described in five fields: composition, form, function, purpose, direction; what is said, what is unknown, what to discuss."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from actormap.analysis.composition.members import MEMBERSHIPS
from actormap.analysis.composition.seated import only_planned, seated, seats
from actormap.analysis.result import Context, Result
from actormap.analysis.review import governance, purpose
from actormap.analysis.review.finding import COUNTED, FIELDS, IMPLIED, OPEN, PLANNED, SAID, UNKNOWN, FiveFieldsRow, cited, finding, firmness
from actormap.graph.views import View
from actormap.model.ordering import alphabetical

FEW = 8  # members that can usually govern together (Provan & Kenis 2008 give six to eight)


@dataclass(frozen=True)
class FiveFields(Result[FiveFieldsRow]):
    """The findings about a network, field by field: what is said first, then what is unknown, then what to discuss.

    A row has `field`, `finding` (a key of the catalogue's `fields`), `state` (`said`, `implied`, `planned`, `counted` from the graph,
    `unknown`, `open` for a question), `values` (what fills the sentence) and `evidence` (document and place in it). `form` is the
    judgement of its form with all its signs.
    """

    name: ClassVar[str] = "fields"
    header: ClassVar[tuple[str, ...]] = tuple(FiveFieldsRow.__annotations__)

    focal: str = ""
    form: governance.Governance | None = None

    def of(self, field: str) -> tuple[FiveFieldsRow, ...]:
        """Return the findings of one field."""
        return tuple(row for row in self.rows if row["field"] == field)

    def figures(self) -> Mapping[str, Any]:
        """Return the form and the numbers it is read from."""
        if self.form is None:
            return {}
        told = ("form", "stated", "members", "pairs", "meeting", "density", "centralisation")
        return {name: getattr(self.form, name) for name in told}


def describe(view: View, focal: str) -> FiveFields:
    """Return a network in five fields, on a view of name `affiliation`.

    What is planned counts for the direction, whatever statuses the view keeps. Raises `UnknownName` if `focal` is no network of the data.
    """
    judged = governance.judge(view, focal)
    rows = [
        *_composition(view, focal, judged),
        *_form(view, judged),
        *purpose.function(view, focal),
        *purpose.purpose(view, focal),
        *purpose.direction(view, focal),
    ]
    rows.sort(key=lambda row: (FIELDS.index(row["field"]), _turn(row["state"])))
    return FiveFields(Context.of(view, network=focal), tuple(rows), focal=focal, form=judged)


def _turn(state: str) -> int:
    return {UNKNOWN: 1, OPEN: 2}.get(state, 0)


def _composition(view: View, focal: str, judged: governance.Governance) -> Iterator[FiveFieldsRow]:
    inside, ties = seated(view, focal), seats(view, focal)
    if not inside:
        yield finding("composition", "no_members", UNKNOWN)
        yield finding("composition", "ask_members", OPEN)
        return
    grounds = cited(ties)
    kinds: dict[str, int] = {}
    for each in sorted(inside):
        kinds[view.node(each).kind] = kinds.get(view.node(each).kind, 0) + 1
    yield finding("composition", "members", SAID, grounds, names=_names(view, inside), n=len(inside))
    yield from _planned_seats(view, focal)
    if len(inside) > 1:
        yield finding("composition", "kinds" if len(kinds) > 1 else "one_kind", SAID, kinds=kinds)
    roles = sorted({tie.role for tie in ties if tie.role})
    if roles:
        with_role = len({tie.source for tie in ties if tie.role})
        key = "one_role" if len(roles) == 1 and with_role == len(inside) > 1 else "roles"
        yield finding("composition", key, SAID, roles=roles, n=with_role)
    else:
        yield finding("composition", "no_roles", UNKNOWN)
    if len(grounds) == 1 and len(inside) > 1:
        yield finding("composition", "one_sentence", SAID, grounds, n=len(inside))
    outside = [each for each in judged.leaders if each not in inside]
    if outside:
        state = SAID if judged.stated else IMPLIED
        yield finding("composition", "task_without_seat", state, judged.evidence, names=_names(view, outside), tasks=list(judged.tasks))
    groups = [tie for tie in view.selected.structure if tie.target == focal and tie.type in MEMBERSHIPS]
    groups = [tie for tie in groups if view.node(tie.source).kind == "group"]
    if groups:
        yield finding("composition", "group_inside", SAID, cited(groups), names=_names(view, {tie.source for tie in groups}))
    yield finding("composition", "ask_still", OPEN)
    if len(kinds) == 1 < len(inside):
        yield finding("composition", "ask_one_kind", OPEN, kinds=kinds)
    if groups:
        yield finding("composition", "ask_group", OPEN, names=_names(view, {tie.source for tie in groups}))


def _planned_seats(view: View, focal: str) -> Iterator[FiveFieldsRow]:
    planned = only_planned(view, focal)
    if planned:
        plans = cited(tie for tie in seats(view, focal) if view.lifted.get(tie.source, tie.source) in planned)
        yield finding("composition", "planned", PLANNED, plans, names=_names(view, planned), n=len(planned))


def _form(view: View, judged: governance.Governance) -> Iterator[FiveFieldsRow]:
    state = SAID if judged.stated else IMPLIED
    if judged.form == governance.UNCLEAR:
        yield finding("form", "unclear" if judged.leaders else "nobody_leads", UNKNOWN, judged.evidence, names=_names(view, judged.leaders))
    else:
        yield finding("form", judged.form, state, judged.evidence, names=_names(view, judged.leaders))
        if not judged.stated:
            yield finding("form", "only_implied", UNKNOWN)
    above = [tie for tie in view.selected.structure if tie.type == "part_of" and tie.source == judged.network]
    if above:
        yield finding("form", "belongs", firmness(above[0]), cited(above), names=_names(view, {tie.target for tie in above}))
    if judged.posts:
        yield finding("form", "post" if len(judged.posts) == 1 else "posts", SAID, names=_names(view, judged.posts))
    if judged.own_projects:
        yield finding("form", "own_projects", COUNTED, names=_names(view, judged.running), projects=_names(view, judged.own_projects))
    if judged.members:
        size = "small" if judged.members <= FEW else "large"
        yield finding("form", size, COUNTED, n=judged.members)
    if judged.pairs:
        yield finding("form", "meeting" if judged.meeting else "no_meeting", COUNTED, meeting=judged.meeting, pairs=judged.pairs)
    if judged.meeting and judged.centralisation is not None:
        spread = "through_one" if judged.central and judged.centralisation >= 0.5 else "spread"
        yield finding("form", spread, COUNTED, names=_names(view, [judged.central] if judged.central else []))
    yield finding("form", "unknown_decisions", UNKNOWN)
    yield finding("form", f"ask_{judged.form}", OPEN, names=_names(view, judged.leaders))


def _names(view: View, ids: Iterable[str] | Collection[str]) -> list[str]:
    return sorted((view.node(each).name for each in ids), key=alphabetical)
