"""Shortest paths from many nodes at once: what betweenness, closeness and harmonic centrality are counted from.

Brandes' algorithm (2001, A faster algorithm for betweenness centrality) with a column for each source: one product of a sparse and a dense
matrix takes every source a step further, and one takes every dependency a step back. A graph whose ties all join two sides is given as the
two matrices between them, so that a step handles one side only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Numbers = NDArray[np.float64]
CELLS = 1 << 17  # sources are taken so many at a time that one matrix of nodes by sources is about a megabyte


@dataclass(frozen=True, slots=True)
class Paths:
    """For every node: how many others it reaches, the sum of the distances to them and of their inverses, and its raw betweenness."""

    reached: Numbers
    distance: Numbers
    inverse: Numbers
    between: Numbers

    @classmethod
    def none_yet(cls, nodes: int) -> Paths:
        """Return zeros to add to."""
        return cls(np.zeros(nodes), np.zeros(nodes), np.zeros(nodes), np.zeros(nodes))


def count(hops: Sequence[csr_array], *, between: bool = True, out_of_time: Callable[[], bool] = lambda: False) -> Paths | None:
    """Return the path sums of an undirected graph without self-relationships, or None if time ran out.

    `hops` is the adjacency matrix alone, or for a two-mode graph the matrices that lead from the first side to the second and back. Nodes
    of the second side come after those of the first. `between=False` spares the way back, and leaves betweenness zero.
    """
    sizes = [hop.shape[1] for hop in hops]
    sums = [Paths.none_yet(size) for size in sizes]
    width = max(1, CELLS // max(1, *sizes))
    for start, size in enumerate(sizes):
        for first in range(0, size, width):
            if out_of_time():
                return None
            levels = _onwards(hops, sizes, start, slice(first, min(first + width, size)), sums[start])
            if between:
                _back(hops, start, levels, sums)
    every = Paths(*(np.concatenate([getattr(part, name) for part in sums]) for name in Paths.__slots__))
    every.between[:] /= 2  # each unordered pair was met from both its ends
    return every


def _onwards(hops: Sequence[csr_array], sizes: Sequence[int], start: int, sources: slice, sums: Paths) -> list[Numbers]:
    """Return for each distance how many shortest paths lead from each source (a column) to each node of that distance (a row)."""
    here = np.zeros((sizes[start], sources.stop - sources.start))
    here[np.arange(sources.start, sources.stop), np.arange(here.shape[1])] = 1
    unseen = [np.ones((size, here.shape[1])) for size in sizes]
    unseen[start] -= here
    levels, side = [here], start
    while True:
        here = hops[side] @ here
        side = (side + 1) % len(hops)
        here *= unseen[side]
        new = here > 0
        found = new.sum(axis=0)
        if not found.any():
            return levels
        unseen[side][new] = 0
        distance = len(levels)
        sums.reached[sources] += found
        sums.distance[sources] += found * distance
        sums.inverse[sources] += found / distance
        levels.append(here)


def _back(hops: Sequence[csr_array], start: int, levels: Sequence[Numbers], sums: Sequence[Paths]) -> None:
    """Add to each node what of the paths from the sources passes it."""
    beyond: Numbers | float = 0.0
    for distance in range(len(levels) - 1, 1, -1):
        paths = levels[distance]
        share = np.zeros_like(paths)
        np.divide(1 + beyond, paths, out=share, where=paths > 0)
        side = (start + distance) % len(hops)
        beyond = hops[side] @ share
        beyond *= levels[distance - 1]
        sums[(side - 1) % len(hops)].between[:] += beyond.sum(axis=1)
