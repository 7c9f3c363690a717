"""Which items to choose so that most is covered, exactly: greed, Lagrange's bound, items settled by it, HiGHS for what is left.

The method stands in benchmarks/invite.py beside HiGHS alone. Most items of a large task can be in no best choice, and the bound shows it;
the integer program is then asked about a few.
"""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from actormap.analysis.optimise import enumeration, milp
from actormap.analysis.optimise.greedy import grow, improve, weights_of
from actormap.analysis.optimise.lagrange import relax
from actormap.analysis.optimise.problem import Flags, Ints, OpenPart, Task

LISTED = 200
LOOKED_AT = 20_000
BOUNDED = 2  # layers whose bound is worth the search; in later ones there is little left to choose between
SHARES = (1, 1 / 4, 1 / 16)  # of the weight that puts a layer before another beyond doubt; less may bound better
SLACK = 1e-5  # sums of floating-point numbers are off by less than this, whole numbers differ by more


@dataclass(frozen=True)
class Choice:
    """The best choices, each in order of its items, and what they are worth, layer by layer.

    `bounds` are what no choice can exceed in a layer without being worse in one before; infinite where the bound of a layer before is not
    met. `more` says whether there may be further choices as good as those listed; `count` is how many there are in all, None if not known.
    """

    sets: tuple[tuple[int, ...], ...]
    values: tuple[int, ...]
    bounds: tuple[float, ...]
    more: bool
    count: int | None = None

    @property
    def optimal(self) -> bool:
        """Return whether it is proven that no choice is better."""
        return all(bound <= value for value, bound in zip(self.values, self.bounds, strict=True))


def choose(
    task: Task,
    *,
    listed: int = LISTED,
    seconds: float | None = None,
    look_at: int = LOOKED_AT,
    clock: Callable[[], float] = time.monotonic,
) -> Choice | None:
    """Return the choices that are worth most in the first layer, among those in the second, and so on; None if the limits allow none.

    Up to `listed` equal ones are listed. `seconds` is a limit on the whole; without one it takes as long as the proof takes. Where there
    are no more than `look_at` choices, each is looked at.
    """
    if enumeration.ways(task) <= look_at:
        return _by_looking(task, listed)
    search = _Search(task, look_at, None if seconds is None else clock() + seconds, clock)
    if not search.begin():
        return None
    for number in range(len(task.layers)):
        if not search.settle(number):
            break
    sets, more, count = search.equals(listed)
    return Choice(sets, search.values, search.bounds(), more, count)


def _by_looking(task: Task, listed: int) -> Choice | None:
    found = enumeration.best(task)
    if found is None:
        return None
    inside, values = found
    sets = sorted(tuple(np.flatnonzero(row).tolist()) for row in inside)
    worth = tuple(int(value) for value in values)
    return Choice(tuple(sets[:listed]), worth, worth, len(sets) > listed, len(sets))


