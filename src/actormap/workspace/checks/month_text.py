"""Text that a spreadsheet has made a date of: the third of April where 3-4 was typed."""

from __future__ import annotations

import re

from actormap.workspace.problems import Fault
from actormap.workspace.reading.calendar import MONTHS

_MONTH = re.compile(r"\d{1,2}-([A-Za-z]{3})|([A-Za-z]{3})-\d{2}")


def look(text: str) -> Fault | None:
    """Return what is wrong if a text is a day or a month as a spreadsheet writes it."""
    match = _MONTH.fullmatch(text)
    return Fault("date_in_text") if match and (match[1] or match[2]).lower() in MONTHS else None
