"""Claims about a good choice found quickly, on tasks small enough to follow item by item."""

from __future__ import annotations

import numpy as np
import pytest

from actormap.analysis.optimise import greedy
from actormap.analysis.optimise.problem import Layer, Limit, Task


def limit(items, least, most):
    return Limit(np.array(list(items), dtype=np.int64), least, most)


def task(items, *layers, least=0, most=None, caps=(), blocks=None):
    most = items if most is None else most
    made = tuple(Layer.of(items, *layer) if isinstance(layer, tuple) else Layer.of(items, layer) for layer in layers)
    return Task(made, tuple(blocks or (limit(range(items), least, most),)), tuple(caps))


def grown(*given, **options):
    found = greedy.grow(task(*given, **options))
    return None if found is None else found.tolist()


def test_what_adds_most_is_taken_first_and_then_what_adds_most_to_that():
    cells = [([0, 1], 1, 3), ([0], 1, 1), ([1], 1, 2), ([2], 1, 2)]
    assert grown(3, cells, most=1) == [1]
    assert grown(3, cells, most=2) == [1, 2]


def test_among_equals_the_first_is_taken():
    assert grown(3, [([0], 1, 1), ([1], 1, 1), ([2], 1, 1)], most=1) == [0]


def test_what_needs_two_counts_half_for_the_first_and_nothing_once_it_is_met():
    cells = [([0, 1, 2], 2, 4), ([3], 1, 1)]
    assert grown(4, cells, most=2) == [0, 1]
    assert grown(4, cells, most=3) == [0, 1, 3]


def test_nobody_comes_who_adds_nothing_unless_a_block_needs_more():
    cells = [([0], 1, 1)]
    assert grown(3, cells) == [0]
    assert grown(3, cells, least=2) == [0, 1]
    assert grown(3, (cells, [0, -2, -1]), least=2) == [0, 2]


def test_a_later_layer_decides_between_equals_and_never_outweighs_an_earlier_one():
    first = [([0], 1, 1), ([1], 1, 1), ([2], 1, 1), ([2], 1, 1)]
    second = [([0], 1, 1), ([1], 1, 100)]
    assert grown(3, first, second, most=1) == [2]
    assert grown(3, first[:3], second, most=1) == [1]


def test_a_cap_that_is_full_lets_nobody_else_in_and_one_that_forbids_all_gives_none():
    cells = [([0], 1, 3), ([1], 1, 2), ([2], 1, 1)]
    assert grown(3, cells, most=2, caps=[limit([0, 1], 0, 1)]) == [0, 2]
    assert grown(2, cells[:2], least=2, caps=[limit([0, 1], 0, 1)]) is None


def test_layers_are_weighed_so_that_one_item_outweighs_all_that_another_adds_later():
    of = task(3, [([0], 1, 1)], [([0], 1, 2), ([0, 1], 1, 3)], ([([2], 1, 4)], [0, -6, 0]))
    assert greedy.weights_of(of, 3).tolist() == [7 * 6, 7, 1]
    assert greedy.weights_of(of, 2).tolist() == [6, 1]
    assert greedy.weights_of(of, 1).tolist() == [1]


def test_each_item_adds_what_it_alone_completes_and_its_gain():
    of = task(3, ([([0, 1], 1, 3), ([1, 2], 2, 5)], [0, 1, -1]))
    assert greedy.added(of, np.array([], dtype=np.int64))[0].tolist() == [3, 3 + 1, -1]
    assert greedy.added(of, np.array([2]))[0].tolist() == [3, 3 + 5 + 1, 5 - 1]


def test_a_choice_is_improved_by_changing_one_for_another_of_its_block():
    cells = [([0], 1, 1), ([1], 1, 2), ([2], 1, 4)]
    assert greedy.improve(task(3, cells, most=1), np.array([0])).tolist() == [2]
    blocks = [limit([0, 1], 1, 1), limit([2], 0, 1)]
    assert greedy.improve(task(3, cells, blocks=blocks), np.array([0])).tolist() == [1]
    assert greedy.improve(task(3, cells, most=1), np.array([2])).tolist() == [2]


@pytest.mark.parametrize(("rounds", "chosen"), [(0, [0, 1]), (1, [1, 3]), (2, [2, 3])])
def test_so_many_changes_are_made_and_no_more(rounds, chosen):
    cells = [([0], 1, 1), ([1], 1, 2), ([2], 1, 4), ([3], 1, 8)]
    assert greedy.improve(task(4, cells, most=2), np.array([0, 1]), rounds=rounds).tolist() == chosen
