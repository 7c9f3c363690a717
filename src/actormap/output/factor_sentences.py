"""Which sentence is said of a row about methods and success factors, and what fills it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from actormap.analysis.result import Result

if TYPE_CHECKING:
    from actormap.analysis.factors.carriers import CarriersRow, FactorsRow
    from actormap.analysis.factors.meetings import MeetingsRow
    from actormap.analysis.factors.outcomes import OutcomesRow
    from actormap.analysis.factors.places import FactorPlacesRow


def _factors(_: Result, row: FactorsRow) -> tuple[str, dict[str, Any]]:
    lasting = "today" if row["carried_today"] else "unsure" if row["carried_unsure"] else "before"
    return ("dies" if row["dies_with"] and row["carried_today"] else lasting), dict(row)


def _carriers(_: Result, row: CarriersRow) -> tuple[str, dict[str, Any]]:
    return ("ended_unknown" if row["state"] == "ended" and row["ends"] is None else row["state"]), dict(row)


def _against_chance(_: Result, row: MeetingsRow | OutcomesRow) -> tuple[str, dict[str, Any]]:
    return ("sure" if row["sure"] else "chance"), {**row, "expected": round(row["expected"], 1)}


def _factor_places(_: Result, row: FactorPlacesRow) -> tuple[str, dict[str, Any]]:
    return ("met" if row["met"] else "unmet"), dict(row)


VARIANTS: Mapping[str, Callable[[Any, Any], tuple[str, dict[str, Any]]]] = {
    "factors": _factors,
    "carriers": _carriers,
    "meetings": _against_chance,
    "outcomes": _against_chance,
    "factor_places": _factor_places,
}
