"""One finding about a network: in which field, how firm, what fills its sentence, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict

from actormap.analysis.citations import place
from actormap.model.records import Node, Relationship

FIELDS = ("composition", "form", "function", "purpose", "direction")
SAID, IMPLIED, PLANNED, COUNTED, UNKNOWN, OPEN = "said", "implied", "planned", "counted", "unknown", "open"
Places = tuple[str, ...]


class FiveFieldsRow(TypedDict):
    """A row of `FiveFields`: one finding."""

    field: str
    finding: str
    state: str
    values: dict[str, Any]
    evidence: list[str]


def finding(field: str, key: str, state: str, evidence: Places = (), /, **values: Any) -> FiveFieldsRow:
    """Return a finding as a row; `key` names its sentence in the catalogue, `values` fill it."""
    return {"field": field, "finding": key, "state": state, "values": values, "evidence": list(evidence)}


def cited(ties: Iterable[Relationship]) -> Places:
    """Return where the statements of some relationships stand, each place once, in order."""
    return tuple(sorted({place(tie, piece.document, piece.locator) for tie in ties for piece in tie.evidence}))


def source(node: Node) -> Places:
    """Return where a node itself is told of; empty if its row names no document."""
    document, locator = getattr(node, "document", None), getattr(node, "locator", None)
    return (f"{document} {locator}" if locator else document,) if document else ()


def firmness(tie: Relationship) -> str:
    """Return how firmly a relationship is said: `said`, `implied` or `planned`, by its best statement."""
    statuses = {piece.status for piece in tie.evidence}
    if statuses & {"stated", "stated_collectively"}:
        return SAID
    return IMPLIED if "implied" in statuses else PLANNED
