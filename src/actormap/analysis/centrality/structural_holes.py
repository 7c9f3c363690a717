"""Measures of structural holes: constraint and effective size (Burt 1992), in whose contacts everybody knows everybody, and in whose not.

They are measures of contacts between actors. On the two-mode view, where no two contacts of a node can be tied, they would be 1/degree and
degree; they are therefore those of the `actors` view there (Everett & Borgatti 2020), and not defined for venues.
In a weighted view a weight is a strength: the share of a node's time that a contact gets.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from actormap.analysis.centrality import scores as why
from actormap.analysis.centrality.scores import Scores
from actormap.graph.distances import Floats
from actormap.graph.matrices import contacts
from actormap.graph.views import View


def constraint(view: View, normalised: bool = True) -> Scores:  # noqa: ARG001  (it has one form)
    """Return how far each node's contacts are one and the same: near 0 for many separate ones, 1 for a single one.

    The sum over contacts j of (p_ij + sum of p_iq p_qj over q)², p_ij the share of i's ties that goes to j. It can exceed 1 where
    few contacts all know each other. Not defined for a node without contacts.
    """
    ties = contacts(view)
    share = _shares(ties)
    with_detours = (share + share @ share).multiply(ties != 0)
    return _told(view, ties, np.asarray(with_detours.multiply(with_detours).sum(axis=1)))


def effective_size(view: View, normalised: bool = True) -> Scores:  # noqa: ARG001  (it has one form)
    """Return how many contacts of each node are not redundant: their number, less their mean number of ties among themselves.

    With weights, the number of contacts less the sum over contacts j and others q of p_iq m_jq, m_jq the strength between them as a share
    of j's strongest. Not defined for a node without contacts.
    """
    ties = contacts(view)
    if not ties.shape[0]:
        return Scores({})
    strongest = ties.max(axis=1).toarray().ravel()
    relative = _scaled(ties, strongest)
    known = (ties != 0).astype(float)
    redundancy = np.asarray((_shares(ties) @ relative.T).multiply(known).sum(axis=1))
    return _told(view, ties, np.asarray(known.sum(axis=1)) - redundancy)


def cases(view: View) -> dict[str, str]:
    """Return what the contacts of each node that has any are to each other: `single`, `apart` (no two tied), `closed` (all), `mixed`."""
    known = (contacts(view) != 0).astype(float)
    counts, among = np.asarray(known.sum(axis=1)), np.asarray((known @ known).multiply(known).sum(axis=1))
    found = {}
    for node, n, pairs in zip(view.graph, counts.tolist(), among.tolist(), strict=True):
        if n:
            found[node] = "single" if n == 1 else "apart" if not pairs else "closed" if pairs == n * (n - 1) else "mixed"
    return found


def _shares(ties: Any) -> Any:
    return _scaled(ties, np.asarray(ties.sum(axis=1)))


def _scaled(ties: Any, by: Floats) -> Any:
    from scipy import sparse

    return (sparse.diags_array(np.divide(1, by, out=np.zeros_like(by), where=by > 0)) @ ties).tocsr()


def _told(view: View, ties: Any, values: Floats) -> Scores:
    has_contact = np.diff(ties.indptr) > 0
    found = {node: value if has else None for node, value, has in zip(view.graph, values.tolist(), has_contact.tolist(), strict=True)}
    reasons = dict.fromkeys(view.graph, why.NO_CONTACT) | (dict.fromkeys(view.venues, why.VENUE_ONLY) if view.two_mode else {})
    return Scores(found, reasons)
