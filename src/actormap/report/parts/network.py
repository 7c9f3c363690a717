"""The parts of the review, which the command `review` tells in the terminal, as parts of a report."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.output.document.blocks import AnswerSpace, Block, Bullets, SectionHeading
from actormap.report.footnotes import noted
from actormap.report.inquiry import Inquiry
from actormap.report.review import clusters as review_clusters
from actormap.report.review import factors as review_factors
from actormap.report.review import five_fields, outsiders, page, vacancy
from actormap.report.sections import blocks, paragraph


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
        found = review_clusters.write(inquiry.review.clusters, inquiry.review.participation, inquiry.pen)
        yield from blocks(found, inquiry.pen, counted=inquiry.counted("clusters"))


def factors(inquiry: Inquiry) -> Iterator[Block]:
    """Yield who carries methods and success factors."""
    if inquiry.review is not None:
        yield from blocks(review_factors.write(inquiry.review.factors, inquiry.pen), inquiry.pen, counted=inquiry.counted("factors"))


def questions(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the questions for the workshop, with a place for what was answered."""
    if inquiry.review is None or not (asked := page.questions(inquiry.review, inquiry.pen)):
        return
    yield SectionHeading(1, inquiry.pen("report.questions.title"))
    yield from paragraph(inquiry.pen("report.questions.lead"))
    yield Bullets(tuple(map(noted, asked)), ordered=True)
    yield AnswerSpace(inquiry.pen("report.questions.prompt"))
