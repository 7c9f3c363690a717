"""Two pages to one municipality: what this says of it, what it is part of, what rests on it alone, what is asked of it, what to check."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from actormap.analysis.citations import Citations
from actormap.analysis.composition.requirements.cells import ALONE, UNKNOWN
from actormap.output.document.blocks import AnswerSpace, Block, Bullets, SectionHeading
from actormap.output.pages import profile
from actormap.report.footnotes import noted
from actormap.report.inquiry import Inquiry
from actormap.report.review import vacancy
from actormap.report.review.coverage import motives
from actormap.report.sections import bullets, paragraph

SOFT = ("implied", "planned")


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield what there is to say to the actor that the edition is about."""
    pen, name = inquiry.pen, inquiry.explanation.subject["name"]
    told = profile.sections(inquiry.explanation, pen.texts, pen.vocabulary)
    parts, rows = list(told["part"]), list(_taking_part(inquiry))
    first = parts[: len(parts) - len(rows)]
    yield SectionHeading(1, pen("report.municipality.says", name=name))
    yield from paragraph(*first, lead=True)
    yield from bullets([*(each + pen.marked(inquiry.counted("explain")) for each in told["company"]), *told["basis"]])
    if rows:
        yield SectionHeading(2, pen("report.municipality.part", name=name))
        yield Bullets(tuple(noted(each + cited) for each, cited in zip(parts[len(first) :], rows, strict=True)))
    yield SectionHeading(2, pen("report.municipality.alone", name=name))
    yield from bullets(_alone(inquiry, told["alone"]))
    yield SectionHeading(1, pen("report.municipality.asked", name=name))
    asked = list(_asked(inquiry))
    yield from (bullets(asked) if asked else paragraph(pen("report.municipality.nothing_asked")))
    yield SectionHeading(2, pen("report.municipality.check", name=name))
    yield from paragraph(pen("report.municipality.check_lead"))
    yield from bullets(_to_check(inquiry, told["gaps"]))
    yield AnswerSpace(pen("report.municipality.prompt"))


def _taking_part(inquiry: Inquiry) -> Iterator[str]:
    """Yield for each venue the note of where it is said that the actor takes part in it."""
    citations = Citations(inquiry.view)
    for _, together in groupby(inquiry.explanation.rows, key=lambda row: row["id"]):
        yield inquiry.pen.cited(citations.cite([row["relationship"] for row in together])["evidence"])


def _alone(inquiry: Inquiry, connected: list[str]) -> Iterator[str]:
    pen, actor = inquiry.pen, inquiry.explanation.subject
    yield from (each + pen.marked(inquiry.counted("cutpoints")) for each in connected)
    if inquiry.review is None:
        return
    # What is asked of each municipality nobody else could answer to.
    cells = [
        row for row in inquiry.review.coverage.rows if row["state"] == ALONE and row["by"] == [actor["id"]] and not row["municipality"]
    ]
    if cells:
        names = list(dict.fromkeys(row["column"] for row in cells))
        yield pen("report.municipality.covers_alone", name=actor["name"], names=names) + pen.cited(motives(cells))
    yield from vacancy.through(
        [row for row in inquiry.review.posts.rows if row["source"] == actor["id"] and row["target"] == inquiry.focal], pen
    )


def _asked(inquiry: Inquiry) -> Iterator[str]:
    if inquiry.review is None:
        return
    pen, actor = inquiry.pen, inquiry.explanation.subject
    unknown = [row for row in inquiry.review.coverage.rows if row["state"] == UNKNOWN and row["municipality"] == actor["name"]]
    if unknown:
        yield pen("report.municipality.ask_needs", names=[row["column"] for row in unknown]) + pen.cited(motives(unknown))
    posts = [row["post"] for row in inquiry.review.posts.rows if row["source"] == actor["id"] and row["target"] == inquiry.focal]
    if posts:
        yield pen("report.municipality.ask_post", names=list(dict.fromkeys(posts)))
    if inquiry.explanation.factors:
        yield pen("report.municipality.ask_methods", names=[name for name, _ in inquiry.explanation.factors])


def _to_check(inquiry: Inquiry, gaps: list[str]) -> Iterator[str]:
    pen, found = inquiry.pen, inquiry.explanation
    citations = Citations(inquiry.view)
    for row in found.rows:
        if row["status"] in SOFT:
            does = pen.texts.pick(pen.vocabulary.type(row["type"]))[0]
            told = pen(f"report.municipality.check_{row['status']}", name=found.subject["name"], does=does, venue=row["name"])
            yield told + pen.cited(citations.cite([row["relationship"]])["evidence"])
    yield from (pen("report.municipality.check_gap", told=each) + pen.marked(inquiry.counted("gaps")) for each in gaps)
    if found.rows:
        venues = list(dict.fromkeys(row["name"] for row in found.rows))
        yield pen("report.municipality.check_all", names=venues)
    else:
        yield pen("report.municipality.check_nothing", name=found.subject["name"])
