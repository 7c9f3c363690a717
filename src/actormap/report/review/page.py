"""A whole review as text, Markdown, JSON or a workbook."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, TypedDict

from actormap.analysis.result import Context, Result
from actormap.analysis.review.review import Review
from actormap.model.records import Document, Snapshot
from actormap.output import xlsx
from actormap.output.cells import Writer
from actormap.output.terminal import PROGRAM, Terminal
from actormap.report.review import (
    calendar,
    clusters,
    coverage,
    document,
    factors,
    five_fields,
    invitation,
    outsiders,
    present_state,
    summary,
    vacancy,
)
from actormap.report.review.document import Section, items, paragraph, section
from actormap.report.review.sheets import readable
from actormap.report.review.writer import Pen

FORMS = ("table", "md", "json", "xlsx")


class ReviewTextRow(TypedDict):
    """A row of `ReviewText`."""

    section: str
    text: str


@dataclass(frozen=True)
class ReviewText(Result[ReviewTextRow]):
    """A review as it is read, line by line: `section` is the heading that `text` stands under."""

    name: ClassVar[str] = "review"
    header: ClassVar[tuple[str, ...]] = tuple(ReviewTextRow.__annotations__)


def write(review: Review, form: str, writer: Writer, snapshot: Snapshot, width: int | None = None) -> str | bytes:
    """Return a review in a form of `FORMS`: bytes for a workbook, text otherwise. `width` is the terminal's, in characters."""
    pen = pen_for(writer, snapshot)
    if form == "xlsx":
        parts = {name: (part,) for name, part in review.parts().items()} | {"invitation": invitation.worded(review.invitation, pen)}
        sheets = [readable(sheet, pen) for part in parts.values() for sheet in part if sheet.rows]
        return xlsx.write([_told(review, sections(review, pen, snapshot)), *sheets], writer)
    if form == "json":
        proposed, *besides = invitation.worded(review.invitation, pen)
        invited = proposed.to_dict() | {each.name: [dict(row) for row in each.rows] for each in besides}
        told = review.to_dict() | {"invitation": invited, "questions": questions(review, pen)}
        return json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return document.write(sections(review, pen, snapshot), form, width)


def pen_for(writer: Writer, snapshot: Snapshot, terminal: Terminal = PROGRAM) -> Pen:
    """Return what writes sentences about the nodes of a snapshot, for a reader who is shown so much of each list."""
    return Pen(writer.texts, writer.vocabulary, {node.id: node.name for node in snapshot.nodes()}, terminal)


def sections(review: Review, pen: Pen, snapshot: Snapshot) -> Section:
    """Return the review as one section with its parts under it, the most important first."""
    at = review.present.context.parameters.get("at")
    parts = [
        summary.write(review, at or review.date, pen),
        present_state.write(review.present, pen),
        coverage.write(review.coverage, pen),
        outsiders.write(review.others, pen),
        invitation.write(review.invitation, review.support, pen),
        calendar.write(review.calendar, at or review.date, pen),
        vacancy.write(review.posts, review.focal, pen),
        five_fields.write(review.fields, pen),
        clusters.write(review.clusters, review.participation, pen),
        factors.write(review.factors, pen),
        section(pen("review.questions"), items(*questions(review, pen))),
        section(pen("review.sources"), items(*_sources(review, pen, snapshot.by_id))),
    ]
    return section(
        pen("review.title", network=pen.names[review.focal]),
        paragraph(pen("review.made", date=review.date), pen("review.at", date=at) if at else "", pen("review.lead")),
        sections=tuple(part for part in parts if part.blocks or part.sections),
    )


def questions(review: Review, pen: Pen) -> list[str]:
    """Return what there is to take up, in the order of the parts."""
    return [
        *coverage.questions(review.coverage, pen),
        *outsiders.questions(review.others, pen),
        *invitation.questions(review.invitation, pen),
        *vacancy.questions(review.posts, review.focal, pen),
        *five_fields.questions(review.fields, pen),
        *clusters.questions(review.clusters, pen),
        *factors.questions(review.factors, pen),
    ]


def _told(review: Review, top: Section) -> ReviewText:
    """Return the lines of a review, with the section that each stands in."""
    rows: list[ReviewTextRow] = [
        {"section": part.title, "text": f"{block.lead} {line}" if block.lead else line}
        for part in document.flat(top)
        for block in part.blocks
        for line in block.lines
    ]
    return ReviewText(Context(review.present.context.view, {"network": review.focal, "date": review.date}, {}), tuple(rows))


def _sources(review: Review, pen: Pen, nodes: Mapping[str, object]) -> list[str]:
    """Return the documents that the parts cite, by id."""
    places = [place for part in review.parts().values() for row in part.rows for place in row.get("evidence") or ()]
    cited = {place.split(" ")[0] for place in (*places, *coverage.motives(review.coverage.rows))}
    found = [node for name in sorted(cited) if isinstance(node := nodes.get(name), Document)]
    return [
        pen("review.source_of", id=each.id, title=each.title, publisher=each.publisher)
        if each.publisher
        else pen("review.source", id=each.id, title=each.title)
        for each in found
    ]
