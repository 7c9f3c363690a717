"""Who sits in a network: its members that are analysed, and who has a task in it without a seat."""

from __future__ import annotations

from actormap.analysis.composition.members import AT_THE_TABLE, MEMBERSHIPS, members
from actormap.graph.views import View
from actormap.model.records import Actor, Municipality, Relationship

PLANNED = "planned"


def seated(view: View, network: str) -> frozenset[str]:
    """Return the members of a network that are analysed: no roles and no unnamed groups."""
    return frozenset(each for each in members(view, network) if _analysed(view, each))


def seats(view: View, network: str) -> tuple[Relationship, ...]:
    """Return the memberships of the analysed members of a network."""
    return tuple(
        tie
        for tie in view.selected.structure
        if tie.target == network and tie.type in MEMBERSHIPS and _analysed(view, view.lifted.get(tie.source, tie.source))
    )


def only_planned(view: View, network: str) -> tuple[str, ...]:
    """Return the analysed members of a network whose seat no source states or implies: it is only planned. In order of id."""
    statuses: dict[str, set[str]] = {}
    for tie in seats(view, network):
        statuses.setdefault(view.lifted.get(tie.source, tie.source), set()).update(piece.status for piece in tie.evidence)
    return tuple(sorted(actor for actor, found in statuses.items() if found == {PLANNED}))


def tasks(view: View, network: str) -> tuple[Relationship, ...]:
    """Return who owns or coordinates a network, roles included, as the relationships that say so."""
    return tuple(tie for tie in view.selected.structure if tie.target == network and tie.type in AT_THE_TABLE)


def _analysed(view: View, node_id: str) -> bool:
    node = view.snapshot.by_id[node_id]
    return isinstance(node, Actor | Municipality) and view.vocabulary.kind(node.node, node.kind).analysed
