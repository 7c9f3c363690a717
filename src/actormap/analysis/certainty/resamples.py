"""What a ranking might have been: the same view with some of its statements, or some of its actors, left out again and again.

Beside each of these stands one to which is added what may be missing (`imputation`), as if what is known were what is left of that.

A node that loses all its ties stays in the ranking and comes last, so every resample ranks the same nodes. An actor that is itself left out
(`drop="actors"`, as if it had not answered) has no rank in that resample; the ranks of the others are stretched over the full number, since
each of them has as many better ones among those left out as among those asked.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

import numpy as np
from numpy.typing import NDArray

from actormap.analysis.centrality import measures, ranks
from actormap.analysis.certainty.imputation import Imagined, Imputation, seeded
from actormap.analysis.certainty.rescoring import Rescorer
from actormap.analysis.certainty.statements import Statements
from actormap.errors import UnknownName, UsageError
from actormap.graph.attributes import ACTOR, SIDE
from actormap.graph.views import View
from actormap.model.choices import DROPS

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
ADDED = 200  # networks with what may be missing, at most: they tell a chance to a few hundredths
Progress = Callable[[int, int], None]
Ranked = Mapping[str, tuple[Numbers, Numbers]]


@dataclass(frozen=True)
class Resampled:
    """One measure over the resamples: a row a resample, a column a node.

    `scores` are those of the view itself, `observed` the average ranks by them, each side of the view by itself, and `ahead` how many of
    its side rank strictly better; `ranks` and `better` are the same in the resamples, NaN where the node was left out. `stated` are the
    average ranks when only stated statements count, NaN for a node that no stated one ties. `whole` are the ranks and how many are better,
    two tables like `ranks` and `better`, with what may be missing added. `twins` numbers the nodes so that those whose ties go to the same
    have one number.
    """

    measure: str
    nodes: tuple[str, ...]
    scores: Mapping[str, float | None]
    observed: Numbers
    ahead: Numbers
    stated: Numbers
    ranks: Numbers
    better: Numbers
    whole: tuple[Numbers, Numbers]
    twins: NDArray[np.intp]

    def chances(self, first: int) -> Numbers:
        """Return how much of the `first` places each node has on the mean with what may be missing added; NaN if that was never done.

        Twins have the mean of theirs: nothing but the lot tells them apart.
        """
        among = ranks.among(*self.whole, first)
        if not len(among):
            return np.full(among.shape[1], np.nan)
        share = among.mean(axis=0)
        return np.asarray((np.bincount(self.twins, share) / np.maximum(np.bincount(self.twins), 1))[self.twins], dtype=np.float64)

    def interval(self, side: Flags) -> tuple[Numbers, Numbers]:
        """Return the lowest and highest rank of the intervals of one side's nodes, by `ranks.interval`.

        A measure of few levels ties half a network in one rank, and another level may appear once more is known, which no loss of
        statements shows. There the interval reaches over all the places of the tie.
        """
        observed = self.observed[side]
        low, high = ranks.interval(observed, self.ranks[:, side], int(side.sum()))
        if not measures.measure(self.measure).few_levels:
            return low, high
        first = self.ahead[side] + 1
        return np.minimum(low, first), np.maximum(high, 2 * observed - first)


@dataclass(frozen=True)
class Resamples:
    """What was done: how many resamples of those asked for, how many pieces each left out of how many, and each measure's ranks.

    `exhaustive` says that every way of leaving out so many was taken once: then the numbers are exact, and the seed has no part in them.
    """

    drop: str
    requested: int
    done: int
    exhaustive: bool
    pieces: int
    left_out: int
    by_measure: Mapping[str, Resampled]

    @property
    def ended_early(self) -> bool:
        """Return whether the time budget ended it."""
        return self.done < self.requested and not self.exhaustive


def take(
    view: View,
    names: Sequence[str],
    *,
    drop: str = "statements",
    share: float = 0.1,
    resamples: int = 500,
    seed: int = 7,
    normalised: bool = True,
    budget: float | None = 10.0,
    progress: Progress | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Resamples:
    """Return the ranks of a view's nodes by some measures, over resamples that each leave out a share of its statement groups or actors.

    `budget` is in seconds and looked at between resamples, and for measures of paths also within one; None is no limit. The first
    resample is always begun. `progress` is told how many are done and how many there will be.
    Raises `UnknownName` for a measure or a way of dropping, `UsageError` for a share outside 0 to 1 or a negative number of resamples.
    """
    if drop not in DROPS:
        raise UnknownName("way of leaving out", drop, DROPS)
    chosen = [measures.measure(name).name for name in names]
    directed = any(measures.measure(name).directed for name in chosen)
    statements = Statements.of(view, directed=directed)
    rescorer = Rescorer(view, statements.nodes, statements.ties, chosen, normalised=normalised)
    ranking = ResampleRanking(view, rescorer)
    pieces = statements.groups if drop == "statements" else len(view.actors)
    plan = Plan.of(pieces, share, resamples, seed)
    scores = {name: measures.measure(name).score(view, normalised) for name in chosen}
    everything, firm = np.ones(len(statements.ties), dtype=bool), statements.carried_by(statements.firm)
    observed = ranking.ranks({name: rescorer.as_array(values) for name, values in scores.items()}, rescorer.tied(everything))
    stated, tied = observed if firm.all() else ranking.of(firm) or {}, rescorer.tied(firm)
    imputation, chance = Imputation.of(view, statements, share, directed=directed), seeded(seed)
    started = clock()

    def out_of_time() -> bool:
        return budget is not None and clock() - started > budget

    def left(lost: tuple[int, ...]) -> Ranked | None:
        if drop == "statements":
            return ranking.of(statements.without(lost), out_of_time)
        return ranking.of(np.all(~np.isin(rescorer.ends, lost), axis=1), out_of_time, absent=lost)

    def more() -> Ranked | None:
        return _imagined(view, imputation.draw(chance), chosen, normalised, out_of_time)

    rows, whole = _trials(plan, left, more, min(resamples, ADDED), out_of_time, progress)
    shown = statements.nodes[: rescorer.shown]
    twins = statements.twins()[: rescorer.shown] if not view.weighted else np.arange(rescorer.shown)
    return Resamples(
        drop,
        resamples,
        len(rows),
        plan.exhaustive,
        pieces,
        plan.size,
        {
            name: Resampled(
                name,
                shown,
                scores[name],
                *observed[name],
                np.where(tied, stated[name][0], np.nan),
                *_tables(rows, name, len(shown)),
                _tables(whole, name, len(shown)),
                twins,
            )
            for name in chosen
        },
    )


def _trials(
    plan: Plan,
    left: Callable[[tuple[int, ...]], Ranked | None],
    more: Callable[[], Ranked | None],
    added: int,
    out_of_time: Callable[[], bool],
    progress: Progress | None,
) -> tuple[list[Ranked], list[Ranked]]:
    """Return the ranks with something left out and those with something added, by turns until both are done or time is."""
    rows: list[Ranked] = []
    whole: list[Ranked] = []
    draws, most = plan.draws(), max(plan.count, added) if plan.count else 0

    def one_less() -> Ranked | None:
        return left(next(draws))

    for turn in range(most):
        if turn and out_of_time():
            break
        for kept, due, one in ((rows, turn < plan.count, one_less), (whole, turn < added, more)):
            found = one() if due else None
            if due and found is None:
                return rows, whole
            kept.extend([found] if found else [])
        if progress:
            progress(turn + 1, most)
    return rows, whole


def _tables(rows: Sequence[Ranked], name: str, nodes: int) -> tuple[Numbers, Numbers]:
    ranked, better = (np.array([row[name][which] for row in rows]).reshape(len(rows), nodes) for which in (0, 1))
    return ranked, better


def _imagined(view: View, of: Imagined, names: Sequence[str], normalised: bool, out_of_time: Callable[[], bool]) -> Ranked | None:
    """Return the ranks of the known nodes in a network as it may be, among themselves."""
    rescorer = Rescorer(view, of.nodes, of.ties, names, normalised=normalised, actors=of.actors, patterns=of.patterns)
    return ResampleRanking(view, rescorer).of(np.ones(len(of.ties), dtype=bool), out_of_time)


@dataclass(frozen=True, slots=True)
class Plan:
    """Which pieces each resample leaves out: `size` of `pieces`, `count` times.

    When there are no more ways to choose than resamples asked for, each way is taken once (`exhaustive`); otherwise they are drawn.
    """

    pieces: int
    size: int
    count: int
    exhaustive: bool
    seed: int

    @classmethod
    def of(cls, pieces: int, share: float, resamples: int, seed: int) -> Plan:
        """Return the plan that leaves out a share of the pieces, rounded, at least one; without a piece there is nothing to do."""
        if not 0 < share < 1:
            raise UsageError(f"A share of {share:g} cannot be left out.", hint="Give a number between 0 and 1, such as 0.1.")
        if resamples < 0:
            raise UsageError(f"{resamples} resamples cannot be made.", hint="Ask for at least one, or for none with 0.")
        size = min(max(pieces - 1, 1), max(1, round(share * pieces))) if pieces else 0
        # The number of ways is only counted as long as it can matter: for a million pieces it has too many digits to write.
        few = pieces <= resamples or size == 0
        ways = math.comb(pieces, size) if few else resamples + 1
        exhaustive = ways <= resamples
        return cls(pieces, size, (ways if size else 0) if exhaustive else resamples, exhaustive, seed)

    def draws(self) -> Iterator[tuple[int, ...]]:
        """Yield what each resample leaves out."""
        if self.exhaustive:
            yield from islice(combinations(range(self.pieces), self.size), self.count)
            return
        # Python promises that a seed gives the same sample in every version, which numpy's generators do not.
        chance = random.Random(self.seed)  # noqa: S311  (a resample is no secret)
        for _ in range(self.count):
            yield tuple(sorted(chance.sample(range(self.pieces), self.size)))


class ResampleRanking:
    """Ranks the nodes of a view, each side by itself, on any part of its ties; those that are imagined have no rank."""

    def __init__(self, view: View, rescorer: Rescorer) -> None:
        self.rescorer = rescorer
        known = view.graph.nodes
        self.shown = np.array([place for place, node in enumerate(rescorer.nodes[: rescorer.shown]) if node in known], dtype=np.intp)
        sides = np.array([known[rescorer.nodes[place]][SIDE] for place in self.shown])
        self.sides = [np.flatnonzero(sides == side) for side in dict.fromkeys(sides.tolist())]
        self.actors = np.flatnonzero(sides == ACTOR)

    def of(self, alive: Flags, out_of_time: Callable[[], bool] = lambda: False, *, absent: Sequence[int] = ()) -> Ranked | None:
        """Return by measure the average rank of each node and how many of its side are strictly better; None if time ran out.

        `absent` are actors, by place, that are not to be ranked: they get NaN, and the others' ranks are stretched over all of their side.
        """
        found = self.rescorer.scores(alive, out_of_time)
        if found is None:
            return None
        scores, tied = found
        return self.ranks({name: values[self.shown] for name, values in scores.items()}, tied[self.shown], absent)

    def ranks(self, scores: Mapping[str, Numbers], tied: Flags, absent: Sequence[int] = ()) -> Ranked:
        """Return the same for scores already counted, in the order of the view's nodes."""
        return {name: self._places(values, tied, absent) for name, values in scores.items()}

    def _places(self, scores: Numbers, tied: Flags, absent: Sequence[int]) -> tuple[Numbers, Numbers]:
        average, better = np.full(len(scores), np.nan), np.full(len(scores), np.nan)
        for side in self.sides:
            there = np.setdiff1d(side, absent) if absent else side
            stretch = (len(side) - 1) / (len(there) - 1) if len(there) > 1 else 1.0
            rank, above = ranks.places(scores[there], tied[there])
            average[there] = 1 + (rank - 1) * stretch
            better[there] = above * stretch
        return average, better
