"""What the sources show no sign of: who has no seat, takes part in nothing, or works with what nobody else does."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.analysis.composition.gaps import GapsRow, asked
from actormap.output.document.blocks import Block, Bullets, SectionHeading
from actormap.report.footnotes import noted
from actormap.report.inquiry import Inquiry
from actormap.report.sections import paragraph

SHOWN = 60


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield each sort of gap that the data can tell of, with those it holds for."""
    pen = inquiry.pen
    kinds = asked(inquiry.atlas.view("affiliation"), inquiry.focal)
    if not kinds or inquiry.empty:
        return
    yield SectionHeading(1, pen("report.gaps"))
    yield from paragraph(pen("report.gaps_note"))
    for gap in kinds:
        rows = inquiry.gaps.of(gap)
        yield SectionHeading(2, pen(f"report.gap_{gap}", network=inquiry.network))
        if not rows:
            yield from paragraph(pen("report.nobody"))
            continue
        yield Bullets(tuple(noted(_line(row, inquiry)) for row in rows[:SHOWN]))
        if len(rows) > SHOWN:
            yield from paragraph(pen("report.more_rows", n=len(rows) - SHOWN))


def _line(row: GapsRow, inquiry: Inquiry) -> str:
    writer = inquiry.writer
    if row["kind"] == "municipality" and not row["note"]:
        return row["name"]
    note = f"; {writer.cell('note', row['note'])}" if row["note"] else ""
    return f"{row['name']} ({writer.kind(row['kind'])}{note})"
