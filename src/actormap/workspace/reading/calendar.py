"""A date read from what a cell says, however a spreadsheet has spelt it."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache

from actormap.model import dates
from actormap.workspace.problems import Fault

_CALENDAR = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_WHOLE = re.compile(r"(\d{4}|\d{8})[.,]0+")  # pandas and R write so where a column has gaps
FIRST_SERIAL, LAST_SERIAL = 10_000, 109_574  # 1927-05-18 and 2199-12-31: below it a number is a year, above it a slip
# The first letters of every month, as Swedish and English write them.
MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip


@lru_cache(maxsize=10_000)  # a table of half a million dated rows has few dates
def read(given: str) -> str:
    """Return the date that a text says; raise `Fault`, with what may be meant, if it says none."""
    if whole := _WHOLE.fullmatch(given):
        given = whole[1]
    if given.isascii() and _SERIAL.fullmatch(given):
        return from_serial(float(given.replace(",", ".")))
    match = given.isascii() and (dates.PATTERN.fullmatch(given) or _CALENDAR.fullmatch(given) or _COMPACT.fullmatch(given))
    if match:
        year, *rest = match.groups()
        with suppress(ValueError):
            return dates.parse("-".join([year, *(part.zfill(2) for part in rest if part)]))
    from actormap.workspace.reading import misspelt_date

    raise misspelt_date.fault(given, impossible=bool(match))


def from_serial(serial: float) -> str:
    """Return the day that a workbook means by a number; raise `Fault` if it can hardly mean one."""
    from openpyxl.utils.datetime import from_excel

    if not FIRST_SERIAL <= serial <= LAST_SERIAL:
        raise Fault("not_a_date")
    return str(from_excel(serial).date().isoformat())
