"""Claims about XML that other programs check: GEXF and GraphML keep to the rules of their schemas."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from xml.etree import ElementTree as ET

import pytest

import actormap
from actormap.export import gexf, graph_files, graphs
from tests.graphs import VOCABULARY

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
TIME = {"start": date.fromisoformat, "end": date.fromisoformat}


def one_of(*words):
    return lambda value: value if value in words else int("none of them")


def channel(value):
    return one_of(*range(256))(int(value))


def not_negative(value):
    return float(value) if float(value) >= 0 else int("negative")


def token(value):
    return value if re.fullmatch(r"[\w.:-]+", value) else int("no token")


# Of each element: what may stand in it, in this order; the attributes it must have, and those it may, each with what reads it.
ELEMENTS = {
    "gexf": (("meta", "graph"), {"version": one_of("1.3")}, {}),
    "graph": (
        ("attributes", "nodes", "edges"),
        {},
        {
            "defaultedgetype": one_of("directed", "undirected", "mutual"),
            "mode": one_of("static", "dynamic"),
            "timeformat": one_of("integer", "double", "date", "dateTime"),
        },
    ),
    "attributes": (("attribute",), {"class": one_of("node", "edge")}, {}),
    "attribute": ((), {"id": str, "title": str, "type": one_of("string", "double", "boolean")}, {}),
    "nodes": (("node",), {}, {}),
    "node": (("attvalues", "color", "size", "position"), {"id": str}, {"label": str, **TIME}),
    "edges": (("edge",), {}, {}),
    "edge": (("attvalues", "spells"), {"source": str, "target": str, "id": str}, {"kind": str, "label": str, "weight": float, **TIME}),
    "attvalues": (("attvalue",), {}, {}),
    "attvalue": ((), {"for": str, "value": str}, {}),
    "spells": (("spell",), {}, {}),
    "spell": ((), {}, TIME),
    "color": ((), dict.fromkeys("rgb", channel), {}),
    "size": ((), {"value": not_negative}, {}),
    "position": ((), {"x": float, "y": float}, {"z": float}),
}


def bare(element):
    return element.tag.partition("}")[2]


def graph_of(what):
    atlas = actormap.open("gria")
    if what == "everything":
        return graphs.whole(atlas.snapshot, VOCABULARY, title=atlas.title, positions={"gria": (1.0, -2.5)})
    return graphs.of_view(atlas.view(what), {"gria": (1.0, -2.5)}, atlas.view(what, weighted=True))


@pytest.fixture(scope="module", params=["everything", "affiliation", "actors"])
def graph(request):
    return graph_of(request.param)


def test_gexf_keeps_to_the_rules_of_version_1_3(graph):
    root = ET.fromstring(gexf.write(graph))  # noqa: S314  (its own bytes)
    for element in root.iter():
        inside, needed, possible = ELEMENTS[bare(element)]
        order = [inside.index(bare(child)) for child in element]
        assert order == sorted(order)
        assert needed.keys() <= element.attrib.keys() <= needed.keys() | possible.keys()
        for name, value in element.attrib.items():
            (needed | possible)[name](value)
        space = gexf.LOOKS if bare(element) in ("color", "size", "position") else gexf.NAMESPACE
        assert element.tag.startswith(f"{{{space}}}")


def test_gexf_refers_to_what_it_declares(graph):
    space = {"g": gexf.NAMESPACE}
    root = ET.fromstring(gexf.write(graph))  # noqa: S314  (its own bytes)
    ids = {of: [each.get("id") for each in root.iterfind(f".//g:{of}", space)] for of in ("node", "edge")}
    assert [max(Counter(every).values()) for every in ids.values()] == [1, 1]
    for edge in root.iterfind(".//g:edge", space):
        assert {edge.get("source"), edge.get("target")} <= set(ids["node"])
    for of in ids:
        declared = {each.get("id"): each.get("type") for each in root.iterfind(f".//g:attributes[@class='{of}']/g:attribute", space)}
        for value in root.iterfind(f".//g:{of}//g:attvalue", space):
            reads = {"double": float, "boolean": one_of("true", "false"), "string": str}[declared[value.get("for")]]
            reads(value.get("value"))


def test_graphml_keeps_to_the_rules_of_its_schema(graph):
    space = {"g": GRAPHML}
    root = ET.fromstring(graph_files.graphml(graph))  # noqa: S314  (its own bytes)
    order = [("key", "graph").index(bare(child)) for child in root]
    assert order == sorted(order)
    keys = root.findall("g:key", space)
    ids = {token(key.get("id")): key for key in keys}
    assert len(ids) == len(keys)
    assert {key.get("attr.type") for key in keys} <= {"boolean", "int", "long", "float", "double", "string"}
    (inner,) = root.findall("g:graph", space)
    assert inner.get("edgedefault") == ("directed" if graph.is_directed() else "undirected")
    nodes = [token(node.get("id")) for node in inner.findall("g:node", space)]
    edges = inner.findall("g:edge", space)
    named = [token(edge.get("id")) for edge in edges if edge.get("id")]
    assert (len(set(nodes)), len(edges), len(set(named))) == (len(nodes), graph.number_of_edges(), len(named))
    assert all({edge.get("source"), edge.get("target")} <= set(nodes) for edge in edges)
    for element in (inner, *inner.findall("g:node", space), *edges):
        told = [data.get("key") for data in element.findall("g:data", space)]
        assert len(set(told)) == len(told)
        assert {ids[name].get("for") for name in told} <= {bare(element)}
