"""Claims about the calendar of coming losses."""

from __future__ import annotations

import pytest

from actormap.analysis.change import sunset
from actormap.graph.dataset import Dataset
from actormap.model.selection import Selection
from tests.analysis.change.sunset.seven import SEVEN, theme
from tests.graphs import VOCABULARY, actor, project, snapshot, tie

ALL = Selection()


def calendar(graph=SEVEN, selection=ALL, **options):
    return sunset.calendar(Dataset(graph, VOCABULARY, selection), focal="n", **options)


def test_projects_stand_in_the_order_of_their_ends_and_parts_end_with_the_whole():
    assert [row["id"] for row in calendar().rows] == ["q", "p"]


def test_it_counts_what_a_sunset_of_each_finds():
    row = calendar().rows[1]
    counts = sunset.find(Dataset(SEVEN, VOCABULARY), "p", focal="n").figures()["counts"]
    assert (row["lost"], row["lost_contact"], row["isolated"]) == (counts["lost"], counts["lost_contact"], counts["isolated"])
    assert row["focal_contacts"] == 4
    assert row["themes"] == ["T"]
    assert row["evidence"]


@pytest.mark.parametrize(("part", "told"), [("2018", {"s": ["T"], "p": []}), ("2022", {"p": ["T"], "s": []})])
def test_a_theme_is_told_with_the_first_that_it_ends_with(part, told):
    """The part alone works with the theme. Where it ends later than its project it goes with that all the same."""
    ties = [tie("s", "part_of", "p"), tie("s", "addresses", "t")]
    whole = snapshot([project("p", end="2020"), project("s", end=part), theme("t"), actor("a")], *ties, tie("a", "participates_in", "p"))
    assert {row["id"]: row["themes"] for row in sunset.calendar(Dataset(whole, VOCABULARY)).rows} == told


def test_a_period_keeps_the_ends_within_it():
    assert [row["id"] for row in calendar(selection=Selection(since="2019")).rows] == ["p"]


def test_data_without_dates_says_so():
    empty = sunset.calendar(Dataset(snapshot([project("p")]), VOCABULARY))
    assert empty.rows == ()
    assert empty.undefined == {"end": "no_dates"}
