"""Claims about the question worth asking."""

from __future__ import annotations

from itertools import count

import pytest

from actormap.analysis.certainty import next_question
from actormap.errors import UsageError
from actormap.model.records import Evidence
from tests.graphs import actor, network, snapshot, taking_part, tie, view

HINT = Evidence(document="d", status="implied")
SURE_HINT = Evidence(document="d", status="implied", confidence=0.9)


def rivals(*evidence):
    """Return a view in which a is in v and w, b in v for certain and in w by the evidence given."""
    ties = [tie("a", "member_of", "v"), tie("a", "member_of", "w"), tie("b", "member_of", "v"), tie("b", "member_of", "w", *evidence)]
    return view(snapshot([actor("a"), actor("b"), network("v"), network("w")], *ties))


def test_the_expected_reduction_is_that_worked_out_by_hand():
    """Each of four statements is lost once. With b in w, a is first once, b twice, and once equal; without, a twice, twice equal."""
    (row,) = next_question.ask(rivals(HINT), top=1).rows
    assert (row["actor"], row["venue"], row["status"], row["chance"], row["documents"]) == ("b", "w", "implied", 0.7, ["d"])
    assert row["doubt_yes"] == pytest.approx(2 * 0.375 * 0.625)
    assert row["doubt_no"] == pytest.approx(2 * 0.75 * 0.25)
    assert row["doubt_open"] == pytest.approx(2 * 0.4875 * 0.5125)
    assert row["reduction"] == pytest.approx(0.0590625)


def test_a_statement_that_says_how_sure_it_is_is_believed():
    assert next_question.ask(rivals(SURE_HINT), top=1).rows[0]["chance"] == 0.9
    assert next_question.ask(rivals(HINT), top=1, implied=0.5).rows[0]["chance"] == 0.5


def test_what_is_stated_as_well_needs_no_asking():
    assert next_question.ask(rivals(HINT, Evidence(document="e")), top=1).rows == ()


def test_an_absent_tie_is_asked_about_where_the_two_have_met_elsewhere():
    """b meets a in v, and a is in w; c meets nobody who is in another venue."""
    found = next_question.ask(view(taking_part({"v": "ab", "w": "a", "x": "c"})), top=1)
    assert [(row["actor"], row["venue"], row["status"]) for row in found.rows] == [("b", "w", "absent")]


def test_the_chance_of_an_absent_tie_follows_from_what_is_supposed_to_be_missing():
    """Four known ties are nine tenths of all, so 4/9 is missing, and it can only be that of b and w."""
    found = next_question.ask(view(taking_part({"v": "ab", "w": "a", "x": "c"})), top=1)
    assert found.rows[0]["chance"] == pytest.approx(4 * 0.1 / 0.9)
    assert next_question.ask(view(taking_part({"v": "ab", "w": "a"})), top=1, absent=0.2).rows[0]["chance"] == 0.2


def test_the_question_that_would_teach_most_is_first():
    found = next_question.ask(view(taking_part({"v": "abcde", "w": "abc", "x": "ab", "y": "a", "z": "de"})), "betweenness", resamples=20)
    reductions = [round(row["reduction"], 10) for row in found.rows]
    assert reductions == sorted(reductions, reverse=True)
    assert reductions[0] > 0


def test_no_answer_is_expected_to_make_us_less_sure():
    found = next_question.ask(view(taking_part({"v": "abcde", "w": "abc", "x": "ab", "y": "a", "z": "de"})), resamples=20)
    for row in found.rows:
        mean = row["chance"] * row["doubt_yes"] + (1 - row["chance"]) * row["doubt_no"]
        assert row["reduction"] == pytest.approx(row["doubt_open"] - mean)
        assert row["reduction"] >= 0


def test_the_doubt_as_it_stands_is_said_with_how_many_were_tried():
    found = next_question.ask(view(taking_part({"v": "abc", "w": "ab", "x": "a"})), top=1)
    assert found.figures() == {"doubt": 0.375, "asked": 3, "candidates": 3}


def test_only_so_many_absent_ties_are_tried():
    of = view(taking_part({"v": "abcdef", "w": "abc", "x": "def", "y": "ad"}))
    assert next_question.ask(of, limit=2, resamples=5).candidates == 2
    assert {row["actor"] for row in next_question.ask(of, around=1, resamples=5).rows} == {
        next_question.ask(of, around=1, resamples=5).rows[0]["actor"]
    }


def test_the_time_budget_ends_it_and_what_was_tried_is_said():
    ticking = count().__next__
    of = view(taking_part({"v": "abcdef", "w": "abc", "x": "def", "y": "ad"}))
    found = next_question.ask(of, "harmonic", resamples=10, budget=60, clock=lambda: float(ticking()))
    assert found.asked < found.candidates
    assert len(found.rows) == found.asked


def test_each_tried_is_told():
    told = []
    next_question.ask(view(taking_part({"v": "abc", "w": "ab", "x": "a"})), progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_where_nothing_is_open_that_is_said():
    found = next_question.ask(view(taking_part({"v": "ab"})))
    assert (found.rows, found.undefined) == ((), {"reduction": next_question.NOTHING_OPEN})
    assert next_question.ask(view(taking_part({}))).doubt is None


def test_the_same_seed_gives_the_same_question():
    of = view(taking_part({"v": "abcdef", "w": "abcdef", "x": "defabc", "y": "ad"}))
    assert next_question.ask(of, resamples=8, share=0.3) == next_question.ask(of, resamples=8, share=0.3)


def test_a_share_that_is_none_is_refused():
    with pytest.raises(UsageError, match="between 0 and 1"):
        next_question.ask(rivals(HINT), share=0)


@pytest.mark.parametrize("name", ["actors", "all"])
def test_other_views_have_questions_too(name):
    found = next_question.ask(view(taking_part({"v": "ab", "w": "ac"}), name), top=1)
    assert {(row["actor"], row["venue"]) for row in found.rows} == {("b", "w"), ("c", "v")}
