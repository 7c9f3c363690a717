"""What a map is drawn from."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest

from actormap.analysis.centrality import measures
from actormap.atlas.atlas import Atlas
from actormap.atlas.open import open_atlas
from actormap.errors import InputError
from actormap.graph.views import build
from actormap.map import compose
from actormap.map.options import MapOptions
from actormap.model.story import Story, StoryStep
from tests.graphs import one_mode, snapshot, tie
from tests.map import pages


def test_size_can_tell_every_measure_and_first_what_a_map_tells_first():
    view = open_atlas("gria").view("affiliation", lift=False)
    sizes = compose.sizes(view)
    assert set(sizes) == {name for name, measure in measures.MEASURES.items() if not measure.directed}
    assert tuple(sizes)[:2] == measures.LEADING
    assert sizes["closeness"] == {node: score for node, score in measures.closeness(view, False).items() if score is not None}


def test_thousands_carry_only_what_a_map_tells_first(monkeypatch):
    monkeypatch.setattr(compose, "MOST_FOR_ALL", 50)
    view = build(pages.generated(120), pages.VOCABULARY, "affiliation", lift=False)
    assert tuple(compose.sizes(view)) == measures.LEADING


def test_a_public_map_is_refused_where_the_settings_or_the_story_hold_personal_data():
    gria, mail = open_atlas("gria"), "a.b@example.org"
    step = StoryStep(title={"sv": "Ring"}, text={"sv": f"Skriv till {mail}."})
    settled = replace(gria, settings='{"kinds": {"actor": {"x": {"sv": ["y", "070-123 45 67"]}}}}')
    for atlas, options, said in (
        (replace(gria, title=f"Karta {mail}"), {}, '"title" holds an e-mail address'),
        (settled, {}, '"kinds.actor.x.sv" holds a telephone number'),
        (gria, {"story": Story(steps=(step,))}, '"story.text.sv" holds an e-mail address'),
    ):
        with pytest.raises(InputError, match=f"^The public edition cannot be made: {said}. Put a role in its place") as refused:
            MapOptions(edition="public", **options).issued(atlas)
        assert mail not in str(refused.value)
        assert MapOptions(edition="print", **options).issued(atlas).title == atlas.title


def test_a_list_of_contacts_is_drawn_by_its_contacts_with_sizes_and_groups():
    karate = one_mode(nx.karate_club_graph()).snapshot
    contacts = snapshot(karate.actors, *(tie(each.source, "connects", each.target) for each in karate.relationships))
    atlas = Atlas(contacts, pages.VOCABULARY)
    assert compose.drawn(atlas).name == "actors"
    assert compose.sizes(compose.drawn(atlas))["degree"]["33"] == 17
    assert len(set(compose.groups(atlas, contacts).values())) == 4
    assert compose.drawn(open_atlas("gria")).name == "affiliation"
