"""Distances in steps, from every node at once: a breadth-first search in which each source is one bit of a word.

Steps count ties; a weight plays no part in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from actormap.graph.views import View

Words = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

BITS = 64
BLOCK = 64 * BITS  # so many sources at once keep what is in hand to a few times the ties
_SET_BITS = np.array([byte.bit_count() for byte in range(256)], dtype=np.uint8)


@dataclass(frozen=True)
class Ground:
    """Whom each node is tied to, as numbers: nodes are counted from 0 in the view's order."""

    neighbours: tuple[Ints, ...]

    @classmethod
    def of(cls, view: View) -> Ground:
        """Return the ground of a view."""
        place = {node: i for i, node in enumerate(view.graph)}
        return cls(tuple(np.array([place[other] for other in view.graph[node] if other != node], dtype=np.int64) for node in view.graph))

    @property
    def size(self) -> int:
        """Return how many nodes there are."""
        return len(self.neighbours)

    def search(self, sources: Ints, gone: Flags | None = None) -> Iterator[tuple[int, Words]]:
        """Yield each number of steps with what is reached in just so many, from 1 upwards, until nothing more is.

        What is reached is an array by node, case and word: bit s of a node's words is set when it is that far from source s.
        `gone` is one row a case and one column a node: the nodes that are not there in that case; without it there is one case, complete.
        """
        if gone is None:
            gone = np.zeros((1, self.size), dtype=bool)
        absent, order = gone.T, np.arange(len(sources))
        seen = np.zeros((*absent.shape, -(-len(sources) // BITS)), dtype=np.uint64)
        seen[sources, :, order // BITS] = (np.uint64(1) << (order % BITS).astype(np.uint64))[:, None]
        seen[absent] = 0
        open_to = np.where(absent[..., None], np.uint64(0), ~seen)
        fresh, steps = seen, 0
        while fresh.any():
            if steps:
                yield steps, fresh
            steps += 1
            reached = np.zeros_like(fresh)
            for node, tied in enumerate(self.neighbours):
                # A loop over nodes beats one call for all: within a row the words of all cases lie side by side.
                np.bitwise_or.reduce(fresh[tied], axis=0, out=reached[node])
            fresh = reached & open_to
            open_to &= ~fresh

    def counts(self, gone: Flags | None = None) -> Iterator[tuple[int, Ints]]:
        """Yield numbers of steps with how many others each node has at just that distance: an array by case and node.

        Large grounds are searched a block of sources at a time, so the same number of steps may come again.
        """
        for first in range(0, self.size, BLOCK):
            for steps, fresh in self.search(np.arange(first, min(first + BLOCK, self.size)), gone):
                yield steps, _SET_BITS[fresh.view(np.uint8)].sum(axis=2, dtype=np.int64).T

    def distances(self, sources: Ints | None = None) -> Floats:
        """Return the steps from each source (a row) to each node, infinite where there is no path."""
        wanted = np.arange(self.size) if sources is None else sources
        found = np.full((len(wanted), self.size), np.inf)
        for first in range(0, len(wanted), BLOCK):
            block = wanted[first : first + BLOCK]
            rows = found[first : first + BLOCK]
            rows[np.arange(len(block)), block] = 0
            for steps, fresh in self.search(block):
                flags = np.unpackbits(fresh[:, 0].astype("<u8").view(np.uint8), axis=1, bitorder="little")[:, : len(block)]
                rows[flags.T.astype(bool)] = steps
        return found
