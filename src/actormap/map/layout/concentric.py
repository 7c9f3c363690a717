"""Rings round the network in focus: one step away, two steps away, and so on, as ellipses that fill the frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, cos, pi, sin, sqrt

import networkx as nx
import numpy as np

from actormap.map.layout import margin, separate
from actormap.map.layout.geometry import Array, Rectangle
from actormap.map.layout.inputs import Material
from actormap.map.layout.layout import Frame, GroupHeading, Layout, Names, Position, Ring, dot_of, sizes_of, tenths

NAME = "concentric"
# The middle takes as much room as so many others.
CENTRE = 3.0


def objection(material: Material) -> str:
    """Return why the layout does not apply, an empty text if it does: it takes a network in the middle."""
    return "" if material.focal else "no network is in focus (--network)"


def arrange(material: Material, frame: Frame) -> Layout:
    """Return the layout; those that no path leads to stand in a strip below. The material must have a network in focus."""
    assert material.focal is not None  # noqa: S101  (arrangements asks first)
    dot = dot_of(len(material.graph), frame)
    inside = nx.subgraph(material.graph, set(material.graph) - material.themes - material.minor)
    steps = dict(nx.single_source_shortest_path_length(inside, material.focal)) if material.focal in inside else {material.focal: 0}
    unreached = [node_id for node_id in inside if node_id not in steps and material.graph.degree(node_id)]
    beside = margin.stand(material, frame, dot, apart=unreached, apart_name=material.name("place.unreached"))
    room = margin.picture(frame, beside)
    sizes = sizes_of(material.graph, material.labels, dot, frame)
    rings = [sorted(node_id for node_id in steps if steps[node_id] == step) for step in range(max(steps.values()) + 1)]
    outer = _radii([len(ring) for ring in rings])
    positions = {material.focal: (room.width / 2, room.height / 2)}
    order = _order(rings, inside, {node_id: number for number, group in enumerate(material.groups) for node_id in group.members})
    for step, ring in enumerate(order[1:], start=1):
        positions |= _round(ring, outer[step - 1], outer[step], room, sizes)
    ids = sorted(positions)
    points = _parted(ids, positions, sizes, room, material.focal)
    found = {node_id: (float(x), float(y)) for node_id, (x, y) in zip(ids, points, strict=True)}
    middle = (round(room.width / 2, 1), round(room.height / 2, 1))
    drawn = tuple(
        Ring(*middle, round(room.width / 2 * outer[step], 1), round(room.height / 2 * outer[step], 1), step)
        for step in range(1, len(rings))
    )
    headings = tuple(
        GroupHeading(middle[0], round(ring.y - ring.height + frame.text, 1), _steps(material, ring.steps))
        for ring, inner in zip(drawn, (0.0, *(ring.height for ring in drawn)), strict=False)
        if ring.height - inner > 2 * frame.text
    )
    return Layout(NAME, frame, round(dot, 2), tenths(beside.positions | found), tuple(beside.boxes), rings=drawn, headings=headings)


def _steps(material: Material, steps: int) -> Names:
    return {text.lang: text("map.details.steps", n=steps) for text in material.texts}


def _radii(counts: Sequence[int]) -> list[float]:
    """Return the outer edge of each ring as a share of the whole, so that every node has about as much room."""
    room = np.cumsum([CENTRE, *(count + 1.0 for count in counts[1:])])
    return [sqrt(float(part / room[-1])) for part in room]


def _order(rings: Sequence[Sequence[str]], graph: nx.Graph[str], group: Mapping[str, int]) -> list[list[str]]:
    """Return each ring in order: the first by group, the others near those of the ring inside that they are tied to."""
    ordered = [list(rings[0])]
    angle: dict[str, float] = {}
    for ring in rings[1:]:
        wish = {}
        for node_id in ring:
            inside = [angle[other] for other in sorted(graph[node_id]) if other in angle]
            east, north = sum(map(cos, inside)), sum(map(sin, inside))
            wish[node_id] = round(float(np.arctan2(north, east)) % (2 * pi), 6) if inside else -1.0
        row = sorted(ring, key=lambda node_id: (wish[node_id], group.get(node_id, 0), -graph.degree(node_id), node_id))
        angle |= {node_id: 2 * pi * place / len(row) for place, node_id in enumerate(row)}
        ordered.append(row)
    return ordered


def _round(ring: Sequence[str], inner: float, outer: float, room: Rectangle, sizes: Mapping[str, Position]) -> dict[str, Position]:
    """Return the places of one ring, in as many lanes as its labels need."""
    across, down = room.width / 2, room.height / 2
    middle = (inner + outer) / 2
    length = pi * middle * (across + down)
    lanes = min(4, max(1, ceil(1.1 * sum(sizes[node_id][0] for node_id in ring) / length)))
    found = {}
    for place, node_id in enumerate(ring):
        share = inner + (outer - inner) * ((place % lanes) + 0.5) / lanes
        angle = 2 * pi * place / len(ring)
        found[node_id] = (across * (1 + share * cos(angle)), down * (1 + share * sin(angle)))
    return found


def _parted(ids: Sequence[str], positions: Mapping[str, Position], sizes: Mapping[str, Position], room: Rectangle, focal: str) -> Array:
    centre = np.array([room.width / 2, room.height / 2])
    points = np.array([positions[node_id] for node_id in ids]) - centre
    boxes = np.array([sizes[node_id] for node_id in ids])
    squeeze = min(1.0, sqrt(0.4 * room.width * room.height / float(boxes.prod(axis=1).sum())))
    half = np.maximum((np.array([room.width, room.height]) - boxes) / 2, 1.0)
    held = np.array([node_id == focal for node_id in ids])
    parted: Array = separate.push_apart(np.clip(points, -half, half), boxes * squeeze, half, held=held) + centre
    return parted
