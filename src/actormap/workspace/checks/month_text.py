"""Text that a spreadsheet has made a date of: the third of April where 3-4 was typed."""

from __future__ import annotations

import re

from actormap.workspace.problems import Fault
from actormap.workspace.reading.calendar import MONTHS

_NAMES = "|".join(MONTHS)
_MONTH = re.compile(rf"(?i)\d{{1,2}}-(?:{_NAMES})|(?:{_NAMES})-\d{{2}}")


def look(text: str) -> Fault | None:
    """Return what is wrong if a text is a day or a month as a spreadsheet writes it."""
    return Fault("date_in_text") if len(text) <= 6 and _MONTH.fullmatch(text) else None
