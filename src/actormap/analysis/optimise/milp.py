"""The choice as an integer program, solved by HiGHS through `scipy.optimize.milp`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from actormap.analysis.optimise.problem import Ints, Layer, Task

INFEASIBLE = 2
ROUND = 1e-5  # an integer program's answers are whole but for the solver's tolerance


@dataclass(frozen=True)
class Optimum:
    """The choice that was found, None if there is none or time ran out first; none is worth more than `bound` in the layer asked for."""

    chosen: Ints | None
    bound: float
    possible: bool = True


def best(task: Task, number: int, floors: Sequence[int], *, other_than: Sequence[Ints] = (), seconds: float | None = None) -> Optimum:
    """Return the choice worth most in a layer among those worth at least `floors` in the first ones, and in none of `other_than`."""
    from scipy.optimize import LinearConstraint, milp

    program = _LinearProgram(task, max(number + 1, len(floors)))
    rows, low, high = program.rules(floors, other_than)
    value = program.objective(number)
    options = {"mip_rel_gap": 0.0} | ({} if seconds is None else {"time_limit": max(seconds, 0.05)})
    if not program.width:
        return _of_nothing(task, floors, other_than)
    found = milp(-value, constraints=LinearConstraint(rows, low, high), integrality=program.whole, bounds=(0, 1), options=options)
    if found.status == INFEASIBLE:
        return Optimum(None, -math.inf, possible=False)
    bound = math.inf if found.mip_dual_bound is None else math.floor(-found.mip_dual_bound + ROUND)
    if found.x is None:
        return Optimum(None, bound)
    return Optimum(np.flatnonzero(found.x[: task.items] > 0.5), bound)


def any_choice(task: Task) -> Ints | None:
    """Return some choice within the limits, None if there is none."""
    nothing = Layer.of(task.items)
    return best(Task((nothing,), task.blocks, task.caps), 0, ()).chosen


def _of_nothing(task: Task, floors: Sequence[int], other_than: Sequence[Ints]) -> Optimum:
    nobody = np.zeros(0, dtype=np.int64)
    possible = task.allows(nobody) and not other_than and all(floor <= 0 for floor in floors)
    return Optimum(nobody if possible else None, 0 if possible else -math.inf, possible=possible)


class _LinearProgram:
    """The variables: one for each item, then one for each element of the layers in play."""

    def __init__(self, task: Task, layers: int) -> None:
        self.task, self.layers = task, task.layers[:layers]
        self.starts = np.cumsum([task.items, *(len(layer.demand) for layer in self.layers)])
        self.width = int(self.starts[-1])
        # An element that one item is enough for is whole by itself when items are.
        self.whole = np.concatenate([np.ones(task.items), *(layer.demand > 1 for layer in self.layers)])

    def objective(self, number: int) -> Any:
        value = np.zeros(self.width)
        layer = self.layers[number]
        value[: self.task.items] = layer.gain
        value[self.starts[number] : self.starts[number + 1]] = layer.weight
        return value

    def rules(self, floors: Sequence[int], other_than: Sequence[Ints]) -> tuple[Any, Any, Any]:
        """Return the rules as a matrix with what each row has to be at least and at most."""
        rows = _Rows(self.width)
        for number, layer in enumerate(self.layers):
            # What covers an element, less its demand if it is to count.
            items, elements = layer.cover.nonzero()
            own = np.arange(len(layer.demand))
            rows.add(
                np.concatenate([elements, own]),
                np.concatenate([items, self.starts[number] + own]),
                np.concatenate([np.ones(len(items)), -layer.demand]),
                (np.zeros(len(own)), np.full(len(own), np.inf)),
            )
        for limit in (*self.task.blocks, *self.task.caps):
            rows.one(limit.items, np.ones(len(limit.items)), limit.least, limit.most)
        for number, floor in enumerate(floors):
            value = self.objective(number)
            rows.one(np.flatnonzero(value), value[value != 0], floor, np.inf)
        for chosen in other_than:
            step = np.ones(self.task.items)
            step[chosen] = -1  # at least one of them goes, or at least one other comes
            rows.one(np.arange(self.task.items), step, 1 - len(chosen), np.inf)
        return rows.matrix()


class _Rows:
    """The rows of a sparse matrix, and between what each has to lie."""

    def __init__(self, width: int) -> None:
        self.width, self.count = width, 0
        self.parts: list[tuple[Any, Any, Any]] = []
        self.low: list[Any] = []
        self.high: list[Any] = []

    def add(self, rows: Any, columns: Any, values: Any, between: tuple[Any, Any]) -> None:
        self.parts.append((rows + self.count, columns, values))
        self.count += len(between[0])
        self.low.append(between[0])
        self.high.append(between[1])

    def one(self, columns: Any, values: Any, least: float, most: float) -> None:
        self.add(np.zeros(len(columns), dtype=np.int64), columns, values, (np.array([float(least)]), np.array([float(most)])))

    def matrix(self) -> tuple[Any, Any, Any]:
        from scipy import sparse

        rows, columns, values = (np.concatenate(each) for each in zip(*self.parts, strict=True))
        matrix = sparse.csr_array((values, (rows, columns)), shape=(self.count, self.width))
        return matrix, np.concatenate(self.low), np.concatenate(self.high)
