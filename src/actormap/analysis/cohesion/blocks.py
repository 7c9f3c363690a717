"""The parts that no single loss can split: blocks, or biconnected components, and the cut-points that hold them together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, TypedDict

import networkx as nx

from actormap.analysis.result import Context, Result
from actormap.graph.attributes import TIES
from actormap.graph.views import View
from actormap.model.records import Relationship


class BlocksRow(TypedDict):
    """A row of `Blocks`."""

    block: int
    size: int
    members: list[str]
    cutpoints: list[str]


@dataclass(frozen=True)
class Blocks(Result[BlocksRow]):
    """The blocks, largest first, equal ones in order of ids.

    A row has `block`, its number, `size`, `members` and `cutpoints`, the ids of those members that other blocks share. Two nodes whose tie
    is a bridge are a block of two; a node without ties is in none.
    """

    name: ClassVar[str] = "blocks"
    about: ClassVar[tuple[str, ...]] = ("block",)
    header: ClassVar[tuple[str, ...]] = tuple(BlocksRow.__annotations__)

    def rests_on(self, row: BlocksRow, view: View) -> Iterable[Relationship]:
        """Return the relationships of the ties within the block."""
        inside = view.graph.subgraph(row["members"])
        return [view.made_of[name] for _, _, about in inside.edges(data=True) for name in about[TIES]]


def find(view: View) -> Blocks:
    """Return the biconnected components of a view (Hopcroft & Tarjan 1973): within each, every two nodes have two separate paths."""
    joints: set[str] = set(nx.articulation_points(view.graph))
    found = [sorted(str(node) for node in block) for block in nx.biconnected_components(view.graph)]
    found.sort(key=lambda block: (-len(block), block))
    rows: tuple[BlocksRow, ...] = tuple(
        {"block": number, "size": len(block), "members": block, "cutpoints": [node for node in block if node in joints]}
        for number, block in enumerate(found, start=1)
    )
    return Blocks(Context.of(view), rows)
