"""Claims about writing answers: the coder's own are changed, others' never, the same again changes nothing, and all can be taken back."""

from __future__ import annotations

import pytest

from actormap import workspace
from actormap.errors import UsageError
from actormap.model.coding import CodedAnswer
from actormap.workspace.coding import ledger

DAY = "2026-01-31"


def answer(question, said, coder="granskare", **more):
    return CodedAnswer(project="p", question=question, answer=said, coder=coder, **{"document": "d", **more})


def kept(place):
    found = workspace.read(place)
    assert found.problems == ()
    return {(each.question, each.coder, each.answer, each.locator, each.date) for each in found.snapshot.answers}


def test_a_second_coders_answers_stand_beside_the_firsts(place):
    done = ledger.write(place, [answer("q1", "mycket", locator="s. 4"), answer("q2", "silent")], DAY)
    assert (done.added, done.changed, done.unchanged) == (2, 0, 0)
    assert {("q1", "analyst", "lite", "s. 4", None), ("q1", "granskare", "mycket", "s. 4", DAY)} <= kept(place)


def test_the_same_again_changes_nothing_whatever_the_day(place):
    ledger.write(place, [answer("q1", "mycket")], DAY)
    before = (place / "answers.csv").read_bytes()
    done = ledger.write(place, [answer("q1", "mycket")], "2026-02-01")
    assert (done.written, done.unchanged) == (0, 1)
    assert (place / "answers.csv").read_bytes() == before


def test_a_coder_who_thinks_better_of_it_changes_the_row_and_of_free_texts_the_one_of_that_place(place):
    done = ledger.write(
        place, [answer("q1", "mycket", coder="analyst", locator="s. 7"), answer("q4", "Mer", coder="analyst", locator="s. 5")], DAY
    )
    assert (done.added, done.changed) == (0, 2)
    assert kept(place) == {("q1", "analyst", "mycket", "s. 7", DAY), ("q4", "analyst", "Mer", "s. 5", DAY)}
    assert ledger.write(place, [answer("q4", "Ett till", coder="analyst", locator="s. 6")], DAY).added == 1


def test_an_answer_from_another_document_is_another_answer(place):
    ledger.write(place, [answer("q1", "mycket", coder="analyst", document="e")], DAY)
    assert {each[2] for each in kept(place) if each[0] == "q1"} == {"lite", "mycket"}


def test_the_last_answers_are_taken_back_byte_by_byte(place):
    before = (place / "answers.csv").read_bytes()
    ledger.write(place, [answer("q1", "mycket"), answer("q2", "yes")], DAY)
    assert ledger.take_back(place) == 2
    assert (place / "answers.csv").read_bytes() == before
    with pytest.raises(UsageError, match="no coded answers"):
        ledger.take_back(place)


def test_a_workspace_without_the_table_gets_it(place):
    (place / "answers.csv").unlink()
    ledger.write(place, [answer("q3", "12")], DAY)
    assert kept(place) == {("q3", "granskare", "12", None, DAY)}
    ledger.take_back(place)
    assert not (place / "answers.csv").exists()


def test_the_built_in_workspace_is_not_coded_in():
    with pytest.raises(UsageError, match="read-only"):
        ledger.write("gria", [answer("q1", "mycket")], DAY)
