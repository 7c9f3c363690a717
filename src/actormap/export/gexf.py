"""GEXF 1.3, as Gephi reads it whole: every relationship, its type, weight, colours, sizes, places and time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from actormap.export.graph_edges import GraphEdge, Period, edges, merged
from actormap.export.xml_text import clean, document
from actormap.model import dates

NAMESPACE, LOOKS = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
_STARTS, _ENDS = ("starts", "valid_from"), ("ends", "valid_to")
# What GEXF has words of its own for.
_OWN = frozenset({"label", "name", "weight", "color", "x", "y"})
_SMALLEST, _GROWTH = 10.0, 4.0


def write(graph: Any) -> bytes:
    """Return a graph as GEXF 1.3.

    Each edge has the id of its relationship and a `kind` by which Gephi keeps it apart from others between the same two; of relationships
    that differ in time alone it is one edge with several spells. Dates that are less than a day are written as their first or last.
    """
    ET.register_namespace("", NAMESPACE)
    ET.register_namespace("viz", LOOKS)
    root = ET.Element(f"{{{NAMESPACE}}}gexf", version="1.3")
    listed = merged(edges(graph))
    timed = any(each.periods for each in listed) or any(_period(about) for _, about in graph.nodes(data=True))
    about_time = {"mode": "dynamic", "timeformat": "date"} if timed else {"mode": "static"}
    inner = _add(root, "graph", defaultedgetype="directed" if graph.is_directed() else "undirected", **about_time)
    node_columns = _columns(inner, "node", [about for _, about in graph.nodes(data=True)])
    edge_columns = _columns(inner, "edge", [each.about for each in listed])
    nodes = _add(inner, "nodes")
    for node, about in graph.nodes(data=True):
        element = _add(nodes, "node", id=node, label=about.get("label", node), **_time(_period(about)))
        _values(element, about, node_columns)
        _looks(element, about, graph.degree(node))
    lines = _add(inner, "edges")
    for each, kind in zip(listed, _kinds(listed), strict=True):
        _edge(lines, each, kind, edge_columns)
    return document(root)


def _edge(lines: ET.Element, edge: GraphEdge, kind: str | None, columns: Mapping[str, str]) -> None:
    alone = edge.periods[0] if len(edge.periods) == 1 else None
    kinds = {"kind": kind} if kind else {}
    weight = {"weight": repr(float(edge.about["weight"]))} if "weight" in edge.about else {}
    label = {"label": edge.about["label"]} if "label" in edge.about else {}
    ends = {"source": edge.source, "target": edge.target}
    element = _add(lines, "edge", id=edge.id, **ends, **kinds, **label, **weight, **_time(alone))
    _values(element, edge.about, columns)
    if len(edge.periods) > 1:
        spells = _add(element, "spells")
        for period in edge.periods:
            _add(spells, "spell", **_time(period))


def _kinds(listed: Sequence[GraphEdge]) -> Iterator[str | None]:
    """Yield what Gephi tells the edges between two nodes apart by: the type, with more where two have that in common."""

    def between(edge: GraphEdge, *names: str) -> tuple[Any, ...]:
        return (edge.source, edge.target, *(edge.about.get(name) for name in names))

    keys: tuple[tuple[str, ...], ...] = (("relationship",), ("relationship", "role"), ("relationship", "role", "valid_from"))
    times = {names: Counter(between(edge, *names) for edge in listed) for names in keys}
    for edge in listed:
        names = next((names for names in keys if times[names][between(edge, *names)] == 1), keys[-1])
        yield " · ".join(str(edge.about[name]) for name in names if name in edge.about) or None


def _columns(graph: ET.Element, of: str, about: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Declare the attributes of nodes or edges and return the id of each."""
    forms: dict[str, str] = {}
    for each in about:
        for name, value in ((name, value) for name, value in each.items() if name not in _OWN):
            form = "boolean" if isinstance(value, bool) else "double" if isinstance(value, int | float) else "string"
            forms[name] = form if forms.get(name, form) == form else "string"
    columns = {name: name for name in forms}
    if forms:
        declared = _add(graph, "attributes", **{"class": of})
        for name, form in forms.items():
            _add(declared, "attribute", id=columns[name], title=name, type=form)
    return columns


def _values(element: ET.Element, about: Mapping[str, Any], columns: Mapping[str, str]) -> None:
    said = {name: value for name, value in about.items() if name in columns}
    if said:
        values = _add(element, "attvalues")
        for name, value in said.items():
            _add(values, "attvalue", **{"for": columns[name], "value": _text(value)})


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else clean(str(value))


def _looks(element: ET.Element, about: Mapping[str, Any], degree: int) -> None:
    if colour := about.get("color"):
        red, green, blue = (str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))
        _add(element, "color", LOOKS, r=red, g=green, b=blue)
    _add(element, "size", LOOKS, value=f"{_SMALLEST + _GROWTH * math.sqrt(degree):.2f}")
    if "x" in about and "y" in about:
        _add(element, "position", LOOKS, x=repr(float(about["x"])), y=repr(float(about["y"])), z="0.0")


def _period(about: Mapping[str, Any]) -> Period | None:
    start, end = (next((about[name] for name in names if about.get(name)), None) for names in (_STARTS, _ENDS))
    return (start, end) if start or end else None


def _time(period: Period | None) -> dict[str, str]:
    bounds: tuple[tuple[str, str | None, Callable[[str], str]], ...] = (
        ("start", period[0] if period else None, dates.first_day),
        ("end", period[1] if period else None, dates.last_day),
    )
    return {name: widened(day) for name, day, widened in bounds if day}


def _add(parent: ET.Element, name: str, namespace: str = NAMESPACE, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{namespace}}}{name}", {key: clean(str(value)) for key, value in attributes.items()})
