"""The fewest new memberships after which every pair of actors shares a venue again: a covering problem, solved exactly.

A membership is a variable, 1 if somebody joins a venue. For each pair and venue there is one way to meet there: the one joins whom the
other is with, or both join. Each pair needs one way. HiGHS (through `scipy.optimize.milp`) proves the least number of memberships; the
optima are then listed one by one, each ruled out before the next is sought.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

Pair = tuple[str, str]
Membership = tuple[str, str]
SOLVED, INFEASIBLE = 0, 2  # as scipy numbers what became of a search
LARGEST = 300_000  # ways to meet: a program of more would take the memory of a small machine before it took its time


@dataclass(frozen=True, slots=True)
class Cover:
    """The smallest sets of memberships (actor, venue), in order. `optimal` says whether their size is proven, `bound` what is.

    `more` says that there are further sets of the same size, or may be; an empty `sets` that there is no way at all.
    """

    sets: tuple[tuple[Membership, ...], ...]
    optimal: bool
    bound: int
    more: bool


def fewest(pairs: Iterable[Pair], venues: Mapping[str, Collection[str]], *, limit: int = 10, budget: float = 10.0) -> Cover:
    """Return the smallest sets of new memberships, up to `limit` of them; `venues` says who is in each already.

    `budget` is in seconds, for each search; if it ends one early, `optimal` is False and the size is between `bound` and that found. Of
    more than `LARGEST` pairs times venues only a bound is given.
    """
    wanted = sorted({(min(pair), max(pair)) for pair in pairs})
    open_pairs = [pair for pair in wanted if not any(pair[0] in there and pair[1] in there for there in venues.values())]
    if not open_pairs:
        return Cover(((),), optimal=True, bound=0, more=False)
    if not venues:
        return Cover((), optimal=True, bound=0, more=False)
    if len(open_pairs) * len(venues) > LARGEST:
        return Cover((), optimal=False, bound=_apart(open_pairs), more=True)
    program = _CoverProgram(open_pairs, venues)
    chosen, settled, bound = program.solve(budget)
    if chosen is None:
        return Cover((), optimal=False, bound=bound, more=True)
    found, more = [chosen], not settled
    program.fix_size(len(chosen))
    while settled and not more:
        program.rule_out(found[-1])
        other, finished, _ = program.solve(budget)
        if other is None:
            more = not finished
            break
        found.append(other)
        more = len(found) > limit
    return Cover(tuple(sorted(map(program.memberships, found[:limit]))), settled, bound, more)


class _CoverProgram:
    """The integer program: memberships first, then the meetings where both join."""

    def __init__(self, pairs: Sequence[Pair], venues: Mapping[str, Collection[str]]) -> None:
        actors = sorted({actor for pair in pairs for actor in pair})
        self.joins = [(actor, venue) for venue in sorted(venues) for actor in actors if actor not in venues[venue]]
        number = {join: place for place, join in enumerate(self.joins)}
        self.rows: list[tuple[list[int], list[float], float, float]] = []
        self.size = len(self.joins)
        for pair in pairs:
            ways = []
            for venue in sorted(venues):
                needed = [number[actor, venue] for actor in pair if (actor, venue) in number]
                ways.append(needed[0] if len(needed) == 1 else self._both(needed))
            self._add(ways, [1.0] * len(ways), 1, np.inf)
        # The solver does not see this, and proves it slowly.
        self._add(list(range(len(self.joins))), [1.0] * len(self.joins), _apart(pairs), np.inf)

    def _both(self, needed: list[int]) -> int:
        way = self.size
        self.size += 1
        for join in needed:
            self._add([join, way], [1.0, -1.0], 0, np.inf)
        return way

    def _add(self, columns: list[int], values: list[float], low: float, high: float) -> None:
        self.rows.append((columns, values, low, high))

    def fix_size(self, size: int) -> None:
        """Let every later solution have just so many memberships."""
        self._add(list(range(len(self.joins))), [1.0] * len(self.joins), size, size)

    def rule_out(self, chosen: frozenset[int]) -> None:
        """Let no later solution hold all of these memberships."""
        self._add(sorted(chosen), [1.0] * len(chosen), -np.inf, len(chosen) - 1)

    def solve(self, budget: float) -> tuple[frozenset[int] | None, bool, int]:
        """Return a smallest set of memberships, None if there is none, whether that is proven, and the least size that is."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        cost = np.zeros(self.size)
        cost[: len(self.joins)] = 1
        low, high = (np.array([row[place] for row in self.rows]) for place in (2, 3))
        found: Any = milp(
            cost,
            integrality=np.ones(self.size),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(self._matrix(), low, high),
            options={"time_limit": budget, "mip_rel_gap": 0.0},
        )
        if found.x is None:
            return None, found.status == INFEASIBLE, 1
        chosen = frozenset(int(place) for place in np.flatnonzero(found.x[: len(self.joins)] > 0.5))
        settled = found.status == SOLVED
        return chosen, settled, len(chosen) if settled else math.ceil(found.mip_dual_bound - 1e-6)

    def _matrix(self) -> Any:
        from scipy.sparse import csr_array

        data = [value for row in self.rows for value in row[1]]
        columns = [column for row in self.rows for column in row[0]]
        starts = np.cumsum([0, *(len(row[0]) for row in self.rows)])
        return csr_array((data, columns, starts), shape=(len(self.rows), self.size))

    def memberships(self, chosen: frozenset[int]) -> tuple[Membership, ...]:
        """Return the memberships that some variables stand for, in order of actor and venue."""
        return tuple(sorted(self.joins[place] for place in chosen))


def _apart(pairs: Sequence[Pair]) -> int:
    """Return how many of some pairs, at the least, have no actor in common: each needs a membership of its own."""
    return len(nx.maximal_matching(nx.Graph(pairs))) if len(pairs) > LARGEST**0.5 else len(nx.max_weight_matching(nx.Graph(pairs), True))
