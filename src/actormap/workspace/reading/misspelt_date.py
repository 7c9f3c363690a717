"""What may be meant by a text in a column of dates that says none: another order, a month by its name, a span of years."""

from __future__ import annotations

import re

from actormap.workspace.problems import Fault
from actormap.workspace.reading.calendar import MONTHS

_YEAR_AND_MONTH = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")
_YEAR_GAP_MONTH = re.compile(r"((?:19|20)\d\d)[ _](0[1-9]|1[0-2])")
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])[-/.]((?:19|20)\d\d)")
_SIX = re.compile(r"(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")  # as personal identity numbers begin, and dates of older programs
_DAY_FIRST = re.compile(r"(0?[1-9]|[12]\d|3[01])[-/.](0?[1-9]|[12]\d|3[01])[-/.]((?:19|20)\d\d)")
_SPAN = re.compile(r"((?:19|20)\d\d)\s?[-/\u2013]\s?((?:19|20)\d\d)")
_SCHOOL_YEAR = re.compile(r"((?:19|20))(\d\d)[-/\u2013](\d\d)")
_NAME = rf"({'|'.join(MONTHS)})[a-zåäö]*\.?"
_MONTH_AND_YEAR = re.compile(rf"(?i){_NAME}[ \-/]?'?(\d{{4}}|\d{{2}})")
_YEAR_AND_NAME = re.compile(rf"(?i)(\d{{4}})[ \-/]?{_NAME}")
_DAY_AND_MONTH = re.compile(rf"(?i)(\d{{1,2}})\.?[ \-/]?{_NAME}(?:[ \-/]?(\d{{4}}))?")


def fault(given: str, *, impossible: bool) -> Fault:
    """Return what is wrong with a text that says no date, with what may be meant; an `impossible` one has the form of a date."""
    if match := _SPAN.fullmatch(given):
        return Fault("not_one_date", f"{match[1]}, {match[2]}")
    if match := _SCHOOL_YEAR.fullmatch(given):
        follows = int(match[3]) == int(match[2]) + 1
        return Fault("not_one_date", f"{match[1]}{match[2]}, {match[1]}{match[3]}") if follows else Fault("impossible_date")
    if impossible:
        return Fault("impossible_date")
    if not given.isascii():
        return Fault("not_a_date")
    meant = _otherwise(given)
    return Fault("not_a_date", meant) if meant else _with_month(given)


def _with_month(given: str) -> Fault:
    """Return what is said of a text that may name a month: Excel writes `jun-14` where 2014-06 was typed, `03-apr` where 3/4 was."""
    if match := _MONTH_AND_YEAR.fullmatch(given):
        century = "" if len(match[2]) == 4 else "20" if int(match[2]) <= 50 else "19"
        return Fault("month_by_name", f"{century}{match[2]}-{MONTHS[match[1].lower()]:02}")
    if match := _YEAR_AND_NAME.fullmatch(given):
        return Fault("month_by_name", f"{match[1]}-{MONTHS[match[2].lower()]:02}")
    if match := _DAY_AND_MONTH.fullmatch(given):
        month = MONTHS[match[2].lower()]
        return Fault("month_by_name", f"{match[3]}-{month:02}-{int(match[1]):02}") if match[3] else Fault("year_lost")
    return Fault("not_a_date")


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
