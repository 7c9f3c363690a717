"""Which way relationships go: the arcs of a view, of the types that have a direction."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import networkx as nx

from actormap.graph.attributes import TIES
from actormap.graph.projection import strength
from actormap.model.records import Relationship
from actormap.model.vocabulary import Vocabulary

Pair = tuple[str, str]


def arcs(
    graph: nx.Graph[str], made_of: Mapping[str, Relationship], lifted: Mapping[str, str], vocabulary: Vocabulary
) -> Mapping[Pair, float]:
    """Return who has what towards whom, in order of ids: each source and target with the strength of what goes that way.

    It is made of the relationships that join two nodes of a view's graph to each other. A type has a direction if its words differ by the
    side from which it is said (owns, is owned by). One that is said alike both ways has one where the data tells some pairs both ways and
    others not, as a survey does in which each names others; where it tells every pair once, or every pair twice, nobody knows of a
    direction. Relationships of the same two in the same direction add up.
    """
    between = list(_between(graph, made_of, lifted))
    pairs: dict[str, set[Pair]] = {}
    for type_, pair, _ in between:
        pairs.setdefault(type_, set()).add(pair)
    directed = directed_types(pairs, vocabulary)
    found: dict[Pair, float] = {}
    for type_, pair, strong in between:
        if type_ in directed:
            found[pair] = found.get(pair, 0) + strong
    return {pair: found[pair] for pair in sorted(found)}


def directed_types(pairs: Mapping[str, Collection[Pair]], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the types that have a direction, as `arcs` tells it, of those whose pairs are known."""
    return frozenset(name for name, known in pairs.items() if vocabulary.type(name).directed or _some_returned(known))


def _between(graph: nx.Graph[str], made_of: Mapping[str, Relationship], lifted: Mapping[str, str]) -> Iterator[tuple[str, Pair, float]]:
    for one, other, about in graph.edges(data=True):
        for tie in (made_of[name] for name in about[TIES]):
            ends = (lifted.get(tie.source, tie.source), lifted.get(tie.target, tie.target))
            if one != other and ends in ((one, other), (other, one)):
                yield tie.type, ends, strength(tie)


def _some_returned(known: Collection[Pair]) -> bool:
    returned = sum((b, a) in known for a, b in known)
    return 0 < returned < len(known)
