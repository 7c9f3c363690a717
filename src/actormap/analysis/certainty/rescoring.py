"""The scores of a view when some of its ties are gone: counted again and again from its tie list, without building the view anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from actormap.analysis.centrality import measures
from actormap.graph import shortest_paths
from actormap.graph.attributes import ACTOR, KIND, NAME, SIDE, TIES, VENUE
from actormap.graph.projection import projection
from actormap.graph.views import View

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from actormap.model.records import Relationship

Pair = tuple[str, str]
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
FAST = frozenset(name for name, measure in measures.MEASURES.items() if measure.recount)
ON_PATHS = frozenset(name for name, measure in measures.MEASURES.items() if measure.recount == "paths")
DAMPING = 0.85
PRECISION = 1e-28  # of the squared error PageRank starts with: about fourteen digits


class Rescorer:
    """Scores the nodes of a view on any part of a tie list.

    `nodes` begins with the nodes of the view's graph; in the `actors` view the venues follow. Measures with a `recount` are counted on
    sparse matrices; others, and all of them in a weighted view, are scored on a graph built for the purpose, which takes longer.
    Nodes and ties may be imagined: `actors` is then how many of the nodes, the first, are actors, and `patterns` gives an imagined tie the
    known one whose strength it has.
    """

    def __init__(
        self,
        view: View,
        nodes: Sequence[str],
        ties: Sequence[Pair],
        names: Sequence[str],
        *,
        normalised: bool = True,
        actors: int | None = None,
        patterns: Mapping[Pair, Pair] | None = None,
    ) -> None:
        self.view, self.nodes, self.ties, self.names, self.normalised = view, nodes, ties, names, normalised
        self.actors, self.patterns = len(view.actors) if actors is None else actors, patterns or {}
        # What is ranked: the nodes of the graph, and those of its sides that are imagined.
        self.shown = len(nodes) if view.name != "actors" else self.actors
        self.fast = frozenset() if view.weighted else FAST.intersection(names)
        place = {node: number for number, node in enumerate(nodes)}
        self.ends = np.array([(place[a], place[b]) for a, b in ties], dtype=np.intp).reshape(-1, 2)
        self.acting, self.known = frozenset(nodes[: self.actors]), frozenset(ties)
        self.hops = self._hops()

    def scores(self, alive: Flags, out_of_time: Callable[[], bool] = lambda: False) -> tuple[Mapping[str, Numbers], Flags] | None:
        """Return every measure's scores and which nodes have a tie, both in the order of nodes; None if time ran out.

        Degree, betweenness and harmonic are raw: within a side the normalised ones differ by a factor only. Undefined is NaN, and
        a node that has lost all its ties has no place in the view any more: its score means nothing.
        """
        degree = self._degree(alive)
        found: dict[str, Numbers] = {"degree": degree}
        hops = self._filled(alive) if self.fast - {"degree"} else []
        if self.fast & ON_PATHS:
            sums = shortest_paths.count(hops, between="betweenness" in self.fast, out_of_time=out_of_time)
            if sums is None:
                return None
            found |= {"betweenness": sums.between, "harmonic": sums.inverse, "closeness": self._closeness(sums)}
        if "pagerank" in self.fast:
            found["pagerank"] = _pagerank(hops, degree)
        slow = [name for name in self.names if name not in self.fast]
        if slow:
            part = self.part(alive)
            for name in slow:
                found[name] = self.as_array(measures.measure(name).score(part, self.normalised))
        return {name: found[name] for name in self.names}, degree > 0

    def as_array(self, values: Mapping[str, float | None]) -> Numbers:
        """Return scores by id in the order of nodes, NaN where there is none."""
        return np.array([values.get(node) for node in self.nodes[: self.shown]], dtype=np.float64)

    def tied(self, alive: Flags) -> Flags:
        """Return which nodes have a tie."""
        return self._degree(alive) > 0

    def _degree(self, alive: Flags) -> Numbers:
        if self.view.name == "actors":
            return np.asarray(self._filled(alive)[0].sum(axis=0), dtype=np.float64)
        ends = np.sort(self.ends[np.asarray(alive, dtype=bool)], axis=1)
        ends = np.unique(ends, axis=0) if self.view.arcs else ends  # a mutual tie may stand there both ways
        return np.bincount(ends.ravel(), minlength=len(self.nodes)).astype(np.float64)

    def _hops(self) -> list[_Matrix]:
        rows, columns = self.ends[:, 0], self.ends[:, 1]
        if self.view.name == "all":
            twice = np.concatenate([np.arange(len(rows))] * 2)
            return [_Matrix(np.concatenate([rows, columns]), np.concatenate([columns, rows]), twice, (self.shown, self.shown))]
        direct = np.flatnonzero(columns < self.actors)
        numbers = np.flatnonzero(columns >= self.actors)
        one, other, twice = rows[direct], columns[direct], np.concatenate([direct, direct])
        rows, columns = rows[numbers], columns[numbers] - self.actors
        shape = (self.actors, len(self.nodes) - self.actors)
        between = [_Matrix(np.concatenate([one, other]), np.concatenate([other, one]), twice, (self.actors, self.actors))]
        hops = [_Matrix(columns, rows, numbers, shape[::-1]), _Matrix(rows, columns, numbers, shape)]
        return hops + (between if self.view.name == "actors" else [])

    def _filled(self, alive: Flags) -> list[csr_array]:
        hops = [template.fill(alive) for template in self.hops]
        if self.view.name != "actors":
            return hops
        from scipy.sparse import coo_array

        shared = (hops[1] @ hops[0] + hops[2]).tocoo()
        others = (shared.row != shared.col) & (shared.data > 0)
        pairs = (shared.row[others], shared.col[others])
        return [coo_array((np.ones(len(pairs[0])), pairs), shape=shared.shape).tocsr()]

    def _closeness(self, sums: shortest_paths.Paths) -> Numbers:
        power = (1 if self.view.two_mode else 2) if self.normalised else 0
        weight = sums.reached**power
        return np.divide(weight, sums.distance, out=np.full_like(weight, np.nan), where=sums.reached > 0)

    def part(self, alive: Flags) -> View:
        """Return the view with only the ties that are left, and the nodes that have one."""
        graph: nx.Graph[str] = nx.Graph()
        kept = [pair for pair, here in zip(self.ties, alive, strict=True) if here]
        for node in sorted({end for pair in kept for end in pair}):
            side = ACTOR if node in self.acting else VENUE
            graph.add_node(node, **(self.view.graph.nodes.get(node) or {NAME: node, KIND: side, SIDE: side}))
        direct: dict[Pair, list[Relationship]] = {}
        for pair in kept:
            if self.view.name == "actors" and self.acting.issuperset(pair):
                direct.setdefault((min(pair), max(pair)), []).extend(self._makers(self.patterns.get(pair, pair)))
            else:
                graph.add_edges_from([pair], **{TIES: ()})
        if self.view.name == "actors":
            graph = projection(graph, direct, weighted=self.view.weighted)
            graph.remove_nodes_from([node for node, others in graph.degree() if not others])
        arcs = {pair: self.view.arcs.get(self.patterns.get(pair, pair)) for pair in kept} if self.view.arcs else {}
        return replace(self.view, graph=graph, kept_arcs={pair: strong for pair, strong in arcs.items() if strong is not None})

    def _makers(self, pair: Pair) -> list[Relationship]:
        """Return the relationships of a direct tie, those with a venue left out; where direction matters, those that go its way."""
        made = [self.view.made_of[name] for name in self.view.graph.edges[pair][TIES]]
        ends = [(self.view.lifted.get(tie.source, tie.source), self.view.lifted.get(tie.target, tie.target)) for tie in made]
        both_ways = pair[::-1] in self.known
        return [tie for tie, way in zip(made, ends, strict=True) if way == pair or (way == pair[::-1] and not both_ways)]


class _Matrix:
    """A sparse matrix of ones where a tie that is there stands, however many stand in one place."""

    def __init__(self, rows: NDArray[np.intp], columns: NDArray[np.intp], tie: NDArray[np.intp], shape: tuple[int, int]) -> None:
        self.rows, self.columns, self.tie, self.shape = rows, columns, tie, shape

    def fill(self, alive: Flags) -> csr_array:
        from scipy.sparse import coo_array

        here = np.asarray(alive, dtype=bool)[self.tie]
        matrix = coo_array((np.ones(int(here.sum())), (self.rows[here], self.columns[here])), shape=self.shape).tocsr()
        matrix.data[:] = 1
        return matrix


def _pagerank(hops: Sequence[csr_array], degree: Numbers) -> Numbers:
    """Return PageRank among the nodes that have a tie, by conjugate gradients on its symmetric form.

    With x = D y PageRank is (D - d A) y = (1 - d) / n; scaled by the root of the degrees on both sides the matrix has a condition
    number of at most (1 + d) / (1 - d), about 12, so some thirty steps give all digits.
    """
    tied = degree > 0
    half = np.zeros_like(degree)
    half[tied] = degree[tied] ** -0.5
    rest: Numbers = (1 - DAMPING) / max(1, tied.sum()) * half
    found: Numbers = np.zeros_like(rest)
    step, error = rest.copy(), float(rest @ rest)
    enough = error * PRECISION
    while error > enough:
        ahead = step - DAMPING * half * _times(hops, half * step)
        stride = error / float(step @ ahead)
        found += stride * step
        rest -= stride * ahead
        error, before = float(rest @ rest), error
        step = rest + error / before * step
    found[tied] /= half[tied]
    return found


def _times(hops: Sequence[csr_array], vector: Numbers) -> Numbers:
    if len(hops) == 1:
        return np.asarray(hops[0] @ vector)
    first = hops[0].shape[1]
    return np.concatenate([hops[1] @ vector[first:], hops[0] @ vector[:first]])
