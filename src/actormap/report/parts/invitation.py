"""Whom to invite and why, the choices that are as good, and what if somebody says no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from actormap.analysis.composition.invitation.invite import Invitation
from actormap.output.document.blocks import Block, SectionHeading
from actormap.output.pages.invitation import alternatives
from actormap.report.inquiry import Inquiry
from actormap.report.review import invitation
from actormap.report.sections import blocks, bullets, number, paragraph, table, words

EQUALS = 12  # rows of the table of those in choices that are as good


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the invitation; nothing without a network in focus."""
    if inquiry.review is None:
        return
    pen, found = inquiry.pen, inquiry.review.invitation
    yield from blocks(invitation.write(found, inquiry.review.support, pen), pen, counted=inquiry.counted("invite"))
    if found.rows:
        yield from _equals(found, inquiry)
        if lines := list(alternatives(found, pen.texts)):
            yield SectionHeading(2, pen("invite.declined.title"))
            yield from bullets(lines)


def _equals(found: Invitation, inquiry: Inquiry) -> Iterator[Block]:
    """Yield who is in how many of the choices that are as good, if there are several and all are known."""
    if found.more or len(found.rows) < 2:
        return
    pen = inquiry.pen
    counts = Counter(name for row in found.rows for name in row["names"]).most_common()
    yield SectionHeading(2, pen("invite.equal.title"))
    yield from paragraph(pen("report.invite.equals", n=len(found.rows)))
    headed = (pen("report.column.actor"), pen("report.column.choices"))
    told = ((words(name), number(n, pen.texts.number(n))) for name, n in counts)
    yield from table(pen("report.caption.equals"), headed, told, pen, note=inquiry.counted("invite"), shown=EQUALS)
