"""What a print puts at the top and at the foot of each sheet, and what is no part of the page: dates, addresses, sheet numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actormap.workspace.pages import labels

_SHEET = r"(?:\d{1,3}\s?/\s?\d{1,3}|\d{1,3}\s?\(\d{1,3}\)|(?:sida|sidan|page)\s+\d{1,3}(?:\s?(?:av|of|/|\()\s?\d{1,3}\)?)?)"
_DAY = r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4})"
_SITE = r".*(?:\besf-rådet|projektbanken|\besf\.se)\b.*"
# A number of a sheet, alone or after the page's address.
_NUMBERED = re.compile(rf"{_SHEET}|(?:https?|file)://\S+\s+{_SHEET}", re.IGNORECASE)
_PRINTED = re.compile(rf"{_DAY},?\s+(?:kl\.?\s?)?\d{{1,2}}[.:]\d{{2}}(?:[.:]\d{{2}})?(?:\s?[ap]m)?\b{_SITE}", re.IGNORECASE)
# What may stand beside a number.
_BESIDE = re.compile(rf"(?:https?|file)://\S+|{_SITE}|{_DAY},?\s+(?:kl\.?\s?)?\d{{1,2}}[.:]\d{{2}}.*", re.IGNORECASE)
_EDGE = 4  # lines at most of a sheet's top or foot
_FIGURES = re.compile(r"\d+")
_DATED = re.compile(_DAY)


def without_edges(sheets: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the lines of each sheet without those at its top and its foot that every sheet has alike, but for figures."""
    told = [[line for line in sheet if line.strip()] for sheet in sheets]
    if len(told) < 2:
        return told
    for edge in (0, -1):
        for _ in range(_EDGE):
            if not all(told) or len({_FIGURES.sub("0", sheet[edge]) for sheet in told}) > 1:
                break
            for sheet in told:
                del sheet[edge]
    return told


def bare(lines: Sequence[str]) -> tuple[str, ...]:
    """Return as many lines, those empty that a print has added."""
    told = list(lines)
    for at, line in enumerate(lines):
        if _PRINTED.fullmatch(line.strip()):
            told[at] = ""
        elif _NUMBERED.fullmatch(line.strip()):
            told[at] = ""
            for step in (-1, 1):
                _clear(told, at, step)
    return tuple(told)


def _clear(told: list[str], at: int, step: int) -> None:
    """Empty the lines next to a sheet's number that a print puts beside it, unless they may be the value of a label above them."""
    place, site = _next(told, at, step), False
    while place is not None and _BESIDE.fullmatch(told[place].strip()) and not _is_value(told, place, "text"):
        told[place], site = "", True
        place = _next(told, place, step)
    if site and place is not None and _DATED.fullmatch(told[place].strip()) and not _is_value(told, place, "date", "period"):
        told[place] = ""


def _next(told: Sequence[str], at: int, step: int) -> int | None:
    """Return the next line that is not empty, none if more than one is empty between."""
    return next((place for place in (at + step, at + 2 * step) if 0 <= place < len(told) and told[place].strip()), None)


def _is_value(told: Sequence[str], at: int, *forms: str) -> bool:
    above = _next(told, at, -1)
    found = labels.mark(told[above]) if above is not None else None
    return found is not None and found.style == "alone" and found.label.form in forms
