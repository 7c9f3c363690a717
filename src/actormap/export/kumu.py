"""Kumu: its workbook of elements and connections, and its JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from actormap.export.graph_edges import edges

# Kumu's own columns come first; these follow, and whatever else there is comes last.
_NOT_SHOWN = frozenset({"label", "name", "kind", "note", "color", "org", "ftm", "x", "y", "relationship", "evidence", "documents", "title"})
_TOLD = frozenset({"document", "locator", "status", "confidence"})
_ELEMENT = ("ID", "Label", "Type", "Description")
_CONNECTION = ("ID", "From", "To", "Type", "Direction", "Document", "Locator")


def workbook(graph: Any) -> bytes:
    """Return a graph as Kumu's workbook: a sheet of elements, one of connections, with ids so that parallel ones stay apart."""
    from openpyxl import Workbook

    from actormap import xlsx

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, first, rows in (("Elements", _ELEMENT, _elements(graph)), ("Connections", _CONNECTION, _connections(graph))):
        sheet = book.create_sheet(title)
        others = sorted({name for row in rows for name in row} - set(first))
        xlsx.append(sheet, [*first, *others])
        for row in rows:
            xlsx.append(sheet, [row.get(name) for name in (*first, *others)])
        xlsx.head(sheet, widest=60)
    return xlsx.to_bytes(book)


def as_json(graph: Any) -> bytes:
    """Return a graph as Kumu's JSON, attributes beside the label as its blueprints have them."""
    told = {
        "elements": [_lower(row) for row in _elements(graph)],
        "connections": [_lower(row) for row in _connections(graph)],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _lower(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name.lower(): value.split("|") if name == "aliases" else value for name, value in row.items() if value not in (None, "")}


def _elements(graph: Any) -> list[dict[str, Any]]:
    return [
        {"ID": node, "Label": about.get("label", node), "Type": about.get("kind"), "Description": about.get("note"), **_rest(about)}
        for node, about in graph.nodes(data=True)
    ]


def _connections(graph: Any) -> list[dict[str, Any]]:
    way = "directed" if graph.is_directed() else "undirected"
    rows: list[dict[str, Any]] = []
    for edge in edges(graph):
        pieces: list[dict[str, Any]] = json.loads(str(edge.about.get("evidence", "[]")))
        said: Mapping[str, Any] = pieces[0] if pieces else {}
        own = {"ID": edge.id, "From": edge.source, "To": edge.target, "Type": edge.about.get("relationship"), "Direction": way}
        cited = {"Document": said.get("document"), "Locator": said.get("locator")}
        # Several statements, or one that says more than a connection has columns for, go along whole.
        more = {} if len(pieces) < 2 and said.keys() <= _TOLD else {"evidence": edge.about["evidence"]}
        rows.append({**own, **cited, **_rest(edge.about), **more})
    return rows


def _rest(about: Mapping[str, Any]) -> dict[str, Any]:
    shown = ((name, value) for name, value in about.items() if name not in _NOT_SHOWN and value is not None)
    return {name.removeprefix("attribute_"): value for name, value in shown}
