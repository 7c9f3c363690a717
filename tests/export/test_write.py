"""Claims about which graph is written: everything or a view, with places where a form has them and there are not too many nodes."""

from __future__ import annotations

import json

import pytest

from actormap.atlas.atlas import Atlas
from actormap.export import write
from tests.graphs import VOCABULARY, taking_part

ATLAS = Atlas(taking_part({"v": "ab", "w": "ab"}), VOCABULARY)
PLACES = {"a": (7.0, 8.0)}


def places(form, target, **options):
    """Return what `a` is said to be at in a file of Graphology or Cytoscape."""
    told = json.loads(write.write(ATLAS, form, target, positions=lambda: PLACES, **options).read_text("utf-8"))
    nodes = [each["attributes"] for each in told["nodes"]] if form == "graphology" else [e["data"] for e in told["elements"]["nodes"]]
    (one,) = [about for about in nodes if about["label"] == "A"]
    return one.get("x"), one.get("y")


@pytest.mark.parametrize(("most", "placed"), [(3, False), (4, True), (5, True)])
def test_everything_has_places_in_a_form_that_wants_them_unless_there_are_too_many_nodes(most, placed, tmp_path, monkeypatch):
    monkeypatch.setattr(write, "MOST_PLACED", most)
    assert (places("graphology", tmp_path / "g") == (7.0, 8.0)) == placed
    assert places("cytoscape", tmp_path / "c") == (None, None)
    assert places("cytoscape", tmp_path / "c", whole=False) == (7.0, 8.0)


def test_a_matrix_is_of_the_view_that_is_asked_for_but_that_of_affiliation_always_of_its_own(tmp_path):
    assert write.write(ATLAS, "adjacency", tmp_path / "m", view="actors").read_text("utf-8-sig") == ";a;b\na;0;1\nb;1;0\n"
    assert write.write(ATLAS, "affiliation", tmp_path / "m", view="actors").read_text("utf-8-sig") == ";v;w\na;1;1\nb;1;1\n"


def test_a_view_is_written_with_its_measures_and_how_strong_each_tie_is(tmp_path):
    told = json.loads(write.write(ATLAS, "graphology", tmp_path / "g", whole=False, view="actors").read_text("utf-8"))
    (about,) = [edge["attributes"] for edge in told["edges"]]
    assert about["weight"] == 2.0
    assert {"degree_raw", "degree_normalised"} <= set(told["nodes"][0]["attributes"])
