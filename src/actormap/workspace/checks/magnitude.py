"""Sums and counts of a size that hardly occurs, as when a number is given in thousands."""

from __future__ import annotations

from typing import Any

from actormap.workspace.problems import Fault

# A whole budget of some thousand kronor is one in tkr or mkr; the largest programmes of the European Social Fund are some ten milliards.
# The smallest municipality has some 2,300 inhabitants, the largest a million.
_USUAL = {
    "total_budget_sek": (10_000, 100_000_000_000),
    "esf_support_sek": (1_000, 100_000_000_000),
    "population": (1_000, 2_000_000),
    "planned_participants": (0, 1_000_000),
}


def look(raw: Any, value: Any, column: str) -> Fault | None:  # noqa: ARG001  (called as every look at a cell is)
    """Return what is wrong if the number lies outside what is usual in its column."""
    least, most = _USUAL.get(column, (0, float("inf")))
    if value < least and (value > 0 or column == "population"):
        return Fault("unusually_small", least=least)
    return Fault("unusually_large", most=most) if value > most else None
