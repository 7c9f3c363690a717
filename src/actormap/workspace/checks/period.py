"""Dates outside 1950 to 2050."""

from __future__ import annotations

from typing import Any

from actormap.workspace.checks.year_slip import FIRST, LAST
from actormap.workspace.problems import Fault


def look(raw: Any, value: Any, form: str) -> Fault | None:  # noqa: ARG001  (called as every look at a cell is)
    """Return what is wrong if a date lies outside the years that the networks of today are about."""
    return None if FIRST <= int(value[:4]) <= LAST else Fault("outside_period", first=str(FIRST), last=str(LAST))
