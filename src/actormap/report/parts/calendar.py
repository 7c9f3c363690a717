"""What ends and what it takes along, with the calendar as a picture, and the network through the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actormap.analysis.change.sunset import Calendar
from actormap.output.document.blocks import Block, DataTable, Figure, SectionHeading
from actormap.report.inquiry import Inquiry
from actormap.report.review import calendar
from actormap.report.review.document import Section
from actormap.report.sections import LINES, ROWS, blocks, number, paragraph, table, words

DRAWN = 40  # projects that a picture has room for
LATEST = 10  # of many, that paper has room for
YEARS = 30


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield what ends, and how the network has grown and shrunk; nothing without a network in focus."""
    if inquiry.review is None:
        return
    told = _latest_first(calendar.write(inquiry.review.calendar, inquiry.day, inquiry.pen), inquiry)
    yield from blocks(told, inquiry.pen, counted=inquiry.counted("sunset"))
    yield from _calendar(inquiry.review.calendar, inquiry)
    yield from _years(inquiry)


def _latest_first(told: Section, inquiry: Inquiry) -> Section:
    """Return what ends with what has ended turned round where there is no room for all: what ended last is what can still be mended."""
    past, turned = inquiry.pen("review.calendar.past"), inquiry.pen("report.calendar.past_latest")
    return replace(
        told,
        blocks=tuple(
            replace(block, lines=block.lines[::-1], lead=turned) if block.lead == past and len(block.lines) > LINES else block
            for block in told.blocks
        ),
    )


def _calendar(found: Calendar, inquiry: Inquiry) -> Iterator[Block]:
    from actormap.output.charts import calendar as chart

    pen, rows = inquiry.pen, found.rows
    if not rows:
        return
    most = max(rows, key=lambda row: row["lost_contact"])
    told = [pen("report.calendar.alternative", n=len(rows), first=rows[0]["end"], last=rows[-1]["end"])]
    if most["lost_contact"]:
        told.append(pen("report.calendar.most", name=most["name"], n=most["lost_contact"]))
    columns = ("project", "start", "end", "contacts_lost", "questions_lost")
    first, *more = table(
        pen("report.caption.calendar" if len(rows) <= ROWS else "report.caption.calendar_latest"),
        (pen(f"report.column.{each}") for each in columns),
        (
            (words(row["name"]), words(row["start"] or pen("report.not_said")), words(row["end"]),
             number(row["lost_contact"], pen.texts.number(row["lost_contact"])), words(pen.listed(row["themes"]) or "–"))
            for row in (rows if len(rows) <= ROWS else reversed(rows))
        ),
        pen,
        note=inquiry.counted(pen("report.command.calendar")),
        shown=ROWS if len(rows) <= ROWS else LATEST,
    )  # fmt: skip
    if len(rows) <= DRAWN and isinstance(first, DataTable):
        yield Figure(chart.draw(found, pen.texts), pen("report.calendar.caption"), " ".join(told), first)
    else:
        yield first
    yield from more


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
        pen,
        note=inquiry.counted("timeline"),
        shown=YEARS,
    )
    yield from (
        Figure(chart.draw(found, pen.texts), pen("report.years.caption"), told, each) for each in described if isinstance(each, DataTable)
    )
