"""How often those who share a contact are in contact themselves: in one mode by triangles, in two modes by Opsahl's six-cycles."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx
import numpy as np

LARGE = 400  # actors; Opsahl's coefficient looks at every three of them


def transitivity(graph: nx.Graph[str]) -> float | None:
    """Return the share of paths of two ties whose ends are tied too (Luce & Perry 1949); None without such a path."""
    return float(nx.transitivity(graph)) if any(degree > 1 for _, degree in graph.degree()) else None


def mean_clustering(graph: nx.Graph[str]) -> float | None:
    """Return the mean share of each node's pairs of contacts that are tied, over those with two or more (Watts & Strogatz 1998)."""
    some = [node for node, degree in graph.degree() if degree > 1]
    return float(nx.average_clustering(graph, some)) if some else None


def two_mode_clustering(graph: nx.Graph[str], actors: Collection[str]) -> float | None:
    """Return Opsahl's global clustering coefficient for two modes: the share of four-paths that are closed.

    A four-path goes from an actor through a venue to a second and through another venue to a third actor. It is closed if the first and
    the third also share a venue that is none of the two (Opsahl 2013, Social Networks 35). None without such a path, and for more than 400
    actors.
    """
    order = sorted(actors)
    if len(order) > LARGE:
        return None
    venues = {venue: i for i, venue in enumerate(sorted(node for node in graph if node not in set(actors)))}
    present = np.zeros((len(order), len(venues)))
    for i, actor in enumerate(order):
        present[i, [venues[venue] for venue in graph[actor]]] = 1
    shared = present @ present.T
    np.fill_diagonal(shared, 0)
    paths = closed = 0.0
    for a in range(len(order)):
        all_three = (present * present[a]) @ present.T  # c by b: venues where a, b and c all are
        np.fill_diagonal(all_three, 0)
        all_three[a], all_three[:, a] = 0, 0
        first, second = shared[a][None, :] - all_three, shared - all_three
        first[:, a], second[:, a] = 0, 0
        np.fill_diagonal(first, 0)
        # By how many of the two venues hold all three already: those are not the venue that closes.
        for held, counts in ((0, first * second), (1, all_three * (first + second)), (2, all_three * (all_three - 1))):
            by_third = counts.sum(axis=1)
            by_third[a] = 0
            paths += by_third.sum()
            closed += by_third[shared[a] > held].sum()
    return float(closed / paths) if paths else None
