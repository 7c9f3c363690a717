"""Everything about one actor, in data form: what it takes part in, what it alone holds together, how high it ranks and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar

from actormap.analysis import evidence
from actormap.analysis.certainty.estimate import CertaintyRow, estimate_all
from actormap.analysis.cohesion import cutpoints
from actormap.analysis.composition import gaps
from actormap.analysis.factors.use import FactorUse
from actormap.analysis.result import Context, NodeRow, Record, Result, described, names
from actormap.errors import UsageError, parameter
from actormap.graph.attributes import ACTOR, SIDE, TIES
from actormap.graph.views import View
from actormap.model import lookup
from actormap.model.ordering import alphabetical
from actormap.model.records import Actor, Municipality, Relationship

MOST_SHARED = 8
OF_EVERY_RESULT = ("context", "rows", "undefined")


class ExplanationRow(NodeRow):
    """A row of `Explanation`."""

    relationship: str
    type: str
    role: str | None
    status: str
    documents: list[str]
    by: str | None
    within: str | None
    others: int


@dataclass(frozen=True)
class Explanation(Result[ExplanationRow]):
    """One actor, and one row for each relationship by which it takes part in something, venues in order of name.

    A row has id, name, kind (of the venue), `relationship` (its id), `type`, `role`, `status` (the firmest), `documents`,
    `by` (the name of the unit that takes part for it, None if it does so itself), `within` (the name of the sub-project it takes part in,
    None if it is the venue itself) and `others` (how many other actors are there).
    `subject` is the actor's id, name and kind; `asked` and `asked_name` are those asked for, a unit's if that is lifted to it;
    `sources` are the documents behind it, each with `document` (id), `title`, `locators`, `statements` and `implied` (how many);
    `venues` and `all_venues` count the venues it takes part in and all there are. `ranks` holds by measure its row of the certainty;
    `cut_off` the names of those that lose contact without it and `parts` what the network falls into (0 if it is no cut-point);
    `meets` how many actors it shares a venue with, and `shares_most` those it shares most with, as (id, name, venues): at most eight, and
    none whose equals have no room; `gaps` the gaps it figures in, each with what tempers it; `factors` the methods and success factors that
    it carries or has carried, each with whether it does at the date; `implied` the share of its statements that are only implied, None
    when it has no tie.
    """

    name: ClassVar[str] = "explanation"
    about: ClassVar[tuple[str, ...]] = ("relationship", "id", "name")
    for_programs: ClassVar[tuple[str, ...]] = ("relationship",)
    header: ClassVar[tuple[str, ...]] = tuple(ExplanationRow.__annotations__)

    subject: Mapping[str, Any] = field(default_factory=dict)
    asked: str = ""
    asked_name: str = ""
    venues: int = 0
    all_venues: int = 0
    statements: int = 0
    implied: float | None = None
    documents: tuple[str, ...] = ()
    sources: tuple[Mapping[str, Any], ...] = ()
    parts: int = 0
    cut_off: tuple[str, ...] = ()
    ranks: Mapping[str, CertaintyRow] = field(default_factory=dict)
    alike: Mapping[str, Sequence[str]] = field(default_factory=dict)
    of_actors: int = 0
    meets: int = 0
    shares_most: tuple[tuple[str, str, int], ...] = ()
    gaps: tuple[tuple[str, str | None], ...] = ()
    factors: tuple[tuple[str, str], ...] = ()
    focal: str | None = None

    def figures(self) -> Mapping[str, Any]:
        """Return what is said of the actor beside its rows."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name not in OF_EVERY_RESULT}

    def rests_on(self, row: ExplanationRow, view: View) -> Iterable[Relationship]:
        """Return the relationship of the row."""
        return [view.made_of[row["relationship"]]]


