"""A number that no choice can exceed, and what it says of single items: who can be in no best choice, who must be in all of them.

The bound is Lagrange's: each element pays a price to the items that cover it, and the items with the highest income are taken. Prices are
found by subgradient steps (Held, Wolfe & Crowder 1974). Limits besides the blocks are left aside, which can only raise the bound.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from actormap.analysis.composition.task import Flags, Floats, Ints, Limit, Task

ROUNDS, PATIENCE, SHRINK, FIRST_STEP = 300, 12, 0.6, 1.0
NEVER = np.inf


@dataclass(frozen=True)
class Relaxed:
    """The lowest bound found, and by how much it falls when an item is taken that it leaves out, or the other way round."""

    bound: float
    taken: Flags
    cost: Floats

    def ruled_out(self, value: float) -> Flags:
        """Return the items that are in no choice worth at least a value."""
        return ~self.taken & (self.bound - self.cost < value)

    def sure(self, value: float) -> Flags:
        """Return the items that are in every choice worth at least a value."""
        return self.taken & (self.bound - self.cost < value)


def relax(task: Task, weights: Floats, value: float, seen: Callable[[Ints], float], *, rounds: int = ROUNDS) -> Relaxed:
    """Return the bound on the sum of a task's first layers, each times its weight.

    `value` is what is known to be reached; `seen` is told of every choice that comes up on the way, and returns what is reached now.
    """
    cover, demand, worth, gain = _together(task, weights)
    across = cover.T.tocsr()
    covering = np.diff(across.indptr)
    price = worth / np.maximum(demand, np.minimum(covering, 4 * demand))
    best, best_price, step, waited = np.inf, price, FIRST_STEP, 0
    for _ in range(rounds):
        income = cover @ price + gain
        chosen = np.concatenate([_take(income, block) for block in task.blocks])
        paid = worth - demand * price
        bound = float(paid[paid > 0].sum() + income[chosen].sum())
        if bound < best - 1e-7 * max(1.0, abs(best) if np.isfinite(best) else 1.0):
            best, best_price, waited = bound, price, 0
        else:
            waited += 1
        inside = np.zeros(task.items)
        inside[chosen] = 1
        count = across @ inside
        if worth[count >= demand].sum() + gain[chosen].sum() > value + 1e-6:
            value = max(value, seen(np.sort(chosen)))
        if best - value < 1e-6:
            break
        if waited > PATIENCE:
            price, step, waited = best_price, step * SHRINK, 0
            if step < 1e-4:
                break
            continue
        slope = count - demand * (paid > 0)
        slope[((price <= 0) & (slope > 0)) | ((paid <= 0) & (slope < 0))] = 0
        length = float(slope @ slope)
        if length == 0:
            break
        price = np.clip(price - step * (bound - value) / length * slope, 0, worth / demand)
    return _of(task, cover @ best_price + gain, best)


def _together(task: Task, weights: Floats) -> tuple[Any, Floats, Floats, Floats]:
    from scipy import sparse

    layers = task.layers[: len(weights)]
    cover = sparse.hstack([layer.cover for layer in layers], format="csr").astype(float)
    demand = np.concatenate([layer.demand for layer in layers]).astype(float)
    worth = np.concatenate([weight * layer.weight for weight, layer in zip(weights, layers, strict=True)])
    gain = np.array(sum(weight * layer.gain for weight, layer in zip(weights, layers, strict=True)), dtype=float)
    return cover, demand, worth, gain


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
