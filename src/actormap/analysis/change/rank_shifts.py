"""Who moves between two views by one measure, with neither resamples nor doubt: scores and average ranks on either side."""

from __future__ import annotations

from typing import Any, TypedDict

from actormap.analysis.centrality import ranks
from actormap.analysis.centrality.measures import measure
from actormap.analysis.change.compare import CAME, CHANGES, STAYED, WENT, Movement
from actormap.graph.attributes import SIDE, SIDE_ORDER
from actormap.graph.views import View
from actormap.model.ordering import alphabetical


class Moved(TypedDict):
    """Which node moves."""

    id: str
    name: str


class Shift(Moved, Movement):
    """How a node moves by a measure."""


def between(before: View, after: View, name: str) -> list[Shift]:
    """Return a row for each node, as `compare` gives it but with `clear` None: actors before venues, those that came first, then by rank.

    Ranks are those among the nodes of one side of each view. Raises `UnknownName` for a measure that does not exist.
    """
    (old, was, from_), (new, now, to) = (_places(view, name) for view in (before, after))
    side = {node: view.graph.nodes[node][SIDE] for view in (before, after) for node in view.graph}
    rows: list[Shift] = []
    for node in side:
        change = STAYED if node in old and node in new else CAME if node in new else WENT
        there = before if change == WENT else after
        rows.append(
            {
                "id": node,
                "name": there.node(node).name,
                "change": change,
                "measure": name,
                "before": old.get(node),
                "after": new.get(node),
                "rank_before": was.get(node),
                "rank_after": now.get(node),
                "place_before": from_.get(node),
                "place_after": to.get(node),
                "shift": was[node] - now[node] if change == STAYED else None,
                "clear": None,
            }
        )

    def order(row: Shift) -> tuple[Any, ...]:
        rank = row["rank_before"] if row["rank_after"] is None else row["rank_after"]
        return SIDE_ORDER.get(side[row["id"]], 2), CHANGES.index(row["change"]), rank, alphabetical(row["name"]), row["id"]

    rows.sort(key=order)
    return rows


def _places(view: View, name: str) -> tuple[dict[str, float | None], dict[str, float], dict[str, str]]:
    scores = measure(name).score(view, True)
    side = {node: view.graph.nodes[node][SIDE] for node in view.graph}
    places: dict[str, float] = {}
    whole: dict[str, str] = {}
    for wanted in sorted(set(side.values())):
        together = {node: scores[node] for node in view.graph if side[node] == wanted}
        averages = ranks.of(together, lambda node: bool(view.graph.degree(node)))
        places |= averages
        whole |= ranks.told(averages)
    return dict(scores), places, whole
