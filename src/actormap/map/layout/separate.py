"""Boxes pushed apart: points stretched to fill a rectangle until no two labels share a place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import cos, log, pi, sin

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from actormap.map.layout.geometry import Array, Rectangle

ROUNDS = 240
# Half way between where the stress layout puts things and an even spread: crowds part, neighbours stay neighbours.
EVENNESS = 0.5
RASTER = 23  # places tried along each side for one that is fitted in


def fill(points: Array, sizes: Array, interior: Rectangle, *, rounds: int = ROUNDS) -> Array:
    """Return the points turned and stretched to an interior, no two of their boxes on each other if there is any room.

    `sizes` holds a row of width and height for each point; a box is centred on its point.
    """
    centre = np.array([interior.x + interior.width / 2, interior.y + interior.height / 2])
    half = np.maximum((np.array([interior.width, interior.height]) - sizes) / 2, 1.0)
    if len(points) == 1:
        return np.array([centre])
    turned = _turned(points, interior.width / max(1.0, interior.height))
    low, high = turned.min(axis=0), turned.max(axis=0)
    unit = 2 * (turned - (low + high) / 2) / np.maximum(high - low, 1e-6)
    spread: Array = push_apart(_evened(_squared(unit)) * half, sizes, half, rounds=rounds) + centre
    return spread


def push_apart(points: Array, sizes: Array, half: Array, *, held: NDArray[np.bool_] | None = None, rounds: int = ROUNDS) -> Array:
    """Return the points moved as little as needed for their boxes to part, each kept within `half` of the origin.

    Points that are `held` stay where they are.
    """
    points = points.copy()
    reach = sizes.max(axis=0) + 1e-9
    free = np.ones(len(points), dtype=bool) if held is None else ~held
    for _ in range(rounds):
        pairs = cKDTree(points / reach).query_pairs(1.0, p=np.inf, output_type="ndarray")
        a, b = pairs[:, 0], pairs[:, 1]
        apart = points[b] - points[a]
        room = (sizes[a] + sizes[b]) / 2
        overlap = room - np.abs(apart)
        both = (overlap > 1e-6).all(axis=1) & (free[a] | free[b])
        if not both.any():
            break
        a, b, apart, room, overlap = (values[both] for values in (a, b, apart, room, overlap))
        sideways = overlap[:, 0] / room[:, 0] <= overlap[:, 1] / room[:, 1]
        # Points on each other part by their order; one that is held leaves the whole way to the other.
        move = 0.4 * overlap * np.where(np.abs(apart) < 1e-9, 1.0, np.sign(apart)) * np.where(free[a] & free[b], 1.0, 2.0)[:, None]
        for axis, along in ((0, sideways), (1, ~sideways)):
            part = move[:, axis] * along
            points[:, axis] += np.bincount(b, part, len(points)) * free - np.bincount(a, part, len(points)) * free
        points[free] = np.clip(points, -half, half)[free]
    return points


def fit_in(placed: Array, sizes: Array, newcomers: Array, wishes: Array, interior: Rectangle) -> Array:
    """Return a place for each newcomer, near where it wishes to be, in what room others leave in an interior.

    `placed` and `wishes` are rows of points, `sizes` and `newcomers` rows of width and height.
    """
    known, count = np.vstack([placed, wishes]), len(placed)
    boxes = np.vstack([sizes, newcomers])
    for size, wish in zip(newcomers, wishes, strict=True):
        half = np.maximum((np.array([interior.width, interior.height]) - size) / 2, 0.0)
        grid = np.array([interior.x + interior.width / 2, interior.y + interior.height / 2]) + _raster(half)
        across, down = (
            np.maximum(0.0, (boxes[:count, axis] + size[axis]) / 2 - np.abs(grid[:, None, axis] - known[None, :count, axis]))
            for axis in (0, 1)
        )
        overlap = np.einsum("ij,ij->i", across, down)
        away = np.sqrt(((grid - wish) ** 2).sum(axis=1))
        cost = overlap / float(size.prod()) + 0.3 * away / (interior.width + interior.height)
        known[count] = grid[int(np.argmin(np.round(cost, 6)))]
        count += 1
    placed_last: Array = known[len(placed) :]
    return placed_last


def _raster(half: Array) -> Array:
    across, down = (np.linspace(-side, side, RASTER) for side in half)
    return np.column_stack([np.repeat(across, RASTER), np.tile(down, RASTER)])


def _squared(unit: Array) -> Array:
    """Return points of a disc spread towards the corners of its square, those in the middle hardly at all."""
    reach = np.sqrt((unit**2).sum(axis=1))
    stretch = np.minimum(1.0, reach) * (reach / np.maximum(np.abs(unit).max(axis=1), 1e-9) - 1)
    squared: Array = np.clip(unit * (1 + stretch)[:, None], -1, 1)
    return squared


def _evened(unit: Array) -> Array:
    ranks = unit.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    return (1 - EVENNESS) * unit + EVENNESS * (2 * ranks / (len(unit) - 1) - 1)


def turn_towards_neighbours(groups: Sequence[Sequence[str]], placed: list[Array], graph: nx.Graph[str]) -> None:
    """Mirror each group within its box so that its ties to other groups are short; changes `placed`."""
    where = {node_id: (number, row) for number, members in enumerate(groups) for row, node_id in enumerate(members)}
    outside: list[list[tuple[int, str]]] = [[] for _ in groups]
    for a, b in sorted(map(sorted, graph.edges)):
        if a in where and b in where and where[a][0] != where[b][0]:
            outside[where[a][0]].append((where[a][1], b))
            outside[where[b][0]].append((where[b][1], a))
    for _, number in product(range(3), range(len(groups))):
        ties = outside[number]
        if not ties:
            continue
        own = placed[number]
        centre = (own.min(axis=0) + own.max(axis=0)) / 2
        rows = [row for row, _ in ties]
        others = np.array([placed[where[other][0]][where[other][1]] for _, other in ties])
        mirrored = [centre + (own - centre) * np.array(signs) for signs in ((1, 1), (-1, 1), (1, -1), (-1, -1))]
        lengths = [round(float(np.sqrt(((points[rows] - others) ** 2).sum(axis=1)).sum()), 3) for points in mirrored]
        placed[number] = mirrored[lengths.index(min(lengths))]


def _turned(points: Array, shape: float) -> Array:
    best: tuple[float, Array] | None = None
    for step in range(12):
        angle = pi * step / 12
        turned: Array = points @ np.array([[cos(angle), -sin(angle)], [sin(angle), cos(angle)]])
        spread = np.maximum(np.ptp(turned, axis=0), 1e-6)
        misfit = round(abs(log(spread[0] / spread[1] / shape)), 6)
        if best is None or misfit < best[0]:
            best = (misfit, turned)
    assert best is not None  # noqa: S101  (there are twelve angles)
    return best[1]
