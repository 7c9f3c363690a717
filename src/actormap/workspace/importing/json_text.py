"""JSON of graph files as tables of Python."""

from __future__ import annotations

import json
from typing import Any


def table(text: str) -> dict[str, Any]:
    """Return the object that a text is, an empty one if it is none; a list of elements or of edges is an object with these alone."""
    if text.lstrip()[:1] not in ("{", "["):
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if isinstance(found, dict):
        return found
    every = entries(found)
    if every and all("data" in each for each in every):
        return {"elements": every}
    return {"nodes": [], "edges": every} if every and all({"source", "target"} <= each.keys() for each in every) else {}


def entries(given: Any) -> list[dict[str, Any]]:
    """Return the objects of a list."""
    return [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
