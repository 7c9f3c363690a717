"""A whole network described: its size and figures, each with what it may be if a tenth of the statements are missing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NotRequired, TypedDict

import networkx as nx
import numpy as np

from actormap.analysis.certainty.resamples import Plan, Progress
from actormap.analysis.certainty.rescoring import Rescorer
from actormap.analysis.certainty.statements import Statements
from actormap.analysis.cohesion import closure, figures
from actormap.analysis.groups import partitions, ratings, response
from actormap.analysis.result import Context, Result
from actormap.graph.attributes import ACTOR, SIDE
from actormap.graph.projection import projection
from actormap.graph.views import View
from actormap.model.ratings import LEAST, MOST
from actormap.model.records import Relationship

Values = dict[str, float | None]
# Figure -> where it comes from, and between what it must lie.
FIGURES: Mapping[str, tuple[str, float, float]] = {
    "actors": ("", 0, np.inf),
    "venues": ("", 0, np.inf),
    "others": ("", 0, np.inf),
    "ties": ("", 0, np.inf),
    "answered": ("Kossinets 2006", 0, 1),
    "rated_value": ("Varda et al. 2008", LEAST / MOST, 1),
    "rated_trust": ("Varda et al. 2008", LEAST / MOST, 1),
    "density": ("Wasserman & Faust 1994", 0, 1),
    "parts": ("Wasserman & Faust 1994", 1, np.inf),
    "largest": ("Wasserman & Faust 1994", 0, 1),
    "mean_degree": ("Wasserman & Faust 1994", 0, np.inf),
    "centralisation": ("Freeman 1979", 0, 1),
    "centralisation_two_mode": ("Borgatti & Everett 1997", 0, 1),
    "mean_distance": ("Watts & Strogatz 1998", 1, np.inf),
    "diameter": ("Wasserman & Faust 1994", 1, np.inf),
    "transitivity": ("Luce & Perry 1949", 0, 1),
    "clustering": ("Watts & Strogatz 1998", 0, 1),
    "clustering_two_mode": ("Opsahl 2013", 0, 1),
    "reciprocity": ("Wasserman & Faust 1994", 0, 1),
    "assortativity": ("Newman 2002", -1, 1),
    "assortativity_two_mode": ("Newman 2002", -1, 1),
    "ei": ("Krackhardt & Stern 1988", -1, 1),
}
COUNTS = frozenset({"actors", "venues", "others", "ties", "parts", "diameter"})
UNTOLD = "figure_not_defined"
RATED = "rated_"


class DescriptionRow(TypedDict):
    """A row of `Description`."""

    aspect: str
    value: float | None
    at_least: NotRequired[float | None]
    at_most: NotRequired[float | None]
    reference: str


@dataclass(frozen=True)
class Description(Result[DescriptionRow]):
    """The figures of a view, one a row, in the order of `FIGURES`.

    A row has `aspect`, which figure it is, its `value` and its `reference`. If resamples were made it also has `at_least` and `at_most`:
    what the figure may be if a tenth of the statements are missing.
    """

    name: ClassVar[str] = "describe"
    about: ClassVar[tuple[str, ...]] = ("aspect",)
    header: ClassVar[tuple[str, ...]] = ("aspect", "value", "reference")
    for_programs: ClassVar[tuple[str, ...]] = ("reference",)

    def rests_on(self, row: DescriptionRow, view: View) -> Iterable[Relationship]:  # noqa: ARG002  (every figure is of the whole)
        """Return all relationships of the view."""
        return view.ties_of(*view.graph)


def describe(
    view: View,
    by: str = "kind",
    *,
    resamples: int = 200,
    share: float = 0.1,
    seed: int = 7,
    budget: float | None = 10.0,
    progress: Progress | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Description:
    """Return the figures of a view; `by` makes the groups of the E-I index, which in two modes is that of who shares a venue with whom.

    Each resample leaves out a share of the statement groups, as those of a ranking do; a node that loses its ties stays. A figure falls or
    rises by that as the true one, if as much is missing, is higher or lower than the one seen; so the limits are the 5th and 95th
    percentile of the resamples, turned about the value (Efron & Tibshirani 1993, the basic interval), and always hold it. `budget` is in
    seconds and may end it earlier. Where partners rate each other, value and trust are told too (`ratings.shares`).
    Raises `UnknownName` for another grouping.
    """
    groups = partitions.of(view, by, seed=seed)
    seen = _measured(view, groups)
    if (answered := response.rate(view)) is not None:
        seen["answered"] = answered
    rated = ratings.given(view)
    seen |= _rated(rated)
    statements = Statements.of(view, directed=True)
    rescorer = Rescorer(view, statements.nodes, statements.ties, ())
    plan, started = Plan.of(statements.groups, share, resamples, seed), clock()
    found: list[Values] = []
    for lost in plan.draws():
        if found and budget is not None and clock() - started > budget:
            break
        part = rescorer.part(statements.without(lost))
        part.graph.add_nodes_from((node, about) for node, about in view.graph.nodes(data=True) if node not in part.graph)
        found.append(_measured(part, groups))
        if progress:
            progress(len(found), plan.count)
    # Ratings are no ties: of them as large a share is left out by itself.
    fewer = [_rated(_without(rated, lost)) for lost in Plan.of(len(rated), share, len(found), seed).draws()]
    tried = {name: [each.get(name) for each in (fewer if name.startswith(RATED) else found)] for name in seen}
    rows = tuple(_row(name, seen[name], tried[name]) for name in FIGURES if name in seen)
    missing = {column for row in rows for column in ("value", "at_least", "at_most") if column in row and row[column] is None}
    context = Context.of(view, by=by, resamples=resamples, done=len(found), share=share, seed=seed)
    return Description(context, rows, undefined=dict.fromkeys(sorted(missing), UNTOLD))


def _rated(rated: Sequence[ratings.Rating]) -> Values:
    """Return value and trust as shares of the most there can be; of what nobody has rated there is nothing to tell."""
    found = ratings.shares(rated)
    return {f"{RATED}{name.removesuffix('_share')}": share for name, share in found.items() if share is not None}


def _without(rated: Sequence[ratings.Rating], lost: Sequence[int]) -> list[ratings.Rating]:
    return [each for place, each in enumerate(rated) if place not in lost]


def _row(name: str, value: float | None, others: Sequence[float | None]) -> DescriptionRow:
    source, least, most = FIGURES[name]
    if not others:
        return {"aspect": name, "value": value, "reference": source}
    # Who has answered is known, whatever else is missing.
    known = [other for other in ([value] if name == "answered" else others) if other is not None]
    low = high = None
    if value is not None and known:
        down, up = np.percentile(known, [5, 95])
        low = float(max(least, min(value, 2 * value - up)))
        high = float(min(most, max(value, 2 * value - down)))
        low, high = (round(low), round(high)) if name in COUNTS else (low, high)
    return {"aspect": name, "value": value, "at_least": low, "at_most": high, "reference": source}


def _measured(view: View, groups: Mapping[str, str | None]) -> Values:
    """Return the figures of a view, or of what is left of it."""
    graph, two_mode = view.graph, view.two_mode
    tied = [node for node, degree in graph.degree() if degree]
    sides = [graph.nodes[node][SIDE] for node in tied]
    actors = [node for node, side in zip(tied, sides, strict=True) if side == ACTOR]
    n = len(graph)
    mean_distance, diameter = figures.path_lengths(graph)
    counts: Values = {"actors": len(actors), "ties": graph.number_of_edges()}
    if others := len(tied) - len(actors):
        counts = {"actors": len(actors), "venues" if two_mode else "others": others, "ties": graph.number_of_edges()}
    found: Values = {
        **counts,
        "density": figures.density(graph, two_mode=two_mode),
        "parts": sum(1 for part in nx.connected_components(graph) if len(part) > 1 or n == 1) or None,
        "largest": figures.largest_share(graph),
        "mean_degree": _mean([graph.degree(node) for node in graph if not two_mode or graph.nodes[node][SIDE] == ACTOR]),
        f"centralisation{'_two_mode' if two_mode else ''}": figures.centralisation(graph, two_mode=two_mode),
        "mean_distance": mean_distance,
        "diameter": diameter,
    }
    if two_mode:
        found["clustering_two_mode"] = closure.two_mode_clustering(graph, figures.sides(graph)[0])
    else:
        found |= {"transitivity": closure.transitivity(graph), "clustering": closure.mean_clustering(graph)}
    if arcs := [pair for pair in view.arcs if all(graph.nodes[end][SIDE] == ACTOR for end in pair)]:
        found["reciprocity"] = figures.reciprocity(arcs)
    found[f"assortativity{'_two_mode' if two_mode else ''}"] = figures.assortativity(graph, two_mode=two_mode)
    found["ei"] = figures.inwardness(projection(graph, weighted=False) if two_mode else graph, groups)
    return found


def _mean(values: Sequence[int]) -> float | None:
    return sum(values) / len(values) if values else None
