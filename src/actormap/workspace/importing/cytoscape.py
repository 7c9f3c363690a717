"""Cytoscape's JSON: elements with data, as lists of nodes and edges or as one list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actormap.workspace.importing import elements, json_text
from actormap.workspace.importing.cleaning import cell_text
from actormap.workspace.importing.found import Found
from actormap.workspace.importing.inputs import TextFile


def is_one(text: str) -> bool:
    """Return whether a text is a graph of Cytoscape."""
    return isinstance(json_text.table(text).get("elements"), dict | list) and "connections" not in json_text.table(text)


def read(file: TextFile) -> Found:
    """Return the graph in a file."""
    found = Found("cytoscape", file.spot)
    given = json_text.table(file.text)
    every = given["elements"]
    if isinstance(every, list):
        nodes = [each for each in json_text.entries(every) if "source" not in _data(each)]
        edges = [each for each in json_text.entries(every) if "source" in _data(each)]
    else:
        nodes, edges = json_text.entries(every.get("nodes")), json_text.entries(every.get("edges"))
    for node in nodes:
        about = _data(node)
        key = cell_text(about.get("id"))
        rest = {name: value for name, value in about.items() if name not in ("id", "value", "parent")}
        elements.node(found, replace(file.spot, element=key), key, None, rest)
    for place, edge in enumerate(edges, start=1):
        about = _data(edge)
        ends = (cell_text(about.get("source")), cell_text(about.get("target")))
        spot = replace(file.spot, element=cell_text(about.get("key", about.get("id", place))))
        rest = {name: value for name, value in about.items() if name not in ("id", "key", "source", "target", "name", "shared name")}
        elements.tie(found, spot, ends, rest, directed=given.get("directed") is not False)
    return found


def _data(element: dict[str, Any]) -> dict[str, Any]:
    data = element.get("data")
    return data if isinstance(data, dict) else {}
