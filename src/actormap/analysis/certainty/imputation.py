"""What may be missing from a view: ties and nodes that its statements make likely, imagined again and again (multiple imputation).

Whoever stands among the first by what is known partly does so by luck in what was found. To leave more out does not tell how likely it is
that the true first are the known ones; to put back what may be missing does (Rubin 1987; for networks Wang et al. 2016, Smith, Morgan &
Moody 2022). `benchmarks/calibration.py` measures how well.

- How much: if a share s of all statements is missing, s / (1 - s) of those there are. A missing statement has as many ties that nobody
  else tells of as one of the known ones, drawn by lot, has: its ties hang on one node, and of their other ends as many are unknown to the
  view as would be, were the known statement missing (Good 1953). So may be the node that they hang on.
- Whose: of the known nodes each by its propensity (`propensities`), drawn anew each time. Ties of an actor and a venue, of two actors, and
  so on, each by those of their own sort (the degree-corrected model of Karrer & Newman 2011, without blocks).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from actormap.analysis.certainty.propensities import Numbers, Propensities
from actormap.analysis.certainty.statements import Statements
from actormap.graph.attributes import ACTOR, SIDE, VENUE
from actormap.graph.views import View

Pair = tuple[str, str]
Sort = tuple[str, str]
End = tuple[Sort, int, str]
TRIES = 50  # at a tie that is not there yet, before it is given up: where nearly all ties are there, nearly none is missing


@dataclass(frozen=True, slots=True)
class Imagined:
    """A network as it may be: nodes, the first `actors` of them actors, its ties, and for each imagined one the known one it is like."""

    nodes: tuple[str, ...]
    actors: int
    ties: tuple[Pair, ...]
    patterns: Mapping[Pair, Pair]


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Ties of one sort that a statement group alone tells of, on one node: `hub` is the end at which that stands in each.

    `known` of their other ends have other ties too; `new` says that the hub has none.
    """

    sort: Sort
    hub: int
    ties: tuple[Pair, ...]
    known: int
    new: bool


class _Model:
    """Who has ties of one sort, by end: the nodes, and their propensities. Of two alike the ends are one where ties have no direction."""

    def __init__(self, ties: Sequence[Pair], *, one: bool) -> None:
        columns = list(zip(*ties, strict=True))
        ends = [[*columns[0], *columns[1]]] if one else columns
        self.one = one
        self.nodes: list[list[str]] = []
        self.propensities: list[Propensities] = []
        for names in ends:
            found, counts = np.unique(np.array(names), return_counts=True)
            self.nodes.append(found.tolist())
            self.propensities.append(Propensities(counts))

    def draw(self, chance: np.random.RandomState) -> tuple[_Urn, _Urn]:
        urns = [_Urn(nodes, np.cumsum(of.draw(chance)), chance) for nodes, of in zip(self.nodes, self.propensities, strict=True)]
        return urns[0], urns[-1]


@dataclass(frozen=True, slots=True)
class _Urn:
    nodes: list[str]
    upto: Numbers
    chance: np.random.RandomState

    def one(self) -> str:
        return self.nodes[min(int(np.searchsorted(self.upto, self.chance.random_sample() * self.upto[-1])), len(self.nodes) - 1)]


@dataclass(frozen=True)
class Imputation:
    """A model of what a view lacks if a share of all statements is missing; `draw` gives one network that may be."""

    statements: Statements
    actors: int
    missing: float
    models: Mapping[Sort, _Model] = field(repr=False)
    clusters: tuple[tuple[_Cluster, ...], ...] = field(repr=False)

    @classmethod
    def of(cls, view: View, statements: Statements, share: float, *, directed: bool = False) -> Imputation:
        """Return the model of a view's statements, made with the same `directed`; `share` is that of all statements that is missing."""
        nodes = view.graph.nodes
        sides = {node: nodes[node][SIDE] if node in nodes else VENUE for node in statements.nodes}
        by_sort: dict[Sort, list[Pair]] = {}
        for a, b in statements.ties:
            by_sort.setdefault((sides[a], sides[b]), []).append((a, b))
        models = {sort: _Model(ties, one=sort[0] == sort[1] and not directed) for sort, ties in by_sort.items()}
        clusters = tuple(_clusters(statements, sides, models))
        return cls(statements, len(view.actors), statements.groups * share / (1 - share), models, clusters)

    def draw(self, chance: np.random.RandomState) -> Imagined:
        """Return the network with what may be missing from it; the ends of its imagined nodes are in no view."""
        return _Draw(self, chance).network()


