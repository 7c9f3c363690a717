"""A year with one decimal: 2014.1 is October to whoever typed 2014.10, and January to whoever did not."""

from __future__ import annotations

import re
from typing import Any

from actormap.workspace.problems import Fault
from actormap.workspace.reading import cells

_ONE = re.compile(r"(\d{4})\.(\d)")
_TWO = re.compile(r"(\d{4})\.\d{2}")


def look(raw: Any, value: Any, form: str) -> Fault | None:  # noqa: ARG001  (called as every look at a cell is)
    """Return what is wrong if a month is the one decimal of a number, and which months may be meant."""
    given = cells.text(raw)
    if match := _ONE.fullmatch(given):
        year, digit = match.groups()
        return Fault("decimal_year", f"{year}-10, {year}-01" if digit == "1" else f"{year}-0{digit}") if digit != "0" else None
    # As text 2014.06 is a month; a number with two decimals may be a part of the year.
    return Fault("decimal_year", value) if not isinstance(raw, str) and _TWO.fullmatch(given) else None
