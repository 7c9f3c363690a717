"""JSON of graph files as tables of Python."""

from __future__ import annotations

import json
from typing import Any


def table(text: str) -> dict[str, Any]:
    """Return the object that a text is, an empty one if it is none."""
    if text.lstrip()[:1] != "{":
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def entries(given: Any) -> list[dict[str, Any]]:
    """Return the objects of a list."""
    return [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
