"""What has changed since another date, or since another workspace: the state before and the state now."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.analysis.change import timeline
from actormap.analysis.change.compare import CAME, GONE, NEW, WENT, Comparison
from actormap.atlas.atlas import Atlas
from actormap.graph.attributes import ACTOR
from actormap.output.document.blocks import Block, SectionHeading
from actormap.report.inquiry import Inquiry
from actormap.report.sections import bullets, number, paragraph, table, words

COUNTS = ("actors", "venues", "ties")


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield who and what has come and gone, with the counts before and now; nothing where there is nothing to compare with.

    Where the state before is that of a date, ties without any stand in it as well, and that is said.
    """
    pen, found = inquiry.pen, inquiry.comparison
    if found is None or inquiry.before is None:
        return
    earlier = inquiry.before.view("affiliation")
    now, then = inquiry.now.view("affiliation").summary(), earlier.summary()
    yield SectionHeading(1, pen("report.changes.title"))
    yield from paragraph(pen("report.changes.lead", before=_called(inquiry.before), now=_called(inquiry.now)), lead=True)
    if inquiry.before.selection.at and timeline.undated(earlier):
        yield from paragraph(pen("report.changes.undated"))
    told = ((words(pen(f"report.column.{name}")), *(number(n, pen.texts.number(n)) for n in (then[name], now[name]))) for name in COUNTS)
    headed = (pen(f"report.column.{each}") for each in ("what", "before", "now"))
    yield from table(pen("report.caption.changes"), headed, told, pen, note=inquiry.counted("compare"))
    yield from bullets(_lines(found, inquiry), counted=inquiry.counted("compare"))


def _lines(found: Comparison, inquiry: Inquiry) -> Iterator[str]:
    pen = inquiry.pen
    for change in (CAME, WENT):
        for side in ("actors", "venues"):
            names = [row["name"] for row in found.rows if row["change"] == change and (row["side"] == ACTOR) == (side == "actors")]
            names = list(dict.fromkeys(names))
            if names:
                yield pen(f"report.changes.{change}.{side}", n=len(names), names=names)
    for change in (NEW, GONE):
        ties = [row for row in found.ties.rows if row["change"] == change] if found.ties else []
        if ties:
            told = [pen("report.changes.tie", actor=row["source_name"], venue=row["target_name"]) for row in ties]
            yield pen(f"report.changes.{change}", n=len(ties), names=told)
    moved = {row["change"] for row in (*found.rows, *(found.ties.rows if found.ties else ()))}
    if not moved & {CAME, WENT, NEW, GONE}:
        yield pen("report.changes.nothing")


def _called(atlas: Atlas) -> str:
    """Return what a side of the comparison is called: its date, else its title."""
    return atlas.selection.at or atlas.title
