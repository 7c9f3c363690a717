"""Measures of paths: betweenness, closeness and harmonic. In a weighted view a path's length is the sum of its distances, 1 / weight."""

from __future__ import annotations

from heapq import heappop, heappush

import networkx as nx
import numpy as np

from actormap.analysis.centrality import scores as why
from actormap.analysis.centrality.scores import Scores
from actormap.graph import shortest_paths
from actormap.graph.attributes import DISTANCE
from actormap.graph.distances import Floats
from actormap.graph.matrices import adjacency
from actormap.graph.views import View

SOURCES_AT_ONCE = 256
SAME_LENGTH = 1e-9  # thirds and sevenths do not add up exactly, and equal paths must share what passes between their ends


def betweenness(view: View, normalised: bool = True) -> Scores:
    """Return the share of shortest paths between others that pass each node, summed over pairs (each unordered pair once).

    Normalised, it is divided by the most a node of its side could have. Where nothing could lie between, it is not defined.
    In a weighted view a weight is a strength and paths are measured in its inverse; lengths that differ by less than a thousand-millionth
    are equal.
    """
    through = _between_by_distance(view.graph) if view.weighted else _summed(view, between=True).between
    raw = dict(zip(view.graph, through.tolist(), strict=True))
    if not normalised or not raw:
        return Scores(raw)
    if view.two_mode:
        n, m = len(view.actors), len(view.venues)
        most = dict.fromkeys(view.actors, _most_between(n, m)) | dict.fromkeys(view.venues, _most_between(m, n))
    else:
        n = len(raw)
        most = dict.fromkeys(raw, (n - 1) * (n - 2) / 2)
    return Scores({node: value / most[node] if most[node] else None for node, value in raw.items()}, why.NOTHING_BETWEEN)


def closeness(view: View, normalised: bool = True) -> Scores:
    """Return the inverse of the summed distances to the nodes that can be reached; normalised, times the least that sum could be.

    In a graph of several parts each node is measured within its own part and the normalised value is multiplied by the share of the others
    that it reaches (Wasserman & Faust 1994), as networkx does; harmonic is the measure to prefer there. A node that reaches nobody
    has no distances: not defined. In a weighted view a distance is the inverse of a strength.
    """
    n = view.graph.number_of_nodes()
    own = dict.fromkeys(view.actors, len(view.actors)) | dict.fromkeys(view.venues, len(view.venues))
    found = _summed(view)
    scores: dict[str, float | None] = {}
    for node, total, others in zip(view.graph, found.distance.tolist(), found.reached.tolist(), strict=True):
        if not others:
            scores[node] = None
        elif not normalised:
            scores[node] = 1 / total
        else:
            least = (n - own[node]) + 2 * (own[node] - 1) if view.two_mode else others
            scores[node] = least / total * others / (n - 1)
    return Scores(scores, why.REACHES_NOBODY)


def harmonic(view: View, normalised: bool = True) -> Scores:
    """Return the sum of inverse distances to all others; who cannot be reached adds nothing. Normalised, it is divided by n - 1.

    In a weighted view a distance is the inverse of a strength, so a sum of many strong ties can exceed n - 1. One node alone has no
    normalised value.
    """
    n = view.graph.number_of_nodes()
    raw = dict(zip(view.graph, _summed(view).inverse.tolist(), strict=True))
    return Scores({node: value / (n - 1) if n > 1 else None for node, value in raw.items()} if normalised else raw, why.ONE_NODE)


def _summed(view: View, *, between: bool = False) -> shortest_paths.Paths:
    """Return what the distances from each node add up to; betweenness only by steps, and only if asked for."""
    n = view.graph.number_of_nodes()
    if not view.weighted:
        return shortest_paths.count([adjacency(view)], between=between) or shortest_paths.Paths.none_yet(n)
    from scipy.sparse.csgraph import dijkstra

    sums, lengths = shortest_paths.Paths.none_yet(n), adjacency(view, DISTANCE)
    for first in range(0, n, SOURCES_AT_ONCE):
        block = np.arange(first, min(first + SOURCES_AT_ONCE, n))
        found = dijkstra(lengths, directed=False, indices=block)
        others = np.isfinite(found) & (found > 0)
        sums.distance[block] = np.where(others, found, 0).sum(axis=1)
        sums.inverse[block] = np.divide(1, found, out=np.zeros_like(found), where=others).sum(axis=1)
        sums.reached[block] = others.sum(axis=1)
    return sums


def _between_by_distance(graph: nx.Graph[str]) -> Floats:
    """Return betweenness by Brandes' algorithm, path lengths compared with a tolerance (networkx compares them bit by bit)."""
    through = dict.fromkeys(graph, 0.0)
    for source in graph:
        order, before, ways = _ways_from(graph, source)
        depend = dict.fromkeys(order, 0.0)
        for node in reversed(order):
            for earlier in before[node]:
                depend[earlier] += ways[earlier] / ways[node] * (1 + depend[node])
            if node != source:
                through[node] += depend[node]
    return np.array(list(through.values())) / 2


def _ways_from(graph: nx.Graph[str], source: str) -> tuple[list[str], dict[str, list[str]], dict[str, int]]:
    """Return the nodes in order of distance, the last stops before each, and how many shortest paths lead to it (Dijkstra)."""
    length, before, ways = {source: 0.0}, {source: list[str]()}, {source: 1}
    order: list[str] = []
    done: set[str] = set()
    waiting = [(0.0, source)]
    while waiting:
        _, node = heappop(waiting)
        if node in done:
            continue
        done.add(node)
        order.append(node)
        for other, tie in graph[node].items():
            found, known = length[node] + tie[DISTANCE], length.get(other, float("inf"))
            if other in done or found > known + SAME_LENGTH:
                continue
            if found < known - SAME_LENGTH:
                length[other], before[other], ways[other] = found, [node], ways[node]
                heappush(waiting, (found, other))
            else:
                before[other].append(node)
                ways[other] += ways[node]
    return order, before, ways


def _most_between(own: int, other: int) -> float:
    """Return the most betweenness that a node of a side of `own` nodes can have against a side of `other` (Borgatti & Everett 1997)."""
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
