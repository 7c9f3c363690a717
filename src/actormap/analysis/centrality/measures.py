"""The measures of single nodes, by name. Each is a function of a view that scores every node, normalised unless asked not to be.

On the two-mode view the normalisations are those of Borgatti & Everett 1997 (Network analysis of 2-mode data, Social Networks 19);
elsewhere those of Freeman 1979 (Centrality in social networks, Social Networks 1). In the weighted `actors` view a weight is a strength,
Newman's (2001, Scientific collaboration networks II) for venues that are shared, the column `weight` for direct ties, or both added, as the
view was asked for (`graph.views.build`): measures of distance (betweenness, closeness, harmonic) use its inverse, k_core ignores it, the
others use it as it is.

A view is a simple graph: several relationships between two nodes are one tie, and a relationship of a node with itself is none. An empty
view has no scores. Where a measure is not defined the score is None, and `Scores.reasons` says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, cast

from actormap.analysis.centrality.scores import Scores
from actormap.errors import UnknownName

if TYPE_CHECKING:
    from actormap.analysis.centrality.degree import degree, k_core
    from actormap.analysis.centrality.directed import authority, hub, in_degree, out_degree
    from actormap.analysis.centrality.paths import betweenness, closeness, harmonic
    from actormap.analysis.centrality.structural_holes import constraint, effective_size
    from actormap.analysis.centrality.walks import eigenvector, katz, pagerank
    from actormap.graph.views import View

__all__ = [
    "LEADING",
    "MEASURES",
    "Measure",
    "Scores",
    "authority",
    "betweenness",
    "closeness",
    "constraint",
    "degree",
    "effective_size",
    "eigenvector",
    "harmonic",
    "hub",
    "in_degree",
    "k_core",
    "katz",
    "measure",
    "of_view",
    "out_degree",
    "pagerank",
]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its name, and the module here whose function of that name scores every node of a view, imported when it is asked.

    What it is called and what is said of it stands under its name in the catalogue's measures. `leads` says that it is told where few can
    be: on the map of a large graph, and with its certainty in a scenario. `counts` says that its score is a number of ties, told as so many
    of those there could be. `recount` names what it is counted from anew when some ties are gone; a measure without it is scored on a
    graph built for the purpose, which takes longer. `few_levels` says that most nodes share their score with others,
    `of_contacts` that it is about what a node's contacts are to each other, `directed` that it is of ties with a direction, `one_form`
    that it has no form of its own where it is not normalised, and `of_ties` that it has none of those that are where ties have strengths.
    """

    name: str
    module: str
    leads: bool = False
    counts: bool = False
    recount: Literal["ties", "paths", "walk"] | None = None
    few_levels: bool = False
    of_contacts: bool = False
    directed: bool = False
    one_form: bool = False
    of_ties: bool = False

    @property
    def function(self) -> Callable[[View, bool], Scores]:
        """Return the function that scores every node of a view, in its normalised form or not."""
        found = getattr(import_module(f"actormap.analysis.centrality.{self.module}"), self.name)
        return cast("Callable[[View, bool], Scores]", found)

    def score(self, view: View, normalised: bool = True) -> Scores:
        """Return the score of every node of a view."""
        return self.function(view, normalised)


MEASURES: Mapping[str, Measure] = {
    measure.name: measure
    for measure in (
        Measure("degree", "degree", leads=True, counts=True, recount="ties", of_ties=True),
        Measure("betweenness", "paths", leads=True, recount="paths"),
        Measure("closeness", "paths", recount="paths"),
        Measure("harmonic", "paths", recount="paths"),
        Measure("eigenvector", "walks"),
        Measure("pagerank", "walks", recount="walk", one_form=True),
        Measure("katz", "walks"),
        Measure("k_core", "degree", few_levels=True, one_form=True),
        Measure("constraint", "structural_holes", of_contacts=True, one_form=True),
        Measure("effective_size", "structural_holes", of_contacts=True, one_form=True),
        Measure("in_degree", "directed", directed=True, of_ties=True),
        Measure("out_degree", "directed", directed=True, of_ties=True),
        Measure("hub", "directed", directed=True),
        Measure("authority", "directed", directed=True),
    )
}
LEADING = tuple(name for name, measure in MEASURES.items() if measure.leads)


def measure(name: str) -> Measure:
    """Return the measure of a name, hyphens and underscores alike; raise `UnknownName` if there is none."""
    try:
        return MEASURES[name.replace("-", "_").casefold()]
    except KeyError:
        raise UnknownName("measure", name, MEASURES) from None


def of_view(view: View) -> tuple[str, ...]:
    """Return the names of the measures that say something of a view: those of direction only where ties have one."""
    return tuple(name for name, measure in MEASURES.items() if view.arcs or not measure.directed)


def __getattr__(name: str) -> Any:
    """Return the function of a measure by its name, imported when it is first asked for."""
    if name in MEASURES:
        return MEASURES[name].function
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
