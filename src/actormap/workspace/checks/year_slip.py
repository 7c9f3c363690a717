"""Days of another time that are a year typed wrong: 20114 taken for a serial number, 2014 typed into a cell that shows dates."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from actormap.workspace.problems import Fault
from actormap.workspace.reading import cells
from actormap.workspace.reading.cells import DateCell

FIRST, LAST = 1950, 2050
_NOUGHT = date(1899, 12, 30)
_FIVE = re.compile(r"\d{5}")
# A serial number from 1980 on is a day that somebody may well have meant: 42014 is the tenth of January 2015.
_DAYS_OF_NOW = "1980"


def look(raw: Any, value: Any, form: str) -> Fault | None:  # noqa: ARG001  (called as every look at a cell is)
    """Return what is wrong if a date is a year with a digit too many, or a year that a workbook took for a number of days."""
    given = cells.text(raw)
    if _FIVE.fullmatch(given):
        years = sorted(year for year in {given[:cut] + given[cut + 1 :] for cut in range(5)} if FIRST <= int(year) <= LAST)
        return Fault("five_digit_year", ", ".join(years)) if value < _DAYS_OF_NOW and years else None
    day = getattr(raw, "day", value) if isinstance(raw, DateCell) else value
    if isinstance(raw, DateCell) or len(day) == 10:
        held = (date.fromisoformat(day) - _NOUGHT).days if len(day) == 10 else 0
        # Workbooks from old Macs count from 1904, four years and a day later.
        for days in (held, held - 1462) if isinstance(raw, DateCell) else (held,):
            if FIRST <= days <= LAST:
                return Fault("year_as_day", str(days))
    return None
