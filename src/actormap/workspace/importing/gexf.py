"""GEXF of every version: what Gephi writes, with attributes, dates, and periods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

from actormap.model import dates
from actormap.workspace.importing import elements, graph_xml
from actormap.workspace.importing.found import Found
from actormap.workspace.importing.inputs import TextFile


def is_one(text: str) -> bool:
    """Return whether a text is GEXF."""
    return graph_xml.begins_with(text, "gexf")


def read(file: TextFile) -> Found:
    """Return the graph in a file; a tie of several periods is a tie for each."""
    found = Found("gexf", file.spot)
    root = graph_xml.root(file.spot, file.text)
    graph = root.find("graph")
    if graph is None:
        return found
    titles = {
        of: {
            attribute.get("id") or "": attribute.get("title") or attribute.get("id") or ""
            for declared in graph.findall("attributes")
            if declared.get("class") == of
            for attribute in declared.findall("attribute")
        }
        for of in ("node", "edge")
    }
    for node in graph.iter("node"):
        id_ = node.get("id") or ""
        about = _about(node, titles["node"])
        for name, day in next(_periods(node), {}).items():
            about.setdefault(name, day)
        elements.node(found, replace(file.spot, element=id_), id_, node.get("label"), about)
    default = graph.get("defaultedgetype", "undirected")
    for number, edge in enumerate(graph.iter("edge"), start=1):
        _edge(found, replace(file.spot, element=edge.get("id") or str(number)), edge, titles["edge"], default)
    return found


def _edge(found: Found, spot: object, edge: ET.Element, titles: dict[str, str], default: str) -> None:
    about = _about(edge, titles)
    kind = edge.get("kind")
    if kind and not {"relationship", "type"} & about.keys():
        about["type"] = kind
    if edge.get("label") and not {"relationship", "type"} & about.keys():
        about["type"] = edge.get("label") or ""
    if edge.get("weight") and "weight" not in about:
        about["weight"] = edge.get("weight") or ""
    way = edge.get("type") or default
    ends = (edge.get("source") or "", edge.get("target") or "")
    periods = list(_periods(edge)) or [{}]
    for period in periods:
        dated = {f"valid_{'from' if name == 'start' else 'to'}": day for name, day in period.items()}
        # A date that is kept as the source has it goes before the day that stands for it.
        whole = {**dated, **about} if len(periods) == 1 else {**about, **dated}
        elements.tie(found, spot, ends, {**whole, "direction": way}, directed=None)  # type: ignore[arg-type]


def _about(element: ET.Element, titles: dict[str, str]) -> dict[str, str]:
    return {
        titles.get(value.get("for") or "", value.get("for") or ""): value.get("value") or ""
        for values in element.findall("attvalues")
        for value in values.findall("attvalue")
    }


def _periods(element: ET.Element) -> Iterator[dict[str, str]]:
    for each in (element, *element.findall("spells/spell")):
        period = {name: _day(each.get(name) or "") for name in ("start", "end") if each.get(name)}
        if any(period.values()):
            yield {name: day for name, day in period.items() if day}


def _day(text: str) -> str:
    """Return a date of GEXF as precise as the calendar has it: a time of day is left out, what is no date stays as it is."""
    day = text.partition("T")[0]
    try:
        return dates.parse(day)
    except ValueError:
        return "" if "infinity" in text.casefold() else text.removesuffix(".0")
