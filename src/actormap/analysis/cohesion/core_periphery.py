"""The core and the edge of a network (Borgatti & Everett 1999): the discrete model, in which ties between core and edge do not count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from actormap.analysis.centrality import scores as why
from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.graph.attributes import SIDE
from actormap.graph.distances import Flags, Floats
from actormap.graph.matrices import strengths
from actormap.graph.views import View
from actormap.model.ordering import alphabetical

EXACT_NODES = 18
RANDOM_STARTS = 10
SAME_VALUE = 1e-9


class CoreRow(NodeRow):
    """A row of `Core`."""

    side: str
    core: bool | None


@dataclass(frozen=True)
class Core(Result[CoreRow]):
    """Nodes with whether they are in the core, the core first, then in order of name.

    A row has id, name, kind, side and `core`, true or false, None if there is none. `correlation` is that of the ties with the pattern in
    which all in the core are tied to each other and none in the edge are. `optimal` says whether all ways
    to part the nodes were looked at; `optima` is then how many are equally good, of which the first by id is shown.
    """

    name: ClassVar[str] = "core"
    by_strength: ClassVar[bool] = True
    header: ClassVar[tuple[str, ...]] = tuple(CoreRow.__annotations__)

    correlation: float | None = None
    optimal: bool = True
    optima: int | None = None

    def figures(self) -> Mapping[str, Any]:
        """Return how well the pattern fits, whether it is proven that none fits better, and how many fit as well."""
        return {"correlation": self.correlation, "optimal": self.optimal, "optima": self.optima}


@dataclass(frozen=True)
class _Sums:
    """What a partition's correlation follows from; each is an array with one number a partition.

    `inside` and `outside` are the strengths of the ties within core and edge, `squares` those of both squared, `core` and `edge` how many
    nodes of each side they have.
    """

    inside: Floats
    outside: Floats
    squares: Floats
    core: tuple[Floats, ...]
    edge: tuple[Floats, ...]

    def correlation(self) -> Floats:
        """Return Pearson's correlation of the ties with the pattern, -inf where there is none."""
        in_core, in_edge = _pairs(self.core), _pairs(self.edge)
        spread = in_core * in_edge * ((in_core + in_edge) * self.squares - (self.inside + self.outside) ** 2)
        rise = in_edge * self.inside - in_core * self.outside
        found: Floats = np.divide(rise, np.sqrt(np.maximum(spread, 0)), out=np.full_like(rise, -np.inf), where=spread > SAME_VALUE)
        return found


def find(view: View, *, seed: int = 7, exact_nodes: int = EXACT_NODES) -> Core:
    """Return the core of a view: the partition with whose pattern the ties correlate best, over the pairs that are not core against edge.

    Up to `exact_nodes` nodes all partitions are compared; beyond that it is the best of several climbs, from the nodes with most ties and
    from seeded random starts, one node moved at a time. On the two-mode view the pairs are those of an actor and a venue, so that both
    sides have a core (Borgatti & Everett 1997). In a weighted
    view strengths are correlated. Core and edge must each have a pair. Where no partition has a correlation (no ties, or all there can
    be), neither the core nor the correlation is defined.
    """
    ties, actors = strengths(view), set(view.actors)
    is_actor = np.array([node in actors for node in view.graph], dtype=float)
    sides = (is_actor, 1 - is_actor) if view.two_mode else (np.ones_like(is_actor),)
    exact = len(is_actor) <= exact_nodes
    chosen, correlation, optima = _exact(ties.toarray(), sides) if exact else _climbed(ties, sides, seed)
    rows: list[CoreRow] = [
        {**described(view, node), "side": view.graph.nodes[node][SIDE], "core": inside if correlation is not None else None}
        for node, inside in zip(view.graph, chosen.tolist(), strict=True)
    ]
    rows.sort(key=lambda row: (not row["core"], alphabetical(row["name"]), row["id"]))
    undefined = dict.fromkeys(("core", "correlation"), why.NO_CONTRAST) if correlation is None else {}
    context = Context.of(view, seed=seed, exact_nodes=exact_nodes)
    return Core(context, tuple(rows), undefined=undefined, correlation=correlation, optimal=exact, optima=optima)


