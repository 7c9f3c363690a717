"""The (p, q)-cores of a two-mode network: actors that take part in p venues, venues that q of these actors take part in.

A core is the largest set of actors and venues in which each actor has p ties at least and each venue q (Ahmed, Batagelj, Fu, Hong, Merrick
& Mrvar 2007; Cerinšek & Batagelj 2015, Generalized two-mode cores, Social Networks 42, with degree in both). It is found by taking away
whoever has too few until nobody has, in any order. A higher p or q gives a core within it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, TypedDict

import networkx as nx

from actormap.analysis.result import Context, Result, names
from actormap.errors import UsageError, parameter
from actormap.graph.attributes import ACTOR, SIDE
from actormap.graph.views import View
from actormap.model.records import Relationship

NO_CORE = "no_core"
Core = tuple[int, int, frozenset[str]]


class TwoModeCoresRow(TypedDict):
    """A row of `TwoModeCores`."""

    venues_each: int
    actors_each: int
    size: int
    members: list[str]
    names: list[str]
    venues: list[str]
    venue_names: list[str]
    parts: int


@dataclass(frozen=True)
class TwoModeCores(Result[TwoModeCoresRow]):
    """Cores that no other one is closer than, that of most venues an actor last.

    A row has `venues_each`, the p ties that each actor has at least, `actors_each`, the q that each venue has, `size`, how many actors
    there are, `members` and `venues` (ids) and their names, and `parts`, in how many parts they stand.
    """

    name: ClassVar[str] = "cores"
    about: ClassVar[tuple[str, ...]] = ("venues_each", "actors_each")
    for_programs: ClassVar[tuple[str, ...]] = ("members", "venues")
    header: ClassVar[tuple[str, ...]] = tuple(TwoModeCoresRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("venues_each", "actors_each", "size", "names", "venue_names", "parts")

    def rests_on(self, row: TwoModeCoresRow, view: View) -> Iterable[Relationship]:
        """Return the relationships that tie the actors of the core to its venues."""
        inside, lifted = {*row["members"], *row["venues"]}, view.lifted
        ties = view.ties_of(*row["members"])
        return [tie for tie in ties if {lifted.get(tie.source, tie.source), lifted.get(tie.target, tie.target)} <= inside]


def find(view: View, p: int | None = None, q: int | None = None) -> TwoModeCores:
    """Return the cores of a two-mode view: the one of `p` and `q`, or without them those that stand for all.

    Where only one of the two is given, the other is the highest that leaves anybody. Without either there is a row for every p whose
    highest q is lower than that of a lower p: no core has a higher p without a lower q.
    Raises `UsageError` for another view, or a number below 1.
    """
    if not view.two_mode:
        raise UsageError(
            f"There is one mode in {view.called}, and (p, q)-cores are of two.", hint=f"Ask for {parameter('view')} affiliation."
        )
    for name, number in (("p", p), ("q", q)):
        if number is not None and number < 1:
            raise UsageError(f"{parameter(name)} {number} is no number of ties.", hint="Give 1 or more.")
    rows = [_row(view, *each) for each in _wanted(view, p, q)]
    undefined = {} if rows else {"size": NO_CORE}
    return TwoModeCores(Context.of(view, p=p, q=q), tuple(rows), undefined=undefined)


def core(graph: nx.Graph[str], p: int, q: int) -> frozenset[str]:
    """Return the nodes of the (p, q)-core of a two-mode graph; there may be none."""
    return _Peeled(graph).down_to(p, q)


class _Peeled:
    """What is left of a graph while whoever has too few ties is taken away."""

    def __init__(self, graph: nx.Graph[str]) -> None:
        self.graph, self.left, self.ties = graph, set(graph), dict(graph.degree())
        self.is_actor = {node: graph.nodes[node][SIDE] == ACTOR for node in graph}

    def down_to(self, p: int, q: int) -> frozenset[str]:
        waiting = [node for node in self.left if self.ties[node] < (p if self.is_actor[node] else q)]
        self.left.difference_update(waiting)
        while waiting:
            for other in self.graph[waiting.pop()]:
                self.ties[other] -= 1
                if other in self.left and self.ties[other] < (p if self.is_actor[other] else q):
                    self.left.remove(other)
                    waiting.append(other)
        return frozenset(self.left)

    def least(self, *, of_actors: bool) -> int:
        """Return the fewest ties that an actor, or a venue, has among those left."""
        return min(self.ties[node] for node in self.left if self.is_actor[node] is of_actors)


def _wanted(view: View, p: int | None, q: int | None) -> list[Core]:
    graph = view.graph
    if p is not None and q is not None:
        return [(p, q, found)] if (found := core(graph, p, q)) else []
    if p is not None or q is not None:
        return [best] if (best := _highest(graph, p, q)) else []
    rows: list[Core] = []
    while best := _highest(graph, rows[-1][0] + 1 if rows else 1):
        if rows and rows[-1][1] == best[1]:
            rows.pop()  # as many actors a venue, and more venues an actor
        rows.append(best)
    return rows


def _highest(graph: nx.Graph[str], p: int | None = None, q: int | None = None) -> Core | None:
    """Return the core of the highest q for a p, or of the highest p for a q, that has anybody."""
    peeled, given, of_actors = _Peeled(graph), p or q or 1, p is None
    found, free = frozenset[str](), 0
    while closer := peeled.down_to(free + 1, given) if of_actors else peeled.down_to(given, free + 1):
        found, free = closer, peeled.least(of_actors=of_actors)
    if not found:
        return None
    return (free, given, found) if of_actors else (given, free, found)


def _row(view: View, p: int, q: int, found: frozenset[str]) -> TwoModeCoresRow:
    members, venues = ([node for node in sorted(found) if (view.graph.nodes[node][SIDE] == ACTOR) is wanted] for wanted in (True, False))
    return {
        "venues_each": p,
        "actors_each": q,
        "size": len(members),
        "members": members,
        "names": names(view, members),
        "venues": venues,
        "venue_names": names(view, venues),
        "parts": nx.number_connected_components(view.graph.subgraph(found)),
    }
