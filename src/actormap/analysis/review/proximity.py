"""How near the members of a network an actor stands, and through whom: in shared venues and in relationships between actors."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from actormap.analysis.review.finding import cited
from actormap.graph.attributes import ACTOR, SIDE, TIES
from actormap.graph.views import View
from actormap.model.records import Actor, ActorLike, Municipality, Relationship

FUND = "eu_fund"  # it ties everything to everything, and nobody meets there
BETWEEN_ACTORS = ("owns", "member_of", "part_of")


@dataclass(frozen=True, slots=True)
class Proximity:
    """How far an actor stands from the nearest member, which actors are one step nearer, and the venues where it meets them."""

    distance: int
    through: tuple[str, ...]
    venues: tuple[str, ...]


def steps(view: View, inside: Collection[str]) -> Mapping[str, Proximity]:
    """Return the steps of every actor that can be reached from some members; the members themselves are left out.

    One step is a venue that two actors share in the view, or a relationship between them by which one owns, is a member or a part of the
    other.
    """
    graph = _contacts(view)
    starts = sorted(each for each in inside if each in graph)
    if not starts:
        return {}
    distance = {node: far for far, layer in enumerate(nx.bfs_layers(graph, starts)) for node in layer}
    found = {}
    for node, far in distance.items():
        if far:
            nearer = tuple(sorted(other for other in graph[node] if distance[other] == far - 1))
            venues = tuple(sorted({venue for other in nearer for venue in _shared(view, node, other)}))
            found[node] = Proximity(far, nearer, venues)
    return found


def met(view: View, network: str, inside: Collection[str]) -> frozenset[str]:
    """Return the members, and everyone in the network itself or in a venue where a member takes part."""
    graph = view.graph
    venues = {network} | {venue for member in inside if member in graph for venue in graph[member]}
    return frozenset(inside) | {actor for venue in venues if venue in graph for actor in graph[venue]}


def candidates(view: View) -> Iterator[ActorLike]:
    """Yield the analysed actors of the data that stand for themselves in the view, and no funds, in order of id."""
    for node_id in sorted(view.selected.present):
        node = view.snapshot.by_id[node_id]
        if not isinstance(node, Actor | Municipality) or node_id in view.lifted or node.kind == FUND:
            continue
        if view.vocabulary.kind(node.node, node.kind).analysed:
            yield node


def grounds(view: View, node_id: str, step: Proximity) -> list[str]:
    """Return where the statements stand that tie an actor to those one step nearer, in order."""
    ties = {tie.id: tie for tie in view.selected.relationships}
    ids = {name for venue in step.venues for name in view.graph[venue][node_id][TIES]} if step.venues else set()
    used = [ties[name] for name in ids]
    used += [tie for tie in _direct(view) if {node_id} | {tie.source, tie.target} <= {node_id, *step.through}]
    return list(cited(used))


def _contacts(view: View) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    for node in candidates(view):
        graph.add_node(node.id)
    for actor in view.actors:
        graph.add_edges_from((actor, other) for venue in view.graph[actor] for other in view.graph[venue] if other != actor)
    for tie in _direct(view):
        ends = [view.lifted.get(end, end) for end in (tie.source, tie.target)]
        if ends[0] != ends[1] and all(end in graph for end in ends):
            graph.add_edge(*ends)
    return graph


def _direct(view: View) -> Iterator[Relationship]:
    nodes = view.snapshot.by_id
    for tie in view.selected.structure:
        if tie.type in BETWEEN_ACTORS and all(isinstance(nodes[end], Actor | Municipality) for end in (tie.source, tie.target)):
            yield tie


def _shared(view: View, one: str, other: str) -> set[str]:
    graph = view.graph
    if one not in graph or other not in graph or graph.nodes[one][SIDE] != ACTOR:
        return set()
    return set(graph[one]) & set(graph[other])
