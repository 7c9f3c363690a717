"""Claims about how valuable each is to the collaboration and how far it is trusted, by what the others say of it."""

from __future__ import annotations

import pytest

from actormap.analysis import evidence
from actormap.analysis.groups import ratings
from actormap.i18n import Texts
from actormap.model.ratings import RATINGS
from actormap.model.records import Evidence
from actormap.model.selection import Selection
from actormap.output.sentences import say
from tests.graphs import actor, network, snapshot, tie, view

NODES = (*map(actor, "abcde"), network("v"))


def rated(levels, **more):
    """Return a statement that gives the six parts in order, such as `432 111`; a dot is no answer."""
    given = [None if level == "." else int(level) for level in levels.replace(" ", "")]
    return Evidence(**dict(zip(RATINGS, given, strict=True)), **more)


def says(source, target, levels, **more):
    return tie(source, "connects", target, rated(levels, **more))


def found(*ties, selection=None):
    return ratings.find(view(snapshot(NODES, *ties), selection=selection))


def row_of(node, *ties, **options):
    return {row["id"]: row for row in found(*ties, **options).rows}[node]


THREE = (says("a", "d", "432 444"), says("b", "d", "231 312"), says("c", "d", "333 222"))


def test_a_score_is_the_mean_of_three_parts_over_all_who_rate():
    row = row_of("d", *THREE)
    assert (row["influence"], row["involvement"], row["contribution"]) == (3, pytest.approx(9 / 3), 2)
    assert row["value"] == pytest.approx((9 / 3 + 9 / 3 + 6 / 3) / 3)
    assert row["trust"] == pytest.approx((9 / 3 + 7 / 3 + 8 / 3) / 3)
    assert (row["raters"], row["few"]) == (3, False)


def test_the_spread_is_between_the_means_of_single_raters():
    row = row_of("d", *THREE)
    assert (row["value_low"], row["value_high"]) == (2, 3)
    assert (row["trust_low"], row["trust_high"]) == (2, 4)


def test_what_is_not_said_is_no_zero():
    row = row_of("d", says("a", "d", "4.. ..."), says("b", "d", "222 ..."), says("c", "d", "2.. ..."))
    assert row["influence"] == pytest.approx(8 / 3)
    assert (row["involvement"], row["contribution"]) == (2, 2)
    assert row["value"] == pytest.approx((8 / 3 + 2 + 2) / 3)
    assert (row["trust"], row["reliability"], row["trust_low"], row["trust_high"]) == (None, None, None, None)


def test_a_score_of_which_nobody_has_said_one_part_is_not_known():
    of = found(says("a", "d", "44. 111"))
    (row,) = (row for row in of.rows if row["id"] == "d")
    assert (row["value"], row["trust"], row["value_low"]) == (None, 1, 4)
    assert of.undefined["value"] == ratings.PART_NOT_RATED
    assert of.undefined["contribution"] == ratings.NOT_RATED
    assert (of.value_share, of.trust_share) == (None, 0.25)


def test_who_rates_is_the_source_where_no_informant_is_named():
    assert row_of("d", says("a", "d", "111 111"))["raters"] == 1
    assert row_of("a", says("a", "d", "111 111"))["raters"] == 0


@pytest.mark.parametrize("informant", ["d", "D"])
def test_an_informant_at_the_other_end_rates_the_source(informant):
    rows = {row["id"]: row["raters"] for row in found(says("a", "d", "111 111", informant=informant)).rows}
    assert rows == {"a": 1, "d": 0}


@pytest.mark.parametrize("informant", ["e", "the coordinator"])
def test_whoever_is_neither_end_rates_the_target(informant):
    rows = {row["id"]: row["raters"] for row in found(says("a", "d", "111 111", informant=informant)).rows}
    assert rows == ({"d": 1, "e": 0} if informant == "e" else {"d": 1})


def test_one_that_rates_in_several_statements_has_one_voice():
    twice = tie("a", "connects", "d", rated("111 444"), rated("333 444"))
    again = tie("d", "member_of", "a", rated("222 444", informant="a"))
    row = row_of("d", twice, again, says("b", "d", "444 444"))
    assert (row["raters"], row["value"], row["trust"]) == (2, 3, 4)


def test_those_whom_enough_have_rated_come_before_those_whom_one_or_two_rate_highest():
    of = found(*THREE, says("a", "e", "444 444"), says("b", "e", "444 444"), says("d", "c", "111 111"))
    assert [(row["id"], row["few"]) for row in of.rows] == [("d", False), ("e", True), ("c", True), ("a", True), ("b", True)]


def test_who_rates_and_is_rated_by_nobody_is_there_without_a_score():
    row = row_of("a", *THREE)
    assert (row["value"], row["trust"], row["raters"]) == (None, None, 0)


def test_the_whole_is_a_share_of_all_giving_all_the_highest():
    assert found(says("a", "d", "444 444"), says("d", "a", "444 444")).figures() == {"given": 2, "value_share": 1, "trust_share": 1}
    assert found(says("a", "d", "111 444"), says("b", "e", "111 222")).figures() == {"given": 2, "value_share": 0.25, "trust_share": 0.75}


def test_statements_that_the_selection_leaves_out_rate_nobody():
    denied = says("a", "d", "444 444", status="denied")
    assert row_of("d", denied, *THREE[1:])["raters"] == 2
    assert found(*THREE, selection=Selection(statuses=("denied",))).rows == ()


def test_what_somebody_says_of_itself_rates_nobody():
    assert found(says("a", "a", "444 444")).given == 0


def test_where_nobody_is_rated_the_answer_says_what_to_fill_in():
    of = found(tie("a", "connects", "d"))
    assert (of.rows, of.given) == ((), 0)
    assert set(of.undefined.values()) == {ratings.NO_RATINGS}


def test_a_row_rests_on_the_statements_that_rate_it():
    told = tie("a", "connects", "d", rated("444 444", document="x"), Evidence(document="y"))
    of = view(snapshot(NODES, told, says("d", "a", "111 111", document="z")))
    (row,) = (row for row in evidence.of(ratings.find(of), of).rows if row["id"] == "d")
    assert row["statements"] == 1


@pytest.mark.parametrize(
    ("ties", "sentence"),
    [
        (THREE, "3 raters give D a value of 2.7 and a trust of 2.7, of 4."),
        ([says(who, "d", "222 ...") for who in "abc"], "3 raters give D a value of 2, of 4. How far it is trusted is not known."),
        ([says(who, "d", "... 333") for who in "abc"], "3 raters give D a trust of 3, of 4. How valuable it is thought is not known."),
        ([says(who, "d", "2.. 3..") for who in "abc"], "3 raters have said something of D, but not of every part, so there is no score."),
        (THREE[:2], "Only 2 have rated D. That is what just they think, and not what the network thinks."),
        (THREE[:1], "Only one has rated D. That is what just that one thinks, and not what the network thinks."),
        ([says("d", "a", "111 111")], "Nobody has rated D. That says nothing of it."),
    ],
)
def test_the_sentence_says_by_how_many(ties, sentence):
    of = found(*ties)
    (row,) = (row for row in of.rows if row["id"] == "d")
    assert say(of, row, Texts.load("en")) == sentence
