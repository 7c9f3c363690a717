"""The ties that nothing stands in for: bridges, without which a part falls into two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, TypedDict

import networkx as nx

from actormap.analysis.result import Context, Result
from actormap.graph.attributes import NAME, TIES
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Relationship


class BridgesRow(TypedDict):
    """A row of `Bridges`."""

    a: str
    a_name: str
    b: str
    b_name: str
    cut_off: list[str]
    ties: list[str]


@dataclass(frozen=True)
class Bridges(Result[BridgesRow]):
    """The bridges, those that split off most first; equal ones in order of names.

    A row has `a`, `a_name`, `b`, `b_name` (the two ends, in order of id), `cut_off`, the ids on the smaller side (the side without the
    first id if they are equal), and `ties`, the ids of the relationships that the tie stands for.
    """

    name: ClassVar[str] = "bridges"
    about: ClassVar[tuple[str, ...]] = ("a", "a_name", "b", "b_name")
    for_programs: ClassVar[tuple[str, ...]] = ("a", "b", "ties")
    header: ClassVar[tuple[str, ...]] = tuple(BridgesRow.__annotations__)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the two ends of each bridge, in order of id."""
        return tuple((row["a"], row["b"]) for row in self.rows)

    def rests_on(self, row: BridgesRow, view: View) -> Iterable[Relationship]:
        """Return the relationships that the tie stands for."""
        return [view.made_of[name] for name in row["ties"]]


def find(view: View) -> Bridges:
    """Return the ties of a view without which a part falls into two.

    The only tie of a node is one of them. Several relationships between two nodes are one tie: a bridge may rest on several.
    """
    rows: list[BridgesRow] = []
    for pair in nx.bridges(view.graph):
        a, b = sorted(pair)
        about = view.graph.nodes
        lost, ties = _cut_off(view, a, b), list(view.graph[a][b][TIES])
        rows.append({"a": a, "a_name": about[a][NAME], "b": b, "b_name": about[b][NAME], "cut_off": lost, "ties": ties})
    rows.sort(key=lambda row: (-len(row["cut_off"]), alphabetical(row["a_name"]), alphabetical(row["b_name"]), row["a"], row["b"]))
    return Bridges(Context.of(view), tuple(rows))


def _cut_off(view: View, a: str, b: str) -> list[str]:
    without = nx.restricted_view(view.graph, [], [(a, b)])
    sides = sorted((sorted(nx.node_connected_component(without, end)) for end in (a, b)), key=lambda side: (-len(side), side))
    return sides[1]
