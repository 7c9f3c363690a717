"""The graph in the files of other programs, one entry a form: graph files, tables, lines and matrices.

A graph read back by networkx from GraphML or Cytoscape JSON equals the one that was written: `graphs` makes it, the writers put it into
bytes. Values that are None are left out. Characters that XML cannot hold are left out of GraphML and GEXF. Attributes whose names GEXF
takes for its own are renamed: a relationship's `type` is `relationship`, `start` and `end` are `starts` and `ends`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actormap.i18n import Language

if TYPE_CHECKING:
    from actormap.export.graphs import AnyGraph
    from actormap.graph.views import View

FOR_PROGRAMS = ","


@dataclass(frozen=True, slots=True)
class GraphFile:
    """A form of file that holds the graph whole, or a view of it with its measures. One that is `placed` has positions in both.

    `suffixes` are what the names of such files end in.
    """

    says: str
    write: Callable[[AnyGraph], bytes]
    suffixes: tuple[str, ...]
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """A form of file that holds a view as a matrix, as a language's spreadsheets open it.

    The view is the one that is named here, or else the one that is asked for.
    """

    says: str
    write: Callable[[View, str | None], bytes]
    view: str | None = None
    suffixes: tuple[str, ...] = (".csv",)


def graphml(graph: AnyGraph) -> bytes:
    """Return a graph as GraphML. Its keys are numbered: nodes and edges share names of attributes, and ids are unique."""
    import networkx as nx

    return ("\n".join(nx.generate_graphml(_clean(graph))) + "\n").encode()


def gexf(graph: AnyGraph) -> bytes:
    """Return a graph as GEXF 1.3."""
    from actormap.export import gexf as form

    return form.write(graph)


def cytoscape(graph: AnyGraph) -> bytes:
    """Return a graph as Cytoscape's JSON, with ids and the type of edges as it calls it, and positions where nodes have `x` and `y`."""
    import networkx as nx

    data = nx.cytoscape_data(graph)
    for element in data["elements"]["nodes"]:
        about = element["data"]
        about["name"] = str(about.get("label", about["id"]))
        if "x" in about and "y" in about:
            element["position"] = {"x": about["x"], "y": about["y"]}
    for place, element in enumerate(data["elements"]["edges"], start=1):
        about = element["data"]
        about["id"] = str(about.get("key", f"e{place}"))
        if "relationship" in about:
            about["interaction"] = about["relationship"]
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def kumu(graph: AnyGraph) -> bytes:
    """Return a graph as Kumu's workbook."""
    from actormap.export import kumu as form

    return form.workbook(graph)


def kumu_json(graph: AnyGraph) -> bytes:
    """Return a graph as Kumu's JSON."""
    from actormap.export import kumu as form

    return form.as_json(graph)


def graphology(graph: AnyGraph) -> bytes:
    """Return a graph as Graphology's JSON."""
    from actormap.export import graphology as form

    return form.write(graph)


def pajek(graph: AnyGraph) -> bytes:
    """Return a graph as Pajek's .net."""
    from actormap.export import line_files

    return line_files.pajek(graph)


def ucinet(graph: AnyGraph) -> bytes:
    """Return a graph as UCINET's DL."""
    from actormap.export import line_files

    return line_files.ucinet(graph)


def vna(graph: AnyGraph) -> bytes:
    """Return a graph as VNA."""
    from actormap.export import line_files

    return line_files.vna(graph)


def followthemoney(graph: AnyGraph) -> bytes:
    """Return a graph as FollowTheMoney's entities."""
    from actormap.export import followthemoney as form

    return form.write(graph)


def org(graph: AnyGraph) -> bytes:
    """Return a graph as the Organization Ontology in JSON-LD."""
    from actormap.export import org as form

    return form.write(graph)


def adjacency(view: View, lang: str | None = None) -> bytes:
    """Return the matrix of a view as CSV: ids as headings of rows and columns, 1 (or the weight) for a tie, 0 for none."""
    from actormap.graph.attributes import WEIGHT

    nodes = list(view.graph)
    tied = {(a, b): about.get(WEIGHT, 1) if view.weighted else 1 for a, b, about in view.graph.edges(data=True)}
    return _matrix(nodes, nodes, lambda a, b: tied.get((a, b), tied.get((b, a), 0)), lang)


def affiliation(view: View, lang: str | None = None) -> bytes:
    """Return the two-mode matrix as CSV: a row an actor, a column a venue, 1 for a tie and 0 for none."""
    return _matrix(view.actors, view.venues, lambda actor, venue: int(view.graph.has_edge(actor, venue)), lang)


def _matrix(rows: Sequence[str], columns: Sequence[str], cell: Callable[[str, str], float], lang: str | None) -> bytes:
    """Return a matrix whose first cell is empty, as other programs want it, and which a language's spreadsheets open by double click."""
    from actormap.workspace.reading.cells import guarded

    separator = Language.load(lang).separator if lang else FOR_PROGRAMS
    stream = io.StringIO(newline="")
    table = csv.writer(stream, delimiter=separator, lineterminator="\n")
    table.writerow(["", *map(guarded, columns)])
    for row in rows:
        values = [cell(row, column) for column in columns]
        table.writerow([guarded(row), *(str(value).replace(".", ",") if separator == ";" else value for value in values)])
    return stream.getvalue().encode("utf-8-sig" if separator == ";" else "utf-8")


def _clean(graph: AnyGraph) -> AnyGraph:
    from actormap.export.xml_text import clean

    copy = graph.copy()
    for about in [d for _, d in copy.nodes(data=True)] + [d for *_, d in copy.edges(data=True)]:
        for name, value in about.items():
            if isinstance(value, str):
                about[name] = clean(value)
            elif isinstance(value, bool | int | float):
                about[name] = float(value) if not isinstance(value, bool) else value
    return copy


GRAPHS = "for Gephi, yEd, Cytoscape and the like: the whole store, or one view with its measures and positions"
KUMU = "for Kumu: elements and connections, as a workbook and as JSON"
LINES = "for programs of network analysis: names, ties and their strengths"
ONTOLOGIES = "entities of FollowTheMoney, a line each; the Organization Ontology of W3C as JSON-LD"
FORMATS: Mapping[str, GraphFile | Matrix] = {
    "graphml": GraphFile(GRAPHS, graphml, suffixes=(".graphml", ".xml")),
    "gexf": GraphFile(GRAPHS, gexf, placed=True, suffixes=(".gexf", ".xml")),
    "cytoscape": GraphFile(GRAPHS, cytoscape, suffixes=(".cyjs", ".json")),
    "graphology": GraphFile(GRAPHS, graphology, placed=True, suffixes=(".json",)),
    "kumu": GraphFile(KUMU, kumu, suffixes=(".xlsx",)),
    "kumu-json": GraphFile(KUMU, kumu_json, suffixes=(".json",)),
    "pajek": GraphFile(LINES, pajek, suffixes=(".net", ".paj", ".txt")),
    "ucinet": GraphFile(LINES, ucinet, suffixes=(".dl", ".txt")),
    "vna": GraphFile(LINES, vna, suffixes=(".vna", ".txt")),
    "followthemoney": GraphFile(ONTOLOGIES, followthemoney, suffixes=(".json", ".jsonl", ".ijson", ".ftm")),
    "org": GraphFile(ONTOLOGIES, org, suffixes=(".jsonld", ".json")),
    "adjacency": Matrix("who is tied to whom, as a matrix (CSV) of a view", adjacency),
    "affiliation": Matrix("who takes part in what, as a matrix (CSV)", affiliation, view="affiliation"),
}
