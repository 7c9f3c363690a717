"""The groups that the map draws as boxes: the communities it is given, completed, and named so that a person understands them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import networkx as nx

from actormap.i18n import Texts
from actormap.model import Node, Snapshot

Names = Mapping[str, str]
# A box of two says no more than the line between them.
SMALLEST = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Some nodes in one box, in the order of their ids. `kind` is `group`, `themes` or `isolates`."""

    kind: str
    members: tuple[str, ...]
    name: Names


def find(graph: nx.Graph[str], communities: Mapping[str, int], snapshot: Snapshot, texts: Collection[Texts]) -> tuple[Group, ...]:
    """Return every node of the graph in exactly one group: the communities, largest first, then the themes, then those without a tie."""
    membership = complete(graph, communities)
    themes = {theme.id for theme in snapshot.themes}
    gathered: dict[int, list[str]] = {}
    for node_id in sorted(graph):
        if node_id in membership and node_id not in themes:
            gathered.setdefault(membership[node_id], []).append(node_id)
    ordered = sorted(gathered.values(), key=lambda members: (-len(members), members))
    groups = [Group("group", tuple(members), name(members, graph, snapshot, texts)) for members in ordered]
    alone = tuple(node_id for node_id in sorted(graph) if node_id not in membership and node_id not in themes)
    for kind, members in (("themes", tuple(sorted(themes & set(graph)))), ("isolates", alone)):
        if members:
            groups.append(Group(kind, members, {text.lang: text(f"map.group.{kind}") for text in texts}))
    return tuple(groups)


def complete(graph: nx.Graph[str], communities: Mapping[str, int]) -> dict[str, int]:
    """Return a community for every node that has a tie.

    A node outside the communities, or in one of fewer than three, joins the one that most of its neighbours are in; what hangs
    together without any becomes one of its own.
    """
    sizes = Counter(communities[node_id] for node_id in sorted(graph) if node_id in communities)
    membership = {node_id: communities[node_id] for node_id in sorted(graph) if sizes[communities.get(node_id, -1)] >= SMALLEST}
    waiting = [node_id for node_id in sorted(graph) if node_id not in membership and graph.degree(node_id)]
    while waiting:
        joining = {}
        for node_id in waiting:
            around = Counter(membership[other] for other in sorted(graph[node_id]) if other in membership)
            if around:
                joining[node_id] = min(around, key=lambda number: (-around[number], number))
        if not joining:
            number = max(membership.values(), default=0) + 1
            joining = dict.fromkeys(sorted(nx.node_connected_component(graph, waiting[0])), number)
        membership |= joining
        waiting = [node_id for node_id in waiting if node_id not in membership]
    return membership


def name(members: Collection[str], graph: nx.Graph[str], snapshot: Snapshot, texts: Collection[Texts]) -> Names:
    """Return what a group is called: its best connected venue, or two if a second is nearly as well connected; without venues, an actor."""
    inside = nx.subgraph(graph, members)
    nodes = sorted((snapshot.by_id[node_id] for node_id in members), key=lambda node: (-inside.degree(node.id), node.id))
    venues = [node for node in nodes if node.node in ("network", "project")]
    if not venues:
        return {text.lang: nodes[0].name for text in texts}
    first, second = venues[0], venues[1] if len(venues) > 1 else None
    if second is None or not _names_too(first, second, inside):
        return {text.lang: first.name for text in texts}
    return {text.lang: text("map.group.two", first=first.name, second=second.name) for text in texts}


def _names_too(first: Node, second: Node, inside: nx.Graph[str]) -> bool:
    strong = inside.degree(second.id) >= max(2, 0.6 * inside.degree(first.id))
    return bool(strong and len(first.name) + len(second.name) <= 56)
