"""The graph in the files of other programs: GraphML, GEXF, Cytoscape JSON, and matrices.

A graph read back by networkx equals the one that was written: `whole` and `of_view` make it, the writers put it into bytes. Values that
are None are left out. Characters that XML cannot hold are left out of GraphML and GEXF. Attributes whose names GEXF takes for its own are
renamed: a relationship's `type` is `relationship`, `start` and `end` are `starts` and `ends`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

import networkx as nx

from actormap.analysis.centrality import measures
from actormap.graph.attributes import KIND, NAME, SIDE, TIES, WEIGHT
from actormap.graph.views import View
from actormap.model.records import Snapshot
from actormap.model.vocabulary import Vocabulary

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
RENAMED = {"start": "starts", "end": "ends", "type": "relationship"}
Positions = Mapping[str, tuple[float, float]]
AnyGraph = Any  # nx.Graph and nx.MultiDiGraph, whose stubs share no useful root


def whole(snapshot: Snapshot, vocabulary: Vocabulary) -> AnyGraph:
    """Return everything as a directed multigraph; an edge's key is the relationship's id, its evidence is one JSON text."""
    graph: Any = nx.MultiDiGraph()
    for node in snapshot.nodes():
        kind = vocabulary.kind(node.node, node.kind)
        terms = {"org": kind.org, "ftm": kind.ftm, "color": vocabulary.styles[kind.style].colour}
        graph.add_node(node.id, **_attributes({**_fields(node), "label": node.name, "node": node.node, "kind": node.kind, **terms}))
    for tie in snapshot.relationships:
        evidence = [{key: value for key, value in asdict(piece).items() if value not in (None, ())} for piece in tie.evidence]
        status = vocabulary.best(piece.status for piece in tie.evidence)
        known = vocabulary.type(tie.type)
        about = {
            "type": tie.type, "role": tie.role, "valid_from": tie.valid_from, "valid_to": tie.valid_to, "status": status,
            "confidence": tie.confidence, "org": known.org, "ftm": known.ftm,
            "evidence": json.dumps(evidence, ensure_ascii=False, sort_keys=True),
        }  # fmt: skip
        graph.add_edge(tie.source, tie.target, key=tie.id, **_attributes(about))
    return graph


def of_view(view: View, positions: Positions) -> AnyGraph:
    """Return a view with every measure of its nodes, not normalised, and their positions `x` and `y` where they have one."""
    graph: Any = nx.Graph()
    scores = {name: measure.score(view, False) for name, measure in measures.MEASURES.items()}
    for node, about in view.graph.nodes(data=True):
        place = dict(zip("xy", positions[node], strict=True)) if node in positions else {}
        values = {name: score.get(node) for name, score in scores.items()}
        graph.add_node(node, **_attributes({"label": about[NAME], "kind": about[KIND], "side": about[SIDE], **values, **place}))
    for a, b, about in view.graph.edges(data=True):
        extra = {name: value for name, value in about.items() if name != TIES}
        graph.add_edge(a, b, **_attributes({"relationships": "|".join(about[TIES]), **extra}))
    return graph


def graphml(graph: AnyGraph) -> bytes:
    """Return a graph as GraphML."""
    return ("\n".join(nx.generate_graphml(_clean(graph), named_key_ids=True)) + "\n").encode()


def gexf(graph: AnyGraph) -> bytes:
    """Return a graph as GEXF 1.2, with positions where nodes have `x` and `y`."""
    placed = _clean(graph)
    for _, about in placed.nodes(data=True):
        if "x" in about and "y" in about:
            about["viz"] = {"position": {"x": about["x"], "y": about["y"], "z": 0.0}}
    written = "\n".join(nx.generate_gexf(placed)) + "\n"
    # The writer notes the day, which would make every file differ from yesterday's.
    return re.sub(r' lastmodifieddate="[^"]*"', "", written).encode()


def cytoscape(graph: AnyGraph) -> bytes:
    """Return a graph as Cytoscape's JSON, with positions where nodes have `x` and `y`."""
    data = nx.cytoscape_data(graph)
    for element in data["elements"]["nodes"]:
        about = element["data"]
        if "x" in about and "y" in about:
            element["position"] = {"x": about["x"], "y": about["y"]}
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def adjacency(view: View) -> bytes:
    """Return the matrix of a view as CSV: ids as headings of rows and columns, 1 (or the weight) for a tie, 0 for none."""
    frame = nx.to_pandas_adjacency(view.graph, weight=WEIGHT)
    frame = frame if view.weighted else frame.astype(int)
    return bytes(frame.to_csv(index_label="id", lineterminator="\n"), "utf-8")


def affiliation(view: View) -> bytes:
    """Return the two-mode matrix as CSV: a row an actor, a column a venue, 1 for a tie and 0 for none."""
    import pandas as pd

    rows = [[int(view.graph.has_edge(actor, venue)) for venue in view.venues] for actor in view.actors]
    return bytes(
        pd.DataFrame(rows, index=list(view.actors), columns=list(view.venues)).to_csv(index_label="id", lineterminator="\n"), "utf-8"
    )


def _fields(record: Any) -> dict[str, Any]:
    about = {field.name: getattr(record, field.name) for field in fields(record) if field.name not in ("id", "attributes")}
    return {**{f"attribute_{name}": value for name, value in record.attributes}, **about}


def _attributes(values: Mapping[str, Any]) -> dict[str, Any]:
    kept = {RENAMED.get(name, name): value for name, value in values.items() if value not in (None, ())}
    return {name: "|".join(value) if isinstance(value, tuple) else value for name, value in kept.items()}


def _clean(graph: AnyGraph) -> AnyGraph:
    copy = graph.copy()
    for about in [d for _, d in copy.nodes(data=True)] + [d for *_, d in copy.edges(data=True)]:
        for name, value in about.items():
            if isinstance(value, str):
                about[name] = NOT_IN_XML.sub("", value)
            elif isinstance(value, bool | int | float):
                about[name] = float(value) if not isinstance(value, bool) else value
    return copy
