"""A view as a sparse matrix: rows and columns are its nodes, in the view's order."""

from __future__ import annotations

from typing import Any

import numpy as np

from actormap.graph.attributes import WEIGHT
from actormap.graph.views import View


def adjacency(view: View, attribute: str | None = None) -> Any:
    """Return the symmetric matrix of a view's ties as scipy's CSR: ones, or the values of an edge attribute. Its diagonal is empty."""
    from scipy import sparse

    place = {node: i for i, node in enumerate(view.graph)}
    edges = view.graph.edges(data=True)
    ties = [(place[a], place[b], 1.0 if attribute is None else about[attribute]) for a, b, about in edges if a != b]
    one, other, values = (np.array(column) for column in zip(*ties, strict=True)) if ties else (np.zeros(0, int),) * 2 + (np.zeros(0),)
    both = (np.concatenate([one, other]), np.concatenate([other, one]))
    return sparse.csr_array((np.concatenate([values, values]), both), shape=(len(place), len(place)))


def strengths(view: View) -> Any:
    """Return the matrix of a view's ties: their strengths if the view is weighted, otherwise ones."""
    return adjacency(view, WEIGHT if view.weighted else None)


def directed(view: View) -> Any:
    """Return the matrix of a view's `arcs`, from rows to columns: their strengths if the view is weighted, otherwise ones."""
    from scipy import sparse

    place = {node: i for i, node in enumerate(view.graph)}
    rows, columns = ([place[pair[end]] for pair in view.arcs] for end in (0, 1))
    values = np.array(list(view.arcs.values())) if view.weighted else np.ones(len(rows))
    return sparse.csr_array((values, (rows, columns)), shape=(len(place), len(place)))


def contacts(view: View) -> Any:
    """Return the matrix of who is in contact with whom: the view's ties, or on the two-mode view which actors share a venue.

    Venues keep their rows and columns there, empty.
    """
    if not view.two_mode:
        return strengths(view)
    from scipy import sparse

    actors = set(view.actors)
    present = sparse.diags_array(np.array([float(node in actors) for node in view.graph])) @ adjacency(view)
    shared = present @ present.T
    shared.setdiag(0)
    shared.eliminate_zeros()
    shared.data[:] = 1
    return shared.tocsr()
