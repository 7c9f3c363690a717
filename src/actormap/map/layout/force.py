"""A force layout for many nodes: neighbours pull, all push, the pushing worked out on a grid.

The pushing is ForceAtlas2's (Jacomy, Venturini, Heymann & Bastian 2014): in proportion to both degrees and to one over the distance. On a
grid it is a convolution, which a Fourier transform does in one go however many nodes there are (as in Linderman et al. 2019). The start is
pivot MDS (Brandes & Pich 2007), so that few rounds are needed and the whole is not folded.
"""

from __future__ import annotations

from math import ceil, log2, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy import fft
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from actormap.map.layout.geometry import Array

Pairs = NDArray[np.int64]
Field = NDArray[np.complex128]

PIVOTS = 24
ROUNDS = 140
GRIDS = (32, 256)
GATHERING = 0.6


def positions(number: int, pairs: Pairs, *, circles: Pairs | None = None, seed: int = 7, rounds: int = ROUNDS) -> Array:
    """Return a row of x and y for each of `number` nodes, round the origin; `pairs` are rows of two node numbers.

    `circles` numbers the group of each node, from 0: it is pulled to the middle of its group as by `GATHERING` times its ties more, since
    thousands of nodes are read by their groups. Parts that do not hang together are pushed far apart: lay out one component at a time. The
    unit is about the distance between two neighbours.
    """
    if number < 3:
        return np.array([[index - (number - 1) / 2, 0.0] for index in range(number)])
    first, second = (pairs[:, 0], pairs[:, 1]) if len(pairs) else (np.zeros(0, dtype=np.int64),) * 2
    mass: Array = 1.0 + np.bincount(first, minlength=number).astype(np.float64) + np.bincount(second, minlength=number)
    points = _start(number, first, second, seed)
    push = float(mass.mean())
    cells = int(min(GRIDS[1], max(GRIDS[0], 2 ** ceil(log2(sqrt(number))))))
    kernels = _kernels(cells)
    longest = sqrt(number)
    for turn in range(rounds):
        moves = _pushed(points, mass, cells, kernels) / push
        pull = (points[second] - points[first]) * 0.25
        for axis in (0, 1):
            moves[:, axis] += np.bincount(first, pull[:, axis], number) - np.bincount(second, pull[:, axis], number)
        if circles is not None:
            moves += _gathered(points, circles) * (0.25 * GATHERING * mass)[:, None]
        # What many pull at would leap from side to side: it moves by the mean of its forces, and ever less far.
        moves /= (0.25 * mass)[:, None]
        reach = np.sqrt((moves**2).sum(axis=1)) + 1e-12
        allowed = longest * 0.1 * (1 - turn / rounds) ** 1.5 + 0.02
        points = points + moves * np.minimum(1.0, allowed / reach)[:, None]
        points -= points.mean(axis=0)
    return points


def _start(number: int, first: Pairs, second: Pairs, seed: int) -> Array:
    """Return the places that distances to a few far-flung pivots give, all alike ones a little apart."""
    ties = csr_array((np.ones(2 * len(first)), (np.concatenate([first, second]), np.concatenate([second, first]))), shape=(number, number))
    nearest = np.full(number, np.inf)
    pivot = int(np.argmax(np.diff(ties.indptr)))
    columns = []
    for _ in range(min(PIVOTS, number)):
        steps = dijkstra(ties, unweighted=True, indices=pivot)
        reached = np.isfinite(steps)
        steps[~reached] = steps[reached].max() + 2
        columns.append(steps)
        nearest = np.minimum(nearest, steps)
        pivot = int(np.argmax(nearest))
    squares = np.array(columns).T ** 2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()
    _, axes = np.linalg.eigh(centred.T @ centred)
    points = -0.5 * centred @ axes[:, [-1, -2]]
    # The sign of an axis is free; the same everywhere is the one that makes its largest coordinate positive.
    points *= np.where(points[np.abs(points).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    spread = np.maximum(points.std(axis=0), 1e-9)
    chance = np.random.default_rng(seed).normal(0, 1, points.shape)
    return np.asarray((points / spread + 0.15 * chance) * 0.5 * sqrt(number))


def _gathered(points: Array, circles: Pairs) -> Array:
    """Return the way from each point to the middle of its circle."""
    sizes = np.maximum(1, np.bincount(circles))
    middle = np.column_stack([np.bincount(circles, points[:, axis]) / sizes for axis in (0, 1)])
    return np.asarray(middle[circles] - points)


def _kernels(cells: int) -> tuple[Field, Field]:
    """Return the transforms of the push along x and along y of a mass at the origin, in cells; a doubled grid keeps its edges apart."""
    steps = np.fft.fftfreq(2 * cells, 1 / (2 * cells))
    away = steps[:, None] ** 2 + steps[None] ** 2 + 0.25
    return fft.rfft2(steps[:, None] / away), fft.rfft2(steps[None] / away)


def _pushed(points: Array, mass: Array, cells: int, kernels: tuple[Field, Field]) -> Array:
    """Return mass times the sum of the other masses over their distances, as x and y; a mass is shared by the four cells around it."""
    low, high = points.min(axis=0), points.max(axis=0)
    side = float((high - low).max()) / (cells - 2) + 1e-9
    place = (points - (low + high) / 2) / side + (cells - 1) / 2
    corner = np.floor(place).astype(np.int64).clip(0, cells - 2)
    part = place - corner
    shares = [
        (corner[:, 0] + right, corner[:, 1] + down, (part[:, 0] if right else 1 - part[:, 0]) * (part[:, 1] if down else 1 - part[:, 1]))
        for right in (0, 1)
        for down in (0, 1)
    ]
    grid = np.zeros(cells * cells)
    for column, row, share in shares:
        grid += np.bincount(column * cells + row, share * mass, cells * cells)
    masses = fft.rfft2(grid.reshape(cells, cells), s=(2 * cells, 2 * cells))
    result = np.zeros_like(points)
    for axis, kernel in enumerate(kernels):
        field = fft.irfft2(masses * kernel, s=(2 * cells, 2 * cells))
        for column, row, share in shares:
            result[:, axis] += share * field[column, row]
    return result * (mass / side)[:, None]
