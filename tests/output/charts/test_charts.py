"""Claims about the pictures: they are well-formed, say what they show, and put things where they belong."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from actormap.analysis.certainty import estimate
from actormap.analysis.change import timeline
from actormap.graph.dataset import Dataset
from actormap.i18n import LANGUAGES, Texts
from actormap.output.charts import intervals
from actormap.output.charts import timeline as timeline_chart
from actormap.output.charts.svg import Axis, cut
from tests.graphs import VOCABULARY, actor, network, snapshot, taking_part, tie, view

SVG = "{http://www.w3.org/2000/svg}"
SURE = estimate.estimate(view(taking_part({"v": "abcdef", "w": "abc", "x": "a"})), "betweenness")
OLD = network("v", valid_from="2010", valid_to="2012")
NEW = network("w", valid_from="2012", valid_to="2014")
DATED = snapshot([*map(actor, "abc"), OLD, NEW], *(tie(who, "member_of", venue) for who, venue in ("av", "bv", "bw", "cw")))


def read(picture):
    return ET.fromstring(picture)  # noqa: S314  (our own picture)


def texts(root):
    return [element.text for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_picture_is_well_formed_and_names_itself(lang):
    for picture in (
        intervals.draw(SURE, Texts.load(lang)),
        timeline_chart.draw(timeline.trace(Dataset(DATED, VOCABULARY)), Texts.load(lang)),
    ):
        root = read(picture)
        assert root.get("role") == "img"
        named = {element.get("id") for element in root if element.tag in (f"{SVG}title", f"{SVG}desc") and element.text}
        assert named == set(root.get("aria-labelledby").split())


def test_an_interval_is_drawn_from_its_lowest_rank_to_its_highest_with_the_rank_between():
    root = read(intervals.draw(SURE, Texts.load("en")))
    for group, row in zip(root.iter(f"{SVG}g"), SURE.rows, strict=False):
        start, end = (float(part) for part in group.find(f"{SVG}path").get("d").removeprefix("M").replace("H", " ").split()[::2])
        assert start <= float(group.find(f"{SVG}circle").get("cx")) <= end
        assert group.find(f"{SVG}text").text == row["name"]


def test_actors_are_in_order_of_rank_and_venues_in_a_picture_of_their_own():
    assert [name for name in texts(read(intervals.draw(SURE, Texts.load("en")))) if len(name) == 1 and name.isalpha()] == list("ABCDEF")
    assert "V" in texts(read(intervals.draw(SURE, Texts.load("en"), side="venue")))


def test_who_is_left_out_is_counted():
    assert any("4 more are not shown" in text for text in texts(read(intervals.draw(SURE, Texts.load("en"), limit=2))))


def test_a_name_is_text_whatever_signs_it_has():
    of = view(snapshot([actor("<script>&"), network("v")], tie("<script>&", "member_of", "v")))
    assert "<SCRIPT>&" in texts(read(intervals.draw(estimate.estimate(of), Texts.load("sv"))))


def test_without_intervals_there_is_a_picture_of_none():
    empty = estimate.estimate(view(taking_part({})))
    assert not list(read(intervals.draw(empty, Texts.load("sv"))).iter(f"{SVG}g"))


def test_each_year_has_its_mark_on_each_line():
    root = read(timeline_chart.draw(timeline.trace(Dataset(DATED, VOCABULARY)), Texts.load("en")))
    lines = [[float(dot.get("cx")) for dot in group.iter(f"{SVG}circle")] for group in root.iter(f"{SVG}g")]
    assert all(line == sorted(line) for line in lines)
    assert [len(line) for line in lines[:3]] == [5, 5, 5]


def test_a_year_without_an_actor_leaves_a_gap_in_its_line():
    root = read(timeline_chart.draw(timeline.trace(Dataset(DATED, VOCABULARY), by="degree"), Texts.load("en")))
    drawn = {group.find(f"{SVG}title").text: len(list(group.iter(f"{SVG}circle"))) for group in root.iter(f"{SVG}g")}
    assert (drawn["B"], drawn["A"], drawn["C"]) == (5, 3, 3)


def test_a_network_without_years_has_an_empty_picture():
    undated = timeline.trace(Dataset(snapshot([actor("a"), network("v")], tie("a", "member_of", "v")), VOCABULARY))
    assert "circle" not in timeline_chart.draw(undated, Texts.load("sv"))


def test_an_axis_has_few_whole_marks_and_always_its_first():
    assert list(Axis(1, 26, 0, 100).ticks()) == [1, 5, 10, 15, 20, 25]
    assert list(Axis(2007, 2026, 0, 100).ticks(8)) == [2007, 2010, 2015, 2020, 2025]
    assert list(Axis(3, 3, 0, 100).ticks()) == [3]
    assert Axis(3, 3, 0, 100).at(3) == 50


def test_a_name_longer_than_its_room_is_cut():
    assert cut("Göteborgsregionens kommunalförbund", 100).endswith("…")
    assert cut("Ale", 100) == "Ale"
