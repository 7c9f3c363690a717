"""Measures of a node's own ties: degree and core number."""

from __future__ import annotations

import networkx as nx

from actormap.analysis.centrality import scores as why
from actormap.analysis.centrality.scores import Scores
from actormap.graph.attributes import WEIGHT
from actormap.graph.views import View


def degree(view: View, normalised: bool = True) -> Scores:
    """Return each node's ties; normalised, their share of the nodes it could be tied to (the other side, or all others).

    A weighted view gives the sum of strengths, which has no normalised form. One node alone could be tied to nobody: not defined.
    """
    counts = {node: d for node, d in view.graph.degree(weight=WEIGHT if view.weighted else None)}  # noqa: C416  (a view of the graph, copied)
    if not normalised or view.weighted:
        return Scores(counts)
    possible = _possible_partners(view)
    return Scores({node: count / possible[node] if possible[node] else None for node, count in counts.items()}, why.ONE_NODE)


def k_core(view: View, normalised: bool = True) -> Scores:  # noqa: ARG001  (a core number has no normalised form)
    """Return the core number of each node: the largest k such that it stands among nodes with k ties each to one another (Seidman 1983).

    Ties are counted, also in a weighted view. A node without ties has 0. On the two-mode view a core holds actors and venues together
    and asks as many ties of both; `cohesion.two_mode_cores` asks each for its own number.
    """
    return Scores(nx.core_number(view.graph))


def _possible_partners(view: View) -> dict[str, int]:
    if view.two_mode:
        actors, venues = view.actors, view.venues
        return dict.fromkeys(actors, len(venues)) | dict.fromkeys(venues, len(actors))
    return dict.fromkeys(view.graph, view.graph.number_of_nodes() - 1)
