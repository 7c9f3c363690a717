"""What the sources show no sign of: who has no seat, takes part in nothing, or works with what nobody else does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actormap.analysis.composition.gaps import GapsRow, asked
from actormap.output.document.blocks import Block, SectionHeading
from actormap.output.page_text import at_first
from actormap.report.inquiry import Inquiry
from actormap.report.sections import bullets, paragraph

MUNICIPALITY = "municipality"


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
        if rows:
            yield from bullets(_lines(rows, inquiry), counted=inquiry.counted("gaps"))
        else:
            yield from paragraph(pen("report.nobody") + pen.marked(inquiry.counted("gaps")))


def _lines(rows: Sequence[GapsRow], inquiry: Inquiry) -> Iterator[str]:
    """Yield a line for all of a kind, the commonest first; municipalities alone are no kind that needs a name."""
    kinds: dict[str, list[GapsRow]] = {}
    for row in rows:
        kinds.setdefault(row["kind"], []).append(row)
    for kind, alike in sorted(kinds.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        names = [_named(row, inquiry) for row in alike]
        told = {"kind": at_first(inquiry.writer.kind(kind, len(alike))), "names": names}
        yield inquiry.pen("report.gap_kind" if len(kinds) > 1 or kind != MUNICIPALITY else "report.gap_names", **told)


def _named(row: GapsRow, inquiry: Inquiry) -> str:
    return f"{row['name']} ({inquiry.writer.cell('note', row['note'])})" if row["note"] else row["name"]
