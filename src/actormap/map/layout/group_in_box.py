"""Group in box: each group in a box of its own, the boxes filling the frame, those with much to do with each other side by side.

Every group gets a box of a k-d treemap, with room for its title; within it a stress layout, stretched to the box and pushed apart until
labels have room. Nodes without a tie stand in a strip inside the frame, themes outside it, so that the map fills the frame as
well without them. What waits to be asked for (`minor`) takes the room that the others leave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

import networkx as nx
import numpy as np

from actormap.map.data.groups import NodeGroup
from actormap.map.layout import separate, stress, treemap
from actormap.map.layout import strip as layout_strip
from actormap.map.layout.geometry import Array, Rectangle
from actormap.map.layout.inputs import Material
from actormap.map.layout.layout import GAP, Box, Frame, Layout, Position, dot_of, sizes_of, tenths, title_height

NAME = "group"
EDGE = 8.0


def objection(material: Material) -> str:  # noqa: ARG001  (as the others are asked)
    """Return why the layout does not apply: it always does."""
    return ""


def arrange(material: Material, frame: Frame) -> Layout:
    """Return the layout; its boxes are in the order of the groups, which all nodes are in."""
    graph, groups, labels = material.graph, material.groups, material.labels
    dot = dot_of(len(graph), frame)
    sizes = sizes_of(graph, labels, dot, frame)
    boxes: dict[int, Rectangle] = {}
    positions: dict[str, Position] = {}
    core = [number for number, group in enumerate(groups) if group.kind == "group"]
    floor = frame.height
    margins = {"title": 2.2 * frame.text, "pad": 0.8 * frame.text}
    for number, group in enumerate(groups):
        if group.kind == "isolates":
            strip = layout_strip.rows(group.members, sizes, frame.width, most=_highest(len(group.members), graph, frame), **margins)
            placed = strip.moved(0, frame.height - strip.box.height if core else 0)
            floor = placed.box.y - GAP
        elif group.kind == "themes":
            strip = layout_strip.outside(group.members, sizes, frame, **margins)
            placed = strip if core else strip.moved(-strip.box.x, -strip.box.y)
        else:
            continue
        boxes[number] = placed.box
        positions |= placed.positions
    if core:
        inner = [groups[number] for number in core]
        rectangles = _rectangles(material, inner, sizes, frame, floor)
        boxes |= dict(zip(core, rectangles, strict=True))
        positions |= _inside(material, inner, rectangles, sizes, frame)
    return Layout(NAME, frame, round(dot, 2), tenths(positions), tuple(_box(group, boxes[n], frame) for n, group in enumerate(groups)))


def _highest(alone: int, graph: nx.Graph[str], frame: Frame) -> float:
    """Return how high a strip of those without a tie may be: in proportion to how many of all they are."""
    return frame.height * min(0.3, max(0.1, 2 * alone / max(1, len(graph))))


def _box(group: NodeGroup, area: Rectangle, frame: Frame) -> Box:
    title = title_height(group.name, area.width, frame) if group.kind == "group" else 2.2 * frame.text
    return Box(group.kind, group.name, group.members, area.rounded(), round(title, 1))


def _rectangles(
    material: Material, groups: Sequence[NodeGroup], sizes: Mapping[str, Position], frame: Frame, floor: float
) -> list[Rectangle]:
    areas, widths = [], []
    for group in groups:
        # What waits to be asked for fits in between, so it takes but a third of its room.
        labels = sum((0.5 if node_id in material.minor else 1.5) * sizes[node_id][0] * sizes[node_id][1] for node_id in group.members)
        title = max(len(text) for text in group.name.values()) * 0.66 * frame.text
        areas.append(labels + title * 3 * frame.text)
        words = [len(word) for text in group.name.values() for word in text.split()]
        widths.append(max(title / 3, max(words) * 0.7 * frame.text) + 3 * frame.text)
    ties = treemap.ties_between([group.members for group in groups], material.graph)
    whole = Rectangle(0, 0, frame.width, floor)
    return treemap.fill(np.array(areas), np.array(widths), ties, whole, gap=GAP, seed=material.seed)


def _inside(
    material: Material, groups: Sequence[NodeGroup], rectangles: Sequence[Rectangle], sizes: Mapping[str, Position], frame: Frame
) -> dict[str, Position]:
    room = sum(box.width * box.height for box in rectangles)
    wanted = sum(sizes[node_id][0] * sizes[node_id][1] for group in groups for node_id in group.members)
    # Beyond half of the area labels cannot all have their room: then everything stands proportionally closer.
    squeeze = min(1.0, sqrt(0.5 * room / wanted))
    major = [[node_id for node_id in group.members if node_id not in material.minor] or list(group.members) for group in groups]
    interiors = [_interior(group, box, frame) for group, box in zip(groups, rectangles, strict=True)]
    placed: list[Array] = []
    for members, interior in zip(major, interiors, strict=True):
        measures = np.array([sizes[node_id] for node_id in members]) * squeeze
        placed.append(separate.fill(_draft(material, tuple(members)), measures, interior))
    separate.turn_towards_neighbours(major, placed, material.graph)
    positions: dict[str, Position] = {}
    for group, members, points, interior in zip(groups, major, placed, interiors, strict=True):
        own = {node_id: (float(x), float(y)) for node_id, (x, y) in zip(members, points, strict=True)}
        rest = [node_id for node_id in group.members if node_id not in own]
        positions |= own | _between(material.graph, rest, own, sizes, squeeze, interior)
    return positions


def _draft(material: Material, members: tuple[str, ...]) -> Array:
    return material.draft(members, lambda: stress.positions(nx.subgraph(material.graph, members), seed=material.seed))


def _interior(group: NodeGroup, box: Rectangle, frame: Frame) -> Rectangle:
    # In a box that is hardly higher than its title, what stands in it matters more.
    title = min(title_height(group.name, box.width, frame), 0.5 * box.height)
    edge = min(EDGE, 0.1 * box.width, 0.1 * box.height)
    return Rectangle(box.x + edge, box.y + title, box.width - 2 * edge, box.height - title - edge)


def _between(
    graph: nx.Graph[str],
    rest: Sequence[str],
    placed: Mapping[str, Position],
    sizes: Mapping[str, Position],
    squeeze: float,
    interior: Rectangle,
) -> dict[str, Position]:
    if not rest:
        return {}
    points = np.array([placed[node_id] for node_id in placed])
    wishes = []
    for node_id in rest:
        near = [placed[other] for other in sorted(graph[node_id]) if other in placed]
        wishes.append(np.array(near).mean(axis=0) if near else points.mean(axis=0))
    taken, wanted = (np.array([sizes[node_id] for node_id in ids]) * squeeze for ids in (placed, rest))
    found = separate.fit_in(points, taken, wanted, np.array(wishes), interior)
    return {node_id: (float(x), float(y)) for node_id, (x, y) in zip(rest, found, strict=True)}
