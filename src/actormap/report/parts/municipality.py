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
from actormap.report.parts import projects
from actormap.report.review import vacancy
from actormap.report.review.coverage import motives
from actormap.report.sections import bullets, paragraph

SOFT = ("implied", "planned")
VENUES, RESULTS, SOFTLY = 4, 4, 2  # venues, projects with results, and what is only implied, that two pages have room for


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield what there is to say to the actor that the edition is about."""
    pen, name = inquiry.pen, inquiry.explanation.subject["name"]
    told = profile.sections(inquiry.explanation, pen.texts, pen.vocabulary)
    parts, rows = list(told["part"]), list(_taking_part(inquiry))
    first = parts[: len(parts) - len(rows)]
    yield SectionHeading(1, pen("report.municipality.says", name=name))
    counted = inquiry.counted(f'explain "{name}"')
    yield from paragraph(" ".join(first) + pen.marked(counted), lead=True)
    yield from bullets([*told["company"], *told["basis"]], counted=counted)
    if rows:
        yield SectionHeading(2, pen("report.municipality.part", name=name))
        lines = [each + cited for each, cited in zip(parts[len(first) :], rows, strict=True)]
        shown = VENUES if len(lines) > VENUES + 1 else len(lines)
        yield Bullets(tuple(map(noted, lines[:shown])))
        if names := list(dict.fromkeys(row["name"] for row in inquiry.explanation.rows))[shown:]:
            yield from paragraph(pen("report.municipality.part_more", name=name, names=names) + pen.marked(counted))
    yield from _projects(inquiry)
    yield SectionHeading(2, pen("report.municipality.alone", name=name))
    yield from bullets(_alone(inquiry, told["alone"]))
    yield SectionHeading(1, pen("report.municipality.asked", name=name))
    asked = list(_asked(inquiry))
    yield from (bullets(asked) if asked else paragraph(pen("report.municipality.nothing_asked")))
    yield SectionHeading(2, pen("report.municipality.check", name=name))
    yield from paragraph(pen("report.municipality.check_lead"))
    yield from bullets(_to_check(inquiry, told["gaps"]))
    yield AnswerSpace(pen("report.municipality.prompt"), short=inquiry.explanation.venues > VENUES + 1)


def _taking_part(inquiry: Inquiry) -> Iterator[str]:
    """Yield for each venue the note of where it is said that the actor takes part in it."""
    citations = Citations(inquiry.view)
    for _, together in groupby(inquiry.explanation.rows, key=lambda row: row["id"]):
        yield inquiry.pen.cited(citations.cite([row["relationship"] for row in together])["evidence"])


def _projects(inquiry: Inquiry) -> Iterator[Block]:
    """Yield what the projects that the actor takes part in have answered about results, and of how many nobody has looked for that."""
    pen, actor = inquiry.pen, inquiry.explanation.subject
    if inquiry.matrix is None:
        return
    compiled = inquiry.atlas.projects().compilation
    own = [each for each in compiled.projects if any(who.id == actor["id"] for who, _ in compiled.partners.get(each.id, ()))]
    told = [(each.name, found) for each in own if (found := projects.results_of(inquiry, each.id))]
    if not own:
        return
    yield SectionHeading(2, pen("report.municipality.projects", name=actor["name"]))
    yield from paragraph(pen("report.municipality.projects_lead") if told else "")
    yield from bullets(
        pen("report.municipality.project", name=name, states=projects.in_words(found.states, inquiry)) + pen.cited(found.places)
        for name, found in told[:RESULTS]
    )
    rest, unseen = len(told[RESULTS:]), len(own) - len(told)
    yield from paragraph(
        pen("report.more_rows", n=rest) if rest else "",
        pen("report.municipality.unseen", n=unseen) + pen.marked(inquiry.counted("projects matrix")) if unseen else "",
    )


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
    soft = [row for row in found.rows if row["status"] in SOFT]
    shown = SOFTLY if len(soft) > SOFTLY + 1 else len(soft)
    for row in soft[:shown]:
        does = pen.texts.pick(pen.vocabulary.type(row["type"]))[0]
        told = pen(f"report.municipality.check_{row['status']}", name=found.subject["name"], does=does, venue=row["name"])
        yield told + pen.cited(citations.cite([row["relationship"]])["evidence"])
    if rest := list(dict.fromkeys(row["name"] for row in soft[shown:])):
        counted = pen.marked(inquiry.counted(f'explain "{found.subject["name"]}"'))
        yield pen("report.municipality.check_soft", name=found.subject["name"], names=rest) + counted
    yield from (pen("report.municipality.check_gap", told=each) + pen.marked(inquiry.counted("gaps")) for each in gaps)
    if found.rows:
        venues = list(dict.fromkeys(row["name"] for row in found.rows))
        many = len(venues) > VENUES + 1
        yield pen("report.municipality.check_above") if many else pen("report.municipality.check_all", names=venues)
    else:
        yield pen("report.municipality.check_nothing", name=found.subject["name"])
