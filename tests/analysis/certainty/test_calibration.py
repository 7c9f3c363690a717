"""Claims about what a share of trials is worth as a chance."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.analysis.certainty import calibration


def chances(*shares, first):
    return calibration.chances(np.array(shares, dtype=float), first).tolist()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12), st.integers(1, 12))
def test_chances_lie_between_none_and_all_and_keep_the_order_of_the_shares(shares, first):
    found = chances(*shares, first=first)
    assert all(0 <= chance <= 1 for chance in found)
    order = sorted(range(len(shares)), key=lambda i: shares[i])
    assert all(found[a] <= found[b] + 1e-12 for a, b in pairwise(order))


def test_who_is_always_first_stays_so_and_equals_share_the_rest_alike():
    assert chances(1, 0.5, 0.5, 0.5, 0.5, first=3) == pytest.approx([1, 0.5, 0.5, 0.5, 0.5])
    assert chances(1, 1, 0, first=2) == [1, 1, 0]


def test_the_middle_is_worth_less_than_its_share_and_whoever_never_came_first_a_little():
    (sure, likely, even, seldom, never) = chances(0.95, 0.6, 0.35, 0.1, 0, first=2)
    assert sure > 0.9
    assert likely < 0.6
    assert 0 < never < seldom
    assert sure + likely + even + seldom + never == pytest.approx(2)


def test_where_fewer_are_ranked_than_there_are_places_all_are_among_the_first_and_who_was_never_ranked_has_no_chance_told():
    assert chances(1, 1, first=3) == [1, 1]
    found = chances(float("nan"), 1, 0, first=1)
    assert np.isnan(found[0])
    assert found[1:] == [1, 0]
