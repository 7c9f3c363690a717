"""A review in a few sentences: who sits in the network, what is missing, what ends, what rests on little."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.analysis.composition.requirements.cells import MISSING, UNKNOWN
from actormap.analysis.review.review import Review
from actormap.model import dates
from actormap.report.review import five_fields, invitation, vacancy
from actormap.report.review.document import Section, items, section
from actormap.report.review.writer import Pen

TELLING = ("one_sentence", "participants", "lead", "administration")


def write(review: Review, date: str, pen: Pen) -> Section:
    """Return the most important of a review, in the order of its parts."""
    return section(pen("review.brief.title"), items(*_lines(review, date, pen)))


def _lines(review: Review, date: str, pen: Pen) -> Iterator[str]:
    yield from _members(review, pen)
    rows = review.coverage.rows
    if rows:
        yield needs(review, pen)
    if review.others.unnamed():
        checklist = pen.vocabulary.checklist
        yield pen("others.unnamed", names=[pen.texts.pick(checklist[name]) for name in review.others.unnamed()])
    if review.invitation.rows:
        yield " ".join((invitation.proposal(review.invitation, pen), invitation.equals(review.invitation, pen))).strip()
    coming = [row for row in review.calendar.rows if dates.last_day(row["end"]) >= dates.first_day(date)]
    yield (
        pen("review.brief.next", name=coming[0]["name"], end=coming[0]["end"])
        if coming
        else pen("review.calendar.nothing_coming", date=date)
    )
    yield from vacancy.tasks(review.posts, review.focal, pen)


def needs(review: Review, pen: Pen) -> str:
    """Return how many of the needs of a network are missing and unknown, in a sentence."""
    rows = review.coverage.rows
    counts = {state: sum(row["state"] == state for row in rows) for state in (MISSING, UNKNOWN)}
    return pen("review.brief.coverage", n=len(rows), **{state: pen(f"review.brief.{state}", n=counts[state]) for state in counts})


def _members(review: Review, pen: Pen) -> Iterator[str]:
    network, present = pen.names[review.focal], review.present
    if not present.rows:
        yield pen("review.present.no_members", network=network)
        return
    kinds: dict[str, int] = {}
    for row in present.rows:
        kinds[row["kind"]] = kinds.get(row["kind"], 0) + 1
    yield pen("review.brief.members", network=network, kinds=pen.kinds(kinds))
    for finding in review.fields.rows:
        if finding["finding"] in ("planned", *TELLING):
            yield five_fields.sentence(finding, review.focal, pen)
