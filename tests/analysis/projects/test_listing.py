"""Claims about which projects are listed, in which order, and what is reckoned from their headers."""

from __future__ import annotations

import pytest

from actormap.analysis.projects import listing
from actormap.analysis.projects.compilation import Compilation
from actormap.analysis.projects.conditions import Conditions
from actormap.errors import UnknownName
from tests.analysis.projects.five import five


def listed(sort="name", **conditions):
    return listing.find(Compilation.of(five(), Conditions(**conditions)), sort)


def ids(result):
    return [row["id"] for row in result.rows]


def by_id(result):
    return {row["id"]: row for row in result.rows}


def test_money_per_planned_participant_is_the_whole_budget_and_nothing_where_nobody_is_planned():
    prices = {row["id"]: row["per_participant"] for row in listed().rows}
    assert prices == {"plan": 100, "solo": 300, "far": None, "north": None, "south": None}


def test_the_median_is_of_those_that_have_both_figures():
    figures = listed().figures()
    assert (figures["median_per_participant"], figures["priced"]) == (200, 2)


def test_months_count_both_days_and_a_year_as_whole():
    months = {row["id"]: row["months"] for row in listed().rows}
    assert (months["solo"], months["plan"], months["far"]) == (12, 36, None)


def test_a_share_contradicts_the_stated_rate_only_beyond_a_point():
    rows = by_id(listed())
    assert (rows["solo"]["esf_share"], rows["solo"]["off_rate"]) == (100, 50)
    assert (rows["plan"]["esf_share"], rows["plan"]["off_rate"]) == (40, None)


def test_a_programme_and_its_parts_are_three_projects_and_one_independent():
    result = listed()
    assert (result.figures()["projects"], result.figures()["independent"]) == (5, 3)
    assert {row["id"]: row["top"] for row in result.rows if row["top"]} == {"north": "plan", "south": "plan"}


def test_projects_come_in_the_order_of_names_and_figures_from_the_largest_with_the_unknown_last():
    assert ids(listed()) == ["far", "north", "plan", "solo", "south"]
    assert ids(listed("per_participant"))[:2] == ["solo", "plan"]
    assert ids(listed("start")) == ["plan", "solo", "far", "north", "south"]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"regions": ("norr",)}, ["far"]),
        ({"programmes": ("2014-2020",), "youth": True}, ["solo"]),
        ({"areas": ("2",)}, ["plan"]),
        ({"kinds": ("prestudy",)}, ["far"]),
        ({"target_groups": ("Unga",)}, ["plan"]),
        ({"themes": ("follow", "coach"), "without": ("solo",)}, ["far", "north", "plan", "south"]),
        ({"words": ("socialtjänst",)}, ["solo"]),
        ({"where": (("youth", "no"),)}, ["far"]),
    ],
    ids=" ".join,
)
def test_a_condition_keeps_those_it_holds_for(conditions, expected):
    assert ids(listed(**conditions)) == expected


@pytest.mark.parametrize("conditions", [{"regions": ("Väster",)}, {"themes": ("nothing",)}, {"without": ("nobody",)}])
def test_a_condition_that_names_what_is_not_there_is_no_condition(conditions):
    with pytest.raises(UnknownName):
        listed(**conditions)
