"""What to decide, and why: the first page, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actormap.analysis.composition.requirements.cells import MISSING, UNKNOWN
from actormap.analysis.review.review import Review
from actormap.output.document.blocks import Block, Bullets, KeyFigure, KeyFigures, SectionHeading
from actormap.output.document.inline import Strong, line
from actormap.report.footnotes import noted
from actormap.report.inquiry import Inquiry
from actormap.report.parts import project_guidelines
from actormap.report.review import five_fields, invitation, summary, vacancy
from actormap.report.sections import paragraph

FORMS = ("administration", "lead", "participants", "unclear", "nobody_leads")
POSTS = {"post", "posts"}
AHEAD = ("successor_planned", "successor_of_project_planned", "no_successor")


@dataclass(frozen=True, slots=True)
class DecisionToMake:
    """One thing to decide, and the sentences of why; `key` is where its words are."""

    key: str
    what: str
    why: str


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield what there is to decide, each with why, and the figures that it turns on."""
    pen, found = inquiry.pen, tuple(decisions(inquiry))
    yield SectionHeading(1, pen("report.decisions.title"))
    yield from paragraph(
        pen("report.decisions.lead" if found else "report.decisions.none", network=inquiry.network, n=len(found)), lead=True
    )
    if found:
        yield Bullets(tuple(line(Strong(each.what), " ", noted(each.why)) for each in found), ordered=True)
    if figures := tuple(_figures(inquiry)):
        yield KeyFigures(figures)


def decisions(inquiry: Inquiry) -> Iterator[DecisionToMake]:
    """Yield what there is to decide, what all else hangs on first."""
    if inquiry.review is None:
        yield from _without_focus(inquiry)
        return
    for key, whys in (
        ("mandate", _mandate(inquiry.review, inquiry)),
        ("members", _members(inquiry.review, inquiry)),
        ("invite", _invite(inquiry.review, inquiry)),
        ("unknown", _unknown(inquiry.review, inquiry)),
        ("posts", vacancy.tasks(inquiry.review.posts, inquiry.review.focal, inquiry.pen)),
        ("ahead", _ahead(inquiry.review, inquiry)),
    ):
        if why := list(whys):
            seats = len(inquiry.review.invitation.rows[0]["set"]) if key == "invite" else 0
            yield DecisionToMake(key, inquiry.pen(f"report.decisions.what.{key}", n=seats), " ".join(why))
    yield from _of_projects(inquiry)


def _without_focus(inquiry: Inquiry) -> Iterator[DecisionToMake]:
    pen = inquiry.pen
    if inquiry.empty:
        return
    if networks := len(inquiry.atlas.snapshot.networks):
        yield DecisionToMake("focus", pen("report.decisions.what.focus"), pen("report.decisions.why.focus", n=networks))
    if idle := len(inquiry.gaps.of("no_project")):
        counted = pen.marked(inquiry.counted("gaps"))
        yield DecisionToMake("idle", pen("report.decisions.what.idle"), pen("report.decisions.why.idle", n=idle) + counted)
    yield from _of_projects(inquiry)


def _of_projects(inquiry: Inquiry) -> Iterator[DecisionToMake]:
    """Yield what the results of coded projects ask for."""
    for each in project_guidelines.of_measures(inquiry):
        yield DecisionToMake(each.key, inquiry.pen(f"report.decisions.what.{each.key}"), each.ground)


def _mandate(review: Review, inquiry: Inquiry) -> Iterator[str]:
    rows = {row["finding"]: row for row in review.fields.of("form")}
    for name in FORMS:
        if name == "nobody_leads" and POSTS & rows.keys():
            yield from (five_fields.sentence(rows[each], review.focal, inquiry.pen) for each in sorted(POSTS & rows.keys()))
        elif name in rows and rows[name]["state"] != "unknown":
            yield five_fields.sentence(rows[name], review.focal, inquiry.pen)
        elif name in rows:
            yield inquiry.pen(f"report.decisions.why.{name}")
    if "unknown_decisions" in rows:
        yield inquiry.pen("report.decisions.why.decisions")


def _members(review: Review, inquiry: Inquiry) -> Iterator[str]:
    rows = {row["finding"]: row for row in review.fields.of("composition")}
    if not review.present.rows:
        yield inquiry.pen("review.present.no_members", network=inquiry.network)
    for name in ("one_sentence", "planned"):
        if name in rows:
            yield five_fields.sentence(rows[name], review.focal, inquiry.pen)


def _invite(review: Review, inquiry: Inquiry) -> Iterator[str]:
    if review.invitation.rows:
        places = {place for actor in review.invitation.rows[0]["set"] for place in invitation.places(review.support, actor)}
        yield invitation.proposal(review.invitation, inquiry.pen) + inquiry.pen.cited(sorted(places))
        if equal := invitation.equals(review.invitation, inquiry.pen):
            yield equal


def _unknown(review: Review, inquiry: Inquiry) -> Iterator[str]:
    if any(row["state"] == UNKNOWN for row in review.coverage.rows):
        yield summary.needs(review, inquiry.pen) + inquiry.pen.marked(inquiry.counted("coverage"))
        yield inquiry.pen("review.coverage.unknown_note")


def _ahead(review: Review, inquiry: Inquiry) -> Iterator[str]:
    rows = {row["finding"]: row for row in review.fields.of("direction")}
    for name in AHEAD:
        if name not in rows:
            continue
        if rows[name]["state"] == "unknown":
            yield inquiry.pen(f"report.decisions.why.{name}", network=inquiry.network)
        else:
            yield five_fields.sentence(rows[name], review.focal, inquiry.pen)
            yield inquiry.pen("report.decisions.why.outcome") if "outcome" in rows else ""


def _figures(inquiry: Inquiry) -> Iterator[KeyFigure]:
    review = inquiry.review
    if review is None:
        return
    for name, value in (
        ("members", len(review.present.rows)),
        ("missing", sum(row["state"] == MISSING for row in review.coverage.rows)),
        ("unknown", sum(row["state"] == UNKNOWN for row in review.coverage.rows)),
    ):
        if name == "members" or review.coverage.rows:
            yield figure(inquiry, name, value, "review" if name == "members" else "coverage")


def counted(inquiry: Inquiry, names: Sequence[str]) -> Iterator[KeyFigure]:
    """Yield key figures of how much there is."""
    counts = inquiry.view.summary()
    yield from (figure(inquiry, name, counts[name], "centrality") for name in names if name in counts)


def figure(inquiry: Inquiry, name: str, value: float, command: str) -> KeyFigure:
    """Return a key figure with its words, and the note of the command that counts it."""
    told = {"network": inquiry.network, "n": value}
    label, meaning = (inquiry.pen(f"report.figure.{name}.{part}", **told) for part in ("label", "meaning"))
    return KeyFigure(inquiry.pen.texts.number(value), label, meaning, inquiry.counted(command))
