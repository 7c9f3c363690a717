"""Claims about what chance alone would give, on cases that can be counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from actormap.analysis.factors import chance


def test_two_of_two_drawn_are_marked_as_often_as_the_pairs_of_marked_ones():
    assert chance.at_least(2, 2, 3, 5) == pytest.approx(3 / 10)
    assert chance.at_least(0, 2, 3, 5) == 1
    assert chance.at_least(1, 1, 0, 5) == 0


def test_the_sum_of_two_unequal_chances_is_counted_out():
    assert chance.sum_at_least(1, (0.5, 0.2)) == pytest.approx(1 - 0.5 * 0.8)
    assert chance.sum_at_least(2, (0.5, 0.2)) == pytest.approx(0.1)
    assert chance.sum_at_least(0, (0.5,)) == 1


def test_the_network_of_chance_has_the_degrees_of_the_one_that_is_found():
    found = np.array([[1, 1, 0, 0], [1, 0, 1, 0], [1, 0, 0, 0], [1, 1, 1, 0]], dtype=bool)
    chances = chance.with_degrees(found)
    assert chances.sum(0) == pytest.approx(found.sum(0), abs=1e-6)
    assert chances.sum(1) == pytest.approx(found.sum(1), abs=1e-6)
    assert (chances[:, 0] == 1).all()
    assert (chances[:, 3] == 0).all()


def test_of_two_equal_rows_and_columns_every_cell_is_as_likely():
    assert chance.with_degrees(np.array([[True, False], [False, True]])) == pytest.approx(np.full((2, 2), 0.5))


def test_a_finding_that_would_stand_alone_falls_among_many():
    assert chance.discoveries([0.04], 0.05) == {0}
    assert chance.discoveries([0.04, 0.5, 0.9], 0.05) == frozenset()
    assert chance.discoveries([0.03, 0.001, 0.9], 0.05) == {0, 1}
    assert chance.discoveries([], 0.05) == frozenset()
