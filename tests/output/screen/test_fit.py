"""Claims about which columns find room beside each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from actormap.output.screen.fit import GAP, Column, fit

NAME = Column("name", "Namn", ("Göteborgsregionens kommunalförbund (GR)", "Ale"), 0, stands=True)
KIND = Column("kind", "Slag", ("kommunalförbund", "kommun"), 1, stands=True)
SCORE = Column("score", "Deltagande", ("0,76", "0,24"), 2, right=True)
SHARED = Column("shared", "Vilka", ("Plug In, Plug In 2.0, InVux, GR Samsyv", "–"), 3)

columns = st.builds(
    lambda place, heading, told, **given: Column(str(place), heading, tuple(told), **given),
    st.integers(0, 10_000),
    st.sampled_from(["", "Namn", "Chans att vara bland de 3 främsta", "Nyckelaktörsegenskaper"]),
    st.lists(st.sampled_from(["", "ja", "1 000", "Älv & Kust", "samordningsförbundsmedlemskap", "漢字 " * 20]), min_size=2, max_size=2),
    turn=st.integers(0, 9),
    right=st.booleans(),
    stands=st.booleans(),
)


def test_where_there_is_room_every_column_has_all_it_can_use():
    assert fit([NAME, KIND, SCORE, SHARED], 200) == {"name": 39, "kind": 15, "score": 10, "shared": 38}


def test_texts_give_way_before_a_column_is_left_out_and_no_word_of_theirs_is_broken():
    assert fit([NAME, KIND, SCORE, SHARED], 80) == {"name": 25, "kind": 15, "score": 10, "shared": 24}
    assert fit([NAME, KIND, SCORE, SHARED], 60) == {"name": 31, "kind": 15, "score": 10}
    assert fit([NAME, KIND, SCORE, SHARED], 40) == {"name": 23, "kind": 15}


def test_what_must_stand_is_shortened_last_of_all():
    assert fit([NAME, KIND, SCORE], 30) == {"name": 14, "kind": 14}


@given(st.lists(columns, max_size=8, unique_by=lambda column: column.name), st.integers(20, 160))
def test_no_table_is_wider_than_there_is_room(given_columns, wide):
    found = fit(given_columns, wide)
    assert sum(found.values()) + GAP * max(len(found) - 1, 0) <= wide
    assert list(found) == [each.name for each in given_columns if each.name in found]
    assert all(0 <= found[each.name] <= max(each.natural, wide) for each in given_columns if each.name in found)


@given(st.lists(columns, max_size=8, unique_by=lambda column: column.name), st.integers(20, 160))
def test_no_column_that_may_be_left_out_stands_with_a_broken_word(given_columns, wide):
    found = fit(given_columns, wide)
    assert all(found[each.name] >= each.least for each in given_columns if each.name in found and not each.stands)
