"""Who is central: the nodes of a view ranked by one or more measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from actormap.analysis import measures
from actormap.analysis.result import Context, Record, Result, alphabetical, described
from actormap.graph import ACTOR, SIDE, VENUE, View

SIDE_ORDER = {ACTOR: 0, VENUE: 1}
DECIMALS_THAT_COUNT = 10  # sums of floats in another order differ in the sixteenth; equal scores must stay equal ranks


@dataclass(frozen=True)
class Ranking(Result):
    """Nodes in falling order of the first measure, actors before venues; equal scores are in order of name.

    A row has id, name, kind, side, and one number under each measure's own name.
    """

    name: ClassVar[str] = "centrality"


def rank(view: View, by: str | Sequence[str] = "degree", *, normalised: bool = True, top: int | None = None) -> Ranking:
    """Return the nodes of a view ranked by the first of some measures, actors and venues apart.

    `top` keeps so many of each side, and all who tie with the last of them.
    Scores are those of `measures`, normalised unless asked not to be.
    Raises `UnknownName` for a measure that does not exist.
    """
    chosen = [measures.measure(name) for name in ([by] if isinstance(by, str) else by)]
    scores = {measure.name: measure.score(view, normalised) for measure in chosen}
    rows = [
        described(view, node) | {"side": side} | {name: values[node] for name, values in scores.items()}
        for node, side in view.graph.nodes(data=SIDE)
    ]
    first = chosen[0].name
    rows.sort(key=lambda row: (SIDE_ORDER.get(row["side"], 2), -_comparable(row[first]), alphabetical(row["name"]), row["id"]))
    if top is not None:
        rows = _best(rows, first, top)
    context = Context.of(view, measures=[measure.name for measure in chosen], normalised=normalised, top=top)
    return Ranking(context, tuple(rows), undefined=_reasons(rows, list(scores)))


def _comparable(value: float | None) -> float:
    return float("-inf") if value is None else round(value, DECIMALS_THAT_COUNT)


def _best(rows: list[Record], measure: str, top: int) -> list[Record]:
    kept: list[Record] = []
    for side in dict.fromkeys(row["side"] for row in rows):
        of_side = [row for row in rows if row["side"] == side]
        last = _comparable(of_side[min(top, len(of_side)) - 1][measure])
        kept += [row for row in of_side if _comparable(row[measure]) >= last]
    return kept


def _reasons(rows: Sequence[Record], names: Sequence[str]) -> dict[str, str]:
    reason = "too few nodes in the view, or a node that reaches nobody"
    return {name: reason for name in names if any(row[name] is None for row in rows)}
