"""Who works closely together: the communities of a view, the best of several seeds, how far they hang on the seed and how far on chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from random import Random
from typing import Any, ClassVar, NotRequired

from actormap.analysis.centrality import scores as why
from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.graph import leiden
from actormap.graph.attributes import ACTOR, SIDE, WEIGHT
from actormap.graph.rewiring import rewired
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Snapshot

RUNS = 20
EFFORT = 20_000  # ties times seeds that are tried unasked
RANDOM_RUNS, MOST_FOR_CHANCE = 3, 1000  # seeds for each random network, and ties beyond which there is none


class CommunitiesRow(NodeRow):
    """A row of `Communities`."""

    community: int
    stays: NotRequired[float]
    sub: NotRequired[str]


@dataclass(frozen=True)
class Communities(Result[CommunitiesRow]):
    """Nodes with the number of their community; community 1 is the largest.

    A row has id, name, kind and `community`; where several seeds were tried also `stays`, how far its community is the same with other
    seeds: the mean, over them, of the share of those in either that are in both. With two levels it has `sub`, such as "1.2", the number of
    the smaller circle within the community.
    `modularity` says how clearly they part, None without ties. `stability` says how far other seeds give the same: the mean adjusted Rand
    index of the seeds, 1 if all agree and 0 if they agree no more than chance; None if one alone was tried. `expected` is the mean
    modularity of random networks in which every node has as many ties, `upper` the share of them, this one counted among them, that reach
    as far; None if it was not asked for.
    """

    name: ClassVar[str] = "communities"
    by_strength: ClassVar[bool] = True
    header: ClassVar[tuple[str, ...]] = ("id", "name", "kind", "community")

    modularity: float | None = None
    stability: float | None = None
    expected: float | None = None
    upper: float | None = None

    def figures(self) -> Mapping[str, Any]:
        """Return how many communities there are, how clearly they part, what chance would give, and how far other seeds give the same."""
        chance = {"expected": self.expected, "upper": self.upper} if self.context.parameters["random_networks"] else {}
        number = len(set(self.membership().values()))
        return {"communities": number, "modularity": self.modularity, **chance, "stability": self.stability}

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


def find(
    view: View, *, seed: int = 7, resolution: float = 1.0, runs: int | None = None, levels: int = 1, random_networks: int = 0
) -> Communities:
    """Return the communities of a view by the Leiden method (Traag, Waltman & van Eck 2019), the best of several seeds.

    On the two-mode view modularity is Barber's (2007), which expects no tie within a side, so actors and venues share communities;
    otherwise that of Newman and Girvan (2004), and in a weighted view a weight is a strength. The seeds are `seed` and those after it, so
    the same seed gives the same: 20 unless `runs` says otherwise, fewer where there are more than a thousand ties. Every other one begins
    with the nodes dealt by lot. Of equally good partitions the first found is kept. With `levels=2` each community is parted again by the
    same method, looked at alone; one that does not part has one circle.
    `random_networks` are made, by changing the ends of ties, to tell what chance would give, for each the best of three seeds; of more than
    a thousand ties there is none.
    """
    ties = view.graph.number_of_edges()
    tried = max(1, runs if runs is not None else min(RUNS, EFFORT // max(ties, 1)))
    network, nodes = _network(view, list(view.graph), resolution), list(view.graph)
    found = _partitions(network, seed, tried)
    best = max(found, key=lambda partition: partition[0])[1] if nodes else []
    ordered = leiden.groups(best, nodes)
    rows = [_row(view, node, number) for number, group in enumerate(ordered, start=1) for node in group]
    rows.sort(key=lambda row: (row["community"], alphabetical(row["name"]), row["id"]))
    if tried > 1:
        stays = dict(zip(nodes, _stays(best, [membership for _, membership in found]), strict=True))
        for row in rows:
            row["stays"] = stays[row["id"]]
    if levels > 1:
        circles = _circles(view, ordered, seed, resolution, tried)
        for row in rows:
            row["sub"] = f"{row['community']}.{circles[row['id']]}"
    context = Context.of(view, seed=seed, resolution=resolution, runs=tried, levels=levels, random_networks=random_networks)
    if not ties:
        return Communities(context, tuple(rows), undefined=dict.fromkeys(("modularity", "stability"), why.NO_TIES))
    modularity = network.quality(best)
    by_chance = _by_chance(view, network, seed, random_networks) if ties <= MOST_FOR_CHANCE else []
    too_large = random_networks and ties > MOST_FOR_CHANCE
    reached = 1 + sum(each >= modularity - leiden.SAME_GAIN for each in by_chance)
    return Communities(
        context,
        tuple(rows),
        undefined={"expected": "too_large_for_chance", "upper": "too_large_for_chance"} if too_large else {},
        modularity=modularity,
        stability=_stability([membership for _, membership in found]) if tried > 1 else None,
        expected=sum(by_chance) / len(by_chance) if by_chance else None,
        upper=reached / (1 + len(by_chance)) if by_chance else None,
    )


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


def _network(view: View, nodes: Sequence[str], resolution: float) -> leiden.TieStrengths:
    """Return some nodes of a view, and the ties between them, as the algorithm takes them."""
    place = {node: i for i, node in enumerate(nodes)}
    around = ({place[other]: about for other, about in view.graph.adj[node].items() if other in place and other != node} for node in nodes)
    ties = [{other: about[WEIGHT] if view.weighted else 1.0 for other, about in each.items()} for each in around]
    return leiden.TieStrengths.of(ties, _sides(view, nodes), resolution)


def _sides(view: View, nodes: Iterable[str]) -> list[bool] | None:
    return [view.graph.nodes[node][SIDE] == ACTOR for node in nodes] if view.two_mode else None


def _partitions(network: leiden.TieStrengths, seed: int, runs: int) -> list[tuple[float, list[int]]]:
    """Return what each of some seeds finds, with how good it is."""
    if not network.ties:
        return []
    found = (leiden.partition(network, seed + run, scattered=run % 2 == 1) for run in range(runs))
    # What differs by rounding alone is equally good, and then the first is kept.
    return [(round(network.quality(membership), 10), membership) for membership in found]


def _circles(view: View, groups: Iterable[Sequence[str]], seed: int, resolution: float, runs: int) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for group in groups:
        found = _partitions(_network(view, group, resolution), seed, runs)
        best = max(found, key=lambda partition: partition[0])[1]
        for number, circle in enumerate(leiden.groups(best, group), start=1):
            numbers |= dict.fromkeys(circle, number)
    return numbers


def _stays(best: Sequence[int], others: Sequence[Sequence[int]]) -> list[float]:
    """Return for each node the mean share of those in its community, here or there, that are in both."""
    sums, own = [0.0] * len(best), Counter(best)
    for other in others:
        sizes, common = Counter(other), Counter(zip(best, other, strict=True))
        for node, (here, there) in enumerate(zip(best, other, strict=True)):
            both = common[here, there]
            sums[node] += both / (own[here] + sizes[there] - both)
    return [each / len(others) for each in sums]


def _stability(numbered: Sequence[Sequence[int]]) -> float:
    found = [adjusted_rand(one, other) for one, other in combinations(numbered, 2)]
    return sum(found) / len(found)


def _by_chance(view: View, network: leiden.TieStrengths, seed: int, networks: int) -> list[float]:
    """Return the modularity of the best partitions of random networks with the same number of ties at every node."""
    sides = _sides(view, view.graph)
    pairs = [(one, other) for one, around in enumerate(network.ties) for other in around if (sides[one] if sides else one < other)]
    weights = [network.ties[one][other] for one, other in pairs]
    found = []
    for number in range(networks):
        ties: list[dict[int, float]] = [{} for _ in network.ties]
        for (one, other), weight in zip(rewired(pairs, Random(seed + number), two_mode=view.two_mode), weights, strict=True):  # noqa: S311
            ties[one][other] = ties[other][one] = weight
        of_chance = leiden.TieStrengths.of(ties, sides, network.resolution)
        found.append(max(quality for quality, _ in _partitions(of_chance, seed, RANDOM_RUNS)))
    return found


def _pairs(sizes: Iterable[int]) -> int:
    return sum(comb(size, 2) for size in sizes)
