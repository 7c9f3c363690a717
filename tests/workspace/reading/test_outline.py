"""outline.geojson beside the tables is read with them."""

from __future__ import annotations

import json

import pytest

from actormap import workspace as workspaces
from actormap.workspace.problems import Findings
from actormap.workspace.reading import outline

SQUARE = [[12, 57], [13, 57], [13, 57], [13, 58], [12, 57]]


def read(value):
    findings = Findings()
    found = outline.read(value if isinstance(value, bytes) else json.dumps(value).encode(), findings)
    return found, [problem.key for problem in findings.in_order()]


def feature(kind, coordinates, **properties):
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def test_polygons_and_several_of_them_are_rings_without_points_twice():
    given = {
        "features": [feature("Polygon", [SQUARE], name="Öby"), feature("MultiPolygon", [[SQUARE], [SQUARE]], name="Alby", code="1480")]
    }
    (first, second), problems = read(given)
    assert problems == []
    assert (first.name, first.code, len(first.rings)) == ("Alby", "1480", 2)
    assert second.rings == (((12, 57), (13, 57), (13, 58), (12, 57)),)


@pytest.mark.parametrize("value", [b"", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_no_geojson_is_a_problem(value):
    assert read(value) == ((), ["bad_geojson"])


@pytest.mark.parametrize(
    "wrong",
    [
        3,
        feature("Point", [12, 57], name="A"),
        feature("Polygon", [SQUARE]),
        feature("Polygon", [SQUARE[:2]], name="A"),
        feature("Polygon", [[[320000, 6400000]] * 4], name="A"),
        feature("Polygon", [[]], name="A"),
        feature("Polygon", [[[10**400, 1]] * 4], name="A"),
    ],
    ids=["no feature", "a point", "no name", "no area", "metres", "no points", "beyond numbers"],
)
def test_an_area_that_cannot_be_drawn_is_a_problem_and_the_others_stay(wrong):
    found, problems = read({"features": [wrong, feature("Polygon", [SQUARE], name="Öby")]})
    assert [outline.name for outline in found] == ["Öby"]
    assert problems == ["bad_outline"]


def test_the_built_in_workspace_has_an_outline_of_every_municipality():
    workspace = workspaces.read("gria")
    assert {outline.code for outline in workspace.outlines} == {place.code for place in workspace.snapshot.municipalities}
    names = {place.code: place.name for place in workspace.snapshot.municipalities}
    assert all(names[outline.code] == outline.name for outline in workspace.outlines)


@pytest.mark.parametrize(("point", "fits"), [([180, 90], True), ([-180, -90], True), ([180.1, 0], False), ([0, -90.1], False)])
def test_a_point_lies_on_the_globe(point, fits):
    found, problems = read({"features": [feature("Polygon", [[[12, 57], point, [13, 58], [12, 57]]], name="A")]})
    assert (len(found), problems) == ((1, []) if fits else (0, ["bad_outline"]))


@pytest.mark.parametrize(("points", "fits"), [([[12, 57], [13, 57], [13, 58], [12, 57]], True), ([[12, 57], [13, 57], [12, 57]], False)])
def test_a_ring_has_four_points_at_least(points, fits):
    assert bool(read({"features": [feature("Polygon", [points], name="A")]})[0]) == fits


def test_one_ring_of_too_few_points_among_good_ones_is_a_problem():
    assert read({"features": [feature("Polygon", [SQUARE, SQUARE[:2]], name="A")]}) == ((), ["bad_outline"])
