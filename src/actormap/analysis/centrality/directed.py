"""Measures of ties that have a direction: in- and out-degree, hubs and authorities. In a weighted view a weight is a strength.

They are of the relationships between two nodes whose type has a direction (see `graph.directions`). Where there is none, as in the
affiliation view, in which every tie goes from an actor to a venue, they are not defined.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from actormap.analysis.centrality import scores as why
from actormap.analysis.centrality.scores import Scores
from actormap.graph.distances import Floats
from actormap.graph.matrices import directed
from actormap.graph.views import View

DENSE = 500  # up to this size all eigenvalues at once are faster, and tell whether the largest is one of several
SAME = 1e-9  # of the largest eigenvalue


def in_degree(view: View, normalised: bool = True) -> Scores:
    """Return how many ties lead to each node (Freeman 1979; Wasserman & Faust 1994); normalised, their share of all other nodes.

    A weighted view gives the sum of their strengths, which has no normalised form.
    """
    return _degree(view, normalised, 0)


def out_degree(view: View, normalised: bool = True) -> Scores:
    """Return how many ties lead from each node (Freeman 1979; Wasserman & Faust 1994); normalised, their share of all other nodes.

    A weighted view gives the sum of their strengths, which has no normalised form.
    """
    return _degree(view, normalised, 1)


def hub(view: View, normalised: bool = True) -> Scores:
    """Return how far each node points to good authorities: the sum of their scores, up to a factor (Kleinberg 1999).

    The scores are of length one; normalised, they sum to one. They are those that Kleinberg's iteration comes to from equal hubs, so a
    part of the graph that is less dense than the densest has 0.
    """
    return _kleinberg(view, normalised, of_sources=True)


def authority(view: View, normalised: bool = True) -> Scores:
    """Return how far each node is pointed to by good hubs: the sum of their scores, up to a factor (Kleinberg 1999); see `hub`."""
    return _kleinberg(view, normalised, of_sources=False)


def _degree(view: View, normalised: bool, axis: int) -> Scores:
    if not view.arcs:
        return Scores(dict.fromkeys(view.graph), why.NO_DIRECTION)
    counts = np.asarray(directed(view).sum(axis=axis)).ravel()
    others = max(1, len(counts) - 1)
    found = counts / others if normalised and not view.weighted else counts
    return Scores(dict(zip(view.graph, found.tolist(), strict=True)))


def _kleinberg(view: View, normalised: bool, *, of_sources: bool) -> Scores:
    if not view.arcs:
        return Scores(dict.fromkeys(view.graph), why.NO_DIRECTION)
    matrix = directed(view)
    # Kleinberg begins with equal hubs: what they make authorities, and those hubs, is where the repetition starts.
    start = np.asarray(matrix.T @ np.ones(matrix.shape[0])).ravel()
    vector = _leading(matrix @ matrix.T, np.asarray(matrix @ start).ravel()) if of_sources else _leading(matrix.T @ matrix, start)
    found = vector / (vector.sum() if normalised else np.linalg.norm(vector))
    return Scores(dict(zip(view.graph, found.tolist(), strict=True)))


def _leading(square: Any, start: Floats) -> Floats:
    """Return what repeated multiplication of some scores comes to: their part in the space of the largest eigenvalue, never negative."""
    if len(start) <= DENSE:
        values, vectors = np.linalg.eigh(square.toarray())
        space = vectors[:, values >= values[-1] * (1 - SAME)]
        found = space @ (space.T @ start)
    else:
        from scipy.sparse.linalg import eigsh

        _, vectors = eigsh(square, k=1, which="LA", v0=square @ start, maxiter=100 * len(start))
        found = np.abs(vectors[:, 0])
    found[found < SAME * found.max()] = 0
    return np.asarray(found, dtype=float)
