"""Which group each node of a view belongs to: by kind, municipality, region, community, or a column of the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from actormap.analysis.cohesion import communities
from actormap.errors import UnknownName, UsageError
from actormap.graph.attributes import KIND
from actormap.graph.views import View
from actormap.model.choices import GROUPINGS
from actormap.model.records import Actor, Municipality
from actormap.model.selection import attribute_of

COLUMNS = ("county", "status")  # of the tables of actors and municipalities, besides those that are groupings by name


def of(view: View, by: str = "kind", *, seed: int = 7) -> Mapping[str, str | None]:
    """Return the group of every node of a view, None where the data does not say.

    A municipality belongs to itself; another actor to the one that its `municipality` column names, or else to the first by id that it is
    located_in.
    Communities are those of `communities.find` with this seed, by number. Any other name is a column of the tables, own ones included.
    Raises `UnknownName` for a column that is not there, `UsageError` for one in which hardly two say the same.
    """
    if by == "kind":
        return {node: about[KIND] for node, about in view.graph.nodes(data=True)}
    if by == "municipality":
        seats = _seats(view)
        return {node: _municipality(view, node) or seats.get(node) for node in view.graph}
    if by == "community":
        membership = communities.find(view, seed=seed).membership()
        return {node: str(membership[node]) for node in view.graph}
    said = {node: attribute_of(view.node(node), by) for node in view.graph}
    if by not in GROUPINGS:
        _need_groups(view, by, said)
    return said


def _need_groups(view: View, by: str, said: Mapping[str, str | None]) -> None:
    acting: tuple[Actor | Municipality, ...] = (*view.snapshot.actors, *view.snapshot.municipalities)
    columns = {name for node in acting for name, _ in node.attributes}
    if by not in columns | set(COLUMNS):
        raise UnknownName("group attribute", by, (*GROUPINGS, *COLUMNS, *sorted(columns)))
    sizes = Counter(value for value in said.values() if value is not None)
    if len(sizes) > 1 and 2 * len(sizes) > sizes.total():
        raise UsageError(f"Hardly two have the same {by}, so it makes no groups.", hint="Name a column in which several say the same.")


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
