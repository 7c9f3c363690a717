"""Claims about the card of one project: everything stands on it once, and what nobody has seen is said to be so."""

from __future__ import annotations

from actormap.analysis.projects import card
from actormap.analysis.projects.compilation import Compilation
from tests.analysis.projects.five import QUESTIONS, five


def parts(project):
    found: dict[str, list] = {}
    for row in card.find(Compilation.of(five()), project, "en").rows:
        found.setdefault(row["section"], []).append(row)
    return found


def test_a_card_says_what_contradicts_what():
    told = parts("solo")["contradictions"]
    assert [(row["id"], row["value"]) for row in told] == [("off_rate", 50)]


def test_an_answer_has_its_state_and_its_evidence():
    told = {row["id"]: row for row in parts("north")["answers"]}
    assert (told["q-goal"]["state"], told["q-goal"]["voice"], told["q-goal"]["document"]) == ("reached", "project", "report-north")
    assert told["q-pres"]["state"] == "not_measured"


def test_a_silence_that_was_read_is_an_answer_and_a_question_nobody_has_asked_is_none():
    told = parts("far")
    assert {row["id"]: row["state"] for row in told["answers"]} == {"q-goal": "not_measured", "q-pres": "silent"}
    assert {row["id"] for row in told["unseen"]} == {each.id for each in QUESTIONS} - {"q-goal", "q-pres"}


def test_what_is_only_planned_is_no_theme_of_the_project():
    assert "target_groups" not in parts("far")
    assert [row["id"] for row in parts("plan")["target_groups"]] == ["young"]


def test_it_says_how_much_of_each_document_was_read():
    assert [(row["id"], row["value"]) for row in parts("solo")["documents"]] == [("evaluation", "whole")]