def _pairs(counts: tuple[Floats, ...]) -> Floats:
    return counts[0] * counts[1] if len(counts) == 2 else counts[0] * (counts[0] - 1) / 2


def _exact(ties: Floats, sides: tuple[Floats, ...]) -> tuple[Flags, float | None, int | None]:
    """Return the best core of all, its correlation, and how many are as good. A core is a number whose bits are its members."""
    inside, squares = _within(ties), _within(ties**2)
    core = tuple(_doubled(side) for side in sides)
    # The edge of a core is the number with all its bits the other way, which stands as far from the end as the core from the start.
    sums = _Sums(inside, inside[::-1], squares + squares[::-1], core, tuple(count[::-1] for count in core))
    found = sums.correlation()
    greatest = float(found.max())
    if np.isneginf(greatest):
        return np.zeros(len(ties), dtype=bool), None, None
    best = np.flatnonzero(found >= greatest - SAME_VALUE)
    members = min([i for i in range(len(ties)) if number >> i & 1] for number in best.tolist())
    chosen = np.zeros(len(ties), dtype=bool)
    chosen[members] = True
    return chosen, greatest, len(best)


def _doubled(values: Floats) -> Floats:
    """Return the sum of the values of each set of nodes, the sets in order of their numbers."""
    sums = np.zeros(1)
    for value in values:
        sums = np.concatenate([sums, sums + value])
    return sums


def _within(ties: Floats) -> Floats:
    """Return the sum of the ties within each set of nodes."""
    sums = np.zeros(1)
    for i in range(len(ties)):
        sums = np.concatenate([sums, sums + _doubled(ties[i, :i])])
    return sums


def _climbed(ties: Any, sides: tuple[Floats, ...], seed: int) -> tuple[Flags, float | None, int | None]:
    best, greatest = np.zeros(ties.shape[0], dtype=bool), -np.inf
    for start in _starts(np.asarray(ties.sum(axis=1)), seed):
        chosen, value = _climb(ties, sides, start)
        if value > greatest + SAME_VALUE:
            best, greatest = chosen, value
    return best, (None if np.isneginf(greatest) else float(greatest)), None


def _starts(degrees: Floats, seed: int) -> Iterator[Flags]:
    n, order, random = len(degrees), np.argsort(-degrees, kind="stable"), np.random.default_rng(seed)
    size = 2
    while size < n:
        yield np.isin(np.arange(n), order[:size])
        size *= 2
    for _ in range(RANDOM_STARTS):
        yield random.random(n) < random.random()


def _climb(ties: Any, sides: tuple[Floats, ...], chosen: Flags) -> tuple[Flags, float]:
    squared, value = ties.multiply(ties).tocsr(), -np.inf
    while True:
        # To move in adds a node's ties to the core and takes those to the edge from it; to move out does the opposite.
        core, turn = chosen.astype(float), np.where(chosen, -1.0, 1.0)
        to_core, to_edge, square_core, square_edge = ties @ core, ties @ (1 - core), squared @ core, squared @ (1 - core)
        squares = (core @ square_core + (1 - core) @ square_edge) / 2
        moved = _Sums(
            core @ to_core / 2 + turn * to_core,
            (1 - core) @ to_edge / 2 - turn * to_edge,
            squares + turn * (square_core - square_edge),
            tuple(side @ core + turn * side for side in sides),
            tuple(side @ (1 - core) - turn * side for side in sides),
        ).correlation()
        best = int(moved.argmax())
        if not moved[best] > value + SAME_VALUE:
            return chosen, value
        chosen, value = chosen.copy(), float(moved[best])
        chosen[best] = not chosen[best]
