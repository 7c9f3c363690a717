"""What chance alone would give: tails of two distributions, the network with given degrees, and the correction for many tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import comb

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_STEPS, _CLOSE = 2000, 1e-9


def at_least(found: int, drawn: int, marked: int, of: int) -> float:
    """Return how often so many or more are marked among those drawn, without putting back, from `of` things (hypergeometric tail)."""
    return sum(comb(marked, n) * comb(of - marked, drawn - n) for n in range(found, min(drawn, marked) + 1)) / comb(of, drawn)


def sum_at_least(found: int, chances: Iterable[float]) -> float:
    """Return how often so many or more of independent things happen, each with its own chance (Poisson-binomial tail, exactly)."""
    below = [1.0] + [0.0] * (found - 1) if found > 0 else []
    for chance in chances:
        for n in range(len(below) - 1, 0, -1):
            below[n] += (below[n - 1] - below[n]) * chance
        if below:
            below[0] *= 1 - chance
    return max(0.0, 1 - sum(below))


def with_degrees(matrix: NDArray[np.bool_]) -> Floats:
    """Return the chance of each cell of a two-mode network of which only the degrees are given, on average over all such networks.

    It is the network of greatest entropy: p = x y / (1 + x y) (Saracco et al. 2015, Neal, Domagalski & Sagan 2021). A row or column that is
    full or empty is so in every one, and so on with what is left.
    """
    full, some = _settled(matrix)
    left, above = ((matrix & some).sum(axis).astype(float) for axis in (1, 0))
    x, y = (each / max(1.0, np.sqrt(left.sum())) for each in (left, above))
    for _ in range(_STEPS):
        old = x
        x = left / np.maximum((some * y / (1 + np.outer(x, y))).sum(1), _CLOSE)
        y = above / np.maximum((some * x[:, None] / (1 + np.outer(x, y))).sum(0), _CLOSE)
        if np.abs(x - old).max(initial=0) < _CLOSE:
            break
    odds = np.outer(x, y)
    return np.where(full, 1.0, np.where(some, odds / (1 + odds), 0.0))


def _settled(matrix: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the cells that are full in every network with these degrees, and those that may be either.

    A row that is full or empty leaves a smaller table, in which others may be so.
    """
    full, some = np.zeros_like(matrix), np.ones_like(matrix)
    while True:
        held, room = (matrix & some), some.sum(1)
        rows = (held.sum(1) == room) | (held.sum(1) == 0)
        columns = (held.sum(0) == some.sum(0)) | (held.sum(0) == 0)
        fixed = some & (rows[:, None] | columns[None, :])
        if not fixed.any():
            return full, some
        full |= fixed & matrix
        some &= ~fixed


def discoveries(chances: Sequence[float], rate: float) -> frozenset[int]:
    """Return which of many findings stand when no more than a share `rate` of those that do may be chance (Benjamini & Hochberg 1995)."""
    ordered = sorted(range(len(chances)), key=lambda number: chances[number])
    last = max((place for place, number in enumerate(ordered, start=1) if chances[number] <= rate * place / len(chances)), default=0)
    return frozenset(ordered[:last])
