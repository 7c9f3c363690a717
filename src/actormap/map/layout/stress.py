"""A stress layout of one group: distances on paper as near as can be to the steps between nodes (Gansner, Koren & North 2004)."""

from __future__ import annotations

import networkx as nx
import numpy as np
from scipy.sparse.csgraph import shortest_path

from actormap.map.layout import force
from actormap.map.layout.geometry import Array, golden_spiral

STRAY = 2.5
ROUNDS = 120
# Stress compares every two nodes; beyond this the forces on a grid are quicker and as good.
MOST = 300


def positions(graph: nx.Graph[str], *, seed: int = 7) -> Array:
    """Return a row of x and y for each node, in the order of their ids, round the origin.

    Parts that do not hang together stand two or three steps apart.
    """
    ids = sorted(graph)
    if len(ids) < 3:
        return np.array([[index - (len(ids) - 1) / 2, 0.0] for index in range(len(ids))])
    number = {node_id: index for index, node_id in enumerate(ids)}
    pairs = np.array(sorted(sorted((number[a], number[b])) for a, b in graph.edges if a != b), dtype=np.int64).reshape(-1, 2)
    if len(ids) > MOST:
        return force.positions(len(ids), pairs, seed=seed)
    ties = np.zeros((len(ids), len(ids)))
    ties[pairs[:, 0], pairs[:, 1]] = ties[pairs[:, 1], pairs[:, 0]] = 1
    steps = shortest_path(ties, unweighted=True, directed=False)
    steps[np.isinf(steps)] = STRAY
    ranked = np.argsort(-ties.sum(axis=1), kind="stable")
    start = np.zeros((len(ids), 2))
    start[ranked] = golden_spiral(len(ids))
    # A perfectly even circle is a saddle from which two hubs with the same neighbours would never part.
    start += np.random.default_rng(seed).normal(0, 0.05, start.shape)
    return _majorised(start, steps)


def _majorised(points: Array, steps: Array) -> Array:
    weights = 1 / np.maximum(steps, 1) ** 2
    np.fill_diagonal(weights, 0)
    total = weights.sum(axis=1)[:, None]
    for _ in range(ROUNDS):
        apart = points[:, None] - points[None]
        lengths = np.sqrt((apart**2).sum(axis=2)) + 1e-9
        ratio = weights * steps / lengths
        # Each node moves to the mean of where its distances to the others would have it.
        points = (weights @ points + points * ratio.sum(axis=1)[:, None] - ratio @ points) / total
        points -= points.mean(axis=0)
    return points
