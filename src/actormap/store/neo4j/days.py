"""The dates that stand beside dates as text, so that they can be compared: the first or the last day that a text covers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from actormap.model import dates as calendar

Values = tuple[Any, ...]
# What holds a date as text, and which of the days that it covers counts.
DATES: Mapping[str, Callable[[str], str]] = {
    "start": calendar.first_day,
    "end": calendar.last_day,
    "valid_from": calendar.first_day,
    "valid_to": calendar.last_day,
    "published": calendar.first_day,
}


def dates(properties: Mapping[str, Any]) -> tuple[tuple[str, ...], Values]:
    """Return the names of the dates that follow from some properties, and each as the day it begins or ends with, None if it is none.

    `start` is the text as the source has it, such as 2014, and `start_date` the first day of that, so that it can be compared as a date.
    """
    written = [name for name in DATES if name in properties]
    return tuple(f"{name}_date" for name in written), tuple(_day(name, properties[name]) for name in written)


@cache
def day_columns(keys: tuple[str, ...]) -> tuple[tuple[str, ...], Callable[[Values], Values]]:
    """Return the names of the dates that follow from values of some keys, and the function that makes those."""
    places = [(name, keys.index(name)) for name in DATES if name in keys]
    return tuple(f"{name}_date" for name, _ in places), lambda values: tuple(_day(name, values[place]) for name, place in places)


def dated(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row that was kept as JSON with its dates as dates again."""
    told = row.get("dates")
    return {**row, "dates": {name: day and date.fromisoformat(day) for name, day in told.items()}} if told else row


@lru_cache(maxsize=4096)
def _day(name: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(DATES[name](calendar.parse(text))) if text else None
    except ValueError:  # what is no date of the calendar is left as text
        return None
