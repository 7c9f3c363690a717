"""A good choice found quickly: item by item the one that adds most, layers weighed so that an earlier one goes first."""

from __future__ import annotations

import numpy as np

from actormap.analysis.optimise.problem import Flags, Floats, Ints, Task


def weights_of(task: Task, layers: int) -> Floats:
    """Return a weight for each of the first layers such that what one item can add to a later layer does not outweigh an earlier one."""
    weights = [1.0]
    for layer in reversed(task.layers[1:layers]):
        alone = layer.cover @ layer.weight + np.abs(layer.gain)
        weights.append(weights[-1] * (1.0 + float(alone.max(initial=0))))
    return np.array(weights[::-1])


def grow(task: Task) -> Ints | None:
    """Return a choice within the limits, None if the way taken leads to none."""
    weights = weights_of(task, len(task.layers))
    left = [layer.demand.astype(float) for layer in task.layers]
    inside = np.zeros(task.items, dtype=bool)
    while True:
        free = _free(task, inside)
        if not free.any():
            break
        adds = np.zeros(task.items)
        for weight, layer, missing in zip(weights, task.layers, left, strict=True):
            # What needs two counts half for the first, so that the second may follow.
            adds += weight * (layer.cover @ np.where(missing > 0, layer.weight / layer.demand, 0) + layer.gain)
        first = int(np.argmax(np.where(free, adds, -np.inf)))
        if adds[first] <= 0 and not _lacking(task, inside)[first]:
            free &= _lacking(task, inside)
            if not free.any():
                break
            first = int(np.argmax(np.where(free, adds, -np.inf)))
        inside[first] = True
        left = [missing - layer.counts(np.array([first])) for layer, missing in zip(task.layers, left, strict=True)]
    chosen = np.flatnonzero(inside)
    return chosen if task.allows(chosen) else None


def improve(task: Task, chosen: Ints, *, rounds: int = 20) -> Ints:
    """Return the choice that is left when no change of one item for another of its block makes it better, or after so many rounds."""
    weights = weights_of(task, len(task.layers))
    block_of = np.zeros(task.items, dtype=np.int64)
    for number, block in enumerate(task.blocks):
        block_of[block.items] = number
    best, worth = chosen, task.values(chosen)
    for _ in range(rounds):
        before = worth
        for leaving in best.tolist():
            inside = np.zeros(task.items, dtype=bool)
            inside[best] = True
            inside[leaving] = False
            stay = np.flatnonzero(inside)
            adds = np.array(weights @ np.array(added(task, stay)), dtype=float)
            free = _free(task, inside) & (block_of == block_of[leaving])
            changed = np.sort(np.append(stay, int(np.argmax(np.where(free, adds, -np.inf)))))
            if (values := task.values(changed)) > worth:
                best, worth = changed, values
                break
        if worth == before:
            break
    return best


def added(task: Task, chosen: Ints) -> list[Ints]:
    """Return what each item would add to a choice, layer by layer."""
    return [layer.cover @ np.where(layer.demand - layer.counts(chosen) == 1, layer.weight, 0) + layer.gain for layer in task.layers]


def _free(task: Task, inside: Flags) -> Flags:
    """Return the items that may still be chosen."""
    free = ~inside
    for limit in (*task.blocks, *task.caps):
        if inside[limit.items].sum() >= limit.most:
            free[limit.items] = False
    return free


def _lacking(task: Task, inside: Flags) -> Flags:
    """Return the items of blocks from which more must be chosen."""
    lacking = np.zeros(task.items, dtype=bool)
    for block in task.blocks:
        if inside[block.items].sum() < block.least:
            lacking[block.items] = True
    return lacking
