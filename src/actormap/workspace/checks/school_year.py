"""A school year that reads as a month: 2011/12 is December to a calendar, and a year in two calendar years to a school."""

from __future__ import annotations

import re
from typing import Any

from actormap.workspace.problems import Fault

_YEARS = re.compile(r"(\d{2})(\d{2})/(\d{2})")


def look(raw: Any, value: Any, form: str) -> Fault | None:  # noqa: ARG001  (called as every look at a cell is)
    """Return what is wrong if a month is also the year after the one before it."""
    match = _YEARS.fullmatch(raw) if isinstance(raw, str) else None
    if match is None or int(match[3]) != int(match[2]) + 1:
        return None
    return Fault("school_year", f"{match[1]}{match[2]}-{match[3]}, {match[1]}{match[2]}-08")
