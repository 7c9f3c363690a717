"""Who is in contact with whom: actors that share a venue, and those that a relationship joins directly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

import networkx as nx

from actormap.graph.attributes import ACTOR, DISTANCE, SIDE, TIES, VENUE, WEIGHT
from actormap.model.records import Actor, Municipality, Node, Relationship

Pair = tuple[str, str]
Direct = Mapping[Pair, Iterable[Relationship]]


def projection(two_mode: nx.Graph[str], direct: Direct | None = None, *, weighted: bool) -> nx.Graph[str]:
    """Return the actors of a two-mode graph and of direct ties, with who shares a venue or is tied directly.

    `weighted` gives a strength and its inverse: Newman's weight (2001), the sum over shared venues of 1 / (actors there - 1), and added to
    it the strengths of the direct ties, which are those of the column `weight` (see `strength`). `direct` has each pair in order of id.
    """
    graph: nx.Graph[str] = nx.Graph()
    direct = direct or {}
    ends = {end for pair in direct for end in pair}
    actors = (node for node, about in two_mode.nodes(data=True) if about[SIDE] == ACTOR)
    graph.add_nodes_from((node, two_mode.nodes[node]) for node in sorted({*actors, *ends}))
    strengths: dict[Pair, float] = {}
    ties: dict[Pair, set[str]] = {}
    for venue in (node for node, about in two_mode.nodes(data=True) if about[SIDE] == VENUE):
        present = sorted(two_mode[venue])
        for a, b in combinations(present, 2):
            strengths[a, b] = strengths.get((a, b), 0) + 1 / (len(present) - 1)
            ties.setdefault((a, b), set()).update(two_mode[venue][a][TIES], two_mode[venue][b][TIES])
    for pair, relationships in direct.items():
        for tie in relationships:
            strengths[pair] = strengths.get(pair, 0) + strength(tie)
            ties.setdefault(pair, set()).add(tie.id)
    for pair, found in sorted(strengths.items()):
        weights = {WEIGHT: found, DISTANCE: 1 / found} if weighted else {}
        graph.add_edges_from([(*pair, {TIES: tuple(sorted(ties[pair])), **weights})])
    return graph


def strength(tie: Relationship) -> float:
    """Return the strength of a direct tie: the highest `weight` that a statement gives it, 1 if none does."""
    return max((piece.weight for piece in tie.evidence if piece.weight is not None), default=1.0)


def unweighed(graph: nx.Graph[str], made_of: Mapping[str, Relationship], counted: Mapping[str, Node]) -> int:
    """Return how many relationships of a graph's ties have a weight that does not count; one between two actors of `counted` does."""
    heavy = {name: tie for name, tie in made_of.items() if any(piece.weight not in (None, 1) for piece in tie.evidence)}
    standing = {name for *_, about in graph.edges(data=True) for name in about[TIES]} if heavy else set()
    return sum(
        not all(isinstance(counted.get(end), Actor | Municipality) for end in (heavy[name].source, heavy[name].target))
        for name in heavy.keys() & standing
    )


def is_contact(tie: Relationship, types: frozenset[str]) -> bool:
    """Return whether a relationship of two actors is one that joins them: of a type that does, or told with a level of collaboration.

    A weight or a level of 0 says that there is nothing between them.
    """
    return (tie.type in types or any(piece.level for piece in tie.evidence)) and strength(tie) > 0
