"""What can be recognised on a page that is none of the project bank's: a few labels of other sites, so that it can be told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actormap.workspace.pages import calendar, municipalities, values
from actormap.workspace.pages.field import PageField

# Labels of the pages of municipal associations and of Kohesio, and the form of what follows.
_LABELS = {
    "pågår": "period",
    "projekttid": "period",
    "start date": "start",
    "end date": "end",
    "finansiär": "",
    "gr:s roll": "",
    "medverkande": "municipalities",
    "total budget": "",
    "eu contribution": "",
    "fund": "",
    "programming period": "",
}
_LABELLED = re.compile(rf"\s*({'|'.join(map(re.escape, _LABELS))})\s*(?::\s*(.*\S)?\s*)?", re.IGNORECASE)


def recognised(lines: Sequence[str]) -> dict[str, PageField]:
    """Return the fields that a page of another site has: dates and municipalities with their values, the others by their labels alone."""
    found: dict[str, PageField] = {}
    for at, line in enumerate(lines):
        match = _LABELLED.fullmatch(line)
        if match is None:
            continue
        where = at if match[2] else next((after for after in range(at + 1, len(lines)) if lines[after].strip()), at)
        raw = values.bare(match[2] or lines[where])
        for name, one in _fields(match[1], raw, where + 1):
            found.setdefault(name, one)
    return found


def _fields(label: str, raw: str, line: int) -> list[tuple[str, PageField]]:
    form = _LABELS[label.lower()]
    if form == "period":
        told = {day[0]: text for text, day in calendar.dates(raw)}
        pairs = zip(("start", "end"), calendar.period(raw), strict=True)
        return [(name, PageField(label, told.get(day[0], raw), line, *day)) for name, day in pairs if day]
    if form in ("start", "end") and (day := calendar.date(raw)):
        return [(form, PageField(label, raw, line, *day))]
    if form == "municipalities":
        named = (municipalities.named(part) for part in re.split(r",\s*|\s+och\s+", raw))
        places = list(dict.fromkeys(place.name for place in named if place))
        return [("municipalities", PageField(label, "", line, "|".join(places), 0.8))] if places else []
    return [(label, PageField(label, "", line, None, 0.0))]
