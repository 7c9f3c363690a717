from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.workspace.identity.likeness import NEAR, Nearest, changes, likeness, near


@pytest.mark.parametrize(
    ("one", "other", "share"), [("abc", "abc", 1), ("abc", "xyz", 0), ("", "", 1), ("abcd", "abxd", 6 / 8), ("habo", "håbo", 6 / 8)]
)
def test_likeness_is_twice_the_letters_in_common_order_among_all(one, other, share):
    assert likeness(one, other) == pytest.approx(share)


def test_a_slip_takes_one_letter_away_and_puts_one_in():
    assert (changes("boverket", "boverekt"), changes("bona", "bosön")) == (2, 3)


@given(st.lists(st.text("abå ", max_size=24), max_size=8, unique=True))
def test_every_near_pair_is_found_without_comparing_all(texts):
    every = {(i, j) for j in range(len(texts)) for i in range(j) if likeness(texts[i], texts[j]) >= NEAR}
    assert {(i, j) for i, j, _ in near(texts)} == every


def test_a_word_is_taken_for_the_nearest_and_for_none_where_two_are_as_near():
    nearest = Nearest(["habo", "håbo", "avesta"], 0.8)
    assert [nearest.to(word) for word in ("avestta", "hbo", "skola", "habo")] == ["avesta", None, None, "habo"]
