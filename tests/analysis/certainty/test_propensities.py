"""Claims about how apt nodes are to have ties."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from actormap.analysis.certainty import propensities
from actormap.analysis.certainty.imputation import seeded
from actormap.analysis.certainty.propensities import SHAPES, Propensities


def mean_draw(counts, times=400):
    chance, of = seeded(1), Propensities(np.array(counts))
    return np.mean([of.draw(chance) for _ in range(times)], axis=0)


@pytest.mark.parametrize("shape", [0.5, 3.0, 40.0])
def test_the_likelihood_is_that_of_scipys_negative_binomial_without_its_zero_at_its_best_mean(shape):
    counts = [1, 1, 1, 2, 2, 3, 5, 9]
    means = np.linspace(0.01, 6, 1200)[:, np.newaxis]
    of = stats.nbinom(shape, shape / (shape + means))
    best = (of.logpmf(counts) - np.log1p(-of.pmf(0))).sum(axis=1).max()
    told = propensities._log_likelihood(propensities.Counter(counts), shape)
    assert told == pytest.approx(best, abs=1e-3)


def test_where_all_have_nearly_as_many_ties_the_next_one_may_be_anybodys():
    """Of numbers that differ no more than by chance the first owes its place to luck."""
    even = np.random.RandomState(3).poisson(6, 60).clip(1)
    found = mean_draw(even)
    assert found[even.argmax()] / found[even.argmin()] < 0.5 * even.max() / even.min()


def test_where_a_few_have_nearly_all_ties_the_next_one_goes_by_what_is_known():
    few = [1] * 40 + [2] * 10 + [60, 80]
    found = mean_draw(few)
    assert found[-1] / found[0] > 20


def test_one_who_is_alone_and_those_who_have_one_tie_each_have_propensities():
    assert mean_draw([7]).shape == (1,)
    assert np.all(mean_draw([1, 1, 1]) > 0)
    assert len(SHAPES) == 24
