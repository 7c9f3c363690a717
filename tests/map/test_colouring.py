"""Claims about what a map's colours tell first."""

from __future__ import annotations

import json
import re

import pytest

from actormap.atlas.open import open_atlas
from actormap.errors import UnknownName
from actormap.map import compose
from actormap.map.data import colouring
from actormap.map.options import MapOptions
from tests.graphs import actor, network, snapshot, tie
from tests.map import pages

LEVELS = {"a": "high", "b": "low", "c": "low", "d": "low", "e": "high"}
OF = snapshot(
    [*(actor(name, attributes=(("interest", level),)) for name, level in LEVELS.items()), actor("f"), network("v")],
    *(tie(name, "member_of", "v") for name in "abcdef"),
)
FIRST = colouring.of(OF, "interest", {"sv": "interest", "en": "interest"})


def data(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])


def test_a_column_is_told_by_its_values_the_most_usual_first():
    found = data(pages.page_of(OF, colouring=FIRST, engine="canvas"))
    assert (found["colour"], found["column"]["values"]) == ("column", ["low", "high"])
    said = {node["key"]: node.get("value") for node in found["network"]["nodes"]}
    assert said == {"a": 1, "b": 0, "c": 0, "d": 0, "e": 1, "f": None, "v": None}


def test_without_a_column_the_page_is_as_it_was():
    found = data(pages.page_of(OF, engine="canvas"))
    assert not {"colour", "column"} & set(found)


def test_what_every_map_can_be_coloured_by_is_only_begun_with():
    assert colouring.of(OF, "community", {}).as_data() == {"colour": "community"}


def test_a_column_that_is_not_there_is_refused_and_one_that_the_map_has_a_word_for_is_called_by_it():
    gria = open_atlas("gria")
    with pytest.raises(UnknownName):
        compose.draw_map(gria, pages.DATE, options=MapOptions(by="colour"))
    assert compose.colouring(gria, "region").name["sv"] != "region"


def test_the_legend_names_the_column_and_its_values_and_the_choice_goes_into_the_link(visit, engine):
    found = visit(pages.page_of(OF, colouring=FIRST, engine=engine))
    assert found.page.inner_text("#colours legend") == "interest"
    assert found.page.locator("#colours .tick").all_inner_texts()[0].split() == ["low", "3"]
    found.page.select_option("#filter-colour", "kind")
    assert "colour=kind" in found.page.evaluate("location.hash")
    found.page.select_option("#filter-colour", "column")
    assert "colour" not in found.page.evaluate("location.hash")
