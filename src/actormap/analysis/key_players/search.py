"""Finds the best sets of a size: all of them, with proof, where there are few; otherwise a good one, and how far off it may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain, combinations
from math import comb

import numpy as np

from actormap.analysis.key_players.objectives import Objective
from actormap.graph.distances import Ints

Progress = Callable[[int, int], None]

EXACT_SETS = 200_000
EXACT_WORK = 500_000_000  # elementary steps, a few seconds
SWAP_ROUNDS = 20
SAME_VALUE = 1e-9  # sums of inverse distances in another order differ in the sixteenth decimal


@dataclass(frozen=True)
class Best:
    """The best sets found, as sorted tuples of node numbers in order, with their value and a number that no set's value exceeds.

    `complete` says that they are all the sets of that value, which is then the greatest.
    """

    sets: tuple[tuple[int, ...], ...]
    value: float
    bound: float
    complete: bool

    @property
    def optimal(self) -> bool:
        """Return whether it is proven that no set is better."""
        return self.complete or self.value >= self.bound - SAME_VALUE


def best(
    objective: Objective,
    candidates: Ints,
    k: int,
    *,
    exact_sets: int = EXACT_SETS,
    exact_work: int = EXACT_WORK,
    progress: Progress | None = None,
) -> Best:
    """Return the best sets of k candidates.

    Up to `exact_sets` sets are all looked at, in falling order of what they may be worth at most, until the rest cannot be as good or
    `exact_work` is spent. Where there are more sets, or the work was not enough, members are chosen one by one, each the best there is,
    and then exchanged as long as that gains. `progress` is told how many sets are looked at, of how many at most, then how many members
    are chosen.
    """
    looked_at, at_most = None, float("inf")
    if comb(len(candidates), k) <= exact_sets:
        looked_at = _all(objective, candidates, k, exact_work, progress)
        if looked_at.complete:
            return looked_at
        at_most = looked_at.bound
    at_most = min(at_most, objective.ceiling(candidates, k))
    climbed = _climbed(objective, candidates, k, at_most, exact_work, progress)
    if looked_at and looked_at.value >= climbed.value:
        return replace(looked_at, bound=max(looked_at.value, climbed.bound))
    return climbed


def _all(objective: Objective, candidates: Ints, k: int, work: int, progress: Progress | None) -> Best:
    places = np.fromiter(chain.from_iterable(combinations(range(len(candidates)), k)), dtype=np.int64).reshape(-1, k)
    sets = candidates[places]
    bounds = objective.bounds(sets)
    order = np.argsort(-bounds, kind="stable")
    values = np.full(len(sets), -np.inf)
    affordable = max(1, work // objective.cost())
    looked, at_once = 0, 256
    while looked < len(order) and bounds[order[looked]] >= values.max() - SAME_VALUE:
        if looked >= affordable:
            break
        some = order[looked : looked + min(at_once, affordable - looked)]
        values[some] = objective.values(sets[some])
        looked, at_once = looked + len(some), 2 * at_once
        if progress:
            progress(looked, min(len(order), affordable))
    greatest = float(values.max())
    complete = looked == len(order) or bool(bounds[order[looked]] < greatest - SAME_VALUE)
    found = sets[values >= greatest - SAME_VALUE]
    bound = greatest if complete else float(bounds[order[looked]])
    return Best(_tuples(found if complete else found[:1]), greatest, max(bound, greatest), complete)


def _climbed(objective: Objective, candidates: Ints, k: int, at_most: float, work: int, progress: Progress | None) -> Best:
    affordable = max(k, work // objective.cost() // (4 * k))
    hopeful = candidates[np.sort(np.argsort(-objective.promise()[candidates], kind="stable")[:affordable])]
    chosen, value = np.zeros(0, dtype=np.int64), 0.0
    for _ in range(k):
        grown = _with(chosen, np.setdiff1d(hopeful, chosen))
        values = objective.values(grown)
        at_most = min(at_most, _greed_bound(objective, candidates, chosen, value, k))
        chosen, value = grown[values.argmax()], float(values.max())
        if progress:
            progress(len(chosen), k)
    for _ in range(SWAP_ROUNDS):
        others = np.setdiff1d(hopeful, chosen)
        if not len(others):
            break
        swapped = np.concatenate([_with(np.delete(chosen, i), others) for i in range(k)])
        values = objective.values(swapped)
        if values.max() <= value + SAME_VALUE:
            break
        chosen, value = swapped[values.argmax()], float(values.max())
    at_most = min(at_most, _greed_bound(objective, candidates, chosen, value, k))
    return Best(_tuples(chosen[None, :]), value, max(at_most, value), complete=False)


def _greed_bound(objective: Objective, candidates: Ints, chosen: Ints, value: float, k: int) -> float:
    """Return the value of some members with the k greatest gains on top: if gains only shrink, no set of k is worth more."""
    others = np.setdiff1d(candidates, chosen)
    if not objective.submodular or not len(others):
        return float("inf")
    gains = np.sort(objective.values(_with(chosen, others)) - value)
    return float(value + gains[-k:].sum())


def _with(chosen: Ints, others: Ints) -> Ints:
    return np.column_stack([np.tile(chosen, (len(others), 1)), others])


def _tuples(sets: Ints) -> tuple[tuple[int, ...], ...]:
    return tuple(sorted(tuple(sorted(row)) for row in sets.tolist()))
