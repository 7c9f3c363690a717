"""The layout for thousands: forces instead of boxes, each component by itself, all of them together filling the frame."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from actormap.map.data.groups import NodeGroup
from actormap.map.layout import force, separate, treemap
from actormap.map.layout import strip as layout_strip
from actormap.map.layout.geometry import Array, Rectangle, golden_spiral
from actormap.map.layout.inputs import Material
from actormap.map.layout.layout import GAP, Box, Frame, GroupHeading, Layout, Position, dot_of, sizes_of, tenths

NAME = "force"
# Below this a component is its hub with the others round it.
FLOWER = 8
HEADINGS = 18


def objection(material: Material) -> str:  # noqa: ARG001  (as the others are asked)
    """Return why the layout does not apply: it always does."""
    return ""


def arrange(material: Material, frame: Frame) -> Layout:
    """Return the layout of a graph by forces; nodes without a tie stand in a strip inside the frame, themes outside it."""
    graph, groups = material.graph, material.groups
    dot = dot_of(len(graph), frame)
    title, pad = 2.2 * frame.text, 0.8 * frame.text
    boxes: list[Box] = []
    positions: dict[str, Position] = {}
    floor = frame.height
    for group in groups:
        if group.kind == "isolates":
            high = frame.height * min(0.3, max(0.12, len(group.members) / len(graph)))
            strip = layout_strip.filled(group.members, Rectangle(0, frame.height - high, frame.width, high), title=title, pad=pad, shape=1)
            floor = strip.box.y - GAP
        elif group.kind == "themes":
            strip = layout_strip.outside(group.members, sizes_of(graph, material.labels, dot, frame), frame, title=title, pad=pad)
        else:
            continue
        boxes.append(Box(group.kind, group.name, group.members, strip.box.rounded(), round(title, 1)))
        positions |= strip.positions
    inside = sorted(set(graph) - set(positions))
    points = _spread(material, inside, Rectangle(0, 0, frame.width, floor), dot)
    positions |= {node_id: (float(x), float(y)) for node_id, (x, y) in zip(inside, points, strict=True)}
    place = dict(zip(inside, points, strict=True))
    return Layout(NAME, frame, round(dot, 2), tenths(positions), tuple(boxes), headings=_headings(groups, place))


def _spread(material: Material, ids: Sequence[str], box: Rectangle, dot: float) -> Array:
    number = {node_id: index for index, node_id in enumerate(ids)}
    ends = (sorted((number[a], number[b])) for a, b in material.graph.edges if a in number and b in number and a != b)
    pairs = np.array(sorted(ends), dtype=np.int64).reshape(-1, 2)
    parts = _components(len(ids), pairs)
    points = np.zeros((len(ids), 2))
    circles = np.array([material.circles.get(node_id, 0) for node_id in ids], dtype=np.int64)
    degree = np.bincount(pairs.ravel(), minlength=len(ids))
    home = np.zeros(len(ids), dtype=np.int64)
    for place, part in enumerate(parts):
        home[part] = place
    rows = home[pairs[:, 0]] if len(pairs) else np.zeros(0, dtype=np.int64)
    order = np.argsort(rows, kind="stable")
    starts = np.searchsorted(rows[order], np.arange(len(parts) + 1))
    for place, (part, area) in enumerate(zip(parts, _areas([len(part) for part in parts], box), strict=True)):
        own = np.searchsorted(part, pairs[order[starts[place] : starts[place + 1]]])
        if len(part) < FLOWER:
            start = np.zeros((len(part), 2))
            start[np.argsort(-degree[part], kind="stable")] = golden_spiral(len(part))
        else:
            key = (NAME, len(part), int(part[0]))
            start = material.draft(key, partial(force.positions, len(part), own, circles=circles[part], seed=material.seed))
        sizes = np.repeat(2.2 * dot * (0.5 + np.minimum(1.0, np.sqrt(degree[part] / max(1, degree.max())))), 2).reshape(-1, 2)
        points[part] = separate.fill(start, sizes, area.within(min(2 * dot, 0.4 * area.width, 0.4 * area.height)), rounds=40)
    return points


def _components(number: int, pairs: force.Pairs) -> list[force.Pairs]:
    """Return the numbers of the nodes of each component, the largest first."""
    ties = csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(number, number))
    count, label = connected_components(ties, directed=False)
    order = np.argsort(label, kind="stable")
    parts = np.split(order, np.searchsorted(label[order], np.arange(1, count))) if number else []
    return sorted(parts, key=lambda part: (-len(part), int(part[0])))


def _areas(sizes: Sequence[int], box: Rectangle) -> list[Rectangle]:
    """Return a rectangle for each size, in proportion to it, that together fill the box."""
    found: list[Rectangle] = []
    waiting = [(list(sizes), box)] if sizes else []
    while waiting:
        some, area = waiting.pop()
        if len(some) == 1:
            found.append(area)
            continue
        cut, share = treemap.balanced(some)
        first, second = area.halved(share)
        waiting += [(some[cut:], second), (some[:cut], first)]
    return found


def _headings(groups: Sequence[NodeGroup], place: dict[str, Array]) -> tuple[GroupHeading, ...]:
    """Return the names of the largest groups, each in the middle of its nodes."""
    found = []
    for group in groups[:HEADINGS]:
        points = np.array([place[node_id] for node_id in group.members if node_id in place])
        if group.kind == "group" and len(points) >= max(FLOWER, len(place) / 100):
            x, y = np.median(points, axis=0)
            found.append(GroupHeading(round(float(x), 1), round(float(y), 1), group.name))
    return tuple(found)
