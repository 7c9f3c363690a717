"""A stress layout of one group: distances on paper as near as can be to the steps between nodes."""

from __future__ import annotations

import networkx as nx
import numpy as np

from actormap.render.map.geometry import Array

STRAY = 2.5


def positions(graph: nx.Graph[str], *, seed: int = 7) -> Array:
    """Return a row of x and y for each node, in the order of their ids, round the origin.

    Parts that do not hang together stand two or three steps apart.
    """
    ids = sorted(graph)
    if len(ids) < 3:
        return np.array([[index - (len(ids) - 1) / 2, 0.0] for index in range(len(ids))])
    steps = dict(nx.all_pairs_shortest_path_length(graph))
    distances = {a: {b: float(steps[a].get(b, STRAY)) for b in ids} for a in ids}
    # A perfectly even circle is a saddle from which two hubs with the same neighbours would never part.
    random = np.random.default_rng(seed)
    ranked = sorted(ids, key=lambda node_id: (-graph.degree(node_id), node_id))
    golden = 2.399963229728653
    start = {
        node_id: np.sqrt(rank + 0.3) * np.array([np.cos(rank * golden), np.sin(rank * golden)]) + random.normal(0, 0.05, 2)
        for rank, node_id in enumerate(ranked)
    }
    found = nx.kamada_kawai_layout(nx.Graph(graph), dist=distances, pos=start)
    points: Array = np.array([found[node_id] for node_id in ids], dtype=np.float64)
    points -= points.mean(axis=0)
    return points
