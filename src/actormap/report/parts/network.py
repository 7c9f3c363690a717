"""The parts of the review, which the command `review` tells in the terminal, as parts of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actormap.output.document.blocks import AnswerSpace, Block, Bullets, SectionHeading
from actormap.report.footnotes import noted
from actormap.report.inquiry import Inquiry
from actormap.report.parts import projects
from actormap.report.review import clusters as review_clusters
from actormap.report.review import factors as review_factors
from actormap.report.review import five_fields, outsiders, page, vacancy
from actormap.report.review.document import paragraph as line_of
from actormap.report.sections import blocks, paragraph

CLUSTERS, LARGEST = 7, 4  # that paper has room for, and of more the first, which have most actors


def fields(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the network in five fields."""
    if inquiry.review is not None:
        unknown = inquiry.pen("review.unknown")
        yield from blocks(
            five_fields.write(inquiry.review.fields, inquiry.pen), inquiry.pen, counted=inquiry.counted("review"), unknown=unknown
        )


def others(inquiry: Inquiry) -> Iterator[Block]:
    """Yield who else there is round the network."""
    if inquiry.review is not None:
        yield from blocks(outsiders.write(inquiry.review.others, inquiry.pen), inquiry.pen, counted=inquiry.counted("others"))


def posts(inquiry: Inquiry) -> Iterator[Block]:
    """Yield what hangs on one post."""
    if inquiry.review is not None:
        yield from blocks(
            vacancy.write(inquiry.review.posts, inquiry.review.focal, inquiry.pen), inquiry.pen, counted=inquiry.counted("vacant")
        )


def clusters(inquiry: Inquiry) -> Iterator[Block]:
    """Yield who gathers round each question, and whom none of the circles has."""
    if inquiry.review is not None:
        pen, found = inquiry.pen, inquiry.review.clusters
        many = len(review_clusters.alike(found, several=True))
        rest = many - LARGEST if many > CLUSTERS else 0
        if rest:
            # Where there are many, what each of them has not is most of what there is.
            found = replace(found, rows=tuple(row | {"methods_elsewhere": []} for row in found.rows))
        told = review_clusters.write(found, inquiry.review.participation, pen)
        if rest:
            note = pen("report.more_clusters", n=rest) + pen.marked(inquiry.counted("clusters"))
            told = replace(told, sections=told.sections[:LARGEST] + told.sections[many:], blocks=(*told.blocks, line_of(note)))
        yield from blocks(told, pen, counted=inquiry.counted("clusters"))


def factors(inquiry: Inquiry) -> Iterator[Block]:
    """Yield who carries methods and success factors."""
    if inquiry.review is not None:
        yield from blocks(review_factors.write(inquiry.review.factors, inquiry.pen), inquiry.pen, counted=inquiry.counted("factors"))


def questions(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the questions for the workshop, with a place for what was answered."""
    asked = page.questions(inquiry.review, inquiry.pen) if inquiry.review is not None else []
    asked += projects.questions(inquiry)
    if not asked:
        return
    yield SectionHeading(1, inquiry.pen("report.questions.title"))
    yield from paragraph(inquiry.pen("report.questions.lead"))
    yield Bullets(tuple(map(noted, asked)), ordered=True)
    yield AnswerSpace(inquiry.pen("report.questions.prompt"))
