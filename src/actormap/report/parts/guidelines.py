"""Guidelines at two levels, for how to organise and for lasting results of projects, drafted from what was found.

Each says what it builds on and how sure that is, and leaves room for the group's own words. What is unknown gives a question, no guideline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actormap.analysis.review.finding import COUNTED, IMPLIED, SAID
from actormap.analysis.review.review import Review
from actormap.output.document.blocks import AnswerSpace, Block, Paragraph, SectionHeading
from actormap.output.document.inline import Strong, line, plain
from actormap.report.footnotes import noted
from actormap.report.inquiry import Inquiry
from actormap.report.parts import project_guidelines
from actormap.report.parts.guideline import LEVELS, ORGANISATION, PARTLY, RESULTS, TOLD, Guideline
from actormap.report.review import five_fields, present_state, vacancy
from actormap.report.review.calendar import parted
from actormap.report.sections import paragraph

GOVERNED = ("administration", "lead", "participants", "unclear")
PLANS = ("successor_planned", "successor_of_project_planned")


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the guidelines of both levels; nothing where the data gives none."""
    pen, found = inquiry.pen, guidelines(inquiry)
    if not found:
        return
    yield SectionHeading(1, pen("report.guidelines.title"))
    yield from paragraph(pen("report.guidelines.lead_public" if inquiry.edition.public else "report.guidelines.lead"))
    for level in LEVELS:
        own = [each for each in found if each.level == level]
        if own:
            yield SectionHeading(2, pen(f"report.guidelines.level.{level}"))
        for each in own:
            yield SectionHeading(3, pen(f"report.guidelines.rule.{each.key}", network=inquiry.network))
            yield Paragraph(line(Strong(pen("report.guidelines.builds_on")), " ", noted(each.ground)))
            yield Paragraph(line(Strong(pen("report.guidelines.certainty")), " ", pen(f"report.guidelines.firm.{each.firmness}")))
            yield AnswerSpace(pen("report.guidelines.prompt"), short=True)


def guidelines(inquiry: Inquiry) -> list[Guideline]:
    """Return the guidelines that the data gives, of an edition those that all that is known gives alike."""
    found = [*_of_review(inquiry), *project_guidelines.write(inquiry)]
    if inquiry.known is None:
        return found
    said = {plain(noted(each.ground)) for each in guidelines(inquiry.known)}
    return [each for each in found if plain(noted(each.ground)) in said]


def _of_review(inquiry: Inquiry) -> Iterator[Guideline]:
    if inquiry.review is None:
        return
    review = inquiry.review
    yield from _from_fields(review, inquiry, "composition", ("one_sentence",), "register")
    yield from _from_fields(review, inquiry, "form", GOVERNED, "mandate")
    yield from _from_posts(review, inquiry)
    yield from _from_fields(review, inquiry, "composition", ("one_kind",), "breadth")
    if review.present.holding:
        told = " ".join(present_state.holding(review.present, inquiry.pen)) + inquiry.pen.marked(inquiry.counted("cutpoints"))
        yield Guideline(ORGANISATION, "link", told, COUNTED)
    yield from _from_fields(review, inquiry, "direction", PLANS, "ahead")
    yield from _from_ends(review, inquiry)
    yield from _from_clusters(review, inquiry)
    yield from _from_participation(review, inquiry)
    if gone := [row["name"] for row in review.factors.rows if not row["carried_today"] and not row["carried_unsure"]]:
        yield Guideline(
            RESULTS, "methods", inquiry.pen("factors.gone", names=gone) + inquiry.pen.marked(inquiry.counted("factors")), COUNTED
        )


def _from_fields(review: Review, inquiry: Inquiry, field: str, findings: Sequence[str], key: str) -> Iterator[Guideline]:
    rows = {row["finding"]: row for row in review.fields.of(field)}
    for name in findings:
        if name in rows and rows[name]["state"] not in ("unknown", "open"):
            told = five_fields.sentence(rows[name], review.focal, inquiry.pen)
            counted = "" if rows[name]["evidence"] else inquiry.pen.marked(inquiry.counted("review"))
            # What is counted rests on all that is known, and is said outright nowhere.
            yield Guideline(ORGANISATION, key, told + counted, COUNTED if counted else rows[name]["state"])
            return


def _from_posts(review: Review, inquiry: Inquiry) -> Iterator[Guideline]:
    rows = [row for row in review.posts.rows if row["target"] == review.focal]
    told = [*vacancy.tasks(review.posts, review.focal, inquiry.pen), *vacancy.through(rows, inquiry.pen)]
    if told:
        implied = [row["implied"] == len(row["relationships"]) for row in rows]
        firmness = IMPLIED if all(implied) else PARTLY if any(implied) else SAID
        yield Guideline(ORGANISATION, "backup", " ".join(told), firmness)


def _from_ends(review: Review, inquiry: Inquiry) -> Iterator[Guideline]:
    pen = inquiry.pen
    _, past = parted(review.calendar, inquiry.day)
    if ended := [row for row in past if row["themes"]]:
        themes = list(dict.fromkeys(theme for row in ended for theme in row["themes"]))
        cited = pen.cited(sorted({place for row in ended for place in row["evidence"]}))
        yield Guideline(RESULTS, "carry_on", pen("report.guidelines.ground.themes", n=len(themes), names=themes) + cited, COUNTED)
    if lost := [row for row in past if row["lost_contact"]]:
        most = max(lost, key=lambda row: row["lost_contact"])
        told = pen("report.calendar.most", name=most["name"], n=most["lost_contact"]) + pen.cited(most["evidence"])
        yield Guideline(RESULTS, "meeting", told, COUNTED)


def _from_clusters(review: Review, inquiry: Inquiry) -> Iterator[Guideline]:
    pen = inquiry.pen
    found = [row for row in review.clusters.rows if len(row["actors"]) > 1 and (row["carriers"] or row["experienced"])]
    if found:
        told = [
            pen("report.guidelines.ground.carriers", name=row["name"], names=pen.named({*row["carriers"], *row["experienced"]}))
            + pen.cited(row["carrying"])
            for row in found[:TOLD]
        ]
        yield Guideline(RESULTS, "experience", " ".join(told), COUNTED)


def _from_participation(review: Review, inquiry: Inquiry) -> Iterator[Guideline]:
    pen, saying = inquiry.pen, review.participation.saying()
    if saying:
        places = sorted({place for row in saying for place in row["evidence"]})
        told = pen("report.guidelines.ground.participation", n=len(saying), names=[row["name"] for row in saying]) + pen.cited(places)
        yield Guideline(RESULTS, "participation", told, COUNTED)
