"""One page about a network: what the sources hold, who is key, what holds it together, what is missing, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actormap.analysis import evidence
from actormap.analysis.centrality import ranks
from actormap.analysis.certainty import estimate, ranking
from actormap.analysis.cohesion import cutpoints
from actormap.analysis.composition import gaps
from actormap.analysis.composition.members import members
from actormap.analysis.composition.seated import PLANNED, only_planned
from actormap.analysis.result import names
from actormap.graph.attributes import ACTOR
from actormap.graph.views import View
from actormap.model.records import Document
from actormap.output import markdown
from actormap.output.cells import Writer
from actormap.output.templates import environment

FORMS = ("md", "html")
KEY_ACTORS = 10
RESAMPLES = 500


@dataclass(frozen=True)
class KeyActor:
    """One line of the table of key actors.

    How many venues, what that rests on, its place and where that may lie, and its place when only what is stated counts.
    """

    name: str
    kind: str
    place: str
    may_be: str
    venues: int
    between_place: str
    statements: int
    implied: int
    stated_place: str | None


@dataclass(frozen=True)
class Page:
    """Everything that the report says, before it is put in words."""

    title: str
    date: str
    network: str | None
    two_mode: bool
    members: Sequence[str]
    planned_members: Sequence[str]
    with_plans: bool
    counts: Mapping[str, Any]
    support: evidence.Support
    key_actors: Sequence[KeyActor]
    splits: Sequence[Mapping[str, Any]]
    gaps: Mapping[str, Sequence[gaps.GapsRow]]
    documents: Sequence[Document]
    resamples: int = RESAMPLES


def compose(view: View, found: gaps.Gaps, *, title: str, date: str) -> Page:
    """Return the contents of the report on a view."""
    summary = view.summary()
    return Page(
        title=title,
        date=date,
        network=view.node(found.focal).name if found.focal else None,
        two_mode=view.two_mode,
        members=names(view, sorted(members(view, found.focal) & set(view.actors))) if found.focal else (),
        planned_members=names(view, only_planned(view, found.focal)) if found.focal else (),
        with_plans=PLANNED in view.parameters["status"],
        counts={**summary, "left_out_total": sum(summary["left_out"].values()), "parts_count": len(summary["parts"])},
        support=evidence.overall(view),
        key_actors=_key_actors(view),
        splits=[
            {**row, "cut_off_names": names(view, row["cut_off"])}
            for row in cutpoints.find(view).rows
            if row["side"] == ACTOR and row["cut_off"]
        ],
        gaps={gap: found.of(gap) for gap in gaps.asked(view, found.focal)},
        documents=[view.snapshot.by_id[name] for name in evidence.overall(view).documents],  # type: ignore[misc]  # evidence cites documents
    )


def write(page: Page, form: str, writer: Writer) -> str:
    """Return the page in a form of `FORMS`, in the writer's language."""
    templates = environment("actormap.report.onepage", autoescape=form == "html", md=markdown.escape)
    return templates.get_template(f"report.{form}").render(page=page, t=writer.texts, w=writer)


def _key_actors(view: View) -> list[KeyActor]:
    ranked = ranking.rank(view, ("degree", "betweenness"), normalised=False)
    actors = [row for row in ranked.rows if row["side"] == ACTOR]
    between = _places(actors, "betweenness")
    carried = evidence.support(view)
    # No time budget: a report is the same bytes on a slow machine.
    sure = estimate.estimate(view, "degree", resamples=RESAMPLES, budget=None)
    return [
        KeyActor(
            name=row["name"],
            kind=row["kind"],
            place=sure.of(row["id"])["place"],
            may_be=sure.of(row["id"])["may_be"] or "–",
            venues=ranked.score(row, "degree"),
            between_place=between[row["id"]],
            statements=carried[row["id"]].statements,
            implied=carried[row["id"]].implied,
            stated_place=sure.of(row["id"])["stated_place"],
        )
        for row in actors
        if int(sure.of(row["id"])["place"].partition("–")[0]) <= KEY_ACTORS
    ]


def _places(rows: Sequence[Mapping[str, Any]], measure: str) -> dict[str, str]:
    """Return the whole places of the rows by a measure, which equal scores share."""
    return ranks.told(ranks.of({row["id"]: row[measure] for row in rows}))


__all__ = ["FORMS", "KeyActor", "Page", "compose", "write"]
