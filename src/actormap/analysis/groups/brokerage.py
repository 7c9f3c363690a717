"""Who links whom: the roles of Gould and Fernandez (1989, Structures of mediation, Sociological Methodology 19)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from actormap.analysis.centrality import scores as why
from actormap.analysis.groups import partitions
from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.graph.distances import Floats
from actormap.graph.matrices import adjacency
from actormap.graph.views import View
from actormap.model.ordering import alphabetical

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


class BrokerageRow(NodeRow):
    """A row of `Brokerage`."""

    group: str | None
    group_name: str | None
    coordinator: int | None
    itinerant: int | None
    gatekeeper: int | None
    representative: int | None
    liaison: int | None
    total: int | None
    unknown: int


@dataclass(frozen=True)
class Brokerage(Result[BrokerageRow]):
    """Nodes with the pairs they link in each role, those that link most pairs first; equal ones in order of name.

    A row has id, name, kind, `group`, `group_name`, one number a role, and `total`, the pairs linked in all. Ties have no direction here,
    so each pair is counted once, and gatekeeper and representative are one role: they show the same number, which is in the total once.
    `unknown` counts the pairs linked that are in no role because somebody's group is not known. A broker without a group has no roles:
    None, with a reason.
    """

    name: ClassVar[str] = "brokers"
    for_programs: ClassVar[tuple[str, ...]] = ("group",)
    header: ClassVar[tuple[str, ...]] = tuple(BrokerageRow.__annotations__)


def find(view: View, by: str = "kind", *, seed: int = 7) -> Brokerage:
    """Return how many pairs, not tied to each other, each node of a view links in each role; the view is `actors` as a rule.

    For a pair a, b that both have ties to v: all three of one group, v is a coordinator; a and b of one, v of another, itinerant; v of one
    group with just one of them, gatekeeper (or representative); all of different groups, liaison. `by` is a grouping of `partitions.of`.
    A weight plays no part. Raises `UnknownName` for another grouping.
    """
    groups = partitions.of(view, by, seed=seed)
    names = partitions.names(view, by)
    counts = _counts(view, [groups[node] for node in view.graph])
    rows: list[BrokerageRow] = []
    for node, (coordinator, itinerant, gatekeeper, liaison, unknown) in zip(view.graph, counts, strict=True):
        known = groups[node] is not None
        total = coordinator + itinerant + gatekeeper + liaison
        rows.append(
            {
                **described(view, node),
                "group": groups[node],
                "group_name": names.get(groups[node] or "", groups[node]),
                "coordinator": coordinator if known else None,
                "itinerant": itinerant if known else None,
                "gatekeeper": gatekeeper if known else None,
                "representative": gatekeeper if known else None,
                "liaison": liaison if known else None,
                "total": total if known else None,
                "unknown": unknown,
            }
        )
    rows.sort(key=lambda row: (-(row["total"] or 0), -row["unknown"], alphabetical(row["name"]), row["id"]))
    undefined = dict.fromkeys((*ROLES, "total"), why.NO_GROUP) if any(row["total"] is None for row in rows) else {}
    return Brokerage(Context.of(view, by=by, seed=seed), tuple(rows), undefined=undefined)


def _counts(view: View, groups: list[str | None]) -> list[tuple[int, ...]]:
    """Return for each node, in the view's order, its open pairs as coordinator, itinerant, gatekeeper, liaison, and of unknown role.

    In each role: the pairs of neighbours there are, less those that are tied to each other. With the ties within groups (W) and between
    them (B) apart, the closed pairs are the triangles that take the one or the other kind of tie at each of their sides.
    """
    from scipy import sparse

    if not groups:
        return []
    ties = adjacency(view)
    kinds = sorted({group for group in groups if group is not None})
    member = np.array([[group == kind for kind in kinds] for group in groups], dtype=float).reshape(len(groups), len(kinds))
    known = sparse.diags_array(member.sum(axis=1))
    among = known @ ties @ known
    within = (among.multiply(sparse.csr_array(member) @ sparse.csr_array(member).T)).tocsr()
    between = (among - within).tocsr()
    between.eliminate_zeros()

    by_group = among @ member
    others = by_group * (1 - member)
    own, other = (by_group * member).sum(axis=1), others.sum(axis=1)
    alike = (others * (others - 1) / 2).sum(axis=1)
    roles = [
        own * (own - 1) / 2 - _closed(within, within, within) / 2,
        alike - _closed(between, within, between) / 2,
        own * other - _closed(within, between, between),
        other * (other - 1) / 2 - alike - _closed(between, between, between) / 2,
    ]
    degrees = ties.sum(axis=1)
    unknown = degrees * (degrees - 1) / 2 - _closed(ties, ties, ties) / 2 - sum(roles)
    return [tuple(int(count) for count in counts) for counts in zip(*(np.rint(role) for role in (*roles, unknown)), strict=True)]


def _closed(first: Any, second: Any, third: Any) -> Floats:
    """Return for each node the walks that leave it by the first kind of tie, go on by the second and come back by the third."""
    return np.asarray((first @ second).multiply(third).sum(axis=1))
