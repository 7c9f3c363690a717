"""Which engine draws, and how many rows reach it."""

from __future__ import annotations

import re

import pytest

from actormap.map import draw, engines
from actormap.map.data import columnar
from tests.map import pages
from tests.map.data.test_content import data_of


def test_pyvis_draws_up_to_a_thousand_nodes_and_the_canvas_more():
    assert engines.choose("auto", 1000) == engines.EngineChoice("pyvis", "few")
    assert engines.choose("auto", 1001) == engines.EngineChoice("canvas", "many")


def test_the_engine_asked_for_is_taken():
    assert engines.choose("canvas", 3) == engines.EngineChoice("canvas", "asked")
    assert engines.choose("pyvis", 5000) == engines.EngineChoice("pyvis", "asked")


def test_another_engine_is_refused():
    with pytest.raises(ValueError, match="choose one of auto, pyvis, canvas"):
        engines.choose("webgl", 3)


def test_a_canvas_page_carries_no_library():
    both, ours = pages.small_page("pyvis"), pages.small_page("canvas")
    scripts = [re.search(r"script-src([^;]*);", page).group(1).count("sha256-") for page in (both, ours)]
    assert scripts == [2, 1]
    assert len(both) - len(ours) > 400_000


def test_columns_take_every_form():
    rows = (
        [{"a": 1, "kind": "x", "list": [{"b": 1}, {"b": 2}]}]
        + [{"a": number, "kind": "y"} for number in range(9)]
        + [{"a": 3, "rare": "r"}]
    )
    packed = columnar.pack(rows)["columns"]
    assert columnar.pack([{"from": number} for number in (3, 3, 5)])["columns"]["from"] == {"steps": [3, 0, 2]}
    assert packed["a"] == {"values": [1, *range(9), 3]}
    assert packed["kind"] == {"words": ["x", "y"], "of": [0, *[1] * 9, -1]}
    assert packed["rare"] == {"at": [10], "values": ["r"]}
    assert columnar.pack([{"same": "x"}] * 3)["columns"]["same"] == {"every": "x"}
    assert columnar.pack([{"list": [{"b": 2}]}, {"list": [{"b": 1}]}])["columns"]["list"]["counts"] == 1
    few = columnar.pack([{"few": 0.5}] * 9 + [{"few": 0.25}] + [{"none": None}] * 20)["columns"]["few"]
    assert few == {"at": list(range(10)), "words": [0.5, 0.25], "of": [*[0] * 9, 1]}
    assert packed["list"] == {"counts": [2, *[0] * 10], "rows": {"length": 2, "columns": {"b": {"steps": [1, 1]}}}}


@pytest.mark.browser
def test_rows_written_by_column_are_the_same_rows_in_the_page(visit, monkeypatch):
    whole = data_of(pages.small_page("canvas"))["network"]
    monkeypatch.setattr(draw.engines, "MOST_FOR_ROWS", 5)
    by_column = pages.page_of(pages.small(), engine="canvas")
    assert "packed" in data_of(by_column)["network"]
    found = visit(by_column)
    found.page.click("#view-table")
    found.page.click("#table-body .segmented button >> nth=1")
    assert found.counts() == [7, 8]
    assert [node["key"] for node in found.ask("actormap.nodes()")] == [node["key"] for node in whole["nodes"]]
    assert "Slutrapporten, ställe 7" in found.page.inner_text("#table-body")
    assert found.page.locator("#table-body tbody tr").count() == 8
