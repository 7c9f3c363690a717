"""How many pairs of a workspace await judgement."""

from __future__ import annotations

from dataclasses import dataclass

from actormap.workspace.identity.candidates import Candidate, candidates
from actormap.workspace.identity.groups import Groups
from actormap.workspace.identity.judgements import PART_OF
from actormap.workspace.identity.likeness import Progress
from actormap.workspace.workspace import Workspace

MOST = 5_000  # actors and municipalities that are looked through unasked: that takes seconds


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many pairs may be one, how many a part and its whole, and how many somebody has put off."""

    same: int
    parts: int
    postponed: int

    def __bool__(self) -> bool:
        """Return whether any pair awaits judgement that nobody has put off."""
        return bool(self.same or self.parts)


def pairs(workspace: Workspace, progress: Progress | None = None) -> tuple[Candidate, ...]:
    """Return the pairs of a workspace that nobody has judged, the likeliest first; `progress` is told how many names have been compared."""
    towns = {town.id for town in workspace.snapshot.municipalities}
    return candidates(workspace.snapshot, Groups.of(workspace.judgements, towns), progress)


def count(workspace: Workspace) -> Waiting | None:
    """Return how many pairs of a workspace await judgement, None if it has too many records to look through unasked."""
    if len(workspace.snapshot.actors) + len(workspace.snapshot.municipalities) > MOST:
        return None
    found = pairs(workspace)
    fresh = [each for each in found if not each.postponed]
    parts = sum(each.asked == PART_OF for each in fresh)
    return Waiting(len(fresh) - parts, parts, len(found) - len(fresh))
