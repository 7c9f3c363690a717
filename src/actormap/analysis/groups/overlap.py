"""What networks have in common: the members that every two of them share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Any, ClassVar, TypedDict

from actormap.analysis.composition.members import members, memberships
from actormap.analysis.result import Context, Result, names
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Relationship


class OverlapRow(TypedDict):
    """A row of `Overlap`."""

    a: str
    a_name: str
    b: str
    b_name: str
    members_a: int
    members_b: int
    common: int
    jaccard: float
    expected: float
    p: float
    shared: list[str]


@dataclass(frozen=True)
class Overlap(Result[OverlapRow]):
    """Pairs of networks, those most alike first; equal ones in order of names.

    A row has `a`, `a_name`, `b`, `b_name`, `members_a`, `members_b`, `common` (how many both have), `jaccard` (those as a share of the
    members of either), `expected` (how many chance would give, if each drew its members among all who are a member of some network), `p`
    (how often chance gives so many or more: hypergeometric) and `shared`, their ids. `memberless` are the networks of the data without a
    known member; they stand in no pair.
    """

    name: ClassVar[str] = "overlap"
    about: ClassVar[tuple[str, ...]] = ("a", "a_name", "b", "b_name")
    for_programs: ClassVar[tuple[str, ...]] = ("a", "b")
    header: ClassVar[tuple[str, ...]] = tuple(OverlapRow.__annotations__)

    memberless: tuple[str, ...] = ()

    def figures(self) -> Mapping[str, Any]:
        """Return the networks without a known member."""
        return {"memberless": list(self.memberless)}

    def rests_on(self, row: OverlapRow, view: View) -> Iterable[Relationship]:
        """Return all memberships of the two networks, since what they do not share counts too."""
        return [*memberships(view, row["a"]), *memberships(view, row["b"])]


def find(view: View) -> Overlap:
    """Return what every two networks that a view's selection knows have in common.

    Members are actors with member_of or represented_in the network, units as the organisation they are lifted to. The ties of the view
    play no part.
    """
    present = [network for network in view.snapshot.networks if network.id in view.selected.present]
    found = {network.id: members(view, network.id) for network in present}
    ordered = sorted((network for network in present if found[network.id]), key=lambda network: (alphabetical(network.name), network.id))
    everybody = len(frozenset[str]().union(*found.values()))
    rows = [_compared(view, a.id, b.id, found, everybody) for a, b in combinations(ordered, 2)]
    rows.sort(key=lambda row: (-row["jaccard"], -row["common"]))
    memberless = tuple(network.id for network in present if not found[network.id])
    return Overlap(Context.of(view), tuple(rows), memberless=memberless)


def _compared(view: View, a: str, b: str, found: Mapping[str, frozenset[str]], everybody: int) -> OverlapRow:
    shared, either = sorted(found[a] & found[b]), found[a] | found[b]
    a_name, b_name = names(view, [a, b])
    return {
        "a": a, "a_name": a_name, "b": b, "b_name": b_name,
        "members_a": len(found[a]), "members_b": len(found[b]),
        "common": len(shared), "jaccard": len(shared) / len(either),
        "expected": len(found[a]) * len(found[b]) / everybody, "p": _as_many(len(shared), len(found[a]), len(found[b]), everybody),
        "shared": shared,
    }  # fmt: skip


def _as_many(common: int, one: int, other: int, everybody: int) -> float:
    """Return the chance that two who draw so many of everybody have at least so many in common."""
    ways = sum(comb(one, both) * comb(everybody - one, other - both) for both in range(common, min(one, other) + 1))
    return ways / comb(everybody, other)
