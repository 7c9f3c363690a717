"""One finding about a network: in which field, how firm, what fills its sentence, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actormap.analysis.result import Record
from actormap.model import Relationship

FIELDS = ("composition", "form", "function", "purpose", "direction")
SAID, IMPLIED, PLANNED, COUNTED, UNKNOWN, OPEN = "said", "implied", "planned", "counted", "unknown", "open"
Pairs = tuple[tuple[str, str | None], ...]


def finding(field: str, key: str, state: str, evidence: Pairs = (), /, **values: Any) -> Record:
    """Return a finding as a row; `key` names its sentence in the catalogue, `values` fill it."""
    return {"field": field, "finding": key, "state": state, "values": values, "evidence": [list(pair) for pair in evidence]}


def cited(ties: Iterable[Relationship]) -> Pairs:
    """Return document and locator of the statements of some relationships, each once, in order."""
    return tuple(sorted({(piece.document, piece.locator) for tie in ties for piece in tie.evidence if piece.document}, key=str))


def firmness(tie: Relationship) -> str:
    """Return how firmly a relationship is said: `said`, `implied` or `planned`, by its best statement."""
    statuses = {piece.status for piece in tie.evidence}
    if statuses & {"stated", "stated_collectively"}:
        return SAID
    return IMPLIED if "implied" in statuses else PLANNED
