"""A long number that a spreadsheet has shortened: 2,01E+11."""

from __future__ import annotations

import re

from actormap.workspace.problems import Fault

_SHORTENED = re.compile(r"\d(?:[.,](\d+))?[eE]\+?(\d{1,2})")


def look(text: str) -> Fault | None:
    """Return what is wrong if a text is a number with fewer digits than its size has."""
    match = _SHORTENED.fullmatch(text)
    return Fault("shortened") if match and len(match[1] or "") < int(match[2]) and int(match[2]) > 5 else None
