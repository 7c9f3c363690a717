"""Claims about the calendar of coming losses."""

from __future__ import annotations

from actormap.analysis.change import sunset
from actormap.graph.dataset import Dataset
from actormap.model.selection import Selection
from tests.analysis.change.sunset.seven import SEVEN
from tests.graphs import VOCABULARY, project, snapshot

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


def test_a_period_keeps_the_ends_within_it():
    assert [row["id"] for row in calendar(selection=Selection(since="2019")).rows] == ["p"]


def test_data_without_dates_says_so():
    empty = sunset.calendar(Dataset(snapshot([project("p")]), VOCABULARY))
    assert empty.rows == ()
    assert empty.undefined == {"end": "no_dates"}
