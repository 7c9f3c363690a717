"""Every choice there is, while there are few enough to look at them all."""

from __future__ import annotations

from itertools import chain, combinations
from math import comb

import numpy as np

from actormap.analysis.optimise.problem import Flags, Ints, Limit, Task


def ways(task: Task) -> int:
    """Return how many choices the blocks allow, whatever the caps."""
    return int(np.prod([_ways(block) for block in task.blocks], dtype=object))


def best(task: Task) -> tuple[Flags, Ints] | None:
    """Return every best choice, a row each that says which items are in it, and what they are worth; None if the limits allow none."""
    inside = _every(task)
    for cap in task.caps:
        taken = inside[:, cap.items].sum(axis=1)
        inside = inside[(cap.least <= taken) & (taken <= cap.most)]
    if not len(inside):
        return None
    values = np.array([], dtype=np.int64)
    for layer in task.layers:
        worth = ((inside @ layer.cover) >= layer.demand) @ layer.weight + inside @ layer.gain
        inside, values = inside[worth == worth.max()], np.append(values, worth.max())
    return inside.astype(bool), values


def _ways(block: Limit) -> int:
    return sum(comb(len(block.items), size) for size in range(max(0, block.least), min(block.most, len(block.items)) + 1))


def _every(task: Task) -> Ints:
    found = np.zeros((1, task.items), dtype=np.int64)
    for block in task.blocks:
        sizes = range(max(0, block.least), min(block.most, len(block.items)) + 1)
        sets = list(chain.from_iterable(combinations(block.items.tolist(), size) for size in sizes))
        of_block = np.zeros((len(sets), task.items), dtype=np.int64)
        for row, chosen in enumerate(sets):
            of_block[row, list(chosen)] = 1
        found = (found[:, None, :] + of_block[None, :, :]).reshape(len(found) * len(sets), task.items)
    return found
