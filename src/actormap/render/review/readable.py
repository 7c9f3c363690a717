"""Results for people who read them as sheets: names instead of ids, and lists as one reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actormap.analysis.result import Result
from actormap.render.review.pen import Pen

IDS = (
    *("through", "venues", "by", "actors", "carriers", "experienced", "ongoing", "members_outside", "newcomers"),
    *("methods", "methods_elsewhere", "works_with", "told_of"),
)


def readable(result: Result, pen: Pen) -> Result:
    """Return a result with the names of its nodes and professions instead of their ids."""
    return replace(result, rows=tuple(_row(row, pen) for row in result.rows))


def _row(row: Mapping[str, Any], pen: Pen) -> dict[str, Any]:
    told = {name: _names(value, pen) if name in IDS and isinstance(value, list) else value for name, value in row.items()}
    if isinstance(row.get("professions"), list):
        checklist = pen.vocabulary.checklist
        told["professions"] = "; ".join(pen.texts.pick(checklist[name]) for name in row["professions"])
    return told


def _names(ids: list[str], pen: Pen) -> str:
    return "; ".join(pen.names.get(each, each) for each in ids)
