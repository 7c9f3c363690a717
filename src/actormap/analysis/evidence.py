"""What results rest on: how many statements carry a node's ties, and how many of those are only implied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from actormap.graph import TIES, View
from actormap.model import Evidence

FIRM = ("stated", "stated_collectively")


@dataclass(frozen=True, slots=True)
class Support:
    """The statements under a node's ties: how many there are, how many documents make them, how many are only implied."""

    statements: int
    implied: int
    documents: tuple[str, ...]


def support(view: View) -> Mapping[str, Support]:
    """Return what carries the ties of each node of a view."""
    evidence = {tie.id: tie.evidence for tie in view.selected.relationships}
    found: dict[str, Support] = {}
    for node in view.graph:
        ids = sorted({tie for _, _, ties in view.graph.edges(node, data=TIES) for tie in ties})
        found[node] = _weigh([piece for tie in ids for piece in evidence[tie]])
    return found


def overall(view: View) -> Support:
    """Return what carries the ties of a whole view."""
    ids = {tie for _, _, ties in view.graph.edges(data=TIES) for tie in ties}
    return _weigh([piece for tie in view.selected.relationships if tie.id in ids for piece in tie.evidence])


def _weigh(pieces: list[Evidence]) -> Support:
    implied = sum(piece.status not in FIRM for piece in pieces)
    return Support(len(pieces), implied, tuple(sorted({piece.document for piece in pieces if piece.document})))
