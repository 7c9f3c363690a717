"""Rows written by column, which is a third as long when they are many; the page's columns.js reads them back.

A column is one of six: `values` in the order of the rows, null for none; `every`, what all rows have; `steps`, how much each number is
above the one before, for what only rises; `at` with `values` for what few rows have; `words` with `of`, the number of each row's word, for
what many rows share, with `at` too if they are few of all; `counts` with `rows`, columns in their turn, for lists of rows, one number if
all lists are as long.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

# Fewer rows with a value than this share are told by their places.
SPARSE = 0.5


def pack(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the columns of some rows, in the order in which their names first appear."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {"length": len(rows), "columns": {name: _column([row.get(name) for row in rows]) for name in names}}


def _column(values: list[Any]) -> dict[str, Any]:
    present = [value for value in values if value is not None]
    if all(isinstance(value, list) and value and all(isinstance(item, dict) for item in value) for value in present):
        counts = [len(value or ()) for value in values]
        same = len(set(counts)) == 1
        return {"counts": counts[0] if same else counts, "rows": pack([item for value in present for item in value])}
    if len(values) > 1 and len(present) == len(values) and all(_text(value) == _text(values[0]) for value in values):
        return {"every": values[0]}
    if len(values) > 1 and all(type(value) is int for value in values) and values == sorted(values):
        return {"steps": [values[0], *(after - before for before, after in pairwise(values))]}
    words = _words(present)
    rare = len(present) < SPARSE * len(values)
    places = {"at": [index for index, value in enumerate(values) if value is not None]} if rare else {}
    if 4 * len(words) < len(present) and not all(isinstance(value, int) for value in present):
        number = {word: index for index, word in enumerate(words)}
        return places | {
            "words": list(words.values()),
            "of": [-1 if value is None else number[_text(value)] for value in (present if rare else values)],
        }
    return places | {"values": present if rare else values}


def _words(values: Iterable[Any]) -> dict[str, Any]:
    return {_text(value): value for value in values}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
