"""Dates as sources give them: a year, a month or a day, kept just as precise as they were.

A date is the text `2014`, `2014-06` or `2014-06-01`. An interval is a pair of such texts, either of which may be missing (open).
Dates of this form sort and compare as text once they are widened to a day, which is what `first_day` and `last_day` do.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime

PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
EARLIEST, LATEST = "0001-01-01", "9999-12-31"


def parse(text: str) -> str:
    """Return `text` if it is a date of one of the three forms and exists in the calendar; raise `ValueError` otherwise.

    >>> parse("2014-06")
    '2014-06'
    >>> parse("2014-02-30")
    Traceback (most recent call last):
    ValueError: day is out of range for month
    """
    match = PATTERN.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = match.groups()
    date(int(year), int(month or 1), int(day or 1))
    return text


def first_day(text: str) -> str:
    """Return the first day that a date covers: `2014` gives `2014-01-01`."""
    return text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text


def last_day(text: str) -> str:
    """Return the last day that a date covers: `2014-02` gives `2014-02-28`."""
    if len(text) == 10:
        return text
    if len(text) == 4:
        return f"{text}-12-31"
    year, month = int(text[:4]), int(text[5:])
    return f"{text}-{monthrange(year, month)[1]:02}"


def is_within(one: str, other: str) -> bool:
    """Return whether a date lies within another that is as exact or less so: 2015-03-01 within 2015."""
    return one == other or one.startswith(f"{other}-")


def latest_end(ends: Iterable[str]) -> str | None:
    """Return the date whose last day is the latest: `2014` lasts until December, though `2014-06` is the larger text. None of none."""
    # A month's length tells nothing apart here, and what is no date, as in a store that somebody has edited, is compared all the same.
    return max(ends, key=lambda end: end + "-12-31"[len(end) - 4 :] if len(end) >= 4 else end, default=None)


def ends_before_start(start: str | None, end: str | None) -> bool:
    """Return whether the interval is impossible: its last day comes before its first."""
    return bool(start and end and last_day(end) < first_day(start))


def overlaps(start: str | None, end: str | None, period_start: str, period_end: str) -> bool:
    """Return whether an interval, open where a bound is missing, shares a day with the period."""
    return (first_day(start) if start else EARLIEST) <= last_day(period_end) and first_day(period_start) <= (
        last_day(end) if end else LATEST
    )


def today() -> str:
    """Return the day it is here, for pages that are not given one; a page given its date is the same bytes every time."""
    return datetime.now().astimezone().date().isoformat()
