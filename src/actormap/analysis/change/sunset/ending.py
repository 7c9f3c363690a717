"""The two sides of a project's end: the network just before it, and the network that goes on.

With the project go the networks and projects that are part of it, step by step. Whatever else has ended by that date is gone on both
sides: venues by their own date, their parent project's or their programme's, relationships by their own. A part of the project, or a
relationship with it, that had ended before it is gone too, and one that ends with it is lost. What has no date goes on, and so does what
has not begun yet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from actormap.errors import UnknownName, UsageError, parameter
from actormap.graph.dataset import Dataset
from actormap.graph.views import View
from actormap.model import dates
from actormap.model.records import Network, Project, Relationship, Snapshot, Venue
from actormap.model.selection import Validity, select
from actormap.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class Ending:
    """A project's end. `ending` are the project and what is part of it, `ended` the venues that are gone on both sides.

    `coming` are those that go on and have not begun by then.
    """

    project: str
    at: str
    ending: frozenset[str]
    ended: tuple[str, ...]
    coming: tuple[str, ...]
    before: View
    after: View

    @property
    def parameters(self) -> Mapping[str, Any]:
        """Return what the comparison was made with."""
        told = {"project": self.project, "at": self.at, "ending": sorted(self.ending)}
        return {**told, "ended": list(self.ended), "coming": list(self.coming)}


def of(
    dataset: Dataset,
    project: str,
    at: str | None = None,
    *,
    lift: bool = True,
    also: tuple[str, ...] = (),
) -> Ending:
    """Return both sides of the end of a project, at its own end unless another date is given, in the affiliation view.

    A period in the selection is set aside: the date of the end takes its place.
    Raises `UnknownName` for a project that the data does not have, `UsageError` if no date is given and it has no end.
    """
    snapshot, vocabulary = dataset.snapshot, dataset.vocabulary
    undated = dataset.narrowed(at=None, since=None, until=None)
    projects = {node.id for node in snapshot.projects}
    if project not in projects:
        raise UnknownName("project", project, projects)
    kept = select(snapshot, undated.selection, vocabulary).structure
    validity = validity_of(snapshot, vocabulary, kept)
    own = validity.of_venue(project)[0][1]
    day = at or own
    if day is None:
        raise UsageError(f"The sources do not say when {snapshot.by_id[project].name} ends.", hint=f"Say {parameter('at')} DATE.")
    whole = below(snapshot, kept, project)
    venues: tuple[Venue, ...] = (*snapshot.networks, *snapshot.projects)
    ends = {venue.id: validity.of_venue(venue.id)[0][1] for venue in venues}
    # Asked of a later date, a project goes with the parts that it had at its end.
    last = own if own and _is_over(own, day) else day
    past_parts = {name for name in whole - {project} if _is_past(ends[name], last, going=True)}
    ending = whole - past_parts
    ended = tuple(name for name, end in ends.items() if name in past_parts or (name not in whole and _is_over(end, day)))
    past = {tie.id for tie in snapshot.relationships if _is_past(tie.valid_to, day, going=bool({tie.source, tie.target} & ending))}
    sides = (without(snapshot, gone, past) for gone in (set(ended), {*ended, *ending}))
    before, after = (replace(undated, snapshot=side).view("affiliation", lift=lift, also=also) for side in sides)
    coming = tuple(each for each in after.venues if _is_later(validity.of_venue(each)[0][0], day))
    return Ending(project, day, ending, ended, coming, before, after)


def below(snapshot: Snapshot, kept: Iterable[Relationship], top: str) -> frozenset[str]:
    """Return a project and the networks and projects that are part of it, step by step."""
    parts: dict[str, list[str]] = {}
    for tie in kept:
        if tie.type == "part_of" and isinstance(snapshot.by_id[tie.source], Network | Project):
            parts.setdefault(tie.target, []).append(tie.source)
    found, waiting = {top}, [top]
    while waiting:
        fresh = [part for part in parts.get(waiting.pop(), ()) if part not in found]
        found.update(fresh)
        waiting += fresh
    return frozenset(found)


def validity_of(snapshot: Snapshot, vocabulary: Vocabulary, kept: tuple[Relationship, ...]) -> Validity:
    """Return when things hold, judged by the relationships that a selection keeps."""
    statuses = frozenset(piece.status for tie in kept for piece in tie.evidence)
    return Validity(replace(snapshot, relationships=kept), vocabulary, statuses)


def without(snapshot: Snapshot, gone: Collection[str], past: Collection[str] = ()) -> Snapshot:
    """Return a snapshot without some venues and what touches them, and without some relationships."""
    return replace(
        snapshot,
        networks=tuple(node for node in snapshot.networks if node.id not in gone),
        projects=tuple(node for node in snapshot.projects if node.id not in gone),
        relationships=tuple(
            tie for tie in snapshot.relationships if tie.source not in gone and tie.target not in gone and tie.id not in past
        ),
        coverage=tuple(line for line in snapshot.coverage if line.network not in gone),
    )


def _is_over(end: str | None, day: str) -> bool:
    return end is not None and dates.last_day(end) <= dates.last_day(day)


def _is_past(end: str | None, day: str, *, going: bool) -> bool:
    """Return whether a relationship was over: one with what ends that day only if it had ended earlier, since else it ends with it."""
    return end is not None and (dates.last_day(end) < dates.first_day(day) if going else _is_over(end, day))


def _is_later(start: str | None, day: str) -> bool:
    return start is not None and dates.first_day(start) > dates.last_day(day)
