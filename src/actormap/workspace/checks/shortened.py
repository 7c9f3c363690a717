"""A long number that a spreadsheet has shortened: 2,01E+11, or 18 digits of which it keeps 15."""

from __future__ import annotations

import re
from typing import Any

from actormap.workspace.problems import Fault

_SHORTENED = re.compile(r"\d(?:[.,](\d+))?[eE]\+?(\d{1,2})")


_WHOLE = 10**15  # from here on a workbook cannot hold every whole number


def is_long(value: Any) -> bool:
    """Return whether a workbook holds a number of more digits than it can keep, as of an id that is no number."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= _WHOLE


def look(text: str) -> Fault | None:
    """Return what is wrong if a text is a number with fewer digits than its size has."""
    match = _SHORTENED.fullmatch(text)
    return Fault("shortened") if match and len(match[1] or "") < int(match[2]) and int(match[2]) > 5 else None
