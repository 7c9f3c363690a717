"""What a set of key players is chosen for: to break the network when it is gone, or to reach it.

An objective values many sets at once, given as rows of node numbers, and can bound what a set may be worth without looking closely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Protocol

import numpy as np

from actormap.analysis.cohesion.connectivity import most_fragmentation
from actormap.analysis.cohesion.fragmentation import fragmentations
from actormap.graph import shortest_paths
from actormap.graph.distances import BITS, Floats, Ground, Ints
from actormap.graph.matrices import adjacency
from actormap.graph.views import View

WORDS_AT_ONCE = 1 << 18
NUMBERS_AT_ONCE = 1 << 22


class Objective(Protocol):
    """Something to be as great as possible."""

    @property
    def submodular(self) -> bool:
        """Return whether a member adds less the more others there are: then what greed gains bounds what anybody can."""

    def values(self, sets: Ints) -> Floats:
        """Return what each set is worth."""

    def bounds(self, sets: Ints) -> Floats:
        """Return for each set a number that its worth does not exceed, found faster than the worth itself."""

    def ceiling(self, candidates: Ints, k: int) -> float:
        """Return a number that the worth of no set of k candidates exceeds."""

    def promise(self) -> Floats:
        """Return for each node how likely it is to be in a good set."""

    def cost(self) -> int:
        """Return how many elementary steps it takes to value one set, roughly."""


@dataclass(frozen=True)
class Removal:
    """How far the view falls apart without the set: F, or D_F by distance."""

    ties: Any
    ground: Ground
    lasting: Any
    by_distance: bool
    submodular: bool = False

    @classmethod
    def of(cls, view: View, k: int, *, by_distance: bool) -> Removal:
        """Return the objective for sets of k.

        Its bounds rest on what no set of k can undo: two nodes that are tied stay tied, and two with more than k neighbours in common keep
        one of them, as long as both are there. `lasting` holds what such a pair adds at least, 1 or 1/2 by distance.
        """
        from scipy import sparse

        ties = adjacency(view)
        shared = (ties @ ties).tocsr()
        shared.setdiag(0)
        near = (shared > k).astype(float) * (0.5 if by_distance else 1)
        return cls(ties, Ground.of(view), sparse.csr_array(near.maximum(ties)), by_distance)

    def values(self, sets: Ints) -> Floats:
        """Return F or D_F without each set."""
        n = self.ground.size
        at_once = max(1, WORDS_AT_ONCE // (n * -(-n // BITS)))
        return _in_turn(sets, at_once, lambda some: fragmentations(self.ground, self._gone(some), by_distance=self.by_distance))

    def bounds(self, sets: Ints) -> Floats:
        """Return 1 less what lasts among those who are left, as a share of their pairs."""
        each, lost = self._lasting_of_each(), np.zeros(len(sets))
        for column in sets.T:
            lost += 2 * each[column]
        for one, other in combinations(sets.T, 2):
            lost -= 2 * np.asarray(self.lasting[one, other]).ravel()
        return self._at_most(each.sum() - lost, sets.shape[1])

    def ceiling(self, candidates: Ints, k: int) -> float:
        """Return the bound of a set of the k candidates with whom most would go, as if they had nothing in common; for F a lower one."""
        each = self._lasting_of_each()
        most = np.sort(each[candidates])[-k:].sum()
        bound = float(self._at_most(np.array([each.sum() - 2 * most]), k)[0])
        return bound if self.by_distance else min(bound, most_fragmentation(self.ties, self.lasting, k))

    def promise(self) -> Floats:
        """Return betweenness: who lies between others parts them by leaving. Among equals, who has more ties."""
        found = shortest_paths.count([self.ties])
        between = found.between if found else np.zeros(self.ground.size)
        return between + np.asarray(self.ties.sum(axis=1)) / (self.ground.size**2 + 1)

    def cost(self) -> int:
        """Return the pairs of nodes, each of which is looked at."""
        return self.ground.size**2

    def _gone(self, sets: Ints) -> Any:
        gone = np.zeros((len(sets), self.ground.size), dtype=bool)
        gone[np.arange(len(sets))[:, None], sets] = True
        return gone

    def _lasting_of_each(self) -> Floats:
        return np.asarray(self.lasting.sum(axis=1), dtype=float)

    def _at_most(self, lasting: Floats, k: int) -> Floats:
        left = self.ground.size - k
        return 1 - np.clip(lasting, 0, None) / (left * (left - 1))


@dataclass(frozen=True)
class Reaching:
    """How many the set reaches, its members among them: `worth` says what node j adds (a column) when i is in the set (a row)."""

    worth: Floats
    submodular: bool = True

    @classmethod
    def of(cls, view: View, *, within: int | None = None) -> Reaching:
        """Return the objective of those within some steps, each counted as one, or of all, each counted as 1 / its distance."""
        far = Ground.of(view).distances()
        np.fill_diagonal(far, 1)
        return cls(1 / far if within is None else (far <= within).astype(float))

    def values(self, sets: Ints) -> Floats:
        """Return the sum over all nodes of what the best placed member adds."""
        at_once = max(1, NUMBERS_AT_ONCE // (len(self.worth) * sets.shape[1]))
        return _in_turn(sets, at_once, lambda some: self.worth[some].max(axis=1).sum(axis=1))

    def bounds(self, sets: Ints) -> Floats:
        """Return the values themselves, which are found as fast as any bound."""
        return self.values(sets)

    def ceiling(self, candidates: Ints, k: int) -> float:
        """Return what the k best candidates would reach if nobody were reached by two."""
        return min(float(np.sort(self.promise()[candidates])[-k:].sum()), float(len(self.worth)))

    def promise(self) -> Floats:
        """Return what each node reaches alone."""
        return np.asarray(self.worth.sum(axis=1))

    def cost(self) -> int:
        """Return the number of nodes, each of which is looked at."""
        return len(self.worth)


def _in_turn(sets: Ints, at_once: int, value: Any) -> Floats:
    parts: Iterator[Ints] = (sets[first : first + at_once] for first in range(0, len(sets), at_once))
    return np.concatenate([value(part) for part in parts]) if len(sets) else np.zeros(0)
