"""How apt each node is to have ties, by those that it is known to have and those that others have.

Who is known to have many ties owes some of them to luck in what was found, and so does who is known to have few: what is still to be found
falls on each by an estimate that lies between its own number and the mean (Robbins 1956; Efron & Morris 1975).
"""

from __future__ import annotations

from collections import Counter
from math import exp, lgamma, log, log1p

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
SHAPES = tuple(0.3 * 1.25**step for step in range(24))  # from networks in which a few have nearly all ties to such as are alike: 0.3 to 51
HALVINGS = 40


class Propensities:
    """The propensities of some nodes, whose numbers of ties are negative binomial: Poisson, about means that are gamma distributed.

    Nodes without a tie are not known, so the distribution is one without its zero. The `shape` of the gamma distribution is as likely as
    it makes the numbers of ties; every shape of `SHAPES` was as likely before.
    """

    def __init__(self, counts: NDArray[np.intp]) -> None:
        self.counts = counts
        likely = np.array([_log_likelihood(Counter(counts.tolist()), shape) for shape in SHAPES])
        self.upto = np.cumsum(np.exp(likely - likely.max()))

    def draw(self, chance: np.random.RandomState) -> Numbers:
        """Return propensities that the nodes may have, up to a factor: a shape by its likelihood, then each node's by its ties."""
        shape = SHAPES[int(np.searchsorted(self.upto, chance.random_sample() * self.upto[-1]))]
        return np.asarray(chance.standard_gamma(self.counts + shape), dtype=np.float64)


def _log_likelihood(times: Counter[int], shape: float) -> float:
    """Return the log likelihood of numbers of ties, none of them zero, at the mean that fits them best."""
    nodes, ties = times.total(), sum(count * n for count, n in times.items())
    low, high = 0.0, ties / nodes
    for _ in range(HALVINGS):
        mean = (low + high) / 2
        low, high = (mean, high) if mean / _some(shape, mean) < ties / nodes else (low, mean)
    mean = (low + high) / 2
    found = sum(n * (lgamma(count + shape) - lgamma(shape) - lgamma(count + 1)) for count, n in times.items())
    return found - nodes * shape * log1p(mean / shape) + ties * log(mean / (shape + mean)) - nodes * log(_some(shape, mean))


def _some(shape: float, mean: float) -> float:
    """Return the chance of at least one tie."""
    return 1 - exp(-shape * log1p(mean / shape))
