"""A date read from what a cell says, however a spreadsheet has spelt it."""

from __future__ import annotations

import re
from functools import lru_cache

from actormap.model import dates
from actormap.workspace.problems import Fault

_CALENDAR = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_WHOLE = re.compile(r"(\d{4}|\d{8})[.,]0+")  # pandas and R write so where a column has gaps
_YEAR_AND_MONTH = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")
_YEAR_GAP_MONTH = re.compile(r"((?:19|20)\d\d)[ _](0[1-9]|1[0-2])")
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])[-/.]((?:19|20)\d\d)")
_SIX = re.compile(r"(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")  # as personal identity numbers begin, and dates of older programs
_DAY_FIRST = re.compile(r"(0?[1-9]|[12]\d|3[01])[-/.](0?[1-9]|[12]\d|3[01])[-/.]((?:19|20)\d\d)")
_SPAN = re.compile(r"((?:19|20)\d\d)\s?[-/\u2013]\s?((?:19|20)\d\d)")
_SCHOOL_YEAR = re.compile(r"((?:19|20))(\d\d)[-/\u2013](\d\d)")
FIRST_SERIAL, LAST_SERIAL = 10_000, 109_574  # 1927-05-18 and 2199-12-31: below it a number is a year, above it a slip
# The first letters of every month, as Swedish and English write them.
MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
_NAME = rf"({'|'.join(MONTHS)})[a-zåäö]*\.?"
_MONTH_AND_YEAR = re.compile(rf"(?i){_NAME}[ \-/]?'?(\d{{4}}|\d{{2}})")
_YEAR_AND_NAME = re.compile(rf"(?i)(\d{{4}})[ \-/]?{_NAME}")
_DAY_AND_MONTH = re.compile(rf"(?i)(\d{{1,2}})\.?[ \-/]?{_NAME}(?:[ \-/]?(\d{{4}}))?")


@lru_cache(maxsize=10_000)  # a table of half a million dated rows has few dates
def read(given: str) -> str:
    """Return the date that a text says; raise `Fault`, with what may be meant, if it says none."""
    if whole := _WHOLE.fullmatch(given):
        given = whole[1]
    if not given.isascii() and not _SPAN.fullmatch(given):
        raise Fault("not_a_date")
    if _SERIAL.fullmatch(given):
        return from_serial(float(given.replace(",", ".")))
    match = dates.PATTERN.fullmatch(given) or _CALENDAR.fullmatch(given) or _COMPACT.fullmatch(given)
    if match is None:
        raise _with_month(given)
    year, *rest = match.groups()
    try:
        return dates.parse("-".join([year, *(part.zfill(2) for part in rest if part)]))
    except ValueError:
        raise _with_month(given) if _SCHOOL_YEAR.fullmatch(given) else Fault("impossible_date") from None


def from_serial(serial: float) -> str:
    """Return the day that a workbook means by a number; raise `Fault` if it can hardly mean one."""
    from openpyxl.utils.datetime import from_excel

    if not FIRST_SERIAL <= serial <= LAST_SERIAL:
        raise Fault("not_a_date")
    return str(from_excel(serial).date().isoformat())


def _otherwise(given: str) -> str | None:
    """Return the date that is meant by one that is written in another order, where it can be no other; both where it may be two."""
    if match := _YEAR_AND_MONTH.fullmatch(given) or _YEAR_GAP_MONTH.fullmatch(given):
        return f"{match[1]}-{match[2]}"
    if match := _MONTH_FIRST.fullmatch(given):
        return f"{match[2]}-{match[1].zfill(2)}"
    if match := _SIX.fullmatch(given):
        return f"{'19' if int(match[1]) > 50 else '20'}{match[1]}-{match[2]}-{match[3]}"
    if not (match := _DAY_FIRST.fullmatch(given)):
        return None
    pairs = dict.fromkeys(pair for pair in ((match[2], match[1]), (match[1], match[2])) if int(pair[0]) <= 12)
    return ", ".join(f"{match[3]}-{month.zfill(2)}-{day.zfill(2)}" for month, day in pairs) or None


def _with_month(given: str) -> Fault:
    """Return what is said of a text that may name a month: Excel writes `jun-14` where 2014-06 was typed, `03-apr` where 3/4 was."""
    if meant := _otherwise(given):
        return Fault("not_a_date", meant)
    if match := _SPAN.fullmatch(given):
        return Fault("not_one_date", f"{match[1]}, {match[2]}")
    if match := _SCHOOL_YEAR.fullmatch(given):
        if int(match[3]) == int(match[2]) + 1:
            return Fault("not_one_date", f"{match[1]}{match[2]}, {match[1]}{match[3]}")
        return Fault("impossible_date")
    if match := _MONTH_AND_YEAR.fullmatch(given):
        century = "" if len(match[2]) == 4 else "20" if int(match[2]) <= 50 else "19"
        return Fault("month_by_name", f"{century}{match[2]}-{MONTHS[match[1].lower()]:02}")
    if match := _YEAR_AND_NAME.fullmatch(given):
        return Fault("month_by_name", f"{match[1]}-{MONTHS[match[2].lower()]:02}")
    if match := _DAY_AND_MONTH.fullmatch(given):
        month = MONTHS[match[2].lower()]
        return Fault("month_by_name", f"{match[3]}-{month:02}-{int(match[1]):02}") if match[3] else Fault("year_lost")
    return Fault("not_a_date")
