"""What results rest on: how many statements carry a node's ties, and how many of those are only implied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from actormap.analysis.result import Context, Record, Result
from actormap.graph import TIES, View
from actormap.model import Evidence, Relationship

FIRM = ("stated", "stated_collectively")


@dataclass(frozen=True, slots=True)
class Support:
    """The statements under a node's ties: how many there are, how many documents make them, how many are only implied."""

    statements: int
    implied: int
    documents: tuple[str, ...]


@dataclass(frozen=True)
class Grounds(Result):
    """What nodes rest on, statement by statement: the nodes in the order asked for, then by the other end, document and locator.

    A row has id, name, relationship, source, type, target, role, document, locator, status, confidence and informant. `implied` holds
    each node's share of statements that are only implied, None for a node without a tie in the view.
    """

    name: ClassVar[str] = "evidence"
    header: ClassVar[tuple[str, ...]] = (
        *("id", "name", "relationship", "source", "type", "target", "role"),
        *("document", "locator", "status", "confidence", "informant"),
    )

    implied: Mapping[str, float | None] = field(default_factory=dict)

    def figures(self) -> Mapping[str, Any]:
        """Return each node's share of statements that are only implied."""
        return {"implied": dict(self.implied)}


def rows(view: View, node_ids: Iterable[str]) -> Grounds:
    """Return the statements that carry the ties of some nodes in a view, with document and locator, and how much of them is implied.

    In the `actors` view these are the statements of both ends, since a shared venue rests on both. Raises `UnknownName` for an id that
    the data does not have; one without a tie in the view rests on nothing.
    """
    relationships = {tie.id: tie for tie in view.selected.relationships}
    found: list[Record] = []
    implied: dict[str, float | None] = {}
    for node_id in dict.fromkeys(node_ids):
        name = view.node(node_id).name
        about = view.graph.adj.get(node_id, {})
        names = {relationship for tie in about.values() for relationship in tie[TIES]}
        ties = sorted((relationships[each] for each in names), key=lambda tie: (tie.source, tie.target, tie.type, tie.id))
        own = [{"id": node_id, "name": name} | _statement(tie, piece) for tie in ties for piece in tie.evidence]
        implied[node_id] = sum(row["status"] not in FIRM for row in own) / len(own) if own else None
        found += own
    return Grounds(Context.of(view, nodes=list(implied)), tuple(found), implied=implied)


def of_relationships(view: View, ids: Iterable[str]) -> Grounds:
    """Return the statements of some relationships that the view's selection keeps, those of one end and type together.

    Here id and name are those of the relationship's start.
    """
    kept = {tie.id: tie for tie in view.selected.relationships}
    ties = sorted((kept[each] for each in dict.fromkeys(ids) if each in kept), key=lambda tie: (tie.target, tie.type, tie.source, tie.id))
    found = [{"id": tie.source, "name": view.node(tie.source).name} | _statement(tie, piece) for tie in ties for piece in tie.evidence]
    return Grounds(Context.of(view), tuple(found))


def _statement(tie: Relationship, piece: Evidence) -> Record:
    said: Record = {"relationship": tie.id, "source": tie.source, "type": tie.type, "target": tie.target, "role": tie.role}
    columns = ("document", "locator", "status", "confidence", "informant")
    return said | {column: getattr(piece, column) for column in columns}


def support(view: View) -> Mapping[str, Support]:
    """Return what carries the ties of each node of a view."""
    evidence = {tie.id: tie.evidence for tie in view.selected.relationships}
    found: dict[str, Support] = {}
    for node in view.graph:
        ids = sorted({tie for other in view.graph[node] for tie in view.graph[node][other][TIES]})
        found[node] = _weigh([piece for tie in ids for piece in evidence[tie]])
    return found


def overall(view: View) -> Support:
    """Return what carries the ties of a whole view."""
    ids = {tie for _, _, about in view.graph.edges(data=True) for tie in about[TIES]}
    return _weigh([piece for tie in view.selected.relationships if tie.id in ids for piece in tie.evidence])


def _weigh(pieces: list[Evidence]) -> Support:
    implied = sum(piece.status not in FIRM for piece in pieces)
    return Support(len(pieces), implied, tuple(sorted({piece.document for piece in pieces if piece.document})))
