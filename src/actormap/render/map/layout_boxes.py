"""Boxes pushed apart: points stretched to fill a rectangle until no two labels share a place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import cos, log, pi, sin

import networkx as nx
import numpy as np

from actormap.render.map.geometry import Array, Rectangle

ROUNDS = 240
# Half way between where the stress layout puts things and an even spread: crowds part, neighbours stay neighbours.
EVENNESS = 0.5


def fill(points: Array, sizes: Array, interior: Rectangle) -> Array:
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
    spread: Array = push_apart(_evened(unit) * half, sizes, half) + centre
    return spread


def push_apart(points: Array, sizes: Array, half: Array) -> Array:
    """Return the points moved as little as needed for their boxes to part, each kept within `half` of the origin."""
    points = points.copy()
    order = np.arange(len(points))
    tie = np.sign(order[:, None] - order[None, :])
    reach = (sizes[:, None] + sizes[None]) / 2
    for _ in range(ROUNDS):
        apart = points[:, None] - points[None]
        overlap = reach - np.abs(apart)
        both = np.asarray((overlap > 1e-6).all(axis=2))
        np.fill_diagonal(both, val=False)
        if not both.any():
            break
        direction = np.where(np.abs(apart) < 1e-9, tie[:, :, None], np.sign(apart))
        sideways = (overlap[:, :, 0] / reach[:, :, 0]) <= (overlap[:, :, 1] / reach[:, :, 1])
        move = 0.4 * overlap * direction * both[:, :, None]
        points[:, 0] += np.where(sideways, move[:, :, 0], 0).sum(axis=1)
        points[:, 1] += np.where(sideways, 0, move[:, :, 1]).sum(axis=1)
        points = np.clip(points, -half, half)
    return points


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
