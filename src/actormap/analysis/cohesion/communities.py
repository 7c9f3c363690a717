"""Who works closely together: the communities of a view, found with a fixed seed, and how far they hang on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Any, ClassVar, NotRequired

import networkx as nx

from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.graph.attributes import WEIGHT
from actormap.graph.views import View
from actormap.model.records import Snapshot


class CommunitiesRow(NodeRow):
    """A row of `Communities`."""

    community: int
    sub: NotRequired[str]


@dataclass(frozen=True)
class Communities(Result[CommunitiesRow]):
    """Nodes with the number of their community; community 1 is the largest.

    A row has id, name, kind and `community`; with two levels also `sub`, such as "1.2", the number of the smaller circle within it.
    `modularity` says how clearly they part, None without ties. `stability` says how far other seeds give the same: the mean adjusted Rand
    index of `runs` seeds, 1 if all agree and 0 if they agree no more than chance; None if it was not asked for.
    """

    name: ClassVar[str] = "communities"
    header: ClassVar[tuple[str, ...]] = ("id", "name", "kind", "community")

    modularity: float | None = None
    stability: float | None = None

    def figures(self) -> Mapping[str, Any]:
        """Return how many communities there are, how clearly they part, and how far other seeds give the same."""
        number = len(set(self.membership().values()))
        return {"communities": number, "modularity": self.modularity, "stability": self.stability}

    def membership(self) -> Mapping[str, int]:
        """Return each node's community number."""
        return {row["id"]: row["community"] for row in self.rows}


def spread(membership: Mapping[str, int], snapshot: Snapshot) -> Mapping[str, int]:
    """Return the membership, extended to the nodes that stand in no view: each joins the community that most of its neighbours are in.

    Neighbours of neighbours follow in later rounds; among equals the community with the lower number wins. Who is tied to nobody stays out.
    """
    neighbours: dict[str, set[str]] = {}
    for tie in snapshot.relationships:
        neighbours.setdefault(tie.source, set()).add(tie.target)
        neighbours.setdefault(tie.target, set()).add(tie.source)
    joined = dict(membership)
    waiting = sorted(node for node in neighbours if node not in joined)
    while waiting:
        votes = {node: Counter(joined[other] for other in neighbours[node] if other in joined) for node in waiting}
        new = {node: min((-times, number) for number, times in count.items())[1] for node, count in votes.items() if count}
        if not new:
            break
        joined |= new
        waiting = [node for node in waiting if node not in new]
    return joined


def find(view: View, *, seed: int = 7, resolution: float = 1.0, runs: int = 0, levels: int = 1) -> Communities:
    """Return the communities of a view by the Louvain method (Blondel et al. 2008), the same for the same seed.

    On the two-mode view modularity is that of the simple graph, so actors and venues share communities; in a weighted view a weight is a
    strength. `runs` of two or more measures the stability over so many seeds, `seed` and those after it. With `levels=2` each community
    is parted again by the same method, looked at alone; one that does not part has one circle.
    """
    ordered = _partition(view.graph, seed, resolution, weighted=view.weighted)
    weight = WEIGHT if view.weighted else None
    ties = view.graph.number_of_edges()
    modularity = nx.community.modularity(view.graph, map(set, ordered), weight=weight, resolution=resolution) if ties else None
    rows = [_row(view, node, number) for number, group in enumerate(ordered, start=1) for node in group]
    if levels > 1:
        circles = _circles(view, ordered, seed, resolution)
        for row in rows:
            row["sub"] = f"{row['community']}.{circles[row['id']]}"
    context = Context.of(view, seed=seed, resolution=resolution, runs=runs, levels=levels)
    stability = _stability(view, seed, resolution, runs) if ties and runs > 1 else None
    return Communities(context, tuple(rows), modularity=modularity, stability=stability)


def _row(view: View, node: str, number: int) -> CommunitiesRow:
    about = described(view, node)
    return {"id": about["id"], "name": about["name"], "kind": about["kind"], "community": number}


def adjusted_rand(one: Sequence[int], other: Sequence[int]) -> float:
    """Return how far two partitions of the same nodes agree: 1 if they are the same, about 0 if no further than by chance.

    Each is a list of group numbers, the nodes in the same order (Hubert & Arabie 1985). Where chance itself must agree, as with two
    partitions that put all nodes together, it is 1.
    """
    together = _pairs(Counter(zip(one, other, strict=True)).values())
    a, b, every = _pairs(Counter(one).values()), _pairs(Counter(other).values()), comb(len(one), 2)
    by_chance = a * b / every if every else 0.0
    most = (a + b) / 2
    return 1.0 if most == by_chance else (together - by_chance) / (most - by_chance)


def _partition(graph: nx.Graph[str], seed: int, resolution: float, *, weighted: bool) -> list[list[str]]:
    if not graph:
        return []
    found = nx.community.louvain_communities(graph, weight=WEIGHT if weighted else None, seed=seed, resolution=resolution)
    groups = [sorted(group) for group in found]
    return sorted(groups, key=lambda group: (-len(group), group))


def _circles(view: View, groups: Iterable[Sequence[str]], seed: int, resolution: float) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for group in groups:
        # A subgraph of networkx goes through a set, whose order is not the same from one run to the next.
        alone: nx.Graph[str] = nx.Graph()
        alone.add_nodes_from(group)
        alone.add_edges_from((a, b, about) for a, b, about in view.graph.edges(data=True) if a in alone and b in alone)
        for number, circle in enumerate(_partition(alone, seed, resolution, weighted=view.weighted), start=1):
            numbers |= dict.fromkeys(circle, number)
    return numbers


def _stability(view: View, seed: int, resolution: float, runs: int) -> float:
    numbered = []
    for other in range(seed, seed + runs):
        groups = _partition(view.graph, other, resolution, weighted=view.weighted)
        number = {node: i for i, group in enumerate(groups) for node in group}
        numbered.append([number[node] for node in view.graph])
    found = [adjusted_rand(one, other) for one, other in combinations(numbered, 2)]
    return sum(found) / len(found)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(comb(size, 2) for size in sizes)
