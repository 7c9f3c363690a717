"""Positions that somebody gave are kept by the next build."""

from __future__ import annotations

import json

import numpy as np
import pytest

from actormap.errors import InputError
from actormap.map.layout import pins, registry
from actormap.map.layout.layout import LANDSCAPE
from tests.map import pages
from tests.map.layout_inputs import inputs_of


def saved(layout="group", **positions):
    return json.dumps({"actormap": "positions", "layout": layout, "positions": positions})


def test_a_pinned_node_keeps_its_place_and_others_make_way():
    layout_inputs = inputs_of(pages.gria())
    there = registry.make("group", layout_inputs, LANDSCAPE).positions["partille"]
    found = registry.lay_out(layout_inputs, pins=pins.read(saved(landscape={"gria": there, "gone": [1, 2]}), "p.json"))["group"]
    moved = found["landscape"]
    assert moved.positions["gria"] == there
    assert "gone" not in moved.positions
    away = np.hypot(*np.subtract(moved.positions["partille"], there))
    assert away >= 2.4 * moved.dot - 0.2
    assert found["portrait"] == registry.lay_out(layout_inputs)["group"]["portrait"]


def test_the_map_starts_with_the_layout_that_positions_were_saved_in():
    found = registry.lay_out(inputs_of(pages.gria(), focal="gria"), pins=pins.read(saved("concentric", landscape={"gr": [5, 6]}), "p.json"))
    assert next(iter(found)) == "concentric"
    assert found["concentric"]["landscape"].positions["gr"] == (5, 6)
    assert found["group"]["landscape"].positions["gr"] != (5, 6)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"actormap": "other", "positions": {}}', '{"actormap": "positions", "positions": 3}', "[" * 100_000]
)
def test_another_file_is_refused_in_one_sentence(text):
    with pytest.raises(InputError, match=r"p\.json .*Give the file that the map saved"):
        pins.read(text, "p.json")


def test_everything_wrong_with_the_positions_is_told_at_once():
    with pytest.raises(InputError) as caught:
        pins.read(saved(landscape={"a": [1], "b": ["x", 2], "c": [True, 1], "d": [10**400, 1]}, sideways={}), "p.json")
    assert all(part in str(caught.value) for part in ("sideways", "landscape, a", "landscape, b", "landscape, c", "landscape, d"))
