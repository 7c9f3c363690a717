"""Claims about what stands below the rows of a result: how strong ties are, where that has no part in it."""

from __future__ import annotations

import pytest

from actormap.atlas.atlas import Atlas
from actormap.i18n import Texts
from actormap.model.records import Evidence
from actormap.output import brief
from actormap.output.cells import Writer
from tests.graphs import VOCABULARY, actor, network, snapshot, tie

TIES = [tie("a", "member_of", "v", Evidence(weight=2)), tie("b", "member_of", "v"), tie("a", "connects", "b", Evidence(weight=3))]
ATLAS = Atlas(snapshot([*map(actor, "ab"), network("v")], *TIES), VOCABULARY)
WRITER = Writer(Texts.load("en"), VOCABULARY)
ASKED = "--weighted counts it, but only for direct ties between actors."


@pytest.mark.parametrize(
    ("view", "weighted", "said"),
    [
        ("affiliation", False, f"One relationship has a weight that is not counted here. {ASKED}"),
        ("actors", False, f"2 relationships have a weight that is not counted here. {ASKED}"),
        ("actors", True, "One membership has a weight that is not counted. Only that of direct ties between actors is."),
    ],
)
def test_a_weight_that_is_not_counted_is_told_where_it_could_have_a_part(view, weighted, said):
    assert brief.notes(ATLAS.centrality(view=view, weighted=weighted), WRITER)[-1] == said


def test_strengths_that_play_no_part_are_told_where_they_are_asked_for_and_nothing_where_they_are_not():
    plain, weighted = (brief.notes(ATLAS.cutpoints(view="actors", weighted=how), WRITER) for how in (False, True))
    assert [note for note in weighted if note not in plain] == ["How strong ties are plays no part in this answer."]
    assert not any("weight" in note for note in plain)


def test_the_reader_of_a_notebook_is_told_how_to_ask_there():
    assert "weighted=True counts it" in brief.notes(ATLAS.centrality(view="actors"), WRITER, with_weights="weighted=True")[-1]


def test_why_a_cell_has_a_dash_is_told_of_the_dash_and_why_there_is_no_row_of_the_column():
    members = [tie(name, "member_of", "v") for name in "ab"] + [tie("c", "member_of", "w")]
    alone = Atlas(snapshot([*map(actor, "ab"), actor("c", "business"), network("v"), network("w")], *members), VOCABULARY)
    assert "– for E-I index: There are no ties to count." in brief.notes(alone.homophily(), WRITER)
    told = brief.notes(alone.salience(), WRITER)
    assert told
    assert not any(note.startswith("–") for note in told)
