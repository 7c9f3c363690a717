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


def slipped(text, places):
    for place in places:
        text = text[: place % len(text)] + text[place % len(text) + 1 :]
    return text


@given(st.lists(st.tuples(st.text("abcdefgåä ", min_size=9, max_size=24), st.lists(st.integers(0, 23), max_size=4)), max_size=4))
def test_every_near_pair_is_found_without_comparing_all(drawn):
    texts = list(dict.fromkeys(text for base, places in drawn for text in (base, slipped(base, places))))
    every = {(i, j) for j in range(len(texts)) for i in range(j) if likeness(texts[i], texts[j]) >= NEAR}
    assert {(i, j) for i, j, _ in near(texts)} == every


def test_a_word_is_taken_for_the_nearest_and_for_none_where_two_are_as_near():
    nearest = Nearest(["habo", "håbo", "avesta"], 0.8)
    assert [nearest.to(word) for word in ("avestta", "hbo", "skola", "habo")] == ["avesta", None, None, "habo"]
