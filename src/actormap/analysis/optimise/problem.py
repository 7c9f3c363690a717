"""What a choice is to achieve: layers of what chosen items cover, each counting only among choices that the layers before call equal.

Items are numbered from 0: those who may be invited, and members who may stay or leave. Everything is counted in whole numbers, so that
equal is equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Layer:
    """One thing to have as much of as possible.

    `cover` is a sparse matrix (CSR) of ones: a row an item, a column an element. An element counts its `weight` when at least `demand`
    chosen items cover it; each chosen item adds its `gain`, which may be less than nothing.
    """

    cover: Any
    demand: Ints
    weight: Ints
    gain: Ints

    @classmethod
    def of(cls, items: int, elements: Sequence[tuple[Sequence[int], int, int]] = (), gain: Sequence[int] | None = None) -> Layer:
        """Return the layer of some elements, each given as the items that cover it, its demand and its weight."""
        from scipy import sparse

        columns = np.repeat(np.arange(len(elements)), [len(who) for who, _, _ in elements])
        rows = np.array([item for who, _, _ in elements for item in who], dtype=np.int64)
        cover = sparse.csr_array((np.ones(len(rows), dtype=np.int64), (rows, columns)), shape=(items, len(elements)))
        demand = np.array([demand for _, demand, _ in elements], dtype=np.int64)
        weight = np.array([weight for _, _, weight in elements], dtype=np.int64)
        return cls(cover, demand, weight, np.zeros(items, dtype=np.int64) if gain is None else np.array(gain, dtype=np.int64))

    def value(self, chosen: Ints) -> int:
        """Return what a set of items is worth in this layer."""
        return int(self.weight[self.counts(chosen) >= self.demand].sum() + self.gain[chosen].sum())

    def counts(self, chosen: Ints) -> Ints:
        """Return how many of some items cover each element."""
        ends, columns = self.cover.indptr, self.cover.indices
        covered = [columns[ends[item] : ends[item + 1]] for item in chosen.tolist()]
        return np.bincount(np.concatenate([columns[:0], *covered]), minlength=len(self.demand))

    def without(self, inside: Ints, open_: Ints) -> tuple[Layer, int]:
        """Return the layer of the open items alone when those inside are chosen, and what is settled by that.

        Elements that the same open items cover, as many of them needed, become one.
        """
        left = self.demand - self.counts(inside)
        cover = self.cover[open_].tocsc()
        settled = int(self.weight[left <= 0].sum() + self.gain[inside].sum())
        alive = np.flatnonzero((left > 0) & (np.diff(cover.indptr) >= left))
        ends, rows = cover.indptr, cover.indices
        first: dict[tuple[bytes, int], int] = {}
        same = [first.setdefault((np.sort(rows[ends[e] : ends[e + 1]]).tobytes(), int(left[e])), len(first)) for e in alive.tolist()]
        number = np.array(same, dtype=np.int64)
        weight = np.bincount(number, self.weight[alive], minlength=len(first)).astype(np.int64)
        one_of_each = alive[np.unique(number, return_index=True)[1]]
        return Layer(cover[:, one_of_each].tocsr(), left[one_of_each], weight, self.gain[open_]), settled


@dataclass(frozen=True)
class Limit:
    """How many of some items may be chosen."""

    items: Ints
    least: int
    most: int

    def without(self, inside: Flags, place: Ints) -> Limit:
        """Return the limit on the open items when those inside are chosen; `place` says where an item stands then, -1 if nowhere."""
        taken = int(inside[self.items].sum())
        kept = place[self.items]
        return Limit(kept[kept >= 0], max(0, self.least - taken), self.most - taken)


@dataclass(frozen=True)
class Task:
    """What to choose for and within what limits.

    `blocks` share out the items: each stands in exactly one. `caps` are further limits, which say only how many at most.
    """

    layers: tuple[Layer, ...]
    blocks: tuple[Limit, ...]
    caps: tuple[Limit, ...] = ()

    @property
    def items(self) -> int:
        """Return how many items there are."""
        return sum(len(block.items) for block in self.blocks)

    def allows(self, chosen: Ints) -> bool:
        """Return whether a set of items keeps within every limit."""
        inside = np.zeros(self.items, dtype=bool)
        inside[chosen] = True
        return all(limit.least <= inside[limit.items].sum() <= limit.most for limit in (*self.blocks, *self.caps))

    def values(self, chosen: Ints) -> tuple[int, ...]:
        """Return what a set of items is worth, layer by layer."""
        return tuple(layer.value(chosen) for layer in self.layers)


@dataclass(frozen=True)
class OpenPart:
    """What is left of a task when some items are settled: the `task` of the open ones, what they are called, what is settled already."""

    task: Task
    names: Ints
    inside: Ints
    settled: tuple[int, ...]

    @classmethod
    def of(cls, task: Task) -> OpenPart:
        """Return the part that is all of a task."""
        none = np.zeros(0, dtype=np.int64)
        return cls(task, np.arange(task.items), none, (0,) * len(task.layers))

    def narrowed(self, inside: Flags, outside: Flags) -> OpenPart:
        """Return the part that is left when some of the open items are chosen and some are ruled out."""
        open_ = np.flatnonzero(~(inside | outside))
        chosen = np.flatnonzero(inside)
        place = np.full(self.task.items, -1, dtype=np.int64)
        place[open_] = np.arange(len(open_))
        layers, settled = zip(*(layer.without(chosen, open_) for layer in self.task.layers), strict=True)
        task = Task(
            layers,
            tuple(limit.without(inside, place) for limit in self.task.blocks),
            tuple(limit.without(inside, place) for limit in self.task.caps),
        )
        return OpenPart(
            task,
            self.names[open_],
            np.concatenate([self.inside, self.names[chosen]]),
            tuple(old + new for old, new in zip(self.settled, settled, strict=True)),
        )

    def whole(self, chosen: Ints) -> Ints:
        """Return a choice among the open items as a choice of the whole task, in order."""
        return np.sort(np.concatenate([self.inside, self.names[chosen]]))
