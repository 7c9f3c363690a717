"""What ends, in words: the coming ends first, then those that have been, each with what goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from actormap.analysis.change.sunset import Calendar
from actormap.analysis.change.sunset.calendar import CalendarRow
from actormap.model import dates
from actormap.report.review.document import Section, items, paragraph, section
from actormap.report.review.writer import Pen


def write(calendar: Calendar, date: str, pen: Pen) -> Section:
    """Return the projects that end after a date and those that have ended by it; those that took nothing with them stand in one line."""
    coming, past = parted(calendar, date)
    quiet = [row["name"] for row in past if not costs(row)]
    return section(
        pen("review.calendar.title"),
        paragraph("" if coming else pen("review.calendar.nothing_coming", date=date)),
        items(*(_line(each, pen) for each in alike(coming)), lead=pen("review.calendar.coming")),
        items(
            *(_line(each, pen) for each in alike([row for row in past if costs(row)])),
            *([pen("review.calendar.quiet", names=quiet)] if quiet else []),
            lead=pen("review.calendar.past"),
        ),
        paragraph(pen("review.calendar.undated", names=list(calendar.undated)) if calendar.undated else ""),
    )


def parted(calendar: Calendar, date: str) -> tuple[list[CalendarRow], list[CalendarRow]]:
    """Return the projects that end after a date and those that have ended by it."""
    coming = [row for row in calendar.rows if dates.last_day(row["end"]) >= dates.first_day(date)]
    return coming, [row for row in calendar.rows if row not in coming]


def costs(row: CalendarRow) -> bool:
    """Return whether a contact, an actor or a theme goes with a project."""
    return bool(row["lost_contact"] or row["separated"] or row["isolated"] or row["themes"])


def alike(rows: Sequence[CalendarRow]) -> list[list[CalendarRow]]:
    """Return rows, those together that end at once and take the same with them, unless that is contacts."""
    found: dict[tuple[Any, ...], list[CalendarRow]] = {}
    for row in rows:
        own = row["id"] if row["lost_contact"] or row["isolated"] else ""
        found.setdefault((row["end"], row["dated_by_implication"], tuple(row["themes"]), own), []).append(row)
    return list(found.values())


def _line(rows: Sequence[CalendarRow], pen: Pen) -> str:
    """Return what ends with one project, or with several that are alike."""
    row = rows[0]
    key = "review.calendar.ends_implied" if row["dated_by_implication"] else "review.calendar.ends"
    told = [pen(key, names=[each["name"] for each in rows], end=row["end"])]
    told += losses(row, pen)
    if not costs(row):
        told.append(pen("review.calendar.no_loss"))
    return " ".join(told) + pen.cited(sorted({place for each in rows for place in each["evidence"]}))


def losses(row: CalendarRow, pen: Pen) -> Iterator[str]:
    """Yield what goes with a project: contacts, then actors, then themes."""
    if row["lost_contact"]:
        told = pen("review.calendar.contacts", n=row["lost_contact"])
        if row["focal_contacts"] == row["lost_contact"] > 1:
            told += " " + pen("review.calendar.focal_contacts_all")
        elif row["focal_contacts"]:
            told += " " + pen("review.calendar.focal_contacts", n=row["focal_contacts"])
        yield told
    if row["isolated"]:
        yield pen("review.calendar.isolated", n=row["isolated"])
    if row["themes"]:
        yield pen("review.calendar.themes", names=row["themes"])
