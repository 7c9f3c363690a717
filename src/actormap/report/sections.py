"""Sections of a review as the blocks of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actormap.output.document.blocks import Block, Bullets, DataTable, Paragraph, SectionHeading, TableCell
from actormap.output.document.inline import Line, Note, Strong, line
from actormap.report.footnotes import FootnotePen, noted
from actormap.report.review.document import Section

DEEPEST = 4
LINES, SECTIONS, ROWS = 10, 15, 20  # of a list, under one another, and of a table, that paper has room for


def blocks(section: Section, pen: FootnotePen, level: int = 1, *, counted: str = "", unknown: str = "") -> Iterator[Block]:
    """Yield a section with its heading of a level, and all that stands under it one level deeper; nothing if it has nothing to say.

    `counted` is the note of lines that have none of their own, since they are worked out from all there is; a list that `unknown` leads
    in says what the data is silent about, and has nothing to rest on.
    """
    if not (section.blocks or section.sections):
        return
    yield SectionHeading(min(level, DEEPEST), section.title)
    for block in section.blocks:
        if not block.listed:
            yield Paragraph(noted(" ".join(block.lines)))
            continue
        if block.lead:
            yield Paragraph(line(Strong(block.lead)))
        note = "" if block.lead == unknown else counted
        yield Bullets(tuple(_resting(noted(each), note) for each in block.lines[:LINES]))
        yield from paragraph(pen("report.more_rows", n=len(block.lines) - LINES) if len(block.lines) > LINES else "")
    for inner in section.sections[:SECTIONS]:
        yield from blocks(inner, pen, level + 1, counted=counted, unknown=unknown)
    yield from paragraph(pen("report.more_parts", n=len(section.sections) - SECTIONS) if len(section.sections) > SECTIONS else "")


def _resting(told: Line, note: str) -> Line:
    return told if not note or any(isinstance(part, Note) for part in told) else line(told, Note(note))


def bullets(lines: Iterable[str], *, counted: str = "") -> Iterator[Bullets]:
    """Yield lines as one list, nothing without any; `counted` is the note of those that have none of their own."""
    if found := tuple(_resting(noted(each), counted) for each in lines):
        yield Bullets(found)


def paragraph(*sentences: str, lead: bool = False) -> Iterator[Paragraph]:
    """Yield sentences as one paragraph, nothing without any; empty ones are left out."""
    if told := " ".join(filter(None, sentences)):
        yield Paragraph(noted(told), lead=lead)


def table(
    caption: str, columns: Iterable[str], rows: Iterable[Iterable[TableCell]], pen: FootnotePen, *, note: str = "", shown: int = ROWS
) -> Iterator[DataTable | Paragraph]:
    """Yield a table, nothing without rows; those beyond the first `shown` stand in workbooks alone, which is said below it."""
    if found := tuple(tuple(row) for row in rows):
        yield DataTable(caption, tuple(columns), found[:shown], note, found[shown:])
        yield from paragraph(pen("report.further_rows", n=len(found) - shown) if len(found) > shown else "")


def words(told: str | Line) -> TableCell:
    """Return a cell with words."""
    return TableCell(noted(told) if isinstance(told, str) else told)


def number(value: float | None, told: str) -> TableCell:
    """Return a cell with a number, told as the language writes it."""
    return TableCell((told,), None if value is None else float(value))
