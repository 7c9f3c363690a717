"""How far a group reaches: distance-weighted reach and m-reach (Borgatti 2006, Identifying sets of key players).

Members count as reached, at distance 1 from their own group, as Borgatti has it; pyntacle counts outsiders only, and so does
`outsiders_only`, as a share of all nodes still. Distances are steps, whatever the weights.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import ClassVar, TypedDict

import numpy as np

from actormap.analysis.centrality import scores as why
from actormap.analysis.cohesion.fragmentation import places
from actormap.analysis.result import Context, Result
from actormap.graph.distances import Floats, Ground
from actormap.graph.views import View
from actormap.model.records import Relationship

STEPS = 2


class ReachRow(TypedDict):
    """A row of `Reach`."""

    set: list[str]
    distance_reach: float | None
    m_reach: int
    m_reach_share: float | None
    distance_reach_outsiders: float | None
    m_reach_outsiders: int
    m_reach_share_outsiders: float | None


@dataclass(frozen=True)
class Reach(Result[ReachRow]):
    """How far one group reaches, in one row.

    `set` (ids, sorted), `distance_reach` (from 0 to 1), `m_reach` (nodes within m steps), `m_reach_share` (of all nodes), and the
    same with `_outsiders`, where members do not count as reached.
    """

    name: ClassVar[str] = "reach"
    about: ClassVar[tuple[str, ...]] = ("set",)

    def rests_on(self, row: ReachRow, view: View) -> Iterable[Relationship]:
        """Return the relationships of the ties of its members."""
        return view.ties_of(*row["set"])


def find(view: View, group: Collection[str], m: int = STEPS) -> Reach:
    """Return how far a group of nodes reaches in a view; raise `UnknownName` if one of them is not in it."""
    near = nearest(view, group)
    within, outside = (_within(near, m, outsiders_only=outsiders_only) for outsiders_only in (False, True))
    row: ReachRow = {
        "set": sorted(set(group)),
        "distance_reach": _by_distance(near, outsiders_only=False),
        "m_reach": within,
        "m_reach_share": within / len(near) if len(near) else None,
        "distance_reach_outsiders": _by_distance(near, outsiders_only=True),
        "m_reach_outsiders": outside,
        "m_reach_share_outsiders": outside / len(near) if len(near) else None,
    }
    undefined = {name: why.NO_NODES for name, value in row.items() if value is None}
    return Reach(Context.of(view, group=row["set"], m=m), (row,), undefined=undefined)


def distance_reach(view: View, group: Collection[str], *, outsiders_only: bool = False) -> float | None:
    """Return D_R, the sum over all nodes of 1 / their distance to the group, divided by n: 1 if the group touches everybody.

    Members have distance 1 (Borgatti 2006, eq. 14); with `outsiders_only` they add nothing, while n stays that of all nodes (pyntacle).
    None in an empty view. Raises `UnknownName` if a member is not in the view.
    """
    return _by_distance(nearest(view, group), outsiders_only=outsiders_only)


def m_reach(view: View, group: Collection[str], m: int = STEPS, *, outsiders_only: bool = False) -> int:
    """Return how many nodes are within m steps of the group, its members among them unless `outsiders_only`.

    Raises `UnknownName` if a member is not in the view.
    """
    return _within(nearest(view, group), m, outsiders_only=outsiders_only)


def nearest(view: View, group: Collection[str]) -> Floats:
    """Return each node's steps to the nearest member, 0 for members and infinite where there is no path, in the view's order."""
    members = places(view, group)
    ground = Ground.of(view)
    return ground.distances(np.array(members)).min(axis=0) if members else np.full(ground.size, np.inf)


def _by_distance(near: Floats, *, outsiders_only: bool) -> float | None:
    if not len(near):
        return None
    total = (1 / near[near > 0]).sum() + (0 if outsiders_only else (near == 0).sum())
    return float(total / len(near))


def _within(near: Floats, m: int, *, outsiders_only: bool) -> int:
    return int(((near <= m) & ((near > 0) | (not outsiders_only))).sum())
