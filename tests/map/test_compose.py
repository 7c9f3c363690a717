"""What a map is drawn from."""

from __future__ import annotations

from actormap.analysis.centrality import measures
from actormap.atlas.open import open_atlas
from actormap.graph.views import build
from actormap.map import compose
from tests.map import pages


def test_size_can_tell_every_measure_and_first_what_a_map_tells_first():
    view = open_atlas("gria").view("affiliation", lift=False)
    sizes = compose.sizes(view)
    assert set(sizes) == set(measures.MEASURES)
    assert tuple(sizes)[:2] == measures.LEADING
    assert sizes["closeness"] == {node: score for node, score in measures.closeness(view, False).items() if score is not None}


def test_thousands_carry_only_what_a_map_tells_first(monkeypatch):
    monkeypatch.setattr(compose, "MOST_FOR_ALL", 50)
    view = build(pages.generated(120), pages.VOCABULARY, "affiliation", lift=False)
    assert tuple(compose.sizes(view)) == measures.LEADING
