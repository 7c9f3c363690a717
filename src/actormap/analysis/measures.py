"""The measures of single nodes: degree, betweenness, closeness, harmonic and PageRank, each a function of a view.

On the two-mode view the normalisations are those of Borgatti & Everett 1997 (Network analysis of 2-mode data, Social Networks 19);
elsewhere those of Freeman 1979 (Centrality in social networks, Social Networks 1). In the weighted `actors` view a weight is a strength:
degree and PageRank use it as it is, measures of distance use its inverse.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import networkx as nx

from actormap.errors import UnknownName
from actormap.graph import DISTANCE, WEIGHT, View

Scores = Mapping[str, float | None]
PAGERANK_TOLERANCE = 1e-12  # networkx stops at nodes times this; the default is too coarse to tell neighbours in rank apart


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its name, the function that scores every node of a view, and whether it has a form that is not normalised."""

    name: str
    score: Callable[[View, bool], Scores]


def degree(view: View, normalised: bool = True) -> Scores:
    """Return each node's ties; normalised, their share of the nodes it could be tied to (the other side, or all others).

    A weighted view gives the sum of strengths, which has no normalised form. One node alone could be tied to nobody: not defined.
    """
    counts = {node: d for node, d in view.graph.degree(weight=WEIGHT if view.weighted else None)}  # noqa: C416  (a view of the graph, copied)
    if not normalised or view.weighted:
        return counts
    possible = _possible_partners(view)
    return {node: count / possible[node] if possible[node] else None for node, count in counts.items()}


def betweenness(view: View, normalised: bool = True) -> Scores:
    """Return the share of shortest paths between others that pass each node, summed over pairs (each unordered pair once).

    Normalised, it is divided by the most a node of its side could have. Where nothing could lie between, it is not defined.
    """
    raw = nx.betweenness_centrality(view.graph, normalized=False, weight=DISTANCE if view.weighted else None)
    if not normalised or not raw:
        return raw
    if view.two_mode:
        n, m = len(view.actors), len(view.venues)
        most = dict.fromkeys(view.actors, _most_between(n, m)) | dict.fromkeys(view.venues, _most_between(m, n))
    else:
        n = len(raw)
        most = dict.fromkeys(raw, (n - 1) * (n - 2) / 2)
    return {node: value / most[node] if most[node] else None for node, value in raw.items()}


def closeness(view: View, normalised: bool = True) -> Scores:
    """Return the inverse of the summed distances to the nodes that can be reached; normalised, times the least that sum could be.

    In a graph of several parts each node is measured within its own part and the normalised value is multiplied by the share of the others
    that it reaches (Wasserman & Faust 1994), as networkx does; harmonic is the measure to prefer there. A node that reaches nobody
    has no distances: not defined.
    """
    graph, n = view.graph, view.graph.number_of_nodes()
    sides = {node: len(view.actors) for node in view.actors} | {node: len(view.venues) for node in view.venues}
    scores: dict[str, float | None] = {}
    for node in graph:
        distances = _distances(view, node)
        total, reached = sum(distances.values()), len(distances) - 1
        if reached < 1:
            scores[node] = None
        elif not normalised:
            scores[node] = 1 / total
        elif view.two_mode:
            own = sides[node]
            scores[node] = ((n - own) + 2 * (own - 1)) / total * reached / (n - 1)
        else:
            scores[node] = reached / total * reached / (n - 1)
    return scores


def harmonic(view: View, normalised: bool = True) -> Scores:
    """Return the sum of inverse distances to all others; who cannot be reached adds nothing. Normalised, it is divided by n - 1."""
    n = view.graph.number_of_nodes()
    raw = nx.harmonic_centrality(view.graph, distance=DISTANCE if view.weighted else None)
    if not normalised:
        return raw
    return {node: value / (n - 1) if n > 1 else None for node, value in raw.items()}


def pagerank(view: View, normalised: bool = True) -> Scores:  # noqa: ARG001  (it sums to one by definition; there is no raw form)
    """Return the share of time a random walker spends at each node, damping .85; it sums to one (Page et al. 1999)."""
    if not view.graph:
        return {}
    return nx.pagerank(view.graph, alpha=0.85, tol=PAGERANK_TOLERANCE, max_iter=1000, weight=WEIGHT if view.weighted else None)


MEASURES: Mapping[str, Measure] = {
    measure.name: measure
    for measure in (
        Measure("degree", degree),
        Measure("betweenness", betweenness),
        Measure("closeness", closeness),
        Measure("harmonic", harmonic),
        Measure("pagerank", pagerank),
    )
}


def measure(name: str) -> Measure:
    """Return the measure of a name, hyphens and underscores alike; raise `UnknownName` if there is none."""
    try:
        return MEASURES[name.replace("-", "_").casefold()]
    except KeyError:
        raise UnknownName("measure", name, MEASURES) from None


def _possible_partners(view: View) -> dict[str, int]:
    if view.two_mode:
        actors, venues = view.actors, view.venues
        return dict.fromkeys(actors, len(venues)) | dict.fromkeys(venues, len(actors))
    return dict.fromkeys(view.graph, view.graph.number_of_nodes() - 1)


def _most_between(own: int, other: int) -> float:
    """Return the most betweenness that a node of a side of `own` nodes can have against a side of `other` (Borgatti & Everett 1997)."""
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def _distances(view: View, node: str) -> Mapping[str, float]:
    if view.weighted:
        return nx.single_source_dijkstra_path_length(view.graph, node, weight=DISTANCE)
    return nx.single_source_shortest_path_length(view.graph, node)
