"""What a cell of an imported sheet says, in the form its field has; what cannot be read is noted with its row and left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from actormap.workspace.importing.cleaning import cell_text, name_text, nothing, words
from actormap.workspace.importing.found import Found, Spot
from actormap.workspace.problems import Fault
from actormap.workspace.reading import cells
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.schema.columns import KRONOR, PER_CENT, SHARE

DATES = ("valid_from", "valid_to", "start", "end", "published")
READERS: Mapping[str, Any] = {
    **dict.fromkeys(DATES, cells.date),
    "weight": cells.quantity(least=0),
    "level": cells.quantity(least=0, most=5, whole=True),
    "confidence": SHARE,
    "code": cells.code,
    "latitude": cells.quantity(least=-90, most=90),
    "longitude": cells.quantity(least=-180, most=180),
    "population": cells.quantity(least=0),
    "total_budget_sek": KRONOR,
    "esf_support_sek": KRONOR,
    "union_rate_percent": PER_CENT,
    "planned_participants": cells.quantity(least=0),
    "aliases": cells.names,
}
_LARGE = frozenset({"population", "planned_participants", "total_budget_sek", "esf_support_sek"})
_UNIT = re.compile(r"(?i)\s*(?:sek|kr|kronor|:-)\.?$")
_SERIAL, _FIRST_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?"), 32_874  # days since 1900; it is 1990-01-01
_TENTH = re.compile(r"\d{4}[.,]\d")  # what a spreadsheet makes of 2014.10
_YEARS = range(1800, 2101)
_NAMES = re.compile(r"\||\n|;")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_DECIMALS = re.compile(r"\d+[.,](?!\d{3}$)\d+")
_TIMESET = re.compile(r"[\[\]<>(){};]+")


def read(found: Found, spot: Spot, field: str, cell: Any) -> Any:
    """Return what a cell says as its field has it, or None if it is empty or cannot be read, which is noted."""
    text = cell_text(cell)
    if not text or squeeze(text) in nothing():
        return None
    reader = READERS.get(field)
    if reader is None:
        return text
    key = _doubt(field, text)
    if key is None:
        try:
            return reader(_day(text) if field in DATES else text)
        except Fault:
            key = "not_a_date" if field in DATES else "not_a_number"
    found.leave_out(spot, key, text, part=True, field=field)
    return None


def _doubt(field: str, text: str) -> str | None:
    """Return why a cell that could be read is left out all the same: it may be a thousand times, or decades, from what it says."""
    if field in _LARGE and _THOUSANDS.fullmatch(_UNIT.sub("", text)):
        return "thousands"
    if field not in DATES:
        return None
    slip = _TENTH.fullmatch(_day(text)) or (_SERIAL.fullmatch(text) and int(text[:5]) < _FIRST_SERIAL)
    return "doubtful_date" if slip or (text[:4].isdigit() and not text[4:5].isdigit() and int(text[:4]) not in _YEARS) else None


def _day(text: str) -> str:
    # Programs and pandas write years as 2014.0 and days with midnight after them.
    return re.sub(r"^(\d{4})\.0+$", r"\1", text)


def names(cell: str, *, commas: bool = False, whole: Iterable[str] = ()) -> list[str]:
    """Return the names in a cell that holds one or several, with a bar, a semicolon or a line break between; a name of `whole` is one."""
    if squeeze(cell) in whole:
        return [name] if (name := name_text(cell)) else []
    parts = _NAMES.split(cell)
    if commas and len(parts) == 1:
        parts = cell.split(",")
    return [name for part in parts if (name := name_text(part))]


def bars(cell: str) -> list[str]:
    """Return the names in an end of a relationship: those with a bar between are several."""
    return [name for part in cell.split("|") if (name := name_text(part))]


def ambiguous_thousands(values: Iterable[str]) -> list[str]:
    """Return numbers such as 1.500 that may be thousands, if no other of the column shows that its mark is a decimal one."""
    given = list(values)
    if any(_DECIMALS.fullmatch(value) for value in given):
        return []
    return [value for value in given if _THOUSANDS.fullmatch(value)]


def period(text: str) -> tuple[str | None, str | None] | None:
    """Return the first and last date of Gephi's `<[2014.0, 2016.0]>`, None if it is none."""
    parts = [part.strip().strip('"') for part in _TIMESET.sub("", text).split(",")]
    try:
        dates = [None if "infinity" in part.casefold() else cells.date(_day(part)) for part in parts[:2]]
    except Fault:
        return None
    return (dates[0], dates[-1])


def direction(text: str) -> str | None:
    """Return `directed`, `undirected` or `mutual` if a word says so in any language, None otherwise."""
    squeezed = squeeze(text)
    return next((name for name in ("directed", "undirected", "mutual") if squeezed == name or squeezed in words(name)), None)


def is_no(text: str) -> bool:
    """Return whether a cell of a matrix says that there is no tie."""
    squeezed = squeeze(text)
    return not squeezed or squeezed in words("no") or squeezed in nothing() or _is_zero(text)


def is_yes(text: str) -> bool:
    """Return whether a cell of a matrix says that there is one, and nothing more."""
    return squeeze(text) in words("yes") or text.strip() in ("1", "1.0", "1,0")


def number(text: str) -> float | int | None:
    """Return the number of a cell, None if it is none."""
    try:
        value = cells.quantity()(text)
    except Fault:
        return None
    return value


def _is_zero(text: str) -> bool:
    return number(text) == 0


def looks_like_dates(values: Iterable[str]) -> bool:
    """Return whether the filled cells of a column are dates."""
    given = [value for value in values if value]
    return bool(given) and all(_is_date(value) for value in given)


def _is_date(text: str) -> bool:
    try:
        cells.date(_day(text))
    except Fault:
        return False
    return True
