"""GraphML: attributes are declared as keys; yEd keeps the names of nodes in labels of its own."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from actormap.workspace.importing import elements, graph_xml
from actormap.workspace.importing.found import Found
from actormap.workspace.importing.inputs import TextFile

_YED = ("NodeLabel", "EdgeLabel")


def is_one(text: str) -> bool:
    """Return whether a text is GraphML."""
    return graph_xml.begins_with(text, "graphml")


def read(file: TextFile) -> Found:
    """Return the graph in a file; nodes that stand in groups are nodes like the others."""
    found = Found("graphml", file.spot)
    root = graph_xml.root(file.spot, file.text)
    keys = {(key.get("id") or ""): key for key in root.iter("key")}
    defaults = {id_: key.findtext("default") for id_, key in keys.items()}
    for node in root.iter("node"):
        id_ = node.get("id") or ""
        about = _about(node, keys, defaults, "node")
        elements.node(found, replace(file.spot, element=id_), id_, None, about)
    if nested := len(root.findall(".//node/graph/node")):
        found.remark("nested", n=nested)
    for graph in root.iter("graph"):
        default = graph.get("edgedefault") != "undirected"
        for number, edge in enumerate(graph.findall("edge"), start=1):
            way = edge.get("directed")
            spot = replace(file.spot, element=edge.get("id") or str(number))
            about = _about(edge, keys, defaults, "edge")
            ends = (edge.get("source") or "", edge.get("target") or "")
            elements.tie(found, spot, ends, about, directed=default if way is None else way == "true")
        for hyper in graph.findall("hyperedge"):
            found.leave_out(replace(file.spot, element=hyper.get("id") or ""), "hyperedge")
    return found


def _about(element: ET.Element, keys: dict[str, ET.Element], defaults: dict[str, str | None], of: str) -> dict[str, str]:
    about = {
        keys[id_].get("attr.name") or id_: text
        for id_, text in defaults.items()
        if text is not None and keys[id_].get("for") in (of, "all", None)
    }
    for data in element.findall("data"):
        key = keys.get(data.get("key") or "")
        name = (key.get("attr.name") if key is not None else None) or data.get("key") or ""
        if len(data) == 0:
            about[name] = data.text or ""
    label = next((each.text for tag in _YED for each in element.iter(tag) if each.text and each.text.strip()), None)
    return {**about, "label": label} if label and "label" not in about else about
