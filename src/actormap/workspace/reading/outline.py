"""outline.geojson: the outlines of municipalities, for the map that shows them at their place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import isfinite
from typing import Any

from actormap import files
from actormap.model.outline import Degrees, Outline
from actormap.workspace.problems import Fault, Findings

NAME = "outline.geojson"
SHAPES = ("Polygon", "MultiPolygon")
WEST_EAST, SOUTH_NORTH = 180, 90


def read(data: bytes, findings: Findings) -> tuple[Outline, ...]:
    """Return the outlines in a GeoJSON file (RFC 7946), in the order of their names; what is wrong is noted and left out.

    A feature is a polygon or several, with a `name` and, if it is known, a `code` of four digits. Holes are drawn as rings too.
    """
    try:
        features = files.json_value(data.decode("utf-8-sig"))["features"]
    except (ValueError, KeyError, TypeError):
        findings.error(NAME, None, None, None, Fault("bad_geojson"))
        return ()
    found = []
    for number, feature in enumerate(features if isinstance(features, list) else [], start=1):
        try:
            found.append(_outline_of(feature))
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
            findings.error(NAME, None, "features", number, Fault("bad_outline"))
    return tuple(sorted(found, key=lambda outline: (outline.name, outline.code or "")))


def _outline_of(feature: Any) -> Outline:
    properties, geometry = feature["properties"], feature["geometry"]
    shapes = [geometry["coordinates"]] if geometry["type"] == SHAPES[0] else geometry["coordinates"]
    if geometry["type"] not in SHAPES or not isinstance(properties["name"], str):
        raise ValueError(geometry["type"])
    rings = tuple(tuple(_points(ring)) for shape in shapes for ring in shape)
    if not rings or any(len(ring) < 4 for ring in rings):
        raise ValueError(properties["name"])
    code = properties.get("code")
    return Outline(name=properties["name"], code=None if code is None else str(code), rings=rings)


def _points(ring: Any) -> Iterator[Degrees]:
    points = [(float(point[0]), float(point[1])) for point in ring]
    for longitude, latitude in points:
        if not (isfinite(longitude) and isfinite(latitude) and abs(longitude) <= WEST_EAST and abs(latitude) <= SOUTH_NORTH):
            raise ValueError(longitude)
    yield points[0]
    yield from (second for first, second in pairwise(points) if first != second)