def explain(
    view: View,
    actor: str,
    *,
    focal: str | None = None,
    by: Sequence[str] = ("degree", "betweenness"),
    date: str | None = None,
    **options: Any,
) -> Explanation:
    """Return all that a view of name `affiliation` says of one actor, named by its id, name or alias.

    A unit that the view lifts is answered with the organisation it stands under. `focal` is the network whose gaps are looked through;
    `date` the day for which is said what methods and factors it carries, nothing without one; `options` are those of `certainty.estimate`.
    Raises `UnknownName` if the data has no such actor, `UsageError` for another view.
    """
    if not view.two_mode:
        raise UsageError(f"An actor cannot be explained from {view.called}.", hint=f"Ask for {parameter('view')} affiliation.")
    asked = lookup.the("actor", actor, (node for node in view.snapshot.nodes() if isinstance(node, Actor | Municipality)))
    node = view.lifted.get(asked, asked)
    sure = estimate_all(view, list(by), **options)
    split = next((row for row in cutpoints.find(view).rows if row["id"] == node), None)
    grounds, shared = evidence.rows(view, [node]), _shared(view, node)
    missing = gaps.find(view, focal).rows if focal else ()
    told = {
        name: value for name, value in next(iter(sure.values())).context.parameters.items() if name not in {*view.parameters, "measure"}
    }
    return Explanation(
        Context.of(view, actor=node, measures=list(sure), network=focal, **told),
        tuple(_rows(view, node)),
        subject=described(view, node),
        asked=asked,
        asked_name=view.node(asked).name,
        venues=view.graph.degree(node) if node in view.graph else 0,
        all_venues=len(view.venues),
        statements=len(grounds.rows),
        implied=grounds.implied[node],
        documents=tuple(sorted({row["document"] for row in grounds.rows if row["document"]})),
        sources=tuple(_sources(view, grounds.rows)),
        parts=split["parts"] if split else 0,
        cut_off=tuple(names(view, split["cut_off"])) if split else (),
        ranks={name: found.of(node) for name, found in sure.items()} if node in view.graph else {},
        alike={name: names(view, found.alike(node)) for name, found in sure.items()} if node in view.graph else {},
        of_actors=len(view.actors),
        meets=len(shared),
        shares_most=tuple(_most(shared)),
        factors=tuple((view.node(theme).name, state) for theme, state in FactorUse(view, date).of(node).items()) if date else (),
        gaps=tuple((row["gap"], row["note"]) for row in missing if row["id"] == node),
        focal=view.node(focal).name if focal else None,
    )


def _rows(view: View, node: str) -> list[ExplanationRow]:
    relationships = {tie.id: tie for tie in view.selected.relationships}
    about = view.graph.adj.get(node, {})
    rows = [_row(view, node, venue, relationships[name]) for venue, tie in about.items() for name in tie[TIES]]
    rows.sort(key=lambda row: (alphabetical(row["name"]), row["id"], row["type"], row["role"] or "", row["by"] or "", row["within"] or ""))
    return rows


def _row(view: View, node: str, venue: str, tie: Relationship) -> ExplanationRow:
    return {
        **described(view, venue),
        "relationship": tie.id,
        "type": tie.type,
        "role": tie.role,
        "status": view.vocabulary.best(piece.status for piece in tie.evidence),
        "documents": sorted({piece.document for piece in tie.evidence if piece.document}),
        "by": view.node(tie.source).name if tie.source != node else None,
        "within": view.node(tie.target).name if tie.target in view.lifted else None,
        "others": len(view.graph[venue]) - 1,
    }


def _sources(view: View, statements: Sequence[evidence.GroundsRow]) -> list[Record]:
    return [
        {
            "document": document,
            "title": view.node(document).name if document in view.snapshot.by_id else None,
            "locators": sorted({row["locator"] for row in own if row["locator"]}, key=lambda locator: (len(locator), locator)),
            "statements": len(own),
            "implied": sum(row["status"] not in evidence.FIRM for row in own),
        }
        for document in sorted({row["document"] for row in statements if row["document"]})
        for own in ([row for row in statements if row["document"] == document],)
    ]


def _shared(view: View, node: str) -> list[tuple[str, str, int]]:
    about = view.graph.adj.get(node, {})
    counts = Counter(other for venue in about for other in view.graph[venue] if other != node and view.graph.nodes[other][SIDE] == ACTOR)
    found = [(other, view.node(other).name, times) for other, times in counts.items()]
    found.sort(key=lambda shared: (-shared[2], alphabetical(shared[1]), shared[0]))
    return found


def _most(shared: Sequence[tuple[str, str, int]]) -> Sequence[tuple[str, str, int]]:
    """Return those with whom most is shared, as long as everybody with as much has room."""
    if len(shared) <= MOST_SHARED:
        return shared
    return [each for each in shared if each[2] > shared[MOST_SHARED][2]]
