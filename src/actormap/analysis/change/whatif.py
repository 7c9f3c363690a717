"""Before and after a scenario, side by side: the figures of the whole, every measure of every node, and required coverage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypedDict

from actormap.analysis.centrality.measures import LEADING, measure, of_view
from actormap.analysis.change import rank_shifts
from actormap.analysis.change.compare import ELSEWHERE, ComparisonRow, compare
from actormap.analysis.cohesion import cutpoints
from actormap.analysis.composition.members import members, seats
from actormap.analysis.composition.requirements import coverage
from actormap.analysis.composition.requirements.cells import ALONE, COVERED, MISSING, STATES, UNKNOWN, Cell
from actormap.analysis.result import Context, Result
from actormap.graph.attributes import VENUE
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.scenario import Scenario

FIGURE, SEAT, COVERAGE, MEASURE = "figure", "seat", "coverage", "measure"
ASPECTS = (FIGURE, SEAT, COVERAGE, MEASURE)
BETTER, WORSE, SAME, CAME, WENT = "better", "worse", "same", "came", "went"
GOODNESS = {COVERED: 3, ALONE: 2, UNKNOWN: 1, MISSING: 0}
FEW = 100  # resamples of either side: enough to tell a move from chance


class WhatIfRow(TypedDict):
    """A row of `WhatIf`. What only some aspects have is of any type, None in the others."""

    aspect: str
    id: Any
    name: Any
    measure: Any
    before: Any
    after: Any
    rank_before: Any
    rank_after: Any
    place_before: str | None
    place_after: str | None
    shift: Any
    clear: bool | None
    change: str | None


@dataclass(frozen=True)
class WhatIf(Result[WhatIfRow]):
    """What a scenario changes, and what it leaves alone, in the order of `ASPECTS`.

    A row has `aspect`; `id` and `name` of the node or cell; `measure` (or figure); `before` and `after` (figures, scores, or the states of
    a cell); `rank_before`, `rank_after` (average ranks among actors or venues), `place_before`, `place_after` (whole places), `shift`
    (places gained) and `clear` (whether the move is more than chance, None where that was not tried) of a measure; and `change`: came,
    went or stayed of a node, came or went of a seat, better, worse or same of a cell. `counts` says how many cells became better and
    worse, and how many nodes moved clearly.
    """

    name: ClassVar[str] = "whatif"
    by_strength: ClassVar[bool] = True
    header: ClassVar[tuple[str, ...]] = tuple(WhatIfRow.__annotations__)
    for_programs: ClassVar[tuple[str, ...]] = ("rank_before", "rank_after", "shift")

    title: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)

    def of(self, aspect: str) -> tuple[WhatIfRow, ...]:
        """Return the rows of one aspect."""
        return tuple(row.copy() for row in self.rows if row["aspect"] == aspect)

    def figures(self) -> Mapping[str, Any]:
        """Return how much changes."""
        return self.counts


def compose(
    before: View,
    after: View,
    scenario: Scenario,
    focal: str | None = None,
    *,
    by: Sequence[str] | None = None,
    certain: Sequence[str] = LEADING,
    resamples: int = FEW,
    seed: int = 7,
    budget: float | None = None,
) -> WhatIf:
    """Return both sides of a scenario. The views are those of the graph without it and with it, of one name.

    Measures are all that say something of the views unless named. `focal` is the network whose seats and required coverage are compared,
    None for none. For the measures that are `certain`, resamples say whether a move is more than chance; `resamples`, `seed` and `budget`
    are those of `certainty.estimate`.
    Raises `UnknownName` for a measure that does not exist.
    """
    chosen = [measure(name).name for name in by or dict.fromkeys([*of_view(before), *of_view(after)])]
    sure = [measure(name).name for name in certain if measure(name).name in chosen]
    compared = compare(before, after, sure, resamples=resamples, seed=seed, budget=budget)
    rows = [*_figures(before, after)]
    if focal is not None:
        rows += [*_seats(before, after, focal), *_coverage(before, after, focal)]
    tried = {name: [row for row in compared.rows if row["measure"] == name] for name in sure}
    rows += [_measured(row) for name in chosen for row in tried.get(name) or rank_shifts.between(before, after, name)]
    moved = {row["id"] for row in compared.rows if row["clear"] and row["shift"]}
    nodes = {change: len({row["id"] for row in rows if row["change"] == change and row["aspect"] == MEASURE}) for change in (CAME, WENT)}
    cells = [row["change"] for row in rows if row["aspect"] == COVERAGE]
    told = {
        "nodes_came": nodes[CAME],
        "nodes_went": nodes[WENT],
        "moved": len(moved),
        "cells_better": cells.count(BETTER),
        "cells_worse": cells.count(WORSE),
    }
    context = Context(
        after.name,
        {"measures": chosen, "certain": sure, "resamples": resamples, "seed": seed, "scenario": scenario.title, "network": focal}
        | {"before": dict(before.parameters), "after": dict(after.parameters)},
        {"before": before.summary(), "after": after.summary()},
        after.audience,
    )
    undefined = {} if all(row["shift"] is not None for row in rows if row["aspect"] == MEASURE) else {"shift": ELSEWHERE}
    return WhatIf(context, tuple(rows), undefined=undefined, title=scenario.title, counts=told)


def _figures(before: View, after: View) -> Iterator[WhatIfRow]:
    old, new = _counted(before), _counted(after)
    for name in old:
        yield _row(FIGURE, None, None, measure=name, before=old[name], after=new[name])


def _counted(view: View) -> dict[str, Any]:
    summary = view.summary()
    splitting = [row for row in cutpoints.find(view).rows if row["side"] != VENUE]
    actors = summary["actors"]
    return {
        **{name: summary[name] for name in ("actors", "venues", "ties")},
        "parts": len(summary["parts"]),
        "largest": summary["parts"][0] if summary["parts"] else 0,
        "isolates": len(summary["isolates"]),
        "mean_degree": sum(degree for _, degree in view.graph.degree(view.actors)) / actors if actors else None,
        "cutpoints": len(splitting),
    }


def _seats(before: View, after: View, focal: str) -> Iterator[WhatIfRow]:
    old, new = (members(view, focal) if _has(view, focal) else frozenset[str]() for view in (before, after))
    yield _row(FIGURE, None, None, measure="seats", before=len(old), after=len(new))
    for view, change, found in ((after, CAME, new - old), (before, WENT, old - new)):
        for actor in sorted(found, key=lambda each: (alphabetical(view.node(each).name), each)):
            yield _row(SEAT, actor, view.node(actor).name, change=change)


def _coverage(before: View, after: View, focal: str) -> Iterator[WhatIfRow]:
    old, new = (_cells(view, focal) for view in (before, after))
    counts = [coverage.figures(cells.values()) for cells in (old, new)]
    if old or new:
        for name in (*STATES, "weight_covered"):
            yield _row(FIGURE, None, None, measure=name, before=counts[0][name], after=counts[1][name])
    for key in {**old, **new}:
        was, now = old.get(key), new.get(key)
        there = now or was
        if there is None:
            continue
        view = after if now else before
        place = f" ({view.node(there.line.municipality).name})" if there.line.municipality else ""
        states = (was.state if was else None, now.state if now else None)
        name = f"{there.line.row} × {there.line.column}{place}"
        yield _row(COVERAGE, key, name, before=states[0], after=states[1], change=_changed(*states))


def _cells(view: View, focal: str) -> dict[str, Cell]:
    if not _has(view, focal):
        return {}
    return {cell.line.id: cell for cell in coverage.assess(view, focal, seats(view, focal))}


def _has(view: View, focal: str) -> bool:
    return any(network.id == focal for network in view.snapshot.networks)


def _changed(before: str | None, after: str | None) -> str:
    if before is None or after is None:
        return CAME if before is None else WENT
    difference = GOODNESS[after] - GOODNESS[before]
    return BETTER if difference > 0 else WORSE if difference < 0 else SAME


def _measured(row: ComparisonRow | rank_shifts.Shift) -> WhatIfRow:
    return {
        "aspect": MEASURE,
        "id": row["id"],
        "name": row["name"],
        "measure": row["measure"],
        "before": row["before"],
        "after": row["after"],
        "rank_before": row["rank_before"],
        "rank_after": row["rank_after"],
        "place_before": row["place_before"],
        "place_after": row["place_after"],
        "shift": row["shift"],
        "clear": row["clear"],
        "change": row["change"],
    }


def _row(
    aspect: str,
    id_: str | None,
    name: str | None,
    *,
    measure: str | None = None,
    before: object = None,
    after: object = None,
    change: str | None = None,
) -> WhatIfRow:
    return {
        "aspect": aspect,
        "id": id_,
        "name": name,
        "measure": measure,
        "before": before,
        "after": after,
        "rank_before": None,
        "rank_after": None,
        "place_before": None,
        "place_after": None,
        "shift": None,
        "clear": None,
        "change": change,
    }
