"""Which items to choose so that most is covered, exactly: greed, Lagrange's bound, items settled by it, HiGHS for what is left.

The method stands in benchmarks/invite.py beside HiGHS alone. Most items of a large task can be in no best choice, and the bound shows it;
the integer program is then asked about a few.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from actormap.analysis.composition import program
from actormap.analysis.composition.greed import grow, weights_of
from actormap.analysis.composition.relaxation import relax
from actormap.analysis.composition.task import Ints, Part, Task

LISTED = 20


@dataclass(frozen=True)
class Choice:
    """The best choices, each in order of its items, and what they are worth, layer by layer.

    `bounds` are what no choice can exceed in a layer without being worse in one before; infinite where the bound of a layer before is not
    met. `more` says whether there may be further choices as good as those listed.
    """

    sets: tuple[tuple[int, ...], ...]
    values: tuple[int, ...]
    bounds: tuple[float, ...]
    more: bool

    @property
    def optimal(self) -> bool:
        """Return whether it is proven that no choice is better."""
        return all(bound <= value for value, bound in zip(self.values, self.bounds, strict=True))


def choose(
    task: Task, *, listed: int = LISTED, seconds: float | None = None, clock: Callable[[], float] = time.monotonic
) -> Choice | None:
    """Return the choices that are worth most in the first layer, among those in the second, and so on; None if the limits allow none.

    Up to `listed` equal ones are listed. `seconds` is a limit on the whole; without one it takes as long as the proof takes.
    """
    search = _Search(task, None if seconds is None else clock() + seconds, clock)
    if not search.begin():
        return None
    for number in range(len(task.layers)):
        if not search.settle(number):
            break
    sets, more = search.equals(listed)
    return Choice(sets, search.values, search.bounds(), more)


class _Search:
    """The best choice so far, and the part of the task that could hold a better one or one as good."""

    def __init__(self, task: Task, deadline: float | None, clock: Callable[[], float]) -> None:
        self.task, self.deadline, self.clock = task, deadline, clock
        self.part = Part.of(task)
        self.best: Ints = np.zeros(0, dtype=np.int64)
        self.values: tuple[int, ...] = ()
        self.proven: list[float] = []

    def begin(self) -> bool:
        """Find some choice; return whether there is one."""
        found = grow(self.task)
        if found is None:
            found = program.any_choice(self.task)
        if found is not None:
            self.consider(found)
        return found is not None

    def consider(self, chosen: Ints) -> None:
        if self.task.allows(chosen) and (values := self.task.values(chosen)) > self.values:
            self.best, self.values = chosen, values

    def settle(self, number: int) -> bool:
        """Find the most there can be in a layer, given the layers before; return whether it is proven."""
        weights = weights_of(self.part.task, number + 1)
        before = float(np.dot(weights[:-1], self.values[:number]))
        settled = float(np.dot(weights, self.part.settled[: number + 1]))

        def reached(chosen: Ints | None = None) -> float:
            if chosen is not None:
                self.consider(self.part.whole(chosen))
            return before + self.values[number] - settled

        floors = self.values[:number]
        relaxed = relax(self.part.task, weights, reached(), reached)
        if self.values[:number] != floors:
            # On the way something came up that is better in a layer before, whose bound was not met.
            return self._ends(math.inf)
        bound = math.floor(relaxed.bound + settled - before + _slack(relaxed.bound))
        worth_it = reached() - _slack(relaxed.bound)
        self.part = self.part.narrowed(relaxed.sure(worth_it), relaxed.ruled_out(worth_it))
        if bound > self.values[number]:
            bound = min(bound, self._programmed(number))
        return self._ends(bound) and bound <= self.values[number]

    def _ends(self, bound: float) -> bool:
        self.proven.append(bound)
        return math.isfinite(bound)

    def _programmed(self, number: int) -> float:
        few = self.part.narrowed(np.zeros(self.part.task.items, dtype=bool), ~_representatives(self.part.task, number))
        floors = [value - settled for value, settled in zip(self.values[:number], few.settled, strict=False)]
        answer = program.best(few.task, number, floors, seconds=self._left())
        if answer.chosen is not None:
            self.consider(few.whole(answer.chosen))
        return answer.bound + few.settled[number] if answer.possible else self.values[number]

    def _left(self) -> float | None:
        return None if self.deadline is None else self.deadline - self.clock()

    def bounds(self) -> tuple[float, ...]:
        return (*self.proven, *[math.inf] * (len(self.task.layers) - len(self.proven)))

    def equals(self, listed: int) -> tuple[tuple[tuple[int, ...], ...], bool]:
        """Return the choices as good as the best, in order, and whether there may be more than those."""
        part = self.part
        found = [np.searchsorted(part.names, np.setdiff1d(self.best, part.inside))]
        floors = [value - settled for value, settled in zip(self.values, part.settled, strict=True)]
        complete = not all(bound <= value for bound, value in zip(self.bounds(), self.values, strict=True))
        while not complete and len(found) <= listed:
            answer = program.best(part.task, len(floors) - 1, floors, other_than=found, seconds=self._left())
            if answer.chosen is None:
                complete = not answer.possible
                break
            found.append(answer.chosen)
        sets = sorted(tuple(part.whole(chosen).tolist()) for chosen in found[:listed])
        return tuple(sets), not complete or len(found) > listed


def _slack(value: float) -> float:
    # Sums of floating-point numbers are off by far less than this; whole numbers differ by far more.
    return 1e-6 + 1e-9 * abs(value)


def _representatives(task: Task, number: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return items enough for one best choice: of those alike in all that counts, no more than can be chosen together."""
    most = max(limit.most for limit in task.blocks)
    kinds: list[list[int]] = [[] for _ in range(task.items)]
    for place, limit in enumerate((*task.blocks, *task.caps)):
        for item in limit.items.tolist():
            kinds[item].append(place)
    layers = [(layer.cover.sorted_indices(), layer.gain) for layer in task.layers[: number + 1]]
    seen: dict[object, int] = {}
    chosen = np.zeros(task.items, dtype=bool)
    for item in range(task.items):
        rows = tuple(
            (cover.indices[cover.indptr[item] : cover.indptr[item + 1]].tobytes(), int(gain[item])) for cover, gain in layers
        )
        alike = (tuple(kinds[item]), rows)
        seen[alike] = seen.get(alike, 0) + 1
        chosen[item] = seen[alike] <= most
    return chosen
