"""Which group each node of a view belongs to: by kind, municipality, region or community."""

from __future__ import annotations

from collections.abc import Mapping

from actormap.analysis.cohesion import communities
from actormap.errors import UnknownName
from actormap.graph.attributes import KIND
from actormap.graph.views import View
from actormap.model.choices import GROUPINGS
from actormap.model.records import Actor, Municipality
from actormap.model.selection import attribute_of


def of(view: View, by: str = "kind", *, seed: int = 7) -> Mapping[str, str | None]:
    """Return the group of every node of a view, None where the data does not say.

    A municipality belongs to itself; another actor to the one that its `municipality` column names, or else to the first by id that it is
    located_in.
    Communities are those of `communities.find` with this seed, by number.
    Raises `UnknownName` for another grouping.
    """
    if by not in GROUPINGS:
        raise UnknownName("group attribute", by, GROUPINGS)
    if by == "kind":
        return {node: about[KIND] for node, about in view.graph.nodes(data=True)}
    if by == "municipality":
        seats = _seats(view)
        return {node: _municipality(view, node) or seats.get(node) for node in view.graph}
    if by == "region":
        return {node: attribute_of(view.node(node), "region") for node in view.graph}
    membership = communities.find(view, seed=seed).membership()
    return {node: str(membership[node]) for node in view.graph}


def names(view: View, by: str) -> Mapping[str, str]:
    """Return the names of those groups that are known by an id: municipalities; other groups are called what they are."""
    return {place.id: place.name for place in view.snapshot.municipalities} if by == "municipality" else {}


def _municipality(view: View, node_id: str) -> str | None:
    node = view.node(node_id)
    if isinstance(node, Municipality):
        return node.id
    return node.municipality if isinstance(node, Actor) else None


def _seats(view: View) -> Mapping[str, str]:
    seats: dict[str, str] = {}
    for tie in sorted(view.selected.structure, key=lambda tie: (tie.source, tie.target)):
        if tie.type == "located_in":
            seats.setdefault(tie.source, tie.target)
    return seats
