"""Kumu's JSON: elements and connections, with their attributes beside the label or gathered under `attributes`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from actormap.workspace.importing import cell_values, elements, json_text
from actormap.workspace.importing.cleaning import cell_text
from actormap.workspace.importing.found import Found
from actormap.workspace.importing.inputs import TextFile

_TYPES = ("element type", "connection type")  # as exports of whole projects call it
_NOT_KEPT = ("id", "_id", "attributes", "from", "to", "created_at", "updated_at", "creator", "updater", "map", "style")


def is_one(text: str) -> bool:
    """Return whether a text is a map of Kumu."""
    given = json_text.table(text)
    return isinstance(given.get("elements"), list) and isinstance(given.get("connections"), list)


def read(file: TextFile) -> Found:
    """Return the map in a file; a connection to several is several."""
    found = Found("kumu", file.spot)
    given = json_text.table(file.text)
    for element in json_text.entries(given["elements"]):
        about = _about(element)
        label = cell_text(about.pop("label", ""))
        key = cell_text(element.get("id", element.get("_id"))) or label
        elements.node(found, replace(file.spot, element=key), key, label, about)
    for place, connection in enumerate(json_text.entries(given["connections"]), start=1):
        about = _about(connection)
        spot = replace(file.spot, element=cell_text(connection.get("id", connection.get("_id", place))))
        if "type" in about:
            about = {("note" if name == "label" else name): value for name, value in about.items()}
        for source in _ends(connection.get("from")):
            for target in _ends(connection.get("to")):
                elements.tie(found, spot, (source, target), about)
    return found


def _about(given: Mapping[str, Any]) -> dict[str, Any]:
    inner = given.get("attributes")
    flat = {name: value for name, value in given.items() if name not in _NOT_KEPT}
    about = {**flat, **{name.casefold(): value for name, value in inner.items()}} if isinstance(inner, dict) else flat
    typed = next((name for name in _TYPES if about.get(name) and not about.get("type")), None)
    return {("type" if name == typed else name): value for name, value in about.items() if name == typed or name != "type" or value}


def _ends(given: Any) -> Iterable[str]:
    if isinstance(given, list):
        return [cell_text(each) for each in given]
    return cell_values.bars(cell_text(given)) or [""]
