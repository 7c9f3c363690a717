"""Claims about leaving things out again and again."""

from __future__ import annotations

from itertools import count

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.analysis.certainty import resamples
from actormap.analysis.certainty.resamples import Plan
from actormap.errors import UnknownName, UsageError
from tests.graphs import taking_part, view

SIX = view(taking_part({"v": "abc", "w": "ab", "x": "a"}))
MANY = view(taking_part(dict.fromkeys("vwxyz", "abcdefgh")))


def column(found, node, measure="degree", what="ranks"):
    sampled = found.by_measure[measure]
    return getattr(sampled, what)[:, sampled.nodes.index(node)].tolist()


def test_where_there_are_few_ways_each_is_taken_once():
    """Each of six statements is left out once: three of a, two of b, one of c."""
    found = resamples.take(SIX, ["degree"])
    assert (found.pieces, found.left_out, found.done, found.exhaustive) == (6, 1, 6, True)
    assert sorted(column(found, "b")) == [1.5, 1.5, 1.5, 2, 2.5, 2.5]
    assert sorted(column(found, "a", what="better")) == [0] * 6


def test_who_loses_all_ties_comes_last_and_stays_in_the_ranking():
    found = resamples.take(view(taking_part({"v": "ab", "w": "ab", "x": "c"})), ["betweenness"])
    assert max(column(found, "c", "betweenness")) == 3
    assert not np.isnan(found.by_measure["betweenness"].ranks).any()


@given(st.integers(1, 10**6), st.floats(0.001, 0.999))
def test_at_least_one_piece_is_left_out_and_at_least_one_kept(pieces, share):
    plan = Plan.of(pieces, share, 5, 7)
    assert plan.size >= 1
    assert plan.size < pieces or pieces == 1


def test_a_tenth_is_rounded():
    assert [Plan.of(pieces, 0.1, 1, 7).size for pieces in (3, 14, 16, 44, 600)] == [1, 1, 2, 4, 60]


@pytest.mark.parametrize("share", [0, 1, -0.1, 10])
def test_a_share_that_is_none_is_refused(share):
    with pytest.raises(UsageError, match="between 0 and 1"):
        resamples.take(SIX, ["degree"], share=share)


def test_without_resamples_there_are_the_ranks_alone_and_fewer_cannot_be_made():
    found = resamples.take(SIX, ["degree"], resamples=0)
    assert (found.done, found.ended_early, found.by_measure["degree"].ranks.shape[0]) == (0, False, 0)
    with pytest.raises(UsageError, match="at least one"):
        resamples.take(SIX, ["degree"], resamples=-1)


def test_the_seed_decides_what_is_drawn():
    draw = [list(Plan.of(40, 0.1, 20, seed).draws()) for seed in (7, 7, 8)]
    assert draw[0] == draw[1] != draw[2]
    assert all(len(set(lost)) == 4 and max(lost) < 40 for lost in draw[0])


def test_a_longer_run_begins_as_a_shorter_one():
    assert list(Plan.of(40, 0.1, 30, 7).draws())[:20] == list(Plan.of(40, 0.1, 20, 7).draws())


def test_the_time_budget_ends_it_and_what_was_done_is_said():
    clock = count().__next__
    found = resamples.take(MANY, ["degree"], resamples=50, budget=5, clock=lambda: float(clock()))
    assert 1 <= found.done < 50
    assert found.ended_early
    assert len(column(found, "a")) == found.done


def test_without_a_budget_all_is_done_and_told():
    told = []
    found = resamples.take(MANY, ["degree"], resamples=12, budget=None, progress=lambda done, of: told.append((done, of)))
    assert told == [(number, 12) for number in range(1, 13)]
    assert not found.ended_early


def test_an_actor_that_did_not_answer_has_no_rank_and_the_others_are_ranked_over_all():
    """Of four one is away each time; among the other three, the second of two ways stands for the third of four places."""
    found = resamples.take(view(taking_part({"v": "abcd", "w": "a"})), ["degree"], drop="actors")
    assert (found.pieces, found.left_out, found.done) == (4, 1, 4)
    assert np.isnan(column(found, "a")).sum() == 1
    assert sorted(rank for rank in column(found, "b", what="better") if not np.isnan(rank)) == [0, 1.5, 1.5]


def test_sides_are_ranked_by_themselves():
    found = resamples.take(SIX, ["degree"])
    assert [found.by_measure["degree"].observed[found.by_measure["degree"].nodes.index(node)] for node in "av"] == [1, 1]


def test_several_measures_share_the_resamples():
    together = resamples.take(MANY, ["degree", "harmonic"], resamples=9)
    alone = resamples.take(MANY, ["harmonic"], resamples=9)
    assert (together.by_measure["harmonic"].ranks == alone.by_measure["harmonic"].ranks).all()


def test_an_empty_view_has_nothing_to_leave_out():
    found = resamples.take(view(taking_part({})), ["degree"])
    assert (found.done, found.pieces, found.ended_early) == (0, 0, False)


def test_another_way_of_leaving_out_is_answered_with_those_there_are():
    with pytest.raises(UnknownName, match="statements"):
        resamples.take(SIX, ["degree"], drop="venues")
