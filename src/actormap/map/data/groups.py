"""The groups that the map draws as boxes: the communities it is given, completed, and named so that a person understands them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import networkx as nx

from actormap.i18n import Texts
from actormap.model.records import Actor, Node, Snapshot
from actormap.model.vocabulary import ACTOR_NODES, Vocabulary
from actormap.output.page_text import at_first

Names = Mapping[str, str]
# A box of two says no more than the line between them.
SMALLEST = 3
# A group whose actors are mostly of one kind says so in its name, unless the name would be too long for a box.
MOSTLY = 0.6
# More boxes than this nobody takes in: the smaller ones share the last.
MOST = 24
LONGEST = 56


@dataclass(frozen=True, slots=True)
class NodeGroup:
    """Some nodes in one box, in the order of their ids. `kind` is `group`, `themes` or `isolates`."""

    kind: str
    members: tuple[str, ...]
    name: Names


def find(
    graph: nx.Graph[str], communities: Mapping[str, int], snapshot: Snapshot, vocabulary: Vocabulary, texts: Collection[Texts]
) -> tuple[NodeGroup, ...]:
    """Return every node of the graph in exactly one group: the communities, largest first, then the themes, then those without a tie."""
    membership = complete(graph, communities)
    themes = {theme.id for theme in snapshot.themes}
    gathered: dict[int, list[str]] = {}
    for node_id in sorted(graph):
        if node_id in membership and node_id not in themes:
            gathered.setdefault(membership[node_id], []).append(node_id)
    ordered = sorted(gathered.values(), key=lambda members: (-len(members), members))
    told = ordered if len(ordered) <= MOST else ordered[: MOST - 1]
    groups = [NodeGroup("group", tuple(members), name(members, graph, snapshot, vocabulary, texts)) for members in told]
    if smaller := sorted(node_id for members in ordered[len(told) :] for node_id in members):
        groups.append(NodeGroup("group", tuple(smaller), {text.lang: text("map.group.smaller") for text in texts}))
    alone = tuple(node_id for node_id in sorted(graph) if node_id not in membership and node_id not in themes)
    for kind, members in (("themes", tuple(sorted(themes & set(graph)))), ("isolates", alone)):
        if members:
            groups.append(NodeGroup(kind, members, {text.lang: text(f"map.group.{kind}") for text in texts}))
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


def name(members: Collection[str], graph: nx.Graph[str], snapshot: Snapshot, vocabulary: Vocabulary, texts: Collection[Texts]) -> Names:
    """Return what a group is called: who they are, if most are alike, and what they take part in.

    What they take part in is the best connected network or project, or two if a second is nearly as well connected. Without any, a group is
    called by the municipality that most belong to, or by its best connected actor.
    """
    inside = nx.subgraph(graph, members)
    nodes = sorted((snapshot.by_id[node_id] for node_id in members), key=lambda node: (-inside.degree(node.id), node.id))
    venues = [node for node in nodes if node.node in ("network", "project")]
    alike = _kind_of_most(nodes, vocabulary)
    if not venues:
        return _without_venue(nodes, alike, snapshot, vocabulary, texts)
    names = {}
    for text in texts:
        first, second = venues[0].name, venues[1].name if len(venues) > 1 else ""
        both = text("map.group.two", first=first, second=second)
        where = both if second and _names_too(venues[0], venues[1], inside) and len(both) <= LONGEST + 5 else first
        whole = text("map.group.of", kind=_plural(alike, vocabulary, text), where=where) if alike else where
        names[text.lang] = whole if len(whole) <= LONGEST else where
    return names


def _without_venue(
    nodes: Collection[Node], alike: tuple[str, str] | None, snapshot: Snapshot, vocabulary: Vocabulary, texts: Collection[Texts]
) -> Names:
    seats = Counter(node.municipality for node in nodes if isinstance(node, Actor) and node.municipality in snapshot.by_id)
    if alike and seats and max(seats.values()) >= MOSTLY * len(nodes):
        seat = snapshot.by_id[min(seats, key=lambda one: (-seats[one], one or "")) or ""].name
        return {text.lang: text("map.group.of", kind=_plural(alike, vocabulary, text), where=seat) for text in texts}
    first = next(iter(nodes)).name
    return {text.lang: first for text in texts}


def _kind_of_most(nodes: Collection[Node], vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Return the kind that most of the actors are of, as record and kind, if there are so many that it says something."""
    actors = [(node.node, node.kind) for node in nodes if node.node in ACTOR_NODES and vocabulary.kind(node.node, node.kind).analysed]
    kinds = Counter(actors)
    best = min(kinds, key=lambda kind: (-kinds[kind], kind), default=None)
    return best if best and kinds[best] >= max(SMALLEST, MOSTLY * len(actors)) else None


def _plural(kind: tuple[str, str], vocabulary: Vocabulary, text: Texts) -> str:
    words: str = text.pick(vocabulary.kind(*kind))[1]
    return at_first(words)


def _names_too(first: Node, second: Node, inside: nx.Graph[str]) -> bool:
    strong = inside.degree(second.id) >= max(2, 0.6 * inside.degree(first.id))
    return bool(strong and len(first.name) + len(second.name) <= LONGEST)
