"""A whole network in figures: how dense it is, how central its most central, how long its paths, how alike those who are tied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np

from actormap.graph.attributes import ACTOR, SIDE
from actormap.graph.distances import Ground

Arc = tuple[str, str]


def sides(graph: nx.Graph[str]) -> tuple[list[str], list[str]]:
    """Return the actors and the others of a graph."""
    first = [node for node, about in graph.nodes(data=True) if about[SIDE] == ACTOR]
    return first, [node for node, about in graph.nodes(data=True) if about[SIDE] != ACTOR]


def density(graph: nx.Graph[str], *, two_mode: bool) -> float | None:
    """Return the share of the ties there could be that are there; in two modes of those between an actor and a venue."""
    actors, venues = sides(graph)
    n = len(graph)
    possible = len(actors) * len(venues) if two_mode else n * (n - 1) / 2
    return _ties(graph) / possible if possible else None


def centralisation(graph: nx.Graph[str], *, two_mode: bool) -> float | None:
    """Return how far the ties gather at one node: 0 if all have as many, 1 if the others have none but those with it (Freeman 1979).

    In two modes it is that of the actors, 1 if one takes part everywhere and each other once (Borgatti & Everett 1997). None below three
    nodes.
    """
    actors, venues = sides(graph)
    nodes, most = (actors, (len(actors) - 1) * (len(venues) - 1)) if two_mode else (list(graph), (len(graph) - 1) * (len(graph) - 2))
    degrees = [graph.degree(node) for node in nodes]
    return sum(max(degrees) - degree for degree in degrees) / most if most > 0 else None


def path_lengths(graph: nx.Graph[str]) -> tuple[float | None, int | None]:
    """Return the mean number of steps between those whom a path joins, and the largest; None if there are no such pairs."""
    place = {node: i for i, node in enumerate(graph)}
    ground = Ground(tuple(np.array([place[other] for other in graph[node] if other != node], dtype=np.int64) for node in graph))
    pairs, total, longest = 0, 0, 0
    for steps, counts in ground.counts():
        reached = int(counts.sum())
        pairs, total, longest = pairs + reached, total + steps * reached, max(longest, steps)
    return (total / pairs, longest) if pairs else (None, None)


def assortativity(graph: nx.Graph[str], *, two_mode: bool) -> float | None:
    """Return how alike in number of ties those are who are tied: Pearson's correlation over the ties (Newman 2002), each way in one mode.

    In two modes it is that of the actor's ties with the venue's. None where either has no spread.
    """
    actors = set(sides(graph)[0]) if two_mode else set()
    pairs = [((a, b) if not two_mode or a in actors else (b, a)) for a, b in graph.edges()]
    pairs += [] if two_mode else [(b, a) for a, b in pairs]
    degrees = np.array([(graph.degree(a), graph.degree(b)) for a, b in pairs], dtype=float).reshape(-1, 2)
    if len(degrees) < 2 or not degrees.std(axis=0).all():
        return None
    return float(np.corrcoef(degrees.T)[0, 1])


def reciprocity(of: Sequence[Arc]) -> float | None:
    """Return the share of directed ties that are returned; None without any."""
    there = set(of)
    return sum((b, a) in there for a, b in there) / len(there) if there else None


def inwardness(graph: nx.Graph[str], groups: Mapping[str, str | None]) -> float | None:
    """Return the E-I index: external less internal ties, over all between nodes of a known group (Krackhardt & Stern 1988).

    None without such a tie, and where all are of one group, so that no tie could lead to another.
    """
    if len({groups.get(node) for node in graph} - {None}) < 2:
        return None
    known = [(groups.get(a), groups.get(b)) for a, b in graph.edges()]
    outward = [a != b for a, b in known if a is not None and b is not None]
    return (2 * sum(outward) - len(outward)) / len(outward) if outward else None


def largest_share(graph: nx.Graph[str]) -> float | None:
    """Return the share of the nodes that stand in the largest connected part."""
    return max(map(len, nx.connected_components(graph))) / len(graph) if graph else None


def _ties(graph: nx.Graph[str]) -> int:
    return graph.number_of_edges() - nx.number_of_selfloops(graph)
