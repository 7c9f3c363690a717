"""Municipalities at their place on the region's outline; what belongs to one beside it, what belongs to several between them.

What belongs to more than half of the municipalities, or to none, has no place of its own: it stands in strips beside the map.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

import numpy as np

from actormap.map.layout import margin, separate, strip
from actormap.map.layout.geometry import Array, Rectangle, golden_spiral
from actormap.map.layout.inputs import Material
from actormap.map.layout.layout import GAP, DrawnOutline, Frame, Layout, Position, dot_of, sizes_of, tenths
from actormap.model.records import Actor

NAME = "geographic"
MARGIN = 0.05
FEWEST = 3  # municipalities at a known place
# The map takes at most so much of the frame's longer side: less of a standing one, where the strips have wider words beside each other.
LYING, STANDING = 0.66, 0.5


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to the units of a frame: equal steps of a degree of latitude and, at the middle, of longitude as long as they are there."""

    west: float
    north: float
    shrink: float
    scale: float
    x: float
    y: float

    def __call__(self, longitude: float, latitude: float) -> Position:
        """Return where a place is drawn."""
        return self.x + (longitude - self.west) * self.shrink * self.scale, self.y + (self.north - latitude) * self.scale


def located(material: Material) -> dict[str, Position]:
    """Return longitude and latitude of each municipality that has them."""
    return {
        place.id: (place.longitude, place.latitude)
        for place in material.snapshot.municipalities
        if place.longitude is not None and place.latitude is not None and place.id in material.graph
    }


def objection(material: Material) -> str:
    """Return why the layout does not apply, an empty text if it does: it takes some municipalities at a known place."""
    found = len(located(material))
    return "" if found >= FEWEST else f"it takes municipalities with latitude and longitude, at least {FEWEST}, and {found} have them"


def arrange(material: Material, frame: Frame) -> Layout:
    """Return the layout."""
    dot = dot_of(len(material.graph), frame) * 0.9
    beside = margin.stand(material, frame, dot)
    room = margin.picture(frame, beside)
    places = located(material)
    area, projection = _projected(material, places, room)
    homes = _homes(material, places)
    strips: dict[str, list[str]] = {"region": [], "elsewhere": []}
    standing: dict[str, Position] = {node_id: projection(*degrees) for node_id, degrees in places.items()}
    for node_id in margin.rest(material, beside):
        if node_id in places:
            continue
        own = homes[node_id]
        if not own or len(own) > max(1, len(places) / 2):
            strips["region" if own else "elsewhere"].append(node_id)
        else:
            x, y = np.mean([standing[place] for place in own], axis=0)
            standing[node_id] = (float(x), float(y))
    standing = _parted(standing, frozenset(places), material, frame, dot, area)
    _fill_strips(beside, strips, material, _left_over(room, area), frame)
    outlines = tuple(_outline(outline.name, outline.rings, projection) for outline in material.outlines)
    return Layout(NAME, frame, round(dot, 2), tenths(beside.positions | standing), tuple(beside.boxes), outlines=outlines)


def _projected(material: Material, places: Mapping[str, Position], room: Rectangle) -> tuple[Rectangle, Projection]:
    corners = [point for outline in material.outlines for ring in outline.rings for point in ring] + list(places.values())
    (west, south), (east, north) = np.min(corners, axis=0), np.max(corners, axis=0)
    shrink = cos(radians((north + south) / 2))
    wide, high = max(1e-6, (east - west) * shrink), max(1e-6, north - south)
    lying = room.width >= room.height
    widest, highest = (room.width * LYING, room.height) if lying else (room.width, room.height * STANDING)
    edge = MARGIN * min(widest, highest)
    scale = min((widest - 2 * edge) / wide, (highest - 2 * edge) / high)
    # The map is as wide as it needs to be and no wider; the strips take the rest.
    area = Rectangle(0, 0, wide * scale + 2 * edge, room.height) if lying else Rectangle(0, 0, room.width, high * scale + 2 * edge)
    left, top = (area.width - wide * scale) / 2, (area.height - high * scale) / 2
    return area, Projection(float(west), float(north), shrink, scale, left, top)


def _left_over(room: Rectangle, area: Rectangle) -> Rectangle:
    if area.height >= room.height:
        return Rectangle(area.width + GAP, 0, room.width - area.width - GAP, room.height)
    return Rectangle(0, area.height + GAP, room.width, room.height - area.height - GAP)


def _homes(material: Material, places: Mapping[str, Position]) -> Mapping[str, tuple[str, ...]]:
    """Return the municipalities that each node belongs to: its seat, or else those that it is tied to."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for node in material.snapshot.nodes():
        if node.id in material.graph:
            seat = node.municipality if isinstance(node, Actor) else None
            found[node.id] = (
                (seat,)
                if seat is not None and seat in places
                else tuple(other for other in sorted(material.graph[node.id]) if other in places)
            )
    return found


def _parted(
    standing: Mapping[str, Position], fixed: frozenset[str], material: Material, frame: Frame, dot: float, area: Rectangle
) -> dict[str, Position]:
    """Return the places with those that would lie on each other moved apart; municipalities stay where they are."""
    ids = sorted(standing)
    sizes = sizes_of(material.graph, material.labels, dot, frame)
    boxes = np.array([sizes[node_id] for node_id in ids])
    centre = np.array([area.x + area.width / 2, area.y + area.height / 2])
    points = np.array([standing[node_id] for node_id in ids]) - centre
    held = np.array([node_id in fixed for node_id in ids])
    points[~held] += golden_spiral(int((~held).sum())) * dot * 0.5
    squeeze = min(1.0, sqrt(0.45 * area.width * area.height / float(boxes.prod(axis=1).sum())))
    half = np.maximum((np.array([area.width, area.height]) - boxes) / 2, 1.0)
    parted: Array = separate.push_apart(points, boxes * squeeze, half, held=held) + centre
    return {node_id: (float(x), float(y)) for node_id, (x, y) in zip(ids, parted, strict=True)}


def _fill_strips(beside: margin.Beside, strips: Mapping[str, Sequence[str]], material: Material, room: Rectangle, frame: Frame) -> None:
    used = {key: sorted(members, key=lambda one: _rank(one, material)) for key, members in strips.items() if members}
    areas = [room]
    if len(used) == 2:
        first, second = (len(members) + 3 for members in used.values())
        share = first / (first + second)
        cut = (room.height - GAP) * share
        areas = [
            Rectangle(room.x, room.y, room.width, cut),
            Rectangle(room.x, room.y + cut + GAP, room.width, room.height - cut - GAP),
        ]
    for (key, members), area in zip(used.items(), areas, strict=False):
        title = 2.2 * frame.text
        beside.add("place", material.name(f"place.{key}"), strip.filled(members, area, title=title, pad=0.8 * frame.text), title)


def _rank(node_id: str, material: Material) -> tuple[str, str, int, str]:
    node = material.snapshot.by_id[node_id]
    return node.node, node.kind, -material.graph.degree(node_id), node_id


def _outline(name: str, rings: Sequence[Sequence[Position]], projection: Projection) -> DrawnOutline:
    drawn = []
    for ring in rings:
        points = [projection(*point) for point in ring]
        drawn.append(tuple((round(x, 1), round(y, 1)) for x, y in points))
    return DrawnOutline(name, tuple(drawn))
