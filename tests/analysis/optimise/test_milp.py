"""Claims about the choice as an integer program, where there is nothing to choose from, no time, or nothing that is allowed."""

from __future__ import annotations

import math

import numpy as np
import pytest

from actormap.analysis.optimise.milp import any_choice, best
from actormap.analysis.optimise.problem import Layer, Limit, Task

NOBODY = np.zeros(0, dtype=np.int64)


def task(items, least, most, *elements):
    return Task((Layer.of(items, elements), Layer.of(items)), (Limit(np.arange(items), least, most),))


@pytest.mark.parametrize(
    ("floors", "other_than", "possible"),
    [((), (), True), ((0, 0), (), True), ((0, 1), (), False), ((1, 0), (), False), ((), (NOBODY,), False)],
)
def test_of_nothing_only_nothing_can_be_chosen_and_that_reaches_no_floor(floors, other_than, possible):
    found = best(task(0, 0, 0), 0, floors, other_than=other_than)
    assert (found.chosen is not None, found.possible) == (possible, possible)
    assert found.bound == (0 if possible else -math.inf)


def test_the_best_choice_is_told_with_a_bound_that_it_meets():
    found = best(task(3, 1, 1, ([0], 1, 2), ([1, 2], 1, 3)), 0, ())
    assert (found.chosen.tolist() in ([1], [2]), found.bound, found.possible) == (True, 3, True)


def test_a_choice_that_was_found_is_left_out_when_another_is_asked_for():
    of = task(2, 1, 2, ([0], 1, 2), ([1], 1, 1))
    assert best(of, 0, ()).chosen.tolist() == [0, 1]
    assert best(of, 0, (), other_than=[np.array([0, 1])]).chosen.tolist() == [0]


def test_a_floor_that_nothing_reaches_is_impossible_and_one_that_is_just_reached_is_not():
    of = task(2, 1, 1, ([0], 1, 2))
    assert best(of, 1, (2,)).chosen.tolist() == [0]
    assert not best(of, 1, (3,)).possible


def test_any_choice_keeps_to_the_limits():
    assert len(any_choice(task(3, 2, 2))) == 2
    assert any_choice(task(3, 4, 4)) is None
