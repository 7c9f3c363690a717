"""Dates as pages write them, by figures or with the month in words, in Swedish or English; and the two that make a period."""

from __future__ import annotations

import re
from datetime import date as day_of

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "mars march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DASH = r"[-\u2010-\u2015\u2212/.]"
_EDGE, _END = r"(?<![\d/.,-])", r"(?!\d)"
_AFTER = re.compile(r"\s*(?:(?<=\s)(?:till(?:\s+och\s+med)?|t\.?o\.?m\.?|to|until|och)(?=\s)|[-\u2010-\u2015])\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+(?:till(?:\s+och\s+med)?|t\.?o\.?m\.?|to|until|och|[-\u2010-\u2015])\s+", re.IGNORECASE)
# Each with the places of year, month and day among its groups, and how sure the reading is: a day before the month is the custom here.
_FORMS = tuple(
    # Four figures that begin a date may follow the dash of a period.
    (re.compile((r"(?<!\d)" if pattern.startswith(r"(\d{4}") else _EDGE) + pattern + _END, re.IGNORECASE), order, confidence)
    for pattern, order, confidence in (
        (rf"(\d{{4}}) ?{_DASH} ?(\d{{1,2}}) ?{_DASH} ?(\d{{1,2}})", (0, 1, 2), 1.0),
        (r"(\d{4})(0[1-9]|1[0-2])([0-3]\d)", (0, 1, 2), 1.0),
        (rf"(?:den )?(\d{{1,2}})(?::?[ae]|st|nd|rd|th)?\.? {_MONTH},? (\d{{4}})", (2, 1, 0), 1.0),
        (rf"()?{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})", (3, 1, 2), 1.0),
        (r"(\d{1,2}) ?/ ?(\d{1,2}) ?[-/ ] ?(\d{4})", (2, 1, 0), 0.8),
        (r"(\d{1,2})[.-](\d{1,2})[.-](\d{4})", (2, 1, 0), 0.8),
        (rf"()?{_MONTH},? (\d{{4}})", (2, 1, None), 1.0),
        (r"(\d{4})[-/](0[1-9]|1[0-2])(?![-/.]?\d)", (0, 1, None), 1.0),
        (r"(\d{4})", (0, None, None), 0.9),
    )
)
_TIME = re.compile(r"(?:T|\b)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:Z|\b)")
_JOIN = re.compile(
    r"\b(?:fr\.?o\.?m\.?|t\.?o\.?m\.?|från|till|och|med|tom|from|to|until|kl)\b|[-\u2010-\u2015\u2212\s.,;:/()\u2192>]", re.IGNORECASE
)
Told = tuple[str, float]


def date(text: str) -> Told | None:
    """Return the one date of a text, as precise as it is given, with how sure it is; None if there is none, or more than a date."""
    found = _dates(text)
    return found[0][2] if len(found) == 1 and not _JOIN.sub("", _without(text, found)) else None


def period(text: str) -> tuple[Told | None, Told | None]:
    """Return the start and the end that a text gives; either may be missing."""
    found = _dates(text)
    if not 1 <= len(found) <= 2 or _JOIN.sub("", _without(text, found)):
        return _halves(text)
    if len(found) == 2:
        return found[0][2], found[1][2]
    # One date is the end only if something that joins stands before it.
    start, _, told = found[0]
    return (None, told) if _AFTER.fullmatch(f" {text[:start].strip()} ") else (told, None)


def _halves(text: str) -> tuple[Told | None, Told | None]:
    """Return the two dates of a period of which one is none, or has the year of the other."""
    for join in _BETWEEN.finditer(text):
        before, after = text[: join.start()].strip(), text[join.end() :].strip()
        end = date(after)
        start = date(before) or (date(f"{before} {end[0][:4]}") if end else None)
        if start or (end and len(end[0]) == 10 and not _dates(before)):
            return start, end
    return None, None


def dates(text: str) -> list[tuple[str, Told]]:
    """Return every date of a text, as it is written there and as it is read."""
    return [(text[start:stop], told) for start, stop, told in _dates(text)]


def _without(text: str, found: list[tuple[int, int, Told]]) -> str:
    end, parts = 0, []
    for start, stop, _ in found:
        parts.append(text[end:start])
        end = stop
    return _TIME.sub(" ", " ".join([*parts, text[end:]]))


def _dates(text: str) -> list[tuple[int, int, Told]]:
    taken: list[tuple[int, int, Told]] = []
    for pattern, order, confidence in _FORMS:
        for match in pattern.finditer(text):
            start, stop = match.span()
            if any(start < other_stop and other_start < stop for other_start, other_stop, _ in taken):
                continue
            if written := _written(match, order):
                taken.append((start, stop, (written, confidence)))
    return sorted(taken)


def _written(match: re.Match[str], order: tuple[int | None, ...]) -> str | None:
    year, month, day = (None if place is None else match.groups()[place] for place in order)
    number = None if month is None else _MONTHS.get(month.lower()) or int(month)
    try:
        found = day_of(int(year or 0), number or 1, int(day or 1))
    except ValueError:
        return None
    if not 1950 <= found.year <= 2100:
        return None
    return found.isoformat()[: 4 if month is None else 7 if day is None else 10]
