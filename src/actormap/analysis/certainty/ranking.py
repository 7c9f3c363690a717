"""Who is central: the nodes of a view ranked by one or more measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar, NotRequired, cast

from actormap.analysis.centrality import measures, structural_holes
from actormap.analysis.result import Context, NodeRow, Record, Result, described
from actormap.graph.attributes import SIDE, SIDE_ORDER
from actormap.graph.views import View
from actormap.model.ordering import alphabetical

if TYPE_CHECKING:
    from actormap.analysis.certainty.estimate import Certainty, CertaintyRow

CERTAINTY = ("rank", "rank_low", "rank_high", "place", "may_be", "p_top")
TOP = 3
DECIMALS_THAT_COUNT = 10  # sums of floats in another order differ in the sixteenth; equal scores must stay equal ranks


class RankingRow(NodeRow):
    """A row of `Ranking`."""

    side: str
    rank: NotRequired[float]
    rank_low: NotRequired[float | None]
    rank_high: NotRequired[float | None]
    place: NotRequired[str]
    may_be: NotRequired[str | None]
    p_top: NotRequired[float | None]


@dataclass(frozen=True)
class Ranking(Result[RankingRow]):
    """Nodes in falling order of the first measure, actors before venues; equal scores are in order of name.

    A row has id, name, kind, side, and one number under each measure's own name. Where it is None, `reasons` holds the reason's key, by
    measure and id. With certainty a row also has `rank`, `rank_low`, `rank_high`, `place`, `may_be` and `p_top` of the first measure, and
    `certainty` says all there is to say of it; the figures say of each node whom it cannot be told apart from, and its rank without what is
    only implied.
    """

    name: ClassVar[str] = "centrality"
    by_strength: ClassVar[bool] = True
    for_programs: ClassVar[tuple[str, ...]] = ("rank", "rank_low", "rank_high")

    reasons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    contacts: Mapping[str, str] = field(default_factory=dict, repr=False)
    certainty: Certainty | None = field(default=None, repr=False)

    @staticmethod
    def score(row: Mapping[str, Any], measure: str) -> Any:
        """Return what a row has by a measure: a number, or None where it is not defined."""
        return row[measure]

    def figures(self) -> Mapping[str, Any]:
        """Return for each row's node the ids it cannot be told apart from, and its rank when only what is stated counts."""
        if self.certainty is None:
            return {}
        ids = {row["id"] for row in self.rows}
        sure = [row for row in self.certainty.rows if row["id"] in ids]
        return {"alike": {row["id"]: row["alike"] for row in sure}, "stated_rank": {row["id"]: row["stated_rank"] for row in sure}}


def rank(
    view: View, by: str | Sequence[str] = "degree", *, normalised: bool = True, top: int | None = None, by_kind: bool = False
) -> Ranking:
    """Return the nodes of a view ranked by the first of some measures, actors and venues apart, with `by_kind` each kind apart.

    `top` keeps so many of each side (or kind), and all who tie with the last of them.
    Scores are those of `measures`, normalised unless asked not to be. Every measure stands with its highest number first; a high constraint
    is the mark of somebody whose contacts know each other.
    Raises `UnknownName` for a measure that does not exist.
    """
    chosen = [measures.measure(name) for name in ([by] if isinstance(by, str) else by)]
    scores = {measure.name: measure.score(view, normalised) for measure in chosen}
    rows: list[Record] = [
        {**described(view, node), "side": side, **{name: values[node] for name, values in scores.items()}}
        for node, side in view.graph.nodes(data=SIDE)
    ]
    first = chosen[0].name
    apart = ("side", "kind") if by_kind else ("side",)
    rows.sort(key=lambda row: (_place(row, apart), -_comparable(row[first]), alphabetical(row["name"]), row["id"]))
    if top is not None:
        rows = _best(rows, first, top, apart)
    context = Context.of(view, measures=[measure.name for measure in chosen], normalised=normalised, top=top, by_kind=by_kind)
    reasons = {name: {row["id"]: values.reasons[row["id"]] for row in rows if row[name] is None} for name, values in scores.items()}
    undefined = {name: ", ".join(sorted(set(found.values()))) for name, found in reasons.items() if found}
    contacts = structural_holes.cases(view) if any(measure.of_contacts for measure in chosen) else {}
    return Ranking(context, tuple(cast("list[RankingRow]", rows)), undefined=undefined, reasons=reasons, contacts=contacts)


def rank_with_certainty(
    view: View,
    by: str | Sequence[str] = "degree",
    *,
    normalised: bool = True,
    top: int | None = None,
    by_kind: bool = False,
    k: int = TOP,
    **options: Any,
) -> Ranking:
    """Return the same ranking as `rank`, with the certainty of its first measure.

    `k` is that of `p_top`, the chance to be among the first k, however many rows `top` keeps. `options` are those of `certainty.estimate`:
    resamples, share, drop, seed, budget, progress, clock.
    """
    ranking = rank(view, by, normalised=normalised, top=top, by_kind=by_kind)
    first = ranking.context.parameters["measures"][0]
    from actormap.analysis.certainty.estimate import estimate

    sure = estimate(view, first, top=k, normalised=normalised, **options)
    known = {row["id"]: row for row in sure.rows}
    rows = tuple(_with_certainty(row, known[row["id"]]) for row in ranking.rows)
    told = {name: value for name, value in sure.context.parameters.items() if name not in ranking.context.parameters}
    context = replace(ranking.context, parameters={**ranking.context.parameters, **told, "top_of": k})
    undefined = {**ranking.undefined, **{name: why for name, why in sure.undefined.items() if name in CERTAINTY}}
    return replace(ranking, context=context, rows=rows, undefined=undefined, certainty=sure)


def _with_certainty(row: RankingRow, sure: CertaintyRow) -> RankingRow:
    return row | {
        "rank": sure["rank"],
        "rank_low": sure["rank_low"],
        "rank_high": sure["rank_high"],
        "place": sure["place"],
        "may_be": sure["may_be"],
        "p_top": sure["p_top"],
    }


def _comparable(value: float | None) -> float:
    return float("-inf") if value is None else round(value, DECIMALS_THAT_COUNT)


def _place(row: Record, apart: Sequence[str]) -> tuple[Any, ...]:
    return SIDE_ORDER.get(row["side"], 2), *(row[name] for name in apart)


def _best(rows: list[Record], measure: str, top: int, apart: Sequence[str]) -> list[Record]:
    kept: list[Record] = []
    for place in dict.fromkeys(_place(row, apart) for row in rows):
        together = [row for row in rows if _place(row, apart) == place]
        last = _comparable(together[min(top, len(together)) - 1][measure])
        kept += [row for row in together if _comparable(row[measure]) >= last]
    return kept
