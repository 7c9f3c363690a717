"""Claims about the pictures: they are well-formed, say what they show, and put things where they belong."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from actormap.analysis.certainty import estimate
from actormap.analysis.change import timeline
from actormap.analysis.composition.invitation.pareto import Front
from actormap.analysis.groups import equivalence
from actormap.analysis.result import Context
from actormap.graph.dataset import Dataset
from actormap.i18n import LANGUAGES, Texts
from actormap.output.charts import blocks, intervals, pareto
from actormap.output.charts import timeline as timeline_chart
from actormap.output.charts.svg import LETTER, Axis, cut
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
        assert [element.tag for element in root if element.text][:2] == [f"{SVG}title", f"{SVG}desc"]


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


@pytest.mark.parametrize(
    ("axis", "most", "marks"),
    [
        (Axis(0, 10, 0, 1), 10, list(range(11))),
        (Axis(0, 11, 0, 1), 10, [0, 2, 4, 6, 8, 10]),
        (Axis(0, 21, 0, 1), 10, [0, 5, 10, 15, 20]),
        (Axis(0, 51, 0, 1), 10, [0, 10, 20, 30, 40, 50]),
        (Axis(0.5, 2.5, 0, 1), 10, [1, 2]),
        (Axis(4, 30, 0, 1), 10, [4, 10, 15, 20, 25, 30]),
    ],
)
def test_marks_stand_at_steps_of_one_two_or_five_and_none_too_near_the_first(axis, most, marks):
    assert list(axis.ticks(most)) == marks


@pytest.mark.parametrize(("name", "said"), [("x" * 10, "x" * 10), ("x" * 11, "x" * 9 + "…"), ("xxxxxxxx yz", "xxxxxxxx…")])
def test_a_name_that_just_fits_is_whole(name, said):
    assert cut(name, 10 * LETTER) == said


def front(*sizes, today=None):
    """Return a front that covers as much as the size, with dots at all sizes but the second, and perhaps today's place."""
    row = {"cells": 1, "optimal": True, "set": [], "names": [], "come": [], "leave": []}
    rows = [{**row, "size": size, "covered": size, "today": False, "best": place != 1} for place, size in enumerate(sizes)]
    now = [] if today is None else [{**row, "size": today, "covered": 1, "today": True, "best": False}]
    return Front(Context(None, {}, {}), (*rows, *now), network="V", weight=9)


def test_a_size_that_covers_no_more_is_part_of_the_line_and_has_no_dot():
    root = read(pareto.draw(front(1, 2, 3), Texts.load("en")))
    assert len(root.find(f"{SVG}polyline").get("points").split()) == 3
    assert len(list(root.iter(f"{SVG}circle"))) == 2


@pytest.mark.parametrize(("today", "anchor"), [(2, "start"), (4, "end")])
def test_what_today_is_called_stands_where_there_is_room(today, anchor):
    root = read(pareto.draw(front(1, 2, 3, 4, 5, today=today), Texts.load("en")))
    (said,) = [text for text in root.iter(f"{SVG}text") if text.text and text.text.startswith("today")]
    assert said.get("text-anchor", "start") == anchor


def test_a_front_of_nothing_is_an_empty_picture():
    root = read(pareto.draw(front(), Texts.load("en")))
    assert not list(root.iter(f"{SVG}circle"))


def test_a_matrix_in_blocks_has_a_square_a_tie_and_lines_between_blocks():
    of = view(taking_part({"v": "abc", "w": "abc", "x": "def", "y": "def"}))
    root = read(blocks.draw(equivalence.positions(of), Texts.load("en")))
    squares = [each for each in root.iter() if each.tag.endswith("rect") and len(each)]
    lines = [each for each in root.iter() if each.tag.endswith("path")]
    assert (len(squares), len(lines)) == (12, 6)


@pytest.mark.parametrize(("mode", "rows", "columns"), [("affiliation", 2, 3), ("actors", 2, 2), ("all", 5, 5)])
def test_a_matrix_of_one_mode_has_all_on_both_sides_and_one_of_two_actors_against_venues(mode, rows, columns):
    of = view(taking_part({"v": "ab", "w": "ab", "x": "ab"}), mode)
    root = read(blocks.draw(equivalence.positions(of), Texts.load("en")))
    names = [each for each in root.iter(f"{SVG}text") if each.text in list("ABVWX")]
    down = [each for each in names if "rotate" not in (each.get("transform") or "")]
    assert (len(down), len(names) - len(down)) == (rows, columns)
