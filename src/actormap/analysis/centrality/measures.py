"""The measures of single nodes, by name. Each is a function of a view that scores every node, normalised unless asked not to be.

On the two-mode view the normalisations are those of Borgatti & Everett 1997 (Network analysis of 2-mode data, Social Networks 19);
elsewhere those of Freeman 1979 (Centrality in social networks, Social Networks 1). In the weighted `actors` view a weight is a strength:
measures of distance (betweenness, closeness, harmonic) use its inverse, k_core ignores it, the others use it as it is.

A view is a simple graph: several relationships between two nodes are one tie, and a relationship of a node with itself is none. An empty
view has no scores. Where a measure is not defined the score is None, and `Scores.reasons` says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from actormap.analysis.centrality.degree import degree, k_core
from actormap.analysis.centrality.paths import betweenness, closeness, harmonic
from actormap.analysis.centrality.scores import Scores
from actormap.analysis.centrality.structural_holes import constraint, effective_size
from actormap.analysis.centrality.walks import eigenvector, katz, pagerank
from actormap.errors import UnknownName
from actormap.graph.views import View

__all__ = [
    "MEASURES",
    "Measure",
    "Scores",
    "betweenness",
    "closeness",
    "constraint",
    "degree",
    "effective_size",
    "eigenvector",
    "harmonic",
    "k_core",
    "katz",
    "measure",
    "pagerank",
]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its name, and the function that scores every node of a view, in its normalised form or not."""

    name: str
    score: Callable[[View, bool], Scores]


MEASURES: Mapping[str, Measure] = {
    measure.name: measure
    for measure in (
        Measure("degree", degree),
        Measure("betweenness", betweenness),
        Measure("closeness", closeness),
        Measure("harmonic", harmonic),
        Measure("eigenvector", eigenvector),
        Measure("pagerank", pagerank),
        Measure("katz", katz),
        Measure("k_core", k_core),
        Measure("constraint", constraint),
        Measure("effective_size", effective_size),
    )
}


def measure(name: str) -> Measure:
    """Return the measure of a name, hyphens and underscores alike; raise `UnknownName` if there is none."""
    try:
        return MEASURES[name.replace("-", "_").casefold()]
    except KeyError:
        raise UnknownName("measure", name, MEASURES) from None
