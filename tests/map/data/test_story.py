"""What the page is given besides the network: its edition, its story, its layouts."""

from __future__ import annotations

import json
import re
from functools import cache

from actormap.atlas.open import open_atlas
from actormap.map import compose
from actormap.map.data import legend, nodes, story
from actormap.map.options import MapOptions
from actormap.model.story import Shown, Story, StoryStep
from tests.map import pages

BOTH = {"sv": "Rubrik", "en": "Title"}


def data_of(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL).group(1))


@cache
def drawn(**options):
    return compose.draw_map(open_atlas("gria"), "2026-01-31", options=MapOptions(**options))


def test_a_step_tells_by_number_and_passes_over_what_is_not_on_the_map():
    snapshot = pages.small()
    ids = [node.id for node in nodes.shown(snapshot)]
    families_shown = legend.of(nodes.shown(snapshot), pages.VOCABULARY, {})
    shown = Shown(types=("member_of", "gone"), municipality="oby", theme="gone", year=2015, families=("network",))
    step = StoryStep(
        title=BOTH,
        text=BOTH,
        focus=("gone", "net"),
        to="alvsta",
        layout="group",
        colour="certainty",
        size="closeness",
        overlay="gaps",
        shown=shown,
    )
    (row,) = story.as_data(Story(steps=(step,)), ids, snapshot, pages.VOCABULARY, families_shown, ("degree", "closeness"))["steps"]
    assert row["focus"] == [ids.index("net")]
    assert row["to"] == ids.index("alvsta")
    assert row["types"] == [list(pages.VOCABULARY.types).index("member_of")]
    assert row["families"] == [[family.key for family in families_shown].index("network")]
    assert (row["municipality"], row["year"], row["gaps"], row["overlay"]) == (1, 2015, True, "gaps")
    assert (row["colour"], row["size"]) == ("certainty", 1)
    assert "theme" not in row


def test_the_page_carries_every_layout_that_applies():
    data = data_of(drawn())
    assert data["layout"] == "group"
    assert set(data["other_layouts"]) == {"geographic", "affiliation", "concentric"}
    number = len(data["network"]["nodes"])
    for framed in (data["layouts"], *data["other_layouts"].values()):
        for found in framed.values():
            assert len(found["x"]) == len(found["y"]) == number
            members = [node for box in found["boxes"] for node in box["members"]]
            assert len(members) == len(set(members))
    assert len(data["other_layouts"]["geographic"]["portrait"]["outlines"]) == 13


def test_the_page_says_which_edition_it_is_and_when_it_was_made():
    for name in ("room", "print", "public"):
        told = data_of(drawn(edition=name))["edition"]
        assert told["name"] == name
        assert all("2026-01-31" in text for text in told["text"].values())


def test_nothing_that_the_public_edition_leaves_out_is_in_any_byte_of_the_page():
    atlas = open_atlas("gria")
    page = drawn(edition="public")
    whole = atlas.snapshot
    posts = [actor.name for actor in whole.actors if actor.kind == "role"]
    notes = [node.note for node in whole.nodes() if node.note] + [e.note for tie in whole.relationships for e in tie.evidence if e.note]
    assert len(posts) > 5
    assert len(notes) > 50
    as_written = [json.dumps(text, ensure_ascii=False)[1:-1].replace("<", "\\u003c") for text in posts + notes]
    # A note of one word may well be a word of the page itself.
    assert [text for text in as_written if len(text) > 12 and text in page] == []
    assert '"confidence":' not in page.split('id="data">')[1].split('"texts"')[0]
    assert all("confidence" not in piece for edge in data_of(page)["network"]["edges"] for piece in edge["evidence"])


def test_a_poster_of_the_public_edition_names_no_post():
    atlas = open_atlas("gria")
    text = compose.draw_poster(atlas, "2026-01-31", options=MapOptions(edition="public"))
    assert "Offentlig utgåva" in text
    assert not [actor.name for actor in atlas.snapshot.actors if actor.kind == "role" and actor.name in text]
