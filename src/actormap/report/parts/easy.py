"""The report in plain language: short sentences, no name of a measure, each term explained once."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.output.document import blocks
from actormap.output.document.blocks import Block, SectionHeading
from actormap.report import readability
from actormap.report.inquiry import Inquiry
from actormap.report.review.calendar import parted
from actormap.report.sections import bullets, paragraph

FEW = 3
UNKNOWN = ("unknown_decisions", "only_implied", "nobody_leads", "no_meetings", "no_method", "no_goals", "no_target_group", "outcome")


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the whole in a page, and how easy it is to read."""
    found = [*_about(inquiry), *_known(inquiry), *_ended(inquiry), *_unknown(inquiry), *_next(inquiry)]
    yield from found
    lix = readability.lix(" ".join(text for block in found for text in blocks.words(block)))
    pen = inquiry.pen
    yield SectionHeading(2, pen("report.easy.reading"))
    yield from paragraph(pen("report.easy.lix", n=round(lix)), pen("report.easy.how"))


def _about(inquiry: Inquiry) -> Iterator[Block]:
    pen, review = inquiry.pen, inquiry.review
    yield SectionHeading(1, pen("report.easy.about", network=inquiry.network))
    yield from paragraph(
        pen("report.easy.what" if review else "report.easy.what_all", network=inquiry.network), pen("report.easy.based"), lead=True
    )
    if review is not None:
        rows = review.present.rows
        names = pen.named(row["id"] for row in rows)
        yield from paragraph(pen("report.easy.members", n=len(rows), names=names) if rows else pen("report.easy.no_members"))


def _known(inquiry: Inquiry) -> Iterator[Block]:
    pen, review = inquiry.pen, inquiry.review
    counts = inquiry.view.summary()
    lines = []
    if review is not None and (idle := [row["name"] for row in review.present.rows if not row["venues"]]):
        lines.append(pen("report.easy.idle", names=idle, n=len(idle)))
    if review is not None and review.present.holding:
        holder, cut_off = review.present.holding[0]
        lines.append(pen("report.easy.holding", name=pen.names[holder], n=len(cut_off)))
    if counts.get("venues"):
        lines.insert(0, pen("report.easy.venues", n=counts["venues"]))
    if counts.get("actors"):
        lines.insert(0, pen("report.easy.counted", n=counts["actors"]))
    if lines:
        yield SectionHeading(2, pen("report.easy.known"))
        yield from bullets(lines)


def _ended(inquiry: Inquiry) -> Iterator[Block]:
    pen = inquiry.pen
    if inquiry.review is None:
        return
    coming, past = parted(inquiry.review.calendar, inquiry.day)
    lines = []
    if lost := [row for row in past if row["lost_contact"]]:
        most = max(lost, key=lambda row: row["lost_contact"])
        lines += [pen("report.easy.ended", name=most["name"], year=most["end"][:4]), pen("report.easy.lost", n=most["lost_contact"])]
    lines += [pen("report.easy.coming", name=row["name"], year=row["end"][:4]) for row in coming[:FEW]]
    if lines:
        yield SectionHeading(2, pen("report.easy.ends"))
        yield from bullets(lines)


def _unknown(inquiry: Inquiry) -> Iterator[Block]:
    pen = inquiry.pen
    if inquiry.review is None:
        return
    rows = {row["finding"] for row in inquiry.review.fields.rows if row["state"] == "unknown"}
    lines = [pen(f"report.easy.unknown.{name}") for name in UNKNOWN if name in rows]
    if lines:
        yield SectionHeading(2, pen("report.easy.not_known"))
        yield from paragraph(pen("report.easy.not_known_lead"))
        yield from bullets(lines)


def _next(inquiry: Inquiry) -> Iterator[Block]:
    pen = inquiry.pen
    yield SectionHeading(2, pen("report.easy.next"))
    yield from paragraph(pen("report.easy.next_lead"))
