"""A k-d treemap: boxes that fill a rectangle, each as large as it needs, with groups that have much to do with each other side by side."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

import networkx as nx
import numpy as np

from actormap.map.layout import stress
from actormap.map.layout.geometry import Array, Rectangle

ROTATIONS = 24
WORST_SHAPE = 2.4


def ties_between(groups: Sequence[Sequence[str]], graph: nx.Graph[str]) -> Array:
    """Return how many ties there are between each two groups."""
    number = {node_id: index for index, members in enumerate(groups) for node_id in members}
    ties = np.zeros((len(groups), len(groups)))
    for a, b in graph.edges:
        if a in number and b in number and number[a] != number[b]:
            ties[number[a], number[b]] += 1
            ties[number[b], number[a]] += 1
    return ties


def fill(areas: Array, widths: Array, ties: Array, whole: Rectangle, *, gap: float, seed: int) -> list[Rectangle]:
    """Return a box for each group, in proportion to its area, that together fill `whole` but for the gaps.

    Of the turns of the groups' own layout the one is chosen that gives well-shaped boxes, wide enough for their titles, and short ties.
    """
    outer = Rectangle(whole.x - gap / 2, whole.y - gap / 2, whole.width + gap, whole.height + gap)
    points = _group_positions(ties, seed)
    best: tuple[float, list[Rectangle]] | None = None
    for turn in range(ROTATIONS):
        angle = 2 * pi * turn / ROTATIONS
        turned = points @ np.array([[cos(angle), -sin(angle)], [sin(angle), cos(angle)]])
        boxes = _split(list(range(len(areas))), turned, areas, outer)
        ordered = [boxes[index] for index in range(len(areas))]
        cost = _cost(ordered, widths, ties, whole)
        if best is None or cost < best[0] - 1e-9:
            best = (cost, ordered)
    assert best is not None  # noqa: S101  (there is at least one turn)
    return [box.within(gap) for box in best[1]]


def _group_positions(ties: Array, seed: int) -> Array:
    groups: nx.Graph[str] = nx.Graph()
    names = [f"{index:04}" for index in range(len(ties))]
    groups.add_nodes_from(names)
    # Where all are tied to all, only the stronger half of the ties says who belongs beside whom.
    threshold = float(np.median(ties[ties > 0])) if (ties > 0).any() else 0.0
    groups.add_edges_from((names[a], names[b]) for a, b in np.argwhere(ties >= max(threshold, 1.0)) if a < b)
    return stress.positions(groups, seed=seed)


def _split(numbers: list[int], points: Array, areas: Array, box: Rectangle) -> dict[int, Rectangle]:
    if len(numbers) == 1:
        return {numbers[0]: box}
    axis = 0 if box.width >= box.height else 1
    ordered = sorted(numbers, key=lambda number: (round(float(points[number, axis]), 4), number))
    cut, share = balanced([areas[number] for number in ordered])
    first, second = box.halved(share)
    return _split(ordered[:cut], points, areas, first) | _split(ordered[cut:], points, areas, second)


def balanced(areas: Sequence[float]) -> tuple[int, float]:
    """Return after how many areas to cut so that both sides are as even as can be, and the share of the first side."""
    sums = np.cumsum(areas)
    cut = min(range(1, len(areas)), key=lambda index: (abs(sums[index - 1] / sums[-1] - 0.5), index))
    return cut, float(sums[cut - 1] / sums[-1])


def _cost(boxes: Sequence[Rectangle], widths: Array, ties: Array, whole: Rectangle) -> float:
    centres = np.array([[box.x + box.width / 2, box.y + box.height / 2] for box in boxes])
    far = np.sqrt(((centres[:, None] - centres[None]) ** 2).sum(axis=2))
    length = float((far * ties).sum() / max(1.0, ties.sum())) / (whole.width + whole.height)
    # A tall box has no room for its title, so height counts double.
    shapes = [max(box.width / box.height, 1.6 * box.height / box.width) for box in boxes]
    narrow = [max(0.0, 1 - box.width / width) for box, width in zip(boxes, widths, strict=True)]
    return length + 0.15 * float(np.mean([max(0.0, shape - WORST_SHAPE) for shape in shapes])) + float(np.sum(narrow))
