"""Who sits in a network, and who is at the table without a seat."""

from __future__ import annotations

from dataclasses import dataclass

from actormap.errors import UnknownName
from actormap.graph.views import View
from actormap.model.records import Relationship

MEMBERSHIPS = ("member_of", "represented_in")
AT_THE_TABLE = ("owns", "coordinates")


@dataclass(frozen=True, slots=True)
class Seat:
    """One actor in a network with the roles of its memberships; a membership without a role has None.

    `roles` is None for somebody who is only invited.
    """

    actor: str
    roles: tuple[str | None, ...] | None = None

    @property
    def invited(self) -> bool:
        """Return whether the seat is only thought of."""
        return self.roles is None


def seats(view: View, network: str) -> tuple[Seat, ...]:
    """Return the seats of a network in what the view's selection keeps, in the order of ids.

    Whoever is member_of or represented_in it has one, a unit as the organisation it is lifted to.
    Raises `UnknownName` if the data has no such network.
    """
    known = {each.id for each in view.snapshot.networks}
    if network not in known:
        raise UnknownName("network", network, known)
    roles: dict[str, set[str | None]] = {}
    for tie in memberships(view, network):
        roles.setdefault(view.lifted.get(tie.source, tie.source), set()).add(tie.role)
    return tuple(Seat(actor, tuple(sorted(roles[actor], key=lambda role: role or ""))) for actor in sorted(roles))


def members(view: View, network: str) -> frozenset[str]:
    """Return the ids of those who have a seat in a network."""
    return frozenset(seat.actor for seat in seats(view, network))


def without_a_seat(view: View, network: str) -> dict[str, tuple[str, ...]]:
    """Return who owns or coordinates a network and has no seat in it, with the types of those relationships."""
    inside = members(view, network)
    found: dict[str, set[str]] = {}
    for tie in tasks(view, network):
        actor = view.lifted.get(tie.source, tie.source)
        if actor not in inside:
            found.setdefault(actor, set()).add(tie.type)
    return {actor: tuple(sorted(found[actor])) for actor in sorted(found)}


def memberships(view: View, network: str) -> list[Relationship]:
    """Return the relationships that give somebody a seat in a network."""
    return [tie for tie in view.selected.structure if tie.target == network and tie.type in MEMBERSHIPS]


def tasks(view: View, network: str) -> list[Relationship]:
    """Return the relationships by which somebody has a task in a network, which is no seat."""
    return [tie for tie in view.selected.structure if tie.target == network and tie.type in AT_THE_TABLE]
