"""Where everything stands on the map: group in box, computed once, the same on every machine.

Every group gets a box of a k-d treemap that fills the frame, with room for its title; within it a stress layout, stretched to the box and
pushed apart until labels have room. Nodes without a tie stand in a strip inside the frame, themes beside it, so that the
map fills the frame as well without them. One unit is one pixel on the screen that the frame is made for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

import networkx as nx
import numpy as np

from actormap.render.map import layout_boxes, layout_stress, layout_strip, layout_treemap
from actormap.render.map.geometry import Array, Rectangle
from actormap.render.map.groups import Group

GAP = 12.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The area that the overview fills, and the height of a label's letters in it."""

    name: str
    width: float
    height: float
    text: float


# The map's area at 1920×1080 beside the panel, and at 390×844 between the bars (there in half pixels, so that letters are twice as high).
LANDSCAPE = Frame("landscape", 1606, 952, 14)
PORTRAIT = Frame("portrait", 768, 1466, 25)


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions by id, the box of every group in the order of the groups, and `dot`, the unit of a node's radius."""

    frame: Frame
    dot: float
    positions: Mapping[str, tuple[float, float]]
    boxes: tuple[Rectangle, ...]


def arrange(graph: nx.Graph[str], groups: Sequence[Group], labels: Mapping[str, str], frame: Frame, *, seed: int = 7) -> Layout:
    """Return the layout of a graph whose nodes are all in the groups; coordinates are rounded to a tenth."""
    # In the smaller frame dots are smaller beside their letters, which cannot shrink.
    dot = frame.text * min(1.0, max(0.55, sqrt(120 / max(1, len(graph))))) * (0.85 if frame.width < frame.height else 1)
    sizes = {node_id: _label_size(labels[node_id], graph.degree(node_id), dot, frame) for node_id in graph}
    boxes: dict[int, Rectangle] = {}
    positions: dict[str, tuple[float, float]] = {}
    core = [number for number, group in enumerate(groups) if group.kind == "group"]
    floor = frame.height
    margins = {"title": 2.2 * frame.text, "pad": 0.8 * frame.text}
    for number, group in enumerate(groups):
        if group.kind == "isolates":
            strip = layout_strip.rows(group.members, sizes, frame.width, **margins)
            placed = strip.moved(0, frame.height - strip.box.height if core else 0)
            floor = placed.box.y - GAP
        elif group.kind == "themes":
            strip = layout_strip.columns(group.members, sizes, frame.height, **margins)
            placed = strip.moved(frame.width + GAP if core else 0, 0)
        else:
            continue
        boxes[number] = placed.box
        positions |= placed.positions
    if core:
        rectangles = _rectangles(graph, [groups[number] for number in core], sizes, frame, floor, seed)
        boxes |= dict(zip(core, rectangles, strict=True))
        positions |= _inside(graph, [groups[number] for number in core], rectangles, sizes, frame, seed)
    rounded = {node_id: (round(x, 1), round(y, 1)) for node_id, (x, y) in sorted(positions.items())}
    return Layout(frame, round(dot, 2), rounded, tuple(boxes[number].rounded() for number in range(len(groups))))


def _label_size(label: str, degree: int, dot: float, frame: Frame) -> tuple[float, float]:
    # The letters of common screen fonts are on average .58 as wide as they are high; labels are broken at some 11 heights.
    whole = len(label) * 0.58 * frame.text
    lines = min(4, ceil(whole / (10 * frame.text)))
    radius = dot * (0.4 + min(1.0, 0.2 * sqrt(degree)))
    width = max(whole / lines, max(map(len, label.split()), default=1) * 0.58 * frame.text, 2 * radius)
    return width + 0.6 * frame.text, 2 * radius + (lines * 1.15 + 0.6) * frame.text


def _title_height(name: str, width: float, frame: Frame) -> float:
    lines = ceil(len(name) * 0.66 * frame.text / max(1.0, width - 1.6 * frame.text))
    return frame.text * (0.9 + 1.25 * min(3, lines))


def _rectangles(
    graph: nx.Graph[str], groups: Sequence[Group], sizes: Mapping[str, tuple[float, float]], frame: Frame, floor: float, seed: int
) -> list[Rectangle]:
    areas, widths = [], []
    for group in groups:
        labels = sum(width * height for width, height in (sizes[node_id] for node_id in group.members))
        title = max(len(text) for text in group.name.values()) * 0.66 * frame.text
        areas.append(1.5 * labels + title * 3 * frame.text)
        words = [len(word) for text in group.name.values() for word in text.split()]
        widths.append(max(title / 3, max(words) * 0.7 * frame.text) + 3 * frame.text)
    ties = layout_treemap.ties_between([group.members for group in groups], graph)
    whole = Rectangle(0, 0, frame.width, floor)
    return layout_treemap.fill(np.array(areas), np.array(widths), ties, whole, gap=GAP, seed=seed)


def _inside(
    graph: nx.Graph[str],
    groups: Sequence[Group],
    rectangles: Sequence[Rectangle],
    sizes: Mapping[str, tuple[float, float]],
    frame: Frame,
    seed: int,
) -> dict[str, tuple[float, float]]:
    room = sum(box.width * box.height for box in rectangles)
    wanted = sum(sizes[node_id][0] * sizes[node_id][1] for group in groups for node_id in group.members)
    # Beyond half of the area labels cannot all have their room: then everything stands proportionally closer.
    squeeze = min(1.0, sqrt(0.5 * room / wanted))
    placed: list[Array] = []
    for group, box in zip(groups, rectangles, strict=True):
        measures = np.array([sizes[node_id] for node_id in group.members]) * squeeze
        title = max(_title_height(text, box.width, frame) for text in group.name.values())
        interior = Rectangle(box.x + 8, box.y + title, box.width - 16, box.height - title - 8)
        start = layout_stress.positions(nx.subgraph(graph, group.members), seed=seed)
        points = layout_boxes.fill(start, measures, interior)
        placed.append(points)
    layout_boxes.turn_towards_neighbours([group.members for group in groups], placed, graph)
    return {
        node_id: (float(x), float(y))
        for group, points in zip(groups, placed, strict=True)
        for node_id, (x, y) in zip(group.members, points, strict=True)
    }
