"""What a line of a result rests on, short enough to stand beside it: documents with the places in them, and relationships by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict

from actormap.analysis.evidence import FIRM
from actormap.graph.attributes import TIES
from actormap.graph.views import View
from actormap.model.records import Relationship


class Citation(TypedDict):
    """What a line rests on: where its statements stand, its relationships, and how many of these are only implied."""

    evidence: list[str]
    relationships: list[str]
    implied: int


class Citations:
    """The relationships that a view keeps, ready to be cited."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._ties: Mapping[str, Relationship] = {tie.id: tie for tie in view.selected.relationships}

    def cite(self, ids: Iterable[str]) -> Citation:
        """Return `evidence` (document and locator of each statement), `relationships` (ids), and how many of these are only `implied`."""
        ties = [self._ties[each] for each in sorted(set(ids))]
        places = sorted({place(tie, piece.document, piece.locator) for tie in ties for piece in tie.evidence})
        implied = sum(all(piece.status not in FIRM for piece in tie.evidence) for tie in ties)
        return {"evidence": places, "relationships": [tie.id for tie in ties], "implied": implied}

    def of_pairs(self, pairs: Iterable[tuple[str, str]]) -> Citation:
        """Return what some ties of the view's graph rest on."""
        graph = self._view.graph
        return self.cite(each for a, b in pairs if graph.has_edge(a, b) for each in graph[a][b][TIES])


def place(tie: Relationship, document: str | None, locator: str | None) -> str:
    """Return where a statement stands; one without a document is cited as what it says."""
    if document is None:
        return f"{tie.source} {tie.type} {tie.target}"
    return f"{document} {locator}" if locator else document