class _Draw:
    """One network that may be, while it is made."""

    def __init__(self, of: Imputation, chance: np.random.RandomState) -> None:
        self.of, self.chance = of, chance
        self.urns: dict[Sort, tuple[_Urn, _Urn]] = {}
        self.known = of.statements.ties
        self.there = set(self.known)
        self.added: dict[Pair, Pair] = {}
        self.unknown: dict[bool, list[str]] = {True: [], False: []}

    def network(self) -> Imagined:
        count = int(self.of.missing) + (self.chance.random_sample() < self.of.missing % 1)
        for group in (int(self.chance.random_sample() * len(self.of.clusters)) for _ in range(count if self.of.clusters else 0)):
            for cluster in self.of.clusters[group]:
                self._add(cluster)
        nodes, actors, more = self.of.statements.nodes, self.of.actors, self.unknown
        ordered = (*nodes[:actors], *more[True], *nodes[actors:], *more[False])
        return Imagined(ordered, actors + len(more[True]), (*self.known, *self.added), self.added)

    def _add(self, cluster: _Cluster) -> None:
        if cluster.new and not cluster.known:
            return  # of nobody who is known
        if cluster.sort not in self.urns:
            self.urns[cluster.sort] = self.of.models[cluster.sort].draw(self.chance)
        urns, hub = self.urns[cluster.sort], self._unknown(cluster.sort[cluster.hub]) if cluster.new else None
        for _ in range(TRIES):
            centre = hub or urns[cluster.hub].one()
            # One venue may be full where another is not.
            if self._tie(cluster, 0, centre):
                break
        else:
            return
        for place in range(1, len(cluster.ties)):
            for _ in range(TRIES):
                if self._tie(cluster, place, centre):
                    break

    def _tie(self, cluster: _Cluster, place: int, hub: str) -> bool:
        """Add one tie of a cluster to a node, if there is none yet; return whether it is there now and was not."""
        far = 1 - cluster.hub
        other = self.urns[cluster.sort][far].one() if place < cluster.known else self._unknown(cluster.sort[far])
        pair = (hub, other) if cluster.hub == 0 else (other, hub)
        if self.of.models[cluster.sort].one:
            pair = (min(pair), max(pair))
        if hub == other or pair in self.there:
            return False
        self.there.add(pair)
        self.added[pair] = cluster.ties[place]
        return True

    def _unknown(self, side: str) -> str:
        of_side = self.unknown[side == ACTOR]
        of_side.append(f"?{side}{len(of_side)}")
        return of_side[-1]


def _clusters(statements: Statements, sides: Mapping[str, str], models: Mapping[Sort, _Model]) -> Iterator[tuple[_Cluster, ...]]:
    """Yield for each statement group what would be lost without it, on the nodes that it hangs on: the fewer of its ends."""
    sorts: list[Sort] = [(sides[a], sides[b]) for a, b in statements.ties]
    ties_of = Counter(end for pair, sort in zip(statements.ties, sorts, strict=True) for end in _ends(pair, sort, models))
    pairs = np.unique(np.column_stack([statements.tie, statements.group]), axis=0)
    told = np.bincount(pairs[:, 0], minlength=len(statements.ties))
    alone: list[list[int]] = [[] for _ in range(statements.groups)]
    for tie, group in pairs[told[pairs[:, 0]] == 1].tolist():
        alone[group].append(tie)
    for ties in alone:
        lost = Counter(end for tie in ties for end in _ends(statements.ties[tie], sorts[tie], models))
        gone = {end for end, n in lost.items() if n == ties_of[end]}
        hanging: dict[tuple[Sort, int, str], list[Pair]] = {}
        for sort in dict.fromkeys(sorts[tie] for tie in ties):
            own = [statements.ties[tie] for tie in ties if sorts[tie] == sort]
            hub = int(len({b for _, b in own}) <= len({a for a, _ in own}))
            for pair in own:
                hanging.setdefault((sort, hub, pair[hub]), []).append(pair)
        found: list[_Cluster] = []
        for (sort, hub, centre), of in hanging.items():
            known = sum(_ends(pair, sort, models)[1 - hub] not in gone for pair in of)
            found.append(_Cluster(sort, hub, tuple(of), known, _end(sort, hub, centre, models) in gone))
        yield tuple(found)


def _ends(pair: Pair, sort: Sort, models: Mapping[Sort, _Model]) -> tuple[End, End]:
    return _end(sort, 0, pair[0], models), _end(sort, 1, pair[1], models)


def _end(sort: Sort, end: int, node: str, models: Mapping[Sort, _Model]) -> End:
    return sort, 0 if models[sort].one else end, node


def seeded(seed: int) -> np.random.RandomState:
    """Return a generator whose numbers are the same in every version of numpy, which those of its newer ones need not be."""
    return np.random.RandomState(seed % 2**32)
