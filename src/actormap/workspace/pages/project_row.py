"""The row of a project that a page gives: the columns of the table projects, filled with the fields of the page."""

from __future__ import annotations

import re

from actormap.workspace.pages.known import Row
from actormap.workspace.pages.page import PageReading

# Columns of projects, and the fields of a page that fill them.
COLUMNS = {
    "name": "name",
    "number": "number",
    "objective": "specific_objective",
    "intervention": "intervention",
    "region": "region",
    "start": "start",
    "end": "end",
    "total_budget_sek": "total_budget_sek",
    "esf_support_sek": "esf_support_sek",
    "union_rate_percent": "union_rate_percent",
    "planned_participants": "planned_participants",
}


def cells(reading: PageReading) -> Row:
    """Return the cells of a project's row."""
    found: Row = {column: reading.value(name) for column, name in COLUMNS.items()}
    found["name"] = found["name"] or found["number"]
    area = str(reading.value("programme_area") or "")
    in_words = re.match(r"(?i)programområde\s*(\w)", area)
    found["programme_area"] = in_words[1] if in_words else area or None
    found["programme"] = reading.programme
    early = str(reading.value("phase") or "").lower() in ("förprojektering", "förstudie")
    found["kind"] = "prestudy" if early or str(found["name"] or "").lower().startswith("förstudie") else "project"
    if any(one.column == "end" and one.against == "figures" for one in reading.contradictions):
        found["end"] = None  # before the start, which no table may say; the note tells it
    return found
