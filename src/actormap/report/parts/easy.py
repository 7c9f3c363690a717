"""The report in plain language: short sentences, no name of a measure, each term explained once."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.analysis.projects.state import DIRECTED
from actormap.analysis.review.finding import IMPLIED, UNKNOWN
from actormap.model.coding import NOT_MEASURED
from actormap.output.document import blocks
from actormap.output.document.blocks import Block, SectionHeading
from actormap.report import readability
from actormap.report.inquiry import Inquiry
from actormap.report.parts import projects
from actormap.report.review.calendar import parted
from actormap.report.sections import bullets, paragraph

FEW = 3
FORMS = ("administration", "lead", "participants")  # of holding a network together
POSTS = {"post", "posts"}
UNSAID = ("unknown_decisions", "nobody_leads", "no_meetings", "no_method", "no_goals", "no_target_group", "outcome")


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the whole in a page, and how easy it is to read."""
    found = [*_about(inquiry), *_known(inquiry), *_ended(inquiry), *_projects(inquiry), *_unknown(inquiry), *_next(inquiry)]
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
        told = pen("report.easy.members", n=len(rows), names=pen.named(row["id"] for row in rows))
        cited = pen.cited(
            sorted({place for row in review.fields.of("composition") if row["finding"] == "members" for place in row["evidence"]})
        )
        yield from paragraph(told + cited if rows else pen("report.easy.no_members"))


def _known(inquiry: Inquiry) -> Iterator[Block]:
    lines = [*_counts(inquiry), *_holding(inquiry)]
    if lines:
        yield SectionHeading(2, inquiry.pen("report.easy.known"))
        yield from bullets(lines, counted=inquiry.pen("report.easy.note"))


def _counts(inquiry: Inquiry) -> Iterator[str]:
    pen, review, counts = inquiry.pen, inquiry.review, inquiry.view.summary()
    if counts.get("actors"):
        yield pen("report.easy.counted" if inquiry.view.two_mode else "report.easy.counted_contacts", n=counts["actors"])
    if counts.get("venues"):
        yield pen("report.easy.venues", n=counts["venues"])
    if review is not None and (idle := [row["name"] for row in review.present.rows if not row["venues"]]):
        yield pen("report.easy.idle", names=idle, n=len(idle))


def _holding(inquiry: Inquiry) -> Iterator[str]:
    """Yield who holds the network together, and that it is not said outright where it is not, then without whom others lose contact."""
    pen, review = inquiry.pen, inquiry.review
    if review is None:
        return
    for row in review.fields.of("form"):
        if row["finding"] in FORMS and row["state"] != UNKNOWN:
            soft = "_implied" if row["state"] == IMPLIED else ""
            yield pen(f"report.easy.form.{row['finding']}{soft}", names=row["values"]["names"]) + pen.cited(row["evidence"])
    if review.present.holding:
        holder, cut_off = review.present.holding[0]
        yield pen("report.easy.holding", name=pen.names[holder], n=len(cut_off))


def _ended(inquiry: Inquiry) -> Iterator[Block]:
    pen = inquiry.pen
    if inquiry.review is None:
        return
    coming, past = parted(inquiry.review.calendar, inquiry.day)
    lines = []
    if lost := [row for row in past if row["lost_contact"]]:
        most = max(lost, key=lambda row: row["lost_contact"])
        told = pen("report.easy.ended", name=most["name"], year=most["end"][:4])
        lines.append(f"{told} {pen('report.easy.lost', n=most['lost_contact'])}{pen.cited(most['evidence'])}")
    lines += [pen("report.easy.coming", name=row["name"], year=row["end"][:4]) + pen.cited(row["evidence"]) for row in coming[:FEW]]
    if lines:
        yield SectionHeading(2, pen("report.easy.ends"))
        yield from bullets(lines, counted=pen("report.easy.note"))


def _projects(inquiry: Inquiry) -> Iterator[Block]:
    """Yield how many projects say what they reached, how many did not measure, and of how many that is unknown."""
    pen, found = inquiry.pen, projects.by_answer(inquiry)
    if not found.states:
        return
    counts = {
        "looked_at": len(found.every),
        "answered": len(found.of(*DIRECTED)),
        "unmeasured": len(found.of(NOT_MEASURED)),
        "unasked": len(found.unasked),
    }
    yield SectionHeading(2, pen("report.easy.projects.title"))
    yield from bullets((pen(f"report.easy.projects.{name}", n=n) for name, n in counts.items() if n), counted=pen("report.easy.note"))
    yield from paragraph(pen("report.easy.projects.no_failure") if counts["unasked"] else "")


def _unknown(inquiry: Inquiry) -> Iterator[Block]:
    pen = inquiry.pen
    if inquiry.review is None:
        return
    rows = {row["finding"]: row["state"] for row in inquiry.review.fields.rows}
    # Who coordinates is known where a post is said to.
    told = [name for name in UNSAID if rows.get(name) == UNKNOWN and not (name == "nobody_leads" and POSTS & rows.keys())]
    if told:
        yield SectionHeading(2, pen("report.easy.not_known"))
        yield from paragraph(pen("report.easy.not_known_lead"))
        yield from bullets(pen(f"report.easy.unknown.{name}") for name in told)


def _next(inquiry: Inquiry) -> Iterator[Block]:
    pen = inquiry.pen
    yield SectionHeading(2, pen("report.easy.next"))
    yield from paragraph(pen("report.easy.next_lead" if inquiry.review else "report.easy.next_lead_all"))
