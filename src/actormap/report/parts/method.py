"""How the report was made, on a page: method, words, sources, and what tells one edition of it from another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import version

from actormap.model.records import Document
from actormap.output.document.blocks import Block, Bullets, Paragraph, SectionHeading
from actormap.output.document.inline import Line, Link, Strong, line
from actormap.report.inquiry import INVITED_AGAIN, RESAMPLES, Inquiry
from actormap.report.sections import bullets, paragraph

STEPS = ("statements", "ties", "states", "unknown", "places", "needs", "invitation", "ends", "limits")
# What is only said where an edition has the part that it is about.
ABOUT: Mapping[str, str] = {
    "places": "key_actors",
    "key_actor": "key_actors",
    "may_be": "key_actors",
    "bridge": "key_actors",
    "needs": "coverage",
    "need": "coverage",
    "invitation": "invitation",
    "post": "posts",
    "ends": "calendar",
    "gap": "gaps",
    "cluster": "clusters",
    "method": "factors",
    "guideline": "guidelines",
    "system_fault": "faults",
}
TERMS = (
    *("actor", "venue", "tie", "statement", "implied", "planned", "gap", "need", "key_actor", "may_be"),
    *("bridge", "post", "cluster", "method", "guideline", "system_fault"),
)
OF_A_NETWORK = {"coverage", "invitation", "posts", "calendar", "clusters", "factors", "faults"}
WEB = ("http://", "https://")


def method(inquiry: Inquiry) -> Iterator[Block]:
    """Yield how the report was made."""
    pen = inquiry.pen
    yield SectionHeading(1, pen("report.method.title"))
    yield from paragraph(
        inquiry.rests() if inquiry.support.statements else "",
        pen("report.left_out", n=left_out) if (left_out := sum(inquiry.view.summary()["left_out"].values())) else "",
    )
    yield from bullets(pen(f"report.method.{step}", resamples=RESAMPLES, again=INVITED_AGAIN) for step in STEPS if _told(step, inquiry))


def glossary(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the words that the report uses, each with what it means."""
    pen = inquiry.pen
    if inquiry.empty:
        return
    yield SectionHeading(1, pen("report.glossary.title"))
    yield Bullets(
        tuple(line(Strong(pen(f"report.term.{each}")), ": ", pen(f"report.meaning.{each}")) for each in TERMS if _told(each, inquiry))
    )


def sources(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the documents that statements rest on."""
    pen, snapshot = inquiry.pen, inquiry.atlas.shown()
    cited = {piece.document for tie in snapshot.relationships for piece in tie.evidence} | {row.document for row in snapshot.coverage}
    found = sorted((each for each in snapshot.documents if each.id in cited), key=lambda each: (each.title.casefold(), each.id))
    if found:
        yield SectionHeading(1, pen("report.documents"))
        yield from paragraph(pen("report.sources.lead"))
        yield Bullets(tuple(map(_source, found)))


def colophon(inquiry: Inquiry) -> Iterator[Block]:
    """Yield what the report was made of, so that it can be made again."""
    pen = inquiry.pen
    yield SectionHeading(1, pen("report.colophon.title"))
    yield Paragraph(line(pen("report.colophon.made", date=inquiry.date, version=version("actormap"), hash=inquiry.data_hash)))


def _source(document: Document) -> Line:
    title = Link(document.title, document.address) if document.address and document.address.startswith(WEB) else document.title
    return line(title, "".join(f", {each}" for each in (document.publisher, document.published) if each))


def _told(name: str, inquiry: Inquiry) -> bool:
    part = ABOUT.get(name)
    return part is None or (part in inquiry.edition.parts and (inquiry.review is not None or part not in OF_A_NETWORK))
