"""Small graphs to check by hand, built as records so that tests go the way the data goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx

from actormap import files
from actormap.graph.views import View, build
from actormap.model.records import Actor, Evidence, Network, Node, Project, Relationship, Snapshot
from actormap.model.selection import Selection
from actormap.model.vocabulary import Vocabulary

# The shipped words, and the checklist of professions of the built-in workspace.
VOCABULARY = Vocabulary.load({"checklist": files.table("data/gria/actormap.toml")["checklist"]})


def actor(name: str, kind: str = "region", **more: object) -> Actor:
    return Actor(id=name, name=name.upper(), kind=kind, **more)


def network(name: str, kind: str = "network", **more: object) -> Network:
    return Network(id=name, name=name.upper(), kind=kind, **more)


def project(name: str, kind: str = "project", **more: object) -> Project:
    return Project(id=name, name=name.upper(), kind=kind, **more)


def tie(source: str, type_: str, target: str, *evidence: Evidence, **key: str) -> Relationship:
    return Relationship(source=source, type=type_, target=target, evidence=evidence or (Evidence(),), **key)


def snapshot(nodes: Iterable[Node], *ties: Relationship) -> Snapshot:
    return Snapshot.of(nodes, ties)


def taking_part(venues: Mapping[str, str]) -> Snapshot:
    """Return networks and who is a member: `{"v": "abc"}` puts actors a, b and c in network v."""
    actors = [actor(name) for name in sorted(set("".join(venues.values())))]
    ties = [tie(name, "member_of", venue) for venue, names in venues.items() for name in names]
    return Snapshot.of([*actors, *map(network, venues)], ties)


def view(of: Snapshot, name: str = "affiliation", selection: Selection | None = None, **options: object) -> View:
    return build(of, VOCABULARY, name, selection=selection, **options)


def one_mode(graph: nx.Graph) -> View:
    """Return a view `all` whose graph has the nodes and edges of a given one: each edge an actor that is a member of another."""
    names = {node: str(node).replace(" ", "_") for node in graph}
    nodes = [actor(name) for name in names.values()]
    ties = [tie(names[a], "member_of", names[b]) for a, b in graph.edges()]
    return view(Snapshot.of(nodes, ties), "all")


def two_mode(graph: nx.Graph, actors: Iterable[object]) -> View:
    """Return the affiliation view of a bipartite graph, `actors` on one side and networks on the other."""
    names = {node: str(node).replace(" ", "_") for node in graph}
    side = set(actors)
    nodes = [actor(names[n]) if n in side else network(names[n]) for n in graph]
    ties = [tie(names[a], "member_of", names[b]) if a in side else tie(names[b], "member_of", names[a]) for a, b in graph.edges()]
    return view(Snapshot.of(nodes, ties))
