"""Claims about the matrix: a state in each cell, and none of them taken for another."""

from __future__ import annotations

import pytest

from actormap.analysis.projects import matrix
from actormap.analysis.projects.compilation import Compilation
from actormap.errors import UnknownName
from tests.analysis.projects.five import five


def states(by="questions", *wanted):
    result = matrix.find(Compilation.of(five()), "en", by, wanted)
    return {(row["project"], row["question"]): row["state"] for row in result.rows}


def test_every_project_has_a_cell_for_every_question_with_its_state():
    found = states()
    assert len(found) == 5 * 4
    assert [found[project, "q-pres"] for project in ("plan", "far", "north", "south", "solo")] == [
        "not_seen",
        "silent",
        "not_measured",
        "without_effect",
        "reached",
    ]
    assert (found["south", "q-goal"], found["solo", "q-who"]) == ("partly", "answered")


def test_the_counts_of_the_states_sum_to_the_cells():
    result = matrix.find(Compilation.of(five()), "en")
    assert sum(result.figures().values()) == len(result.rows)
    assert list(result.figures()) == [
        *("not_seen", "silent", "not_measured", "without_effect", "partly", "reached", "outside", "answered"),
    ]


def test_against_themes_a_cell_without_a_statement_has_not_been_seen_and_is_no_no():
    found = states("themes", "method")
    assert (found["far", "coach"], found["far", "follow"]) == ("answered", "not_seen")


def test_only_the_questions_or_groups_named_stand_across():
    assert {question for _, question in states("questions", "factors", "q-who")} == {"q-fac", "q-who"}
    with pytest.raises(UnknownName):
        states("questions", "nothing")
