"""Measures of walks through the whole network: eigenvector, Katz and PageRank. In a weighted view a weight is a strength."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np

from actormap.analysis.centrality import scores as why
from actormap.analysis.centrality.scores import Scores
from actormap.graph.attributes import WEIGHT
from actormap.graph.distances import Floats
from actormap.graph.matrices import strengths
from actormap.graph.views import View

PAGERANK_TOLERANCE = 1e-12  # networkx stops at nodes times this; the default is too coarse to tell neighbours in rank apart
KATZ_SHARE = 0.9  # of the largest attenuation at which the sum over walks is finite
KATZ_TOLERANCE = 1e-14
DENSE = 500  # up to this size all eigenvalues at once are faster, and need no iteration that might stop early


def eigenvector(view: View, normalised: bool = True) -> Scores:
    """Return each node's part in the leading eigenvector of the largest part of the view (Bonacich 1972), of length one.

    Elsewhere it is not defined: an eigenvector spans one part only. If several parts are largest, none can be preferred, and it is not
    defined at all. Normalised, it is divided by the most that a node can have, the root of one half (Ruhnau 2000). On the two-mode view
    it is the leading eigenvector of the bipartite matrix, and normalised the squares of each side sum to one (Borgatti & Everett 1997):
    an actor's score is proportional to the sum of its venues' scores, and theirs to the sum of their actors' (Bonacich 1991, Faust 1997).
    """
    parts = sorted(nx.connected_components(view.graph), key=len, reverse=True)
    if not parts or len(parts[0]) == 1:
        return Scores(dict.fromkeys(view.graph), why.NO_TIES)
    if len(parts) > 1 and len(parts[1]) == len(parts[0]):
        return Scores(dict.fromkeys(view.graph), why.SEVERAL_LARGEST_PARTS)
    inside = np.array([i for i, node in enumerate(view.graph) if node in parts[0]])
    _, vector = _leading(strengths(view)[inside][:, inside])
    found: dict[str, float | None] = dict.fromkeys(view.graph)
    order = list(view.graph)
    for i, value in zip(inside.tolist(), (vector * (np.sqrt(2) if normalised else 1)).tolist(), strict=True):
        found[order[i]] = value
    return Scores(found, why.NOT_IN_LARGEST_PART)


def katz(view: View, normalised: bool = True) -> Scores:
    """Return the walks that end at each node, each step worth .9/λ of the last, λ the largest eigenvalue of the view (Katz 1953).

    The walk of no step counts, so a node without ties has 1. Normalised, the squares of all scores sum to one. Without any tie there is
    no λ: not defined.
    """
    matrix = strengths(view)
    if not matrix.nnz:
        return Scores(dict.fromkeys(view.graph), why.NO_TIES)
    fading = KATZ_SHARE / _largest(view, matrix)
    total = np.ones(matrix.shape[0])
    step = total
    while step.max() > KATZ_TOLERANCE * total.max():
        step = fading * (matrix @ step)
        total = total + step
    if normalised:
        total = total / np.linalg.norm(total)
    return Scores(dict(zip(view.graph, total.tolist(), strict=True)))


def pagerank(view: View, normalised: bool = True) -> Scores:  # noqa: ARG001  (it sums to one by definition; there is no raw form)
    """Return the share of time a random walker spends at each node, damping .85; it sums to one (Page et al. 1999).

    A node without ties is reached by leaps alone, and one alone in the view has 1.
    """
    if not view.graph:
        return Scores({})
    return Scores(nx.pagerank(view.graph, alpha=0.85, tol=PAGERANK_TOLERANCE, max_iter=1000, weight=WEIGHT if view.weighted else None))


def _largest(view: View, matrix: Any) -> float:
    """Return the largest eigenvalue of a matrix, found part by part: an iteration over all of it is slow where parts are nearly equal."""
    place = {node: i for i, node in enumerate(view.graph)}
    parts = [np.array(sorted(place[node] for node in part)) for part in nx.connected_components(view.graph) if len(part) > 1]
    return max(_leading(matrix[part][:, part])[0] for part in parts)


def _leading(matrix: Any) -> tuple[float, Floats]:
    """Return the largest eigenvalue of a connected part and its eigenvector of length one, whose entries are all positive."""
    if matrix.shape[0] <= DENSE:
        values, vectors = np.linalg.eigh(matrix.toarray())
        return float(values[-1]), np.abs(vectors[:, -1])
    from scipy.sparse.linalg import eigsh

    values, vectors = eigsh(matrix, k=1, which="LA", v0=np.asarray(matrix.sum(axis=1), dtype=float), maxiter=100 * matrix.shape[0])
    return float(values[0]), np.abs(vectors[:, 0])
