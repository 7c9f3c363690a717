"""A number that no choice can exceed, and what it says of single items: who can be in no best choice, who must be in all of them.

The bound is Lagrange's: each element pays a price to the items that cover it, and the items with the highest income are taken. What a
layer before must reach at least is worth something too. Prices are found by subgradient steps (Held, Wolfe & Crowder 1974). Limits besides
the blocks are left aside, which can only raise the bound.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from actormap.analysis.optimise.problem import Flags, Floats, Ints, Limit, Task

LOOK, ENOUGH = 20, 0.5  # every so many rounds it is seen whether so many items are settled that it pays to go on without them
ROUNDS, PATIENCE, SHRINK, SHORTEST = 300, 12, 0.6, 1e-4
NEVER = np.inf


@dataclass(frozen=True)
class Relaxed:
    """The lowest bound found, and by how much it falls when an item is taken that it leaves out, or the other way round."""

    bound: float
    taken: Flags
    cost: Floats

    def settled(self, value: float) -> Flags:
        """Return the items that are in every choice worth at least a value, or in none."""
        return self.bound - self.cost < value

    def ruled_out(self, value: float) -> Flags:
        """Return the items that are in no choice worth at least a value."""
        return ~self.taken & self.settled(value)

    def sure(self, value: float) -> Flags:
        """Return the items that are in every choice worth at least a value."""
        return self.taken & self.settled(value)


def relax(task: Task, floors: Sequence[int], unit: Floats, value: float, seen: Callable[[Ints], float]) -> Relaxed:
    """Return a bound on what a choice is worth in a layer when it is worth at least `floors` in the layers before.

    `unit` says for each layer before what one unit of it is worth in units of the last: any number gives a bound, a fit one a low one.
    `value` is what is known to be reached; `seen` is told of
    every better choice that comes up on the way, and returns what is reached then. It ends early when the bound settles
    most items.
    """
    prices = _Prices(task, floors, unit)
    best, step, waited = prices.copy(), 1.0, 0
    lowest = np.inf
    for turn in range(ROUNDS):
        income = prices.income()
        chosen = np.concatenate([_take(income, block) for block in task.blocks])
        bound = prices.unpaid() + float(income[chosen].sum())
        if bound < lowest - 1e-7 * max(1.0, abs(bound)):
            lowest, best, waited = bound, prices.copy(), 0
        else:
            waited += 1
        count = prices.counts(chosen)
        if prices.worth_of(count, chosen) > value + 1e-6:
            value = max(value, seen(np.sort(chosen)))
        if lowest - value < 1e-6 or step < SHORTEST:
            break
        if waited > PATIENCE:
            prices, step, waited = best.copy(), step * SHRINK, 0
            continue
        if not prices.move(count, step * max(bound - value, 1e-3)):
            break
        if turn % LOOK == LOOK - 1 and _of(task, best.income(), lowest).settled(value).mean() > ENOUGH:
            break
    return _of(task, best.income(), lowest)


class _Prices:
    """What each element pays to each item that covers it, and what a unit of each layer before is worth in units of the last."""

    def __init__(self, task: Task, floors: Sequence[int], unit: Floats) -> None:
        from scipy import sparse

        layers = task.layers[: len(floors) + 1]
        self.cover = sparse.hstack([layer.cover for layer in layers], format="csr").astype(float)
        self.across = self.cover.T.tocsr()
        self.demand: Floats = np.concatenate([layer.demand for layer in layers]).astype(float)
        weight = np.concatenate([layer.weight for layer in layers])
        of_layer = np.repeat(np.arange(len(layers)), [len(layer.demand) for layer in layers])
        self.gains = np.array([layer.gain for layer in layers], dtype=float)
        self.floors = np.array([*floors, 0], dtype=float)
        self.unit = np.array([*unit, 1.0])
        self.worth: Floats = self.unit[of_layer] * weight
        self.price: Floats = self.worth / np.maximum(self.demand, np.minimum(np.diff(self.across.indptr), 4 * self.demand))

    def copy(self) -> _Prices:
        other = object.__new__(_Prices)
        other.__dict__.update(self.__dict__)
        return other

    def _paid(self) -> Floats:
        return self.worth - self.demand * self.price

    def income(self) -> Floats:
        income: Floats = self.cover @ self.price + self.unit @ self.gains
        return income

    def unpaid(self) -> float:
        paid = self._paid()
        return float(paid[paid > 0].sum()) - float(self.unit @ self.floors)

    def counts(self, chosen: Ints) -> Floats:
        inside = np.zeros(self.cover.shape[0])
        inside[chosen] = 1
        return np.asarray(self.across @ inside, dtype=float)

    def worth_of(self, count: Floats, chosen: Ints) -> float:
        """Return what a choice is worth, what it has beyond the floors included."""
        return float(self.worth[count >= self.demand].sum()) + float(self.unit @ (self.gains[:, chosen].sum(axis=1) - self.floors))

    def move(self, count: Floats, length: float) -> bool:
        """Take a step against the slope; return whether there is one."""
        paid = self._paid()
        slope = count - self.demand * (paid > 0)
        slope[((self.price <= 0) & (slope > 0)) | ((paid <= 0) & (slope < 0))] = 0
        size = float(slope @ slope)
        if size == 0:
            return False
        self.price = np.clip(self.price - length / size * slope, 0, self.worth / self.demand)
        return True


def _take(income: Floats, block: Limit) -> Ints:
    """Return the items of a block with the highest incomes: as many as must be, and more as long as they gain."""
    of_block = income[block.items]
    most = min(block.most, len(block.items))
    if most < len(block.items):
        first = np.argpartition(-of_block, most)[:most] if most else np.zeros(0, dtype=np.int64)
    else:
        first = np.arange(len(block.items))
    if block.least < most:
        order = first[np.argsort(-of_block[first], kind="stable")]
        first = order[: max(block.least, int((of_block[order] > 0).sum()))]
    return block.items[first]


def _of(task: Task, income: Floats, bound: float) -> Relaxed:
    taken = np.zeros(task.items, dtype=bool)
    cost = np.zeros(task.items)
    for block in task.blocks:
        chosen = _take(income, block)
        taken[chosen] = True
        left = block.items[~taken[block.items]]
        full = len(chosen) >= block.most
        lowest = income[chosen].min() if len(chosen) else NEVER
        highest = income[left].max() if len(left) else -NEVER
        # Who comes in takes somebody's place where all are taken; who goes leaves it to the next, or empty where that may be.
        cost[left] = (lowest if full else 0.0) - income[left]
        cost[chosen] = income[chosen] - max(highest, 0.0 if len(chosen) > block.least else -NEVER)
    return Relaxed(bound, taken, cost)
