"""Graphology's JSON, as Gephi Lite has it, and the lists of nodes and links that other libraries write."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actormap.workspace.importing import elements, json_text
from actormap.workspace.importing.cleaning import cell_text
from actormap.workspace.importing.found import Found
from actormap.workspace.importing.inputs import TextFile


def is_one(text: str) -> bool:
    """Return whether a text is a graph as lists of nodes and of edges or links."""
    given = json_text.table(text)
    return isinstance(given.get("nodes"), list) and any(isinstance(given.get(name), list) for name in ("edges", "links"))


def read(file: TextFile) -> Found:
    """Return the graph in a file."""
    found = Found("graphology", file.spot)
    given = json_text.table(file.text)
    options = given.get("options", {})
    directed = options.get("type") != "undirected" if options else given.get("directed", True) is True
    numbered: dict[str, str] = {}
    for place, node in enumerate(json_text.entries(given["nodes"])):
        key = cell_text(node.get("key", node.get("id", node.get("name"))))
        numbered[str(place)] = key
        elements.node(found, replace(file.spot, element=key), key, None, _about(node, "key", "id"))
    known = set(numbered.values())
    for place, edge in enumerate(json_text.entries(given.get("edges", given.get("links"))), start=1):
        ends = tuple(_end(edge.get(name, edge.get(name + "Id")), known, numbered) for name in ("source", "target"))
        spot = replace(file.spot, element=cell_text(edge.get("key", edge.get("id", place))))
        way = not edge["undirected"] if "undirected" in edge else directed
        elements.tie(found, spot, (ends[0], ends[1]), _about(edge, "key", "id", "source", "target", "undirected"), directed=way)
    return found


def _end(given: Any, known: set[str], numbered: dict[str, str]) -> str:
    # D3 writes places in the list of nodes where nodes have no ids of their own.
    name = cell_text(given.get("id") if isinstance(given, dict) else given)
    return name if name in known else numbered.get(name, name)


def _about(given: dict[str, Any], *but: str) -> dict[str, Any]:
    inner = given.get("attributes", given.get("data"))
    flat = {name: value for name, value in given.items() if name not in (*but, "attributes", "data")}
    return {**flat, **inner} if isinstance(inner, dict) else flat
