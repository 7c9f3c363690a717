"""What ends and what it takes along, with the calendar as a picture, and the network through the years."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.analysis.change.sunset import Calendar
from actormap.output.document.blocks import Block, Figure, SectionHeading
from actormap.report.inquiry import Inquiry
from actormap.report.review import calendar
from actormap.report.sections import blocks, number, paragraph, table, words

SHOWN = 40
YEARS = 30


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield what ends, and how the network has grown and shrunk; nothing without a network in focus."""
    if inquiry.review is None:
        return
    yield from blocks(calendar.write(inquiry.review.calendar, inquiry.day, inquiry.pen), inquiry.pen, counted=inquiry.counted("sunset"))
    yield from _calendar(inquiry.review.calendar, inquiry)
    yield from _years(inquiry)


def _calendar(found: Calendar, inquiry: Inquiry) -> Iterator[Block]:
    from actormap.output.charts import calendar as chart

    pen, rows = inquiry.pen, found.rows
    if not rows or len(rows) > SHOWN:
        return
    most = max(rows, key=lambda row: row["lost_contact"])
    told = [pen("report.calendar.alternative", n=len(rows), first=rows[0]["end"], last=rows[-1]["end"])]
    if most["lost_contact"]:
        told.append(pen("report.calendar.most", name=most["name"], n=most["lost_contact"]))
    columns = ("project", "start", "end", "contacts_lost", "questions_lost")
    described = table(
        pen("report.caption.calendar"),
        (pen(f"report.column.{each}") for each in columns),
        (
            (words(row["name"]), words(row["start"] or pen("report.not_said")), words(row["end"]),
             number(row["lost_contact"], pen.texts.number(row["lost_contact"])), words(pen.listed(row["themes"]) or "–"))
            for row in rows
        ),
    )  # fmt: skip
    yield Figure(chart.draw(found, pen.texts), pen("report.calendar.caption"), " ".join(told), next(described))


def _years(inquiry: Inquiry) -> Iterator[Block]:
    from actormap.output.charts import timeline as chart

    pen, found = inquiry.pen, inquiry.timeline
    rows = found.rows
    if len(rows) < 2:
        return
    most = max(rows, key=lambda row: row["actors"])
    yield SectionHeading(2, pen("report.years.title"))
    yield from paragraph(pen("report.years.lead"))
    told = pen("report.years.alternative", first=str(rows[0]["year"]), last=str(rows[-1]["year"]), most=str(most["year"]), n=most["actors"])
    columns = ("year", "actors", "venues", "ties")
    described = table(
        pen("report.caption.years"),
        (pen(f"report.column.{each}") for each in columns),
        (
            (words(str(row["year"])), *(number(n, pen.texts.number(n)) for n in (row["actors"], row["venues"], row["ties"])))
            for row in rows[-YEARS:]
        ),
    )
    yield Figure(chart.draw(found, pen.texts), pen("report.years.caption"), told, next(described))
