"""The values of a result as programs read them, and the name of the column that people read."""

from __future__ import annotations

import json
from typing import Any

WORDS = "in_words"


def plain(value: Any) -> Any:
    """Return a value as one cell of a file for programs: lists joined by `|`, None empty."""
    if isinstance(value, list | tuple):
        return "|".join(str(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else value
