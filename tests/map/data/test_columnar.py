"""Claims about which form a column takes: each the shortest that gives the same rows back."""

from __future__ import annotations

import pytest

from actormap.map.data.columnar import pack


def form(*values):
    return pack([{"a": value} for value in values])["columns"]["a"]


@pytest.mark.parametrize(
    ("values", "column"),
    [
        (["x", "x"], {"every": "x"}),
        (["x"], {"values": ["x"]}),
        ([0, 0], {"every": 0}),
        (["x", None], {"values": ["x", None]}),
        ([1, 3, 3], {"steps": [1, 2, 0]}),
        ([1, 3, 2], {"values": [1, 3, 2]}),
        ([1, 3, 3.5], {"values": [1, 3, 3.5]}),
        ([False, True], {"values": [False, True]}),
        ([1, None, None], {"at": [0], "values": [1]}),
        ([None, 1, None, 2], {"values": [None, 1, None, 2]}),
        (["x", "y"] * 4, {"values": ["x", "y"] * 4}),
        (["x", "y"] * 4 + ["x"], {"words": ["x", "y"], "of": [0, 1] * 4 + [0]}),
        (["x", "y"] * 4 + ["x", None], {"words": ["x", "y"], "of": [0, 1] * 4 + [0, -1]}),
        ([2, 1] * 5, {"values": [2, 1] * 5}),
        ([*["x"] * 5, *[None] * 6], {"at": [0, 1, 2, 3, 4], "words": ["x"], "of": [0] * 5}),
        ([[{"b": 1}], [{"b": 2}, {"b": 4}]], {"counts": [1, 2], "rows": {"length": 3, "columns": {"b": {"steps": [1, 1, 2]}}}}),
        ([[{"b": 1}], [{"b": 2}]], {"counts": 1, "rows": {"length": 2, "columns": {"b": {"steps": [1, 1]}}}}),
        ([[{"b": 1}], None], {"counts": [1, 0], "rows": {"length": 1, "columns": {"b": {"values": [1]}}}}),
        ([[{"b": 1}], [2]], {"values": [[{"b": 1}], [2]]}),
        ([[{"b": 1}], []], {"values": [[{"b": 1}], []]}),
        ([[1], [2]], {"values": [[1], [2]]}),
    ],
)
def test_a_column_is_written_in_the_form_that_suits_it(values, column):
    assert form(*values) == column


def test_columns_stand_in_the_order_in_which_their_names_come():
    packed = pack([{"b": 1}, {"a": 2, "b": 3}, {"c": 4}])
    assert (packed["length"], list(packed["columns"])) == (3, ["b", "a", "c"])
    assert pack([]) == {"length": 0, "columns": {}}
