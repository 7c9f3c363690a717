"""All graphs of up to six nodes as views of actors, and what is worked out on them the long way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, combinations
from random import Random

import networkx as nx

from actormap.graph.views import View
from tests.graphs import actor, network, snapshot, tie, view

LARGEST = 6
SIZES = range(LARGEST + 1)


def actors_view(graph: nx.Graph, kinds: dict | None = None) -> View:
    """Return a view `actors` with just the nodes and ties of a graph: a tie is a network of two, who has none is alone in one."""
    kinds = kinds or {}
    nodes = [actor(str(node), kinds.get(node, "region")) for node in graph]
    meetings = [tuple(map(str, pair)) for pair in graph.edges()] + [(str(node),) for node in nx.isolates(graph)]
    venues = [network(f"venue {i}") for i in range(len(meetings))]
    ties = [tie(who, "member_of", venue.id) for venue, pair in zip(venues, meetings, strict=True) for who in pair]
    return view(snapshot([*nodes, *venues], *ties), "actors")


@dataclass(frozen=True)
class Small:
    """A small graph, the view of it, and its sets of nodes."""

    graph: nx.Graph

    @cached_property
    def view(self) -> View:
        return actors_view(self.graph)

    def sets(self, sizes: Iterable[int] | None = None) -> Iterator[tuple[str, ...]]:
        chosen = range(1, len(self.graph) + 1) if sizes is None else sizes
        return chain.from_iterable(combinations(sorted(self.graph), size) for size in chosen)

    @cached_property
    def distances(self) -> dict[str, dict[str, int]]:
        return dict(nx.all_pairs_shortest_path_length(self.graph))

    @cached_property
    def shortest_paths(self) -> dict[tuple[str, str], list[list[str]]]:
        pairs = combinations(sorted(self.graph), 2)
        return {(a, b): list(nx.all_shortest_paths(self.graph, a, b)) for a, b in pairs if b in self.distances[a]}

    def steps(self, group: Iterable[str], node: str) -> float:
        return min((self.distances[member].get(node, float("inf")) for member in group), default=float("inf"))

    @cache  # noqa: B019  (there are two hundred of these graphs, and they live as long as the tests)
    def without(self, gone: tuple[str, ...]) -> Small:
        return Small(self.graph.subgraph(set(self.graph) - set(gone)))


@cache
def of_size(nodes: int) -> tuple[Small, ...]:
    """Return every graph of so many nodes, connected or not."""
    named = [nx.relabel_nodes(graph, {i: "abcdefg"[i] for i in graph}) for graph in nx.graph_atlas_g() if len(graph) == nodes]
    return tuple(map(Small, named))


@cache
def some_of_size(nodes: int) -> tuple[Small, ...]:
    """Return every graph of up to five nodes, and twenty-five of the 156 of six: for claims about every set of every graph."""
    every = of_size(nodes)
    return every if nodes < LARGEST else tuple(Random(7).sample(every, 25))  # noqa: S311  # a choice is no secret


def fragmentation(small: Small) -> float | None:
    n = len(small.graph)
    together = sum(len(part) * (len(part) - 1) for part in nx.connected_components(small.graph))
    return 1 - together / (n * (n - 1)) if n > 1 else None


def distance_fragmentation(small: Small) -> float | None:
    n = len(small.graph)
    nearness = sum(1 / steps for a, others in small.distances.items() for b, steps in others.items() if a != b)
    return 1 - nearness / (n * (n - 1)) if n > 1 else None


def distance_reach(small: Small, group: Iterable[str], *, outsiders_only: bool = False) -> float:
    near = [1 / max(1, small.steps(group, node)) for node in small.graph if not (outsiders_only and node in group)]
    return sum(near) / len(small.graph)


def m_reach(small: Small, group: Iterable[str], m: int, *, outsiders_only: bool = False) -> int:
    return sum(small.steps(group, node) <= m for node in small.graph if not (outsiders_only and node in group))


def group_betweenness(small: Small, group: Iterable[str]) -> float:
    members = set(group)
    return sum(
        sum(not members.isdisjoint(path) for path in found) / len(found)
        for (a, b), found in small.shortest_paths.items()
        if a not in members and b not in members
    )
