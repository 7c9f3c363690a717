"""A calendar of coming losses: every project with an end, in order, with how much ends with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, TypedDict

from actormap.analysis.change.sunset import ending
from actormap.analysis.change.sunset.losses import Losses
from actormap.analysis.composition import members
from actormap.analysis.result import Context, NodeRow, Result
from actormap.graph.dataset import Dataset
from actormap.model import dates
from actormap.model.ordering import alphabetical
from actormap.model.selection import select

NO_DATES = "no_dates"


class Dated(NodeRow):
    """A project and when it goes on."""

    start: str | None
    end: str
    dated_by_implication: bool


class Counts(TypedDict):
    """How much ends with a project."""

    lost: int
    lost_contact: int
    focal_contacts: int | None
    separated: int
    isolated: int
    themes: list[str]
    evidence: list[str]
    relationships: list[str]


class CalendarRow(Dated, Counts):
    """A row of `Calendar`."""


@dataclass(frozen=True)
class Calendar(Result[CalendarRow]):
    """Projects by end, then name. What is part of another project ends with it and has no row unless its own end is another.

    A row has id, name, kind, start, end, `dated_by_implication` (the dates are a parent's or a programme's), `lost`, `lost_contact`,
    `focal_contacts` (those with an end in the network in focus), `separated` and `isolated` (actors), `themes` (each with the first that it
    ends with), and `evidence` and `relationships`: what ends and where it is stated. `undated` names the projects that the sources give no
    end.
    """

    name: ClassVar[str] = "sunset_calendar"
    header: ClassVar[tuple[str, ...]] = tuple(CalendarRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("end", "name", "lost", "lost_contact", "focal_contacts", "separated", "isolated", "themes")

    undated: tuple[str, ...] = ()

    def figures(self) -> dict[str, int]:
        """Return how many projects have an end, and how many the sources give none."""
        return {"projects": len(self.rows), "projects_undated": len(self.undated)}


def calendar(
    dataset: Dataset,
    *,
    focal: str | None = None,
    lift: bool = True,
    also: tuple[str, ...] = (),
) -> Calendar:
    """Return every project whose end is known, within the period of the selection if it has one, each ended at its own date."""
    snapshot, vocabulary, selection = dataset.snapshot, dataset.vocabulary, dataset.selection
    view = dataset.view("affiliation", lift=lift, also=also)
    kept = select(snapshot, replace(selection, at=None, since=None, until=None), vocabulary)
    validity = ending.validity_of(snapshot, vocabulary, kept.structure)
    rows: list[CalendarRow] = []
    undated: list[str] = []
    for project in snapshot.projects:
        if project.id not in kept.mentioned or not vocabulary.kind("project", project.kind).analysed:
            continue
        (start, end), implied = validity.of_venue(project.id)
        if end is None:
            undated.append(project.name)
        elif selection.period and not dates.overlaps(end, end, *selection.period):
            continue
        elif not (implied and project.id in view.lifted):
            losses = Losses(ending.of(dataset, project.id, end, lift=lift, also=also))
            inside = members.members(losses.before, focal) if focal else frozenset[str]()
            rows.append(
                {
                    "id": project.id,
                    "name": project.name,
                    "kind": project.kind,
                    "start": start,
                    "end": end,
                    "dated_by_implication": implied,
                    **_counts(losses, inside),
                }
            )
    rows.sort(key=lambda row: (dates.last_day(row["end"]), alphabetical(row["name"]), row["id"]))
    context = Context.of(view, network=focal)
    return Calendar(
        context, tuple(_once(rows)), undefined={} if rows else {"end": NO_DATES}, undated=tuple(sorted(undated, key=alphabetical))
    )


def _once(rows: Sequence[CalendarRow]) -> Iterator[CalendarRow]:
    """Yield the rows, each theme with the first end that it goes with: a part that outlives its project would tell it again."""
    first: dict[str, str] = {}
    for row in rows:
        yield row | {"themes": [theme for theme in row["themes"] if first.setdefault(theme, row["end"]) == row["end"]]}


def _counts(losses: Losses, members: frozenset[str]) -> Counts:
    lost = list(losses.lost())
    return {
        "lost": len(lost),
        "lost_contact": len(losses.contacts),
        "focal_contacts": sum(bool(members & set(pair)) for pair in losses.contacts) if members else None,
        "separated": sum(len(group) for parts in losses.broken() for group in parts[1:]),
        "isolated": len(list(losses.isolated())),
        "themes": [losses.before.node(row["ids"][0]).name for row in losses.theme()],
        "evidence": sorted({place for row in lost for place in row["evidence"]}),
        "relationships": sorted({each for row in lost for each in row["relationships"]}),
    }
