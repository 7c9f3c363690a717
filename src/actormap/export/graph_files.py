"""The graph in the files of other programs: GraphML, GEXF, Cytoscape JSON, and matrices.

A graph read back by networkx equals the one that was written: `graphs` makes it, the writers put it into bytes. Values that are None
are left out. Characters that XML cannot hold are left out of GraphML and GEXF. Attributes whose names GEXF takes for its own are
renamed: a relationship's `type` is `relationship`, `start` and `end` are `starts` and `ends`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actormap.export.graphs import AnyGraph
    from actormap.graph.views import View

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class GraphFile:
    """A form of file that holds the graph whole, or a view of it with its measures and positions."""

    says: str
    write: Callable[[AnyGraph], bytes]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A form of file that holds a view as a matrix: the one that is named here, or else the one that is asked for."""

    says: str
    write: Callable[[View], bytes]
    view: str | None = None


def graphml(graph: AnyGraph) -> bytes:
    """Return a graph as GraphML."""
    import networkx as nx

    return ("\n".join(nx.generate_graphml(_clean(graph), named_key_ids=True)) + "\n").encode()


def gexf(graph: AnyGraph) -> bytes:
    """Return a graph as GEXF 1.2, with positions where nodes have `x` and `y`."""
    import networkx as nx

    placed = _clean(graph)
    for _, about in placed.nodes(data=True):
        if "x" in about and "y" in about:
            about["viz"] = {"position": {"x": about["x"], "y": about["y"], "z": 0.0}}
    written = "\n".join(nx.generate_gexf(placed)) + "\n"
    # The writer notes the day, which would make every file differ from yesterday's.
    return re.sub(r' lastmodifieddate="[^"]*"', "", written).encode()


def cytoscape(graph: AnyGraph) -> bytes:
    """Return a graph as Cytoscape's JSON, with positions where nodes have `x` and `y`."""
    import networkx as nx

    data = nx.cytoscape_data(graph)
    for element in data["elements"]["nodes"]:
        about = element["data"]
        if "x" in about and "y" in about:
            element["position"] = {"x": about["x"], "y": about["y"]}
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def adjacency(view: View) -> bytes:
    """Return the matrix of a view as CSV: ids as headings of rows and columns, 1 (or the weight) for a tie, 0 for none."""
    import networkx as nx

    from actormap.graph.attributes import WEIGHT
    from actormap.workspace.reading.cells import guarded

    frame = nx.to_pandas_adjacency(view.graph, weight=WEIGHT)
    frame = frame if view.weighted else frame.astype(int)
    frame = frame.rename(index=guarded, columns=guarded)
    return bytes(frame.to_csv(index_label="id", lineterminator="\n"), "utf-8")


def affiliation(view: View) -> bytes:
    """Return the two-mode matrix as CSV: a row an actor, a column a venue, 1 for a tie and 0 for none."""
    import pandas as pd

    from actormap.workspace.reading.cells import guarded

    rows = [[int(view.graph.has_edge(actor, venue)) for venue in view.venues] for actor in view.actors]
    frame = pd.DataFrame(rows, index=[*map(guarded, view.actors)], columns=[*map(guarded, view.venues)])
    return bytes(frame.to_csv(index_label="id", lineterminator="\n"), "utf-8")


def _clean(graph: AnyGraph) -> AnyGraph:
    copy = graph.copy()
    for about in [d for _, d in copy.nodes(data=True)] + [d for *_, d in copy.edges(data=True)]:
        for name, value in about.items():
            if isinstance(value, str):
                about[name] = NOT_IN_XML.sub("", value)
            elif isinstance(value, bool | int | float):
                about[name] = float(value) if not isinstance(value, bool) else value
    return copy


GRAPHS = "for Gephi, yEd, Cytoscape and the like: the whole store, or one view with its measures and positions"
FORMATS: Mapping[str, GraphFile | Matrix] = {
    "graphml": GraphFile(GRAPHS, graphml),
    "gexf": GraphFile(GRAPHS, gexf),
    "cytoscape": GraphFile(GRAPHS, cytoscape),
    "adjacency": Matrix("who is tied to whom, as a matrix (CSV) of a view", adjacency),
    "affiliation": Matrix("who takes part in what, as a matrix (CSV)", affiliation, view="affiliation"),
}
