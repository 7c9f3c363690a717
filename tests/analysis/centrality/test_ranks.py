"""Claims about ranks and their intervals."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.analysis.centrality import ranks

SCORES = st.lists(st.sampled_from([0.0, 0.25, 1.0, 2.0, 3.5, 1e6]), min_size=1, max_size=12)


def average(*scores, tied=None):
    given_ties = np.ones(len(scores), dtype=bool) if tied is None else np.array(tied)
    return ranks.places(np.array(scores, dtype=float), given_ties)[0].tolist()


@given(SCORES)
def test_average_ranks_are_those_of_scipy(scores):
    from scipy.stats import rankdata  # with what it brings, a tenth of what reading all the tests takes

    found, better = ranks.places(np.array(scores), np.ones(len(scores), dtype=bool))
    assert found == pytest.approx(rankdata([-score for score in scores], method="average"))
    assert better == pytest.approx(rankdata([-score for score in scores], method="min") - 1)


def test_sums_in_another_order_are_equal_scores():
    assert average(0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1, 0.0) == [1.5, 1.5, 3]


def test_what_is_not_defined_comes_after_what_is_and_who_has_no_tie_last_of_all():
    assert average(float("nan"), -5, 0, tied=[True, True, False]) == [2, 1, 3]
    assert average(float("nan"), float("nan"), tied=[True, False]) == [1, 2]


def test_nobody_has_no_ranks():
    assert average() == []


def interval(observed, *resampled, worst):
    low, high = ranks.interval(np.array(observed, dtype=float), np.array(resampled, dtype=float), worst)
    return low.tolist(), high.tolist()


def test_a_rank_that_never_moves_is_sure():
    assert interval([1, 2.5], [1, 2.5], [1, 2.5], worst=4) == ([1, 2.5], [1, 2.5])


def test_an_interval_reaches_as_far_up_as_down_in_odds():
    (low,), (high,) = interval([3], [6], [6], worst=10)
    assert high == 6
    assert 1 < low < 3
    odds = [(rank - 0.5) / (10.5 - rank) for rank in (low, 3, high)]
    assert odds[1] / odds[0] == pytest.approx(odds[2] / odds[1], rel=0.01)


def test_one_resample_in_ten_may_be_as_wild_as_it_likes():
    calm = [[2.0]] * 9
    assert interval([2], *calm, [9], worst=9) == ([2], [2])
    assert interval([2], *calm[:8], [9], [9], worst=9)[1] == [9]


def test_who_was_never_ranked_has_no_interval():
    low, _ = interval([1, 2], [1, float("nan")], worst=2)
    assert low[0] == 1
    assert np.isnan(low[1])


@given(st.data(), st.integers(1, 9))
def test_an_interval_holds_the_observed_rank_and_the_median_of_the_resampled_ones(data, size):
    rank = st.integers(2, 2 * size).map(lambda twice: twice / 2)
    observed = np.array([data.draw(rank)])
    resampled = np.array(data.draw(st.lists(st.tuples(rank), min_size=1, max_size=15)))
    (low,), (high,) = ranks.interval(observed, resampled, size)
    assert 1 <= low <= observed[0] <= high <= size
    middle = np.percentile(resampled, 50, method="inverted_cdf")
    assert low - 0.01 <= middle <= high + 0.01


def test_those_who_tie_across_the_edge_share_the_places_that_are_left():
    average, better = ranks.places(np.array([5.0, 4, 4, 4, 1]), np.ones(5, dtype=bool))
    assert ranks.among(average, better, 1).tolist() == [1, 0, 0, 0, 0]
    assert ranks.among(average, better, 2).tolist() == pytest.approx([1, 1 / 3, 1 / 3, 1 / 3, 0])
    assert ranks.among(average, better, 9).tolist() == [1] * 5


def test_places_are_told_whole_and_equals_share_them():
    average, _ = ranks.places(np.array([5.0, 4, 4, 4, 1]), np.ones(5, dtype=bool))
    assert ranks.whole(average) == ["1", "2–4", "2–4", "2–4", "5"]
    assert ranks.whole(np.array([1.0, np.nan])) == ["1", ""]


@pytest.mark.parametrize(
    ("place", "low", "high", "told"), [("2", 2, 2, "2"), ("2–3", 2.5, 2.5, "2–3"), ("2", 1.6, 3.4, "2–3"), ("2", 1.5, 3.5, "1–4")]
)
def test_an_interval_is_told_in_whole_places_that_hold_the_place_itself(place, low, high, told):
    assert ranks.within(place, low, high) == told
