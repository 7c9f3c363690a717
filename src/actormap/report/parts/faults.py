"""The log of system faults: what no single member can put right, drafted from what was found, to be taken up with somebody."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.analysis.composition.requirements.cells import MISSING
from actormap.output.document.blocks import AnswerSpace, Block, SectionHeading
from actormap.report.inquiry import Inquiry
from actormap.report.review import calendar, clusters
from actormap.report.review.coverage import motives
from actormap.report.sections import paragraph, table, words

FAULTS = 8  # rows on paper


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the log; nothing where the data shows no such fault."""
    pen, found = inquiry.pen, list(_found(inquiry))
    if not found:
        return
    yield SectionHeading(1, pen("report.faults.title"))
    yield from paragraph(pen("report.faults.lead"))
    headed = (pen(f"report.column.{each}") for each in ("fault", "shown_by", "raise_with"))
    undecided = pen("report.faults.undecided")
    told = ((words(fault), words(by), words(undecided)) for fault, by in found)
    yield from table(pen("report.caption.faults"), headed, told, pen, shown=FAULTS)
    yield AnswerSpace(pen("report.faults.prompt"))


def _found(inquiry: Inquiry) -> Iterator[tuple[str, str]]:
    """Yield each fault and what shows it."""
    pen, review = inquiry.pen, inquiry.review
    if review is not None:
        if missing := [row for row in review.coverage.rows if row["state"] == MISSING]:
            names = list(dict.fromkeys(row["column"] for row in missing))
            told = pen("report.faults.missing", network=inquiry.network, names=names)
            yield told, pen("report.faults.by.coverage") + pen.cited(motives(missing))
        _, past = calendar.parted(review.calendar, inquiry.day)
        for ended in calendar.alike([row for row in past if row["themes"]]):
            told = pen("report.faults.ended", names=[row["name"] for row in ended], themes=ended[0]["themes"])
            cited = pen.cited(sorted({place for row in ended for place in row["evidence"]}))
            yield told, pen("report.faults.by.calendar") + cited
        for rows in clusters.alike(review.clusters, several=False):
            told = pen("report.faults.alone", names=[row["name"] for row in rows], actor=pen.named(rows[0]["actors"]))
            yield told, pen("report.faults.by.clusters") + pen.cited(sorted({place for row in rows for place in row["evidence"]}))
    if idle := [row["name"] for row in inquiry.gaps.of("no_project")]:
        yield pen("report.faults.idle", names=idle, n=len(idle)), pen("report.faults.by.gaps") + pen.marked(inquiry.counted("gaps"))
