"""A row that is none of its table's: one of sums, or one of the units that stand below the headings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from actormap import files
from actormap.i18n import LANGUAGES
from actormap.workspace.reading import cells
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.schema import rows


def look(table: str, given: Mapping[str, Any]) -> str | None:
    """Return what a row is that lacks what each of its table has, `row_of_sums` or `row_of_units`; None if it may be one that is wrong."""
    required = rows.required(table)
    if not given or all(column in given for column in required):
        return None
    measured = {column for column in given if column in rows.columns(table) and not rows.form(table, column).textual}
    named = [column for column in given if column not in measured]
    if not measured:
        return None
    has_digit = {column: any(map(str.isdigit, cells.text(value))) for column, value in given.items()}
    if len(named) == 1 and squeeze(cells.text(given[named[0]]).rstrip(" :")) in _totals():
        return "row_of_sums" if all(has_digit[column] for column in measured) else None
    if not any(column in given for column in required) and not any(has_digit.values()):
        return "row_of_units"
    return None


@cache
def _totals() -> frozenset[str]:
    said = (files.table(f"locale/{lang}/import.toml")["words"]["totals"] for lang in LANGUAGES)
    return frozenset(squeeze(word) for words in said for word in words.split("|"))
