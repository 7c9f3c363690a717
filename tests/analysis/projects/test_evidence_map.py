"""Claims about the map of evidence: who stands in a cell, which way it points, what it rests on, and what is new."""

from __future__ import annotations

import pytest

from actormap.atlas.atlas import Atlas
from actormap.errors import UnknownName
from tests.analysis.projects.five import snapshot
from tests.graphs import VOCABULARY


def mapped(**options):
    return Atlas(snapshot(), VOCABULARY, lang="en").projects().map(**options)


def cell(found, line, column):
    return next(row for row in found.rows if (row["line"], row["column"]) == (line, column))


def test_a_project_stands_in_the_cells_of_its_methods_with_its_state_for_each_result():
    told = cell(mapped(), "follow", "q-goal")
    assert (told["projects"], told["independent"], told["reached"], told["partly"], told["not_seen"]) == (4, 2, 2, 1, 1)
    assert (told["direction"], told["measured_independent"], told["own_words"], told["evaluator"]) == ("reached", 2, 2, 1)


def test_the_states_of_a_cell_sum_to_its_projects():
    names = ("not_seen", "silent", "not_measured", "without_effect", "partly", "reached", "outside", "answered")
    for row in [*mapped().rows, *mapped(columns="indicators").rows, *mapped(lines="factors").rows]:
        assert sum(row[name] for name in names) == row["projects"]


def test_of_those_that_disagree_evenly_the_most_cautious_is_told():
    told = cell(mapped(), "follow", "q-pres")
    assert (told["without_effect"], told["reached"], told["not_measured"], told["direction"]) == (1, 1, 1, "without_effect")
    assert (told["agreement"], told["coherence"]) == (0.5, "moderate")


def test_a_cell_of_gaps_tells_which_kind_and_of_no_project_that_too():
    far = Atlas(snapshot(), VOCABULARY).projects()
    assert cell(mapped(lines="factors"), "track", "q-pres")["direction"] == "not_measured"
    alone = type(far)(far.compilation.of(far.compilation.view, _only("far")), "sv").map()
    assert {(row["line"], row["column"]): row["direction"] for row in alone.rows} == {
        ("coach", "q-goal"): "not_measured",
        ("coach", "q-pres"): "silent",
        ("follow", "q-goal"): "no_project",
        ("follow", "q-pres"): "no_project",
    }


def _only(kept):
    from actormap.analysis.projects.conditions import Conditions

    return Conditions(without=tuple(each.id for each in snapshot().projects if each.id != kept))


def test_a_factor_is_had_by_those_that_report_it_and_those_answered_yes():
    found = mapped(lines="factors")
    assert cell(found, "track", "q-goal")["projects"] == 2
    (line,) = found.lines.rows
    assert (line["projects"], line["of"], line["independent"], line["of_independent"], line["measured"]) == (2, 5, 1, 3, 1)


def test_against_indicators_a_figure_points_no_way_and_gives_way_to_an_answer_on_a_scale():
    told = cell(mapped(columns="indicators"), "coach", "presence")
    assert (told["without_effect"], told["reached"], told["silent"], told["answered"]) == (1, 1, 1, 0)
    states = [row["state"] for row in mapped(columns="indicators").evidence.rows if (row["line"], row["project"]) == ("coach", "solo")]
    assert states == ["reached", "answered", "answered"]


def test_a_cell_opens_what_it_rests_on():
    (row,) = [row for row in mapped().evidence.rows if (row["line"], row["column"], row["project"]) == ("coach", "q-goal", "solo")]
    assert [row[name] for name in ("document", "locator", "status", "voice", "answer")] == [
        "evaluation",
        "1",
        "stated",
        "evaluator",
        "helt",
    ]


def test_relevance_is_judged_by_those_asked_about():
    assert cell(mapped(), "coach", "q-goal")["relevance"] is None
    assert cell(mapped(context="youth=yes"), "coach", "q-goal")["relevance"] == "none"
    assert cell(mapped(context="youth=no"), "coach", "q-goal")["relevance"] == "serious"


def test_what_was_coded_or_else_published_since_a_date_is_new_and_what_has_no_date_is_counted():
    found = mapped(since="2026-02-01")
    assert cell(found, "follow", "q-goal")["new"] == 2
    assert {row["project"] for row in found.evidence.rows if row["new"] and row["column"] == "q-goal"} == {"north", "solo"}
    assert found.undated == sum(row["date"] is None for row in found.evidence.rows) > 0
    assert not any(row["new"] for row in mapped().rows)


@pytest.mark.parametrize("options", [{"lines": "themes"}, {"columns": "answers"}])
def test_rows_and_columns_that_are_not_there_are_refused(options):
    with pytest.raises(UnknownName):
        mapped(**options)
