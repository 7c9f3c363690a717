"""Claims about choosing what covers most, on tasks small enough to check by hand."""

from __future__ import annotations

import numpy as np
import pytest

from actormap.analysis.optimise.greedy import weights_of
from actormap.analysis.optimise.lagrange import relax
from actormap.analysis.optimise.problem import Layer, Limit, Task
from actormap.analysis.optimise.solver import choose

WAYS = (0, 20_000)  # by bound and integer program, and by looking at every choice


def task(items, *layers, seats, caps=()):
    made = [Layer.of(items, each) for each in layers]
    return Task(tuple(made), (limit(range(items), seats, seats),), tuple(caps))


def limit(items, least, most):
    return Limit(np.array(list(items), dtype=np.int64), least, most)


@pytest.mark.parametrize("look_at", WAYS)
def test_two_that_share_nothing_cover_more_than_the_two_largest(look_at):
    cells = [([0, 1], 1, 1), ([0, 1], 1, 1), ([0, 1], 1, 1), ([2], 1, 1), ([2], 1, 1)]
    found = choose(task(3, cells, seats=2), look_at=look_at)
    assert found.sets == ((0, 2), (1, 2))
    assert (found.values, found.bounds, found.more) == ((5,), (5,), False)


@pytest.mark.parametrize("look_at", WAYS)
def test_a_cell_that_needs_two_is_covered_by_two_or_not_at_all(look_at):
    found = choose(task(3, [([0, 1], 2, 5), ([2], 1, 4)], seats=2), look_at=look_at)
    assert (found.sets, found.values) == (((0, 1),), (5,))


@pytest.mark.parametrize("look_at", WAYS)
def test_a_later_layer_only_decides_between_equals(look_at):
    first, second = [([0], 1, 1), ([1], 1, 1)], [([1], 1, 1), ([2], 1, 100)]
    found = choose(task(3, first, second, seats=1), look_at=look_at)
    assert (found.sets, found.values) == (((1,),), (1, 1))


@pytest.mark.parametrize("look_at", WAYS)
def test_a_cap_keeps_two_of_one_kind_apart(look_at):
    cells = [([0], 1, 3), ([1], 1, 3), ([2], 1, 1)]
    found = choose(task(3, cells, seats=2, caps=[limit([0, 1], 0, 1)]), look_at=look_at)
    assert (found.sets, found.values) == (((0, 2), (1, 2)), (4,))


@pytest.mark.parametrize("look_at", WAYS)
def test_limits_that_allow_no_choice_give_none(look_at):
    assert choose(task(2, [([0], 1, 1)], seats=2, caps=[limit([0, 1], 0, 1)]), look_at=look_at) is None


@pytest.mark.parametrize("look_at", WAYS)
def test_more_equal_choices_than_are_listed_is_said(look_at):
    found = choose(task(6, [(range(6), 1, 1)], seats=1), listed=4, look_at=look_at)
    assert (len(found.sets), found.more, found.optimal) == (4, True, True)


def test_without_time_for_a_proof_the_gap_is_told():
    # Triples of nine items that overlap evenly: the bound alone does not meet what is found.
    chance = np.random.default_rng(1)
    cells = [(sorted(chance.choice(30, 4, replace=False).tolist()), 2, 1) for _ in range(60)]
    late = iter([0.0, *[1e9] * 1000])
    found = choose(task(30, cells, seats=6), look_at=0, seconds=0.001, clock=lambda: next(late))
    assert len(found.sets) == 1
    assert found.more
    assert found.bounds[0] >= found.values[0]
    assert not found.optimal
    assert found.optimal == (found.bounds[0] == found.values[0])


def test_no_choice_exceeds_the_bound():
    cells = [([0, 1], 1, 2), ([1, 2], 1, 3), ([0, 2, 3], 2, 4)]
    of = task(4, cells, seats=2)
    bound = relax(of, (), weights_of(of, 1)[:-1], 0.0, lambda chosen: float(of.values(chosen)[0])).bound
    assert bound >= max(of.values(np.array(pair))[0] for pair in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])


def relaxed(of, value):
    return relax(of, (), weights_of(of, 1)[:-1], value, lambda chosen: float(of.values(chosen)[0]))


def test_where_nothing_overlaps_the_bound_is_what_is_reached_and_settles_everybody():
    found = relaxed(task(3, [([0], 1, 3), ([1], 1, 2), ([2], 1, 1)], seats=1), 3.0)
    assert found.bound == pytest.approx(3)
    assert found.sure(3).tolist() == [True, False, False]
    assert found.ruled_out(3).tolist() == [False, True, True]


def test_who_costs_more_than_it_covers_raises_no_bound():
    layer = Layer.of(3, [([0], 1, 3), ([1], 1, 1)], gain=[-1, -2, -1])
    assert relaxed(Task((layer,), (limit(range(3), 0, 3),)), 2.0).bound == pytest.approx(2)


def test_a_bound_on_two_that_share_nothing_is_below_what_three_would_cover():
    cells = [([0, 1], 1, 1), ([0, 1], 1, 1), ([0, 1], 1, 1), ([2], 1, 1), ([3], 1, 1)]
    assert relaxed(task(4, cells, seats=2), 4.0).bound < 4.5
