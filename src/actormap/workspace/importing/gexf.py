"""GEXF of every version: what Gephi writes, with attributes, dates, and periods."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from actormap.model import dates
from actormap.workspace.importing import elements, graph_xml
from actormap.workspace.importing.found import Found, Spot
from actormap.workspace.importing.inputs import TextFile
from actormap.workspace.importing.tables import statements


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
    titles = {of: _Declared.of(graph, of) for of in ("node", "edge")}
    for node in graph.iter("node"):
        id_ = node.get("id") or ""
        about = _about(node, titles["node"])
        for name, day in _whole(list(_periods(node))).items():
            about.setdefault(name, day)
        elements.node(found, replace(file.spot, element=id_), id_, node.get("label"), about)
    if nested := len(graph.findall(".//node/nodes/node")):
        found.remark("nested", n=nested)
    default = graph.get("defaultedgetype", "undirected")
    for number, edge in enumerate(graph.iter("edge"), start=1):
        _edge(found, replace(file.spot, element=edge.get("id") or str(number)), edge, titles["edge"], default)
    return found


@dataclass(frozen=True, slots=True)
class _Declared:
    """What the attributes of nodes or of edges are called by their ids, and what holds where an element says nothing."""

    titles: Mapping[str, str]
    defaults: Mapping[str, str]

    @classmethod
    def of(cls, graph: ET.Element, what: str) -> _Declared:
        declared = [each for said in graph.findall("attributes") if said.get("class") == what for each in said.findall("attribute")]
        titles = {each.get("id") or "": each.get("title") or each.get("id") or "" for each in declared}
        return cls(titles, {titles[each.get("id") or ""]: text for each in declared if (text := each.findtext("default"))})


def _edge(found: Found, spot: Spot, edge: ET.Element, titles: _Declared, default: str) -> None:
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
    for said in _in_periods(about, list(_periods(edge))):
        elements.tie(found, spot, ends, {**said, "direction": way})


def _in_periods(about: dict[str, str], periods: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Yield what an edge says, once for each period it holds in; a date as the source has it goes before the day that stands for it."""
    dated = [{f"valid_{'from' if name == 'start' else 'to'}": day for name, day in period.items()} for period in periods]
    if len(periods) < 2:
        yield {**(dated[0] if dated else {}), **about}
        return
    own = {name: about.get(name, "").split("|") for name in ("valid_from", "valid_to")}
    pieces = statements(about.get("evidence", ""))
    for place, period in enumerate(dated):
        whole = {name: values[place] for name, values in own.items() if len(values) == len(dated) and values[place]}
        mine = [piece for piece in pieces if piece.get("period", place) == place]
        yield {**about, "valid_from": "", "valid_to": "", **period, **whole, "ids": "", "evidence": json.dumps(mine) if mine else ""}


def _about(element: ET.Element, declared: _Declared) -> dict[str, str]:
    return {
        **declared.defaults,
        **{
            declared.titles.get(value.get("for") or "", value.get("for") or ""): value.get("value") or ""
            for values in element.findall("attvalues")
            for value in values.findall("attvalue")
        },
    }


def _whole(periods: list[dict[str, str]]) -> dict[str, str]:
    """Return the one period that a node is there in: from the first to the last of its own, open where one of them is."""
    ends = {"start": min, "end": max}
    return {
        name: choose(period[name] for period in periods)
        for name, choose in ends.items()
        if periods and all(name in period for period in periods)
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
