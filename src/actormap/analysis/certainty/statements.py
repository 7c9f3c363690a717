"""What carries a view: its ties as pairs of nodes, the statements that each tie rests on, and which of them stand or fall together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actormap.analysis.evidence import FIRM
from actormap.graph.attributes import ACTOR, SIDE, TIES, VENUE
from actormap.graph.views import View
from actormap.model.records import Evidence, Relationship

SIDES = (ACTOR, VENUE)
Flags = NDArray[np.bool_]
Places = NDArray[np.intp]


@dataclass(frozen=True)
class Statements:
    """The tie list of a view, and its statements as arrays: one entry a statement.

    A statement is one piece of evidence of a kept relationship that makes a tie of the view. In the `actors` view the ties are those
    between actors and venues that its graph is the projection of, and the direct ones of two actors, in order of id; `nodes` holds these
    venues after the nodes of the graph. Where direction matters the two ways of a mutual tie are two ties, each from its source.
    Statements that rest on the same document and locator are one group: they stand or fall together; one without a locator is a group
    of its own. What is part of what (`part_of`, which lifts rest on) is structure and no tie, so it is in no group and never left out.
    """

    nodes: tuple[str, ...]
    ties: tuple[tuple[str, str], ...]
    tie: Places
    group: Places
    firm: Flags
    groups: int

    @classmethod
    def of(cls, view: View, *, directed: bool = False) -> Statements:
        """Return the statements of a view, ties in order of their ends and actors first in each tie of an actor and a venue."""
        makers = _makers(view, directed=directed)
        ties = tuple(sorted(makers))
        nodes = nodes_in_order(view)
        known = set(nodes)
        hidden = sorted({end for pair in ties for end in pair if end not in known})
        numbers: dict[tuple[str, str] | int, int] = {}
        rows = [
            (number, numbers.setdefault(_group(piece, row), len(numbers)), piece.status in FIRM)
            for row, (number, piece) in enumerate(_pieces(ties, makers))
        ]
        columns = np.array(rows, dtype=np.intp).reshape(-1, 3)
        return cls((*nodes, *hidden), ties, columns[:, 0], columns[:, 1], columns[:, 2].astype(bool), len(numbers))

    def twins(self) -> Places:
        """Return a number for each node; those whose ties go to the same nodes, from the same end, have one."""
        others: dict[str, list[tuple[bool, str]]] = {node: [] for node in self.nodes}
        for a, b in self.ties:
            others[a].append((True, b))
            others[b].append((False, a))
        numbers: dict[tuple[tuple[bool, str], ...], int] = {}
        return np.array([numbers.setdefault(tuple(sorted(others[node])), len(numbers)) for node in self.nodes], dtype=np.intp)

    def without(self, lost: Sequence[int]) -> Flags:
        """Return which ties are left when some groups are left out."""
        kept = np.ones(self.groups, dtype=bool)
        kept[list(lost)] = False
        return self.carried_by(kept[self.group])

    def carried_by(self, statements: Flags) -> Flags:
        """Return which ties some of the statements carry."""
        return np.bincount(self.tie[statements], minlength=len(self.ties)) > 0


def nodes_in_order(view: View) -> tuple[str, ...]:
    """Return the nodes of a view's graph: actors, venues, others, each in order of id."""
    return (*view.actors, *view.venues, *(node for node, about in view.graph.nodes(data=True) if about[SIDE] not in SIDES))


def _makers(view: View, *, directed: bool) -> dict[tuple[str, str], list[Relationship]]:
    """Return the ties of the view with the relationships that make them."""
    relationships = {tie.id: tie for tie in view.selected.relationships}
    makers: dict[tuple[str, str], list[Relationship]] = {}
    if view.name == "actors":
        used = sorted({name for _, _, about in view.graph.edges(data=True) for name in about[TIES]})
        for tie in (relationships[name] for name in used):
            source, target = _ends(view, tie)
            backwards = target in view.graph and target < source and not (directed and (source, target) in view.arcs)
            makers.setdefault((target, source) if backwards else (source, target), []).append(tie)
        return makers
    for one, other, about in view.graph.edges(data=True):
        pair = (other, one) if view.graph.nodes[one][SIDE] == VENUE else (one, other)
        for tie in (relationships[name] for name in about[TIES] if one != other):
            ends = _ends(view, tie)
            makers.setdefault(ends if directed and ends in view.arcs else pair, []).append(tie)
    return makers


def _ends(view: View, tie: Relationship) -> tuple[str, str]:
    return view.lifted.get(tie.source, tie.source), view.lifted.get(tie.target, tie.target)


def _pieces(ties: Sequence[tuple[str, str]], makers: dict[tuple[str, str], list[Relationship]]) -> Iterator[tuple[int, Evidence]]:
    for number, pair in enumerate(ties):
        for tie in makers[pair]:
            for piece in tie.evidence:
                yield number, piece


def _group(piece: Evidence, row: int) -> tuple[str, str] | int:
    return (piece.document, piece.locator) if piece.document and piece.locator else row
