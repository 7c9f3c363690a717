"""What the sources say of a network, a project or a theme: what it is, and who and what has to do with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from actormap.analysis.evidence import FIRM
from actormap.analysis.result import Context, NodeRow, Result
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Document, Relationship

IN, OUT = "in", "out"
OF_THE_RECORD = ("status", "purpose", "valid_from", "valid_to", "start", "end", "programme", "region")


class SurroundingsRow(NodeRow):
    """A row of `Surroundings`."""

    relationship: str
    type: str
    way: str
    role: str | None
    status: str
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True)
class Surroundings(Result[SurroundingsRow]):
    """One network, project or theme, and a row for each relationship that it stands in.

    A row has id, name and kind of the other end, `relationship` (its id), `type`, `way` (whether it comes `in` or goes `out`), `role`,
    `status` (the firmest) and from when to when it holds. Rows stand in the order of the vocabulary's types, then of names. `subject` has
    what the record itself says, `statements` and `documents` are how many the rows rest on, `implied` which share of the statements is not
    stated; None where there are none.
    """

    name: ClassVar[str] = "surroundings"
    about: ClassVar[tuple[str, ...]] = ("relationship", "id", "name")
    for_programs: ClassVar[tuple[str, ...]] = ("relationship", "way")
    header: ClassVar[tuple[str, ...]] = tuple(SurroundingsRow.__annotations__)

    subject: Mapping[str, Any] = field(default_factory=dict)
    statements: int = 0
    documents: int = 0
    implied: float | None = None

    def figures(self) -> Mapping[str, Any]:
        """Return what the record says, and how many statements and documents its relationships rest on."""
        return {"subject": self.subject.get("name"), "statements": self.statements, "documents": self.documents, "implied": self.implied}

    def rests_on(self, row: SurroundingsRow, view: View) -> Iterable[Relationship]:
        """Return the relationship of the row."""
        return [view.made_of[row["relationship"]]]


def find(view: View, node_id: str) -> Surroundings:
    """Return what the view's selection keeps of one record; raise `UnknownName` if the data has none of this id."""
    node = view.node(node_id)
    ties = [tie for tie in view.selected.relationships if node_id in (tie.source, tie.target)]
    order = {name: place for place, name in enumerate(view.vocabulary.types)}
    rows = [_row(view, tie, node_id) for tie in ties]
    rows.sort(key=lambda row: (order[row["type"]], row["way"], alphabetical(row["name"]), row["id"], row["relationship"]))
    pieces = [piece for tie in ties for piece in tie.evidence]
    said = {name: value for name in OF_THE_RECORD if (value := getattr(node, name, None)) is not None}
    called = node.title if isinstance(node, Document) else node.name
    return Surroundings(
        Context.of(view, node=node_id),
        tuple(rows),
        subject={"id": node.id, "name": called, "node": node.node, "kind": node.kind, "aliases": getattr(node, "aliases", ()), **said},
        statements=len(pieces),
        documents=len({piece.document for piece in pieces if piece.document}),
        implied=sum(piece.status not in FIRM for piece in pieces) / len(pieces) if pieces else None,
    )


def _row(view: View, tie: Relationship, node_id: str) -> SurroundingsRow:
    way, end = (OUT, tie.target) if tie.source == node_id else (IN, tie.source)
    other = view.node(end)
    return {
        "id": end,
        "name": other.title if isinstance(other, Document) else other.name,
        "kind": other.kind,
        "relationship": tie.id,
        "type": tie.type,
        "way": way,
        "role": tie.role,
        "status": view.vocabulary.best(piece.status for piece in tie.evidence),
        "valid_from": tie.valid_from,
        "valid_to": max((piece.valid_to for piece in tie.evidence if piece.valid_to), default=None),
    }
