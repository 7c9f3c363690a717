"""What the report comes to, in short: for those who were not in the room."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.output.document.blocks import Block, KeyFigures, SectionHeading
from actormap.report.inquiry import Inquiry
from actormap.report.parts.decisions import counted
from actormap.report.review import calendar, five_fields, present_state, summary
from actormap.report.sections import bullets, paragraph

FINDINGS = (*summary.TELLING, "addresses", "purpose")


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield who the network is, what it works with, who holds it together, what has ended, and what the sources do not say."""
    pen = inquiry.pen
    yield SectionHeading(1, pen("report.short.title"))
    yield from paragraph(pen("report.short.lead", network=inquiry.network), lead=True)
    yield from bullets(_lines(inquiry), counted=inquiry.counted("review"))
    yield KeyFigures(tuple(counted(inquiry, ("actors", "venues"))))


def _lines(inquiry: Inquiry) -> Iterator[str]:
    review, pen = inquiry.review, inquiry.pen
    if review is None:
        return
    if review.present.rows:
        kinds: dict[str, int] = {}
        for row in review.present.rows:
            kinds[row["kind"]] = kinds.get(row["kind"], 0) + 1
        yield pen("review.brief.members", network=inquiry.network, kinds=pen.kinds(kinds))
    for finding in review.fields.rows:
        if finding["finding"] in FINDINGS and finding["state"] not in ("unknown", "open"):
            yield five_fields.sentence(finding, review.focal, pen)
    yield from present_state.holding(review.present, pen)
    coming, past = calendar.parted(review.calendar, inquiry.day)
    if coming:
        yield pen("review.brief.next", name=coming[0]["name"], end=coming[0]["end"]) + pen.cited(coming[0]["evidence"])
    elif past:
        yield pen("review.calendar.nothing_coming", date=inquiry.day)
    if lost := [row for row in past if row["lost_contact"]]:
        most = max(lost, key=lambda row: row["lost_contact"])
        yield pen("report.calendar.most", name=most["name"], n=most["lost_contact"]) + pen.cited(most["evidence"])
    if review.others.unnamed():
        checklist = pen.vocabulary.checklist
        yield pen("others.unnamed", names=[pen.texts.pick(checklist[name]) for name in review.others.unnamed()])
