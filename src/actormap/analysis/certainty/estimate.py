"""How sure a ranking is: per node the interval of its rank, the chance that it is among the top, and whom it cannot be told apart from.

Stakeholder data is incomplete, and a rank may rest on a single sentence. Ranks by betweenness are the most fragile when statements are
missing, those by degree and closeness more robust (Borgatti, Carley & Krackhardt 2006; Smith & Moody 2013).
`benchmarks/calibration.py` measures how often the intervals hold the true rank.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from actormap.analysis import evidence
from actormap.analysis.centrality import measures, ranks
from actormap.analysis.certainty import resamples
from actormap.analysis.certainty.resamples import Progress, Resampled, Resamples
from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.graph.attributes import ACTOR, SIDE, SIDE_ORDER
from actormap.graph.views import View
from actormap.model.ordering import alphabetical

Numbers = NDArray[np.float64]
NO_RESAMPLE = "no_resample"
NOTHING_STATED = "nothing_stated"
MANY = 1000  # of one side: beyond it the ids of those who cannot be told apart would outgrow everything else; ask `alike` for one


class CertaintyRow(NodeRow):
    """A row of `Certainty`."""

    side: str
    score: float | None
    rank: float
    rank_low: float | None
    rank_high: float | None
    p_top: float | None
    implied: float | None
    stated_rank: float | None
    place: str
    may_be: str | None
    stated_place: str | None
    alike: list[str] | None


@dataclass(frozen=True)
class Certainty(Result[CertaintyRow]):
    """Nodes in order of rank, actors before venues, each side ranked by itself.

    A row has id, name, kind, side, `score`, `rank` (equal scores share the average of their places), `rank_low` and `rank_high` (see
    `ranks.interval`), `p_top` (the chance to be among the `top`: how much of these places it has on the mean, see `ranks.among`, when
    what may be missing is added again and again, see `imputation`), `implied` (the share of the statements under its ties that are only
    implied), `stated_rank` (its rank when only what is stated counts, what is lifted staying lifted; None when nothing stated ties it),
    `place`, `may_be` and `stated_place` (rank, interval and stated rank as whole places, which those who are equal share: `2–5`) and
    `alike` (the ids it cannot be told apart from: their intervals overlap).
    """

    name: ClassVar[str] = "certainty"
    by_strength: ClassVar[bool] = True
    header: ClassVar[tuple[str, ...]] = tuple(CertaintyRow.__annotations__)

    measure: str = ""
    done: int = 0

    def of(self, node_id: str) -> CertaintyRow:
        """Return the row of a node; raise `KeyError` if the view has none of this id."""
        return self._by_id()[node_id].copy()

    def alike(self, node_id: str) -> tuple[str, ...]:
        """Return whom a node cannot be told apart from: those of its side whose intervals overlap its own, in order of rank."""
        own = self._by_id()[node_id]
        return tuple(row["id"] for row in self.rows if row["side"] == own["side"] and row is not own and _overlap(row, own))

    def doubt(self, side: str = ACTOR) -> float:
        """Return the doubt about who is among the top of a side: the sum of p (1 - p), 0 when every resample has the same ones there."""
        chances = (row["p_top"] for row in self.rows if row["side"] == side and row["p_top"] is not None)
        return float(sum(chance * (1 - chance) for chance in chances))

    def _by_id(self) -> Mapping[str, CertaintyRow]:
        return {row["id"]: row for row in self.rows}


def estimate(
    view: View,
    measure: str = "degree",
    *,
    top: int = 3,
    resamples: int = 500,
    share: float = 0.1,
    drop: str = "statements",
    seed: int = 7,
    normalised: bool = True,
    budget: float | None = 10.0,
    progress: Progress | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Certainty:
    """Return how sure the ranking of a view by a measure is.

    `resamples` and `budget` (seconds) bound the work, `done` says how many resamples were made; `drop` is `statements` (groups of them) or
    `actors` (as if they had not answered). No resamples (0) give the ranks alone. The same seed gives the same result unless the budget
    ended it. If not even one resample could be made, intervals and chances are None. `progress` is called with the number done and the
    number to do.
    Raises `UnknownName` for a measure or a way of dropping, `UsageError` for a share outside 0 to 1.
    """
    return estimate_all(
        view,
        [measure],
        top=top,
        resamples=resamples,
        share=share,
        drop=drop,
        seed=seed,
        normalised=normalised,
        budget=budget,
        progress=progress,
        clock=clock,
    )[measures.measure(measure).name]


def estimate_all(view: View, by: list[str], *, top: int = 3, normalised: bool = True, **options: Any) -> Mapping[str, Certainty]:
    """Return the certainty of several measures over the same resamples, each under its name; `options` are those of `estimate`."""
    sampled = resamples.take(view, by, normalised=normalised, **options)
    told = {"top": top, "normalised": normalised, "share": options.get("share", 0.1), "seed": options.get("seed", 7)}
    carried = evidence.support(view)
    return {name: _certainty(view, found, sampled, carried, told) for name, found in sampled.by_measure.items()}


def _certainty(
    view: View, found: Resampled, sampled: Resamples, carried: Mapping[str, evidence.Support], told: Mapping[str, Any]
) -> Certainty:
    sides = np.array([view.graph.nodes[node][SIDE] for node in found.nodes])
    low, high = np.full(len(sides), np.nan), np.full(len(sides), np.nan)
    for side in dict.fromkeys(sides.tolist()):
        of_side = sides == side
        low[of_side], high[of_side] = found.interval(of_side)
    chances = found.chances(told["top"])
    place_of, stated_of = [""] * len(sides), [""] * len(sides)
    for side in dict.fromkeys(sides.tolist()):
        own = np.flatnonzero(sides == side)
        for told_of, averages in ((place_of, found.observed), (stated_of, found.stated)):
            for node, place in zip(own.tolist(), ranks.whole(averages[own]), strict=True):
                told_of[node] = place
    rows: list[CertaintyRow] = [
        {
            **described(view, node),
            "side": str(sides[place]),
            "score": found.scores[node],
            "rank": float(found.observed[place]),
            "rank_low": _known(low[place]),
            "rank_high": _known(high[place]),
            "p_top": _known(chances[place]),
            "implied": _share(carried[node]),
            "stated_rank": _known(found.stated[place]),
            "place": place_of[place],
            "may_be": None if np.isnan(low[place]) else ranks.within(place_of[place], low[place], high[place]),
            "stated_place": stated_of[place] or None,
            "alike": None,
        }
        for place, node in enumerate(found.nodes)
    ]
    rows.sort(key=lambda row: (SIDE_ORDER.get(row["side"], 2), row["rank"], alphabetical(row["name"]), row["id"]))
    for side in dict.fromkeys(row["side"] for row in rows):
        _tell_apart([row for row in rows if row["side"] == side])
    done = {"resamples": sampled.requested, "done": sampled.done, "exhaustive": sampled.exhaustive, "drop": sampled.drop}
    pieces = {"groups" if sampled.drop == "statements" else "answering": sampled.pieces, "left_out_each_time": sampled.left_out}
    context = Context.of(view, measure=found.measure, **told, **done, **pieces)
    return Certainty(context, tuple(rows), undefined=_undefined(rows), measure=found.measure, done=sampled.done)


def _tell_apart(rows: list[CertaintyRow]) -> None:
    if len(rows) > MANY:
        return
    for row in rows:
        if row["rank_low"] is not None:
            row["alike"] = [other["id"] for other in rows if other is not row and _overlap(row, other)]


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one["rank_low"] is None or other["rank_low"] is None:
        return True
    return bool(one["rank_low"] <= other["rank_high"] and other["rank_low"] <= one["rank_high"])


def _undefined(rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    found = {name: NO_RESAMPLE for name in ("rank_low", "rank_high", "may_be", "p_top") if any(row[name] is None for row in rows)}
    if any(row["stated_rank"] is None for row in rows):
        found["stated_rank"] = NOTHING_STATED
    return found


def _share(support: evidence.Support) -> float | None:
    return support.implied / support.statements if support.statements else None


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