class _Search:
    """The best choice so far, and the part of the task that could hold a better one or one as good."""

    def __init__(self, task: Task, look_at: int, deadline: float | None, clock: Callable[[], float]) -> None:
        self.task, self.look_at, self.deadline, self.clock = task, look_at, deadline, clock
        nobody = np.zeros(task.items, dtype=bool)
        self.part = OpenPart.of(task).narrowed(nobody, nobody)  # which makes one of the elements that the same items cover
        self.best: Ints = np.zeros(0, dtype=np.int64)
        self.values: tuple[int, ...] = ()
        self.proven: list[float] = []
        self.alone = False
        self.every: list[Ints] | None = None

    def begin(self) -> bool:
        """Find some choice; return whether there is one."""
        found = grow(self.task)
        if found is None:
            found = milp.any_choice(self.task)
        if found is not None:
            self.consider(improve(self.task, found))
        return found is not None

    def consider(self, chosen: Ints) -> None:
        if self.task.allows(chosen) and (values := self.task.values(chosen)) > self.values:
            self.best, self.values = chosen, values

    def settle(self, number: int) -> bool:
        """Find the most there can be in a layer, given the layers before; return whether it is proven."""
        if self.alone or self.every is not None:
            self.proven.append(self.values[number])
            return True
        bound = self._most(number)
        for share in self._shares(number):
            while bound > self.values[number]:
                before = self.part.task.items
                bound = min(bound, self._narrow(number, share))
                if self.part.task.items > before / 2:
                    break
        if bound > self.values[number] and self._look_if_few():
            bound = self.values[number]
        if bound > self.values[number]:
            before = self.values[number]
            bound = min(bound, self._programmed(number))
            if self.values[number] > before and number < BOUNDED:
                self._narrow(number, 1)
        self.proven.append(bound)
        return bound <= self.values[number]

    def _shares(self, number: int) -> Sequence[float]:
        if number >= BOUNDED:
            return ()
        return SHARES if any(self.values[:number]) else SHARES[:1]

    def _look_if_few(self) -> bool:
        """Look at every choice that is left, if they are few; then all the best ones are known."""
        if enumeration.ways(self.part.task) > self.look_at:
            return False
        found = enumeration.best(self.part.task)
        if found is not None:
            self.every = [self.part.whole(np.flatnonzero(row)) for row in found[0]]
            self.consider(self.every[0])
        return found is not None

    def _most(self, number: int) -> float:
        """Return what a layer would be worth if everything in it were covered."""
        layer = self.part.task.layers[number]
        return self.part.settled[number] + int(layer.weight.sum() + layer.gain[layer.gain > 0].sum())

    def _narrow(self, number: int, share: float) -> float:
        """Settle the items that the bound of a layer settles; return the bound."""
        part, settled = self.part, self.part.settled[number]
        floors = [value - fixed for value, fixed in zip(self.values[:number], part.settled, strict=False)]

        def reached(chosen: Ints | None = None) -> float:
            if chosen is not None:
                self.consider(part.whole(chosen))
            return self.values[number] - settled

        relaxed = relax(part.task, floors, share * weights_of(part.task, number + 1)[:-1], reached(), reached)
        value = reached() - SLACK
        self.part = part.narrowed(relaxed.sure(value), relaxed.ruled_out(value))
        return math.floor(relaxed.bound + SLACK) + settled

    def _programmed(self, number: int) -> float:
        """Ask the integer program; in the last layers only for another choice, so that no answer says that the best is the only one."""
        part, others = self.part, []
        if number:
            others = [self._place(self.best)]
        else:
            part = part.narrowed(np.zeros(part.task.items, dtype=bool), ~_representatives(part.task))
        floors = [value - settled for value, settled in zip(self.values[:number], part.settled, strict=False)]
        least = self.values[number] - part.settled[number]
        answer = milp.best(part.task, number, [*floors, least], other_than=others, seconds=self._left())
        if answer.chosen is not None:
            self.consider(part.whole(answer.chosen))
        self.alone = self.alone or (bool(others) and not answer.possible)
        return answer.bound + part.settled[number] if answer.possible else self.values[number]

    def _place(self, chosen: Ints) -> Ints:
        return np.searchsorted(self.part.names, np.setdiff1d(chosen, self.part.inside))

    def _left(self) -> float | None:
        return None if self.deadline is None else self.deadline - self.clock()

    def is_proven(self) -> bool:
        return all(bound <= value for bound, value in zip(self.bounds(), self.values, strict=True))

    def bounds(self) -> tuple[float, ...]:
        return (*self.proven, *[math.inf] * (len(self.task.layers) - len(self.proven)))

    def equals(self, listed: int) -> tuple[tuple[tuple[int, ...], ...], bool, int | None]:
        """Return the choices as good as the best, in order, whether there may be more than those, and how many there are."""
        if self.every is None and (self.alone or not self.is_proven()):
            return (tuple(self.best.tolist()),), not self.alone, 1 if self.alone else None
        if self.every is None:
            self._look_if_few()
        part = self.part
        if self.every is not None:
            return tuple(sorted(tuple(each.tolist()) for each in self.every))[:listed], len(self.every) > listed, len(self.every)
        found = [self._place(self.best)]
        floors = [value - settled for value, settled in zip(self.values, part.settled, strict=True)]
        complete = False
        while not complete and len(found) <= listed:
            answer = milp.best(part.task, len(floors) - 1, floors, other_than=found, seconds=self._left())
            if answer.chosen is None:
                complete = not answer.possible
                break
            found.append(answer.chosen)
        sets = sorted(tuple(part.whole(chosen).tolist()) for chosen in found[:listed])
        more = not complete or len(found) > listed
        return tuple(sets), more, None if more else len(sets)


def _representatives(task: Task) -> Flags:
    """Return items enough for a choice that is best in the first layer: of those alike in it, no more than can be chosen together."""
    most = max(limit.most for limit in task.blocks)
    places: list[list[int]] = [[] for _ in range(task.items)]
    for place, limit in enumerate((*task.blocks, *task.caps)):
        for item in limit.items.tolist():
            places[item].append(place)
    layer = task.layers[0]
    cover, gain = layer.cover.sorted_indices(), layer.gain
    seen: Counter[object] = Counter()
    chosen = np.zeros(task.items, dtype=bool)
    for item in range(task.items):
        alike = (tuple(places[item]), cover.indices[cover.indptr[item] : cover.indptr[item + 1]].tobytes(), int(gain[item]))
        seen[alike] += 1
        chosen[item] = seen[alike] <= most
    return chosen
