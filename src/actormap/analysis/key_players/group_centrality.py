"""How central a group is as a whole: its degree, closeness and betweenness (Everett & Borgatti 1999).

Distances are steps, whatever the weights. A group of one has the scores of its member in a one-mode view.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, NotRequired, TypedDict

import numpy as np

from actormap.analysis.centrality import scores as why
from actormap.analysis.cohesion import fragmentation
from actormap.analysis.cohesion.fragmentation import places
from actormap.analysis.composition import members
from actormap.analysis.key_players import reach
from actormap.analysis.key_players.reach import STEPS, nearest
from actormap.analysis.result import Context, Result, names
from actormap.graph.distances import Floats
from actormap.graph.matrices import adjacency
from actormap.graph.views import View
from actormap.model.records import Relationship

SOURCES_AT_ONCE = 256


class GroupCentralityRow(TypedDict):
    """A row of `GroupCentrality`."""

    set: list[str]
    names: NotRequired[list[str]]
    size: int
    degree: float | None
    closeness: float | None
    betweenness: float | None
    distance_reach: NotRequired[float | None]
    m_reach_share_outsiders: NotRequired[float | None]
    fragmented_today: NotRequired[float | None]
    distance_fragmentation: NotRequired[float | None]


@dataclass(frozen=True)
class GroupCentrality(Result[GroupCentralityRow]):
    """How central one group is, in one row: `set` (ids, sorted), `size`, `degree`, `closeness`, `betweenness`.

    A profile also has `names`, `distance_reach` and `m_reach_share_outsiders` (see `reach`), and `distance_fragmentation`, how far what is
    left falls apart without the group, with `fragmented_today` beside it.
    """

    name: ClassVar[str] = "group"
    about: ClassVar[tuple[str, ...]] = ("set",)
    for_programs: ClassVar[tuple[str, ...]] = ("set",)

    def rests_on(self, row: GroupCentralityRow, view: View) -> Iterable[Relationship]:
        """Return the relationships of the ties of its members."""
        return view.ties_of(*row["set"])


def find(view: View, group: Collection[str], *, normalised: bool = True) -> GroupCentrality:
    """Return how central a group of nodes is; raise `UnknownName` if one of them is not in the view."""
    members, near = sorted(set(group)), nearest(view, group)
    values = {"degree": _degree(near, normalised), "closeness": _closeness(near, normalised)}
    values["betweenness"] = betweenness(view, members, normalised=normalised)
    outside = view.graph.number_of_nodes() - len(members)
    reasons = {"degree": why.NOBODY_OUTSIDE, "closeness": why.REACHES_NOBODY if outside else why.NOBODY_OUTSIDE}
    reasons["betweenness"] = why.NOTHING_BETWEEN
    undefined = {name: reasons[name] for name, value in values.items() if value is None}
    row: GroupCentralityRow = {
        "set": members,
        "size": len(members),
        "degree": values["degree"],
        "closeness": values["closeness"],
        "betweenness": values["betweenness"],
    }
    return GroupCentrality(Context.of(view, group=members, normalised=normalised), (row,), undefined)


def profile(view: View, group: Collection[str], m: int = STEPS) -> GroupCentrality:
    """Return how central a group of nodes is, how far it reaches, and how far the rest falls apart without it.

    Raises `UnknownName` if one of them is not in the view.
    """
    central, reached = find(view, group), reach.find(view, group, m)
    (row,), (near,), lost = central.rows, reached.rows, fragmentation.find(view, group)
    told: GroupCentralityRow = {
        "set": row["set"],
        "names": names(view, row["set"]),
        "size": row["size"],
        "degree": row["degree"],
        "closeness": row["closeness"],
        "betweenness": row["betweenness"],
        "distance_reach": near["distance_reach"],
        "m_reach_share_outsiders": near["m_reach_share_outsiders"],
        "fragmented_today": lost.rows[0]["distance_fragmentation"],
        "distance_fragmentation": lost.rows[-1]["distance_fragmentation"],
    }
    undefined = {**central.undefined, **reached.undefined, **lost.undefined}
    undefined = {name: reason for name, reason in undefined.items() if told.get(name, 0) is None}
    if told["fragmented_today"] is None:
        undefined["fragmented_today"] = why.TOO_FEW_LEFT
    return GroupCentrality(Context.of(view, group=row["set"], m=m), (told,), undefined)


def members_in(view: View, network: str) -> tuple[str, ...]:
    """Return the members of a network that stand in a view: a group to measure."""
    return tuple(sorted(node for node in members.members(view, network) if node in view.graph))


def degree(view: View, group: Collection[str], *, normalised: bool = True) -> float | None:
    """Return how many outsiders are tied to a member of the group; normalised, their share of all outsiders (None without any)."""
    return _degree(nearest(view, group), normalised)


def closeness(view: View, group: Collection[str], *, normalised: bool = True) -> float | None:
    """Return the inverse of the summed distances from outsiders to the nearest member; normalised, times their number.

    Outsiders without a path to the group are left out, and the normalised value is multiplied by the share of outsiders that
    have one, as closeness of single nodes is. None if no outsider has.
    """
    return _closeness(nearest(view, group), normalised)


def betweenness(view: View, group: Collection[str], *, normalised: bool = True) -> float | None:
    """Return the share of shortest paths between two outsiders that pass a member, summed over pairs (each unordered pair once).

    Normalised, it is divided by the number of pairs of outsiders; None if there is no such pair. What avoids the group is counted
    in the view without it, so that a path past several members counts once.
    """
    members = places(view, group)
    outside = np.setdiff1d(np.arange(view.graph.number_of_nodes()), members)
    if len(outside) < 2:
        return None if normalised else 0.0
    ties = adjacency(view)
    without = ties[outside][:, outside]
    through = 0.0
    for first in range(0, len(outside), SOURCES_AT_ONCE):
        sources = np.arange(first, min(first + SOURCES_AT_ONCE, len(outside)))
        far, ways = (table[outside] for table in _ways(ties, outside[sources]))
        far_without, ways_without = _ways(without, sources)
        connected = far > 0
        avoiding = np.divide(ways_without, ways, out=np.zeros_like(ways), where=connected & (far == far_without))
        through += float((connected - avoiding).sum())
    pairs = len(outside) * (len(outside) - 1) / 2
    return through / 2 / pairs if normalised else through / 2


def _degree(near: Floats, normalised: bool) -> float | None:
    touched, outside = int((near == 1).sum()), int((near > 0).sum())
    if not normalised:
        return touched
    return touched / outside if outside else None


def _closeness(near: Floats, normalised: bool) -> float | None:
    away = near[(near > 0) & np.isfinite(near)]
    if not len(away):
        return None
    total = float(away.sum())
    return len(away) / total * len(away) / int((near > 0).sum()) if normalised else 1 / total


def _ways(ties: Any, sources: Any) -> tuple[Floats, Floats]:
    """Return the steps from each source (a column) to each node (a row), -1 where there is no path, and the number of shortest paths."""
    ways = np.zeros((ties.shape[0], len(sources)))
    ways[sources, np.arange(len(sources))] = 1
    far = np.where(ways > 0, 0.0, -1.0)
    fresh, steps = ways, 0
    while fresh.any():
        steps += 1
        fresh = np.where(far < 0, ties @ fresh, 0)
        far[fresh > 0] = steps
        ways = ways + fresh
    return far, ways * (far > 0)
