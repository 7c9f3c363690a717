"""Claims about what projects share and what not, and about what a count counts."""

from __future__ import annotations

import pytest

from actormap.analysis.projects.conditions import Conditions
from actormap.atlas.atlas import Atlas
from actormap.errors import UsageError
from tests.analysis.projects.five import snapshot
from tests.graphs import VOCABULARY


def compared(*sides, **options):
    return Atlas(snapshot(), VOCABULARY, lang="en").projects().compare(sides, **options)


def about(result, part, thing):
    return {row["side"]: row for row in result.rows if (row["section"], row["id"]) == (part, thing)}


def test_a_thing_is_shared_unique_or_missing_on_each_side():
    result = compared("plan", "far")
    follow, coach = about(result, "methods", "follow"), about(result, "methods", "coach")
    assert [follow[side]["presence"] for side in ("Plan", "Fjärran")] == ["unique", "missing"]
    assert [coach[side]["presence"] for side in ("Plan", "Fjärran")] == ["missing", "unique"]
    assert {row["presence"] for row in about(compared("plan", "solo"), "methods", "follow").values()} == {"shared"}


def test_a_group_takes_its_parts_along_and_parts_of_one_project_are_one_independent():
    row = about(compared("plan", with_parts=True, others="the rest"), "methods", "follow")
    assert (row["Plan"]["projects"], row["Plan"]["of"], row["Plan"]["independent"]) == (3, 3, 1)
    assert (row["the rest"]["projects"], row["the rest"]["of"]) == (1, 2)
    assert row["Plan"]["levels"] == {"project": 3}


def test_several_with_a_plus_between_are_one_side_under_the_name_before_the_equals_sign():
    result = compared("Both=solo+far", "plan")
    assert [(side.label, side.projects) for side in result.sides] == [("Both", ("far", "solo")), ("Plan", ("plan",))]
    assert [side.label for side in compared("solo+far").sides] == ["Solo +1"]


def test_what_is_missing_says_of_how_many_a_whole_document_was_read():
    assert about(compared("Both=solo+far", "plan"), "factors", "track")["Both"]["read_whole"] == 2
    assert about(compared("south", "plan"), "factors", "track")["Södra delen"]["read_whole"] == 0


def test_a_question_about_a_factor_that_is_answered_yes_tells_that_it_is_there():
    assert about(compared("north", "solo"), "factors", "track")["Norra delen"]["presence"] == "unique"


def test_figures_are_medians_that_say_of_how_many():
    row = about(compared("Both=solo+plan"), "figures", "per_participant")["Both"]
    assert (row["value"], row["projects"]) == (200, 2)
    assert about(compared("solo"), "figures", "off_rate")["Solo"]["value"] == 50


def test_results_count_how_the_projects_of_a_side_stand_the_unseen_too():
    rows = about(compared("plan", with_parts=True, others="rest"), "results", "q-pres")
    assert rows["Plan"]["states"] == {"not_seen": 1, "not_measured": 1, "without_effect": 1}
    assert rows["rest"]["states"] == {"silent": 1, "reached": 1}


def test_a_fund_that_pays_and_what_is_only_planned_are_shared_by_nobody():
    result = compared("plan", "far")
    assert about(result, "target_groups", "young")["Fjärran"]["presence"] == "missing"
    assert set(about(result, "partners", "gr")) == {"Plan", "Fjärran"}


def test_the_figures_of_the_whole_count_what_all_share_and_what_one_has():
    assert compared("plan", "solo").figures()["methods"] == {"shared": 1, "Plan": 0, "Solo": 1}


def test_sides_have_names_of_their_own_and_one_that_is_left_out_is_no_unknown_one():
    assert [side.label for side in compared("=plan").sides] == ["Plan"]
    with pytest.raises(UsageError, match="Two sides are called"):
        compared("plan", "plan")
    narrowed = Atlas(snapshot(), VOCABULARY, lang="en").projects(Conditions(without=("plan",)))
    with pytest.raises(UsageError, match='leave out "plan"'):
        narrowed.compare(["plan"])
