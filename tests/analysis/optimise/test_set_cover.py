"""Claims about the smallest repairs: against all sets of memberships there are, tried one by one."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actormap.analysis.optimise import set_cover
from actormap.analysis.optimise.set_cover import fewest

ACTORS, VENUES = "abcd", "vw"


@st.composite
def cases(draw):
    venues = {venue: draw(st.frozensets(st.sampled_from(ACTORS))) for venue in VENUES[: draw(st.integers(1, 2))]}
    apart = [pair for pair in combinations(ACTORS, 2) if not any(set(pair) <= there for there in venues.values())]
    pairs = draw(st.lists(st.sampled_from(apart), unique=True)) if apart else []
    return pairs, venues


def by_trying(pairs, venues):
    """Return every smallest set of memberships that lets all pairs meet."""
    joins = [(actor, venue) for actor in ACTORS for venue in venues if actor not in venues[venue]]
    for size in range(len(joins) + 1):
        good = {frozenset(chosen) for chosen in combinations(joins, size) if all(meet(pair, venues, chosen) for pair in pairs)}
        if good:
            return good
    return set()


def meet(pair, venues, chosen):
    return any(all(actor in venues[venue] or (actor, venue) in chosen for actor in pair) for venue in venues)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_the_repairs_are_those_that_trying_everything_finds(case):
    pairs, venues = case
    cover = fewest(pairs, venues, limit=100)
    assert {frozenset(chosen) for chosen in cover.sets} == by_trying(pairs, venues)
    assert cover.optimal
    assert not cover.more
    assert cover.bound == len(cover.sets[0])


def test_three_who_all_lost_each_other_need_three_memberships_or_two_where_one_already_is():
    triangle = [("a", "b"), ("b", "c"), ("a", "c")]
    assert fewest(triangle, {"v": "a"}).sets == ((("b", "v"), ("c", "v")),)
    assert fewest(triangle, {"v": "x"}).bound == 3


def test_a_repair_that_is_too_large_has_a_bound_all_the_same(monkeypatch):
    monkeypatch.setattr(set_cover, "LARGEST", 3)
    cover = fewest([("a", "b"), ("c", "d")], {"v": "x", "w": "y"})
    assert (cover.sets, cover.optimal, cover.bound, cover.more) == ((), False, 2, True)


def test_pairs_that_meet_already_need_nothing_and_no_venue_can_do_nothing():
    assert fewest([("a", "b")], {"v": "ab"}).sets == ((),)
    assert fewest([("a", "b")], {}).sets == ()


@pytest.mark.parametrize(("limit", "listed", "more"), [(1, 1, True), (3, 3, True), (4, 4, False), (5, 4, False)])
def test_as_many_repairs_are_listed_as_are_asked_for_and_more_are_said_to_be_there(limit, listed, more):
    cover = fewest([("a", "b")], {"v": "a", "w": "b", "x": "a", "y": "b"}, limit=limit)
    assert (len(cover.sets), cover.more, cover.bound) == (listed, more, 1)
    assert list(cover.sets) == sorted(cover.sets)


def test_so_many_ways_to_meet_are_looked_at_and_one_more_is_too_many(monkeypatch):
    pairs, venues = [("a", "b"), ("c", "d")], {"v": "x", "w": "y"}
    monkeypatch.setattr(set_cover, "LARGEST", 4)
    assert fewest(pairs, venues).optimal
    monkeypatch.setattr(set_cover, "LARGEST", 3)
    assert not fewest(pairs, venues).optimal


def test_pairs_given_twice_or_the_other_way_round_are_one():
    assert fewest([("b", "a"), ("a", "b"), ("a", "b")], {"v": "a"}).sets == ((("b", "v"),),)
