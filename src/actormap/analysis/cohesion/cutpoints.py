"""Whom the network cannot do without: the nodes whose loss splits a part of it, and what it splits into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import networkx as nx

from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.graph.attributes import SIDE
from actormap.graph.views import View
from actormap.model.ordering import alphabetical


class CutpointsRow(NodeRow):
    """A row of `Cutpoints`."""

    side: str
    parts_before: int
    parts: int
    sizes: list[int]
    cut_off: list[str]


@dataclass(frozen=True)
class Cutpoints(Result[CutpointsRow]):
    """The articulation points, those that split off most first.

    A row has id, name, kind, side, `parts_before` and `parts` (how many there are with and without it, a venue left alone not counted),
    `sizes` (their nodes, largest first) and `cut_off` (the ids in all but the largest of the parts that its own part falls into).
    """

    name: ClassVar[str] = "cutpoints"


def find(view: View) -> Cutpoints:
    """Return the nodes without which the view falls into more parts (articulation points; Hopcroft & Tarjan 1973).

    A venue left alone is no part, so the only actor at a venue parts nobody by leaving it.
    """
    rows: list[CutpointsRow] = []
    before = len(view.parts())
    for node in nx.articulation_points(view.graph):
        parts = view.parts(without=[node])
        own = [part for part in parts if any(neighbour in part for neighbour in view.graph[node])]
        if len(own) < 2:
            continue
        cut_off = sorted(other for part in own[1:] for other in part)
        rows.append(
            {
                **described(view, node),
                "side": view.graph.nodes[node][SIDE],
                "parts_before": before,
                "parts": len(parts),
                "sizes": [len(part) for part in parts],
                "cut_off": cut_off,
            }
        )
    rows.sort(key=lambda row: (-len(row["cut_off"]), alphabetical(row["name"]), row["id"]))
    return Cutpoints(Context.of(view), tuple(rows))
