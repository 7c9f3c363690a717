"""A row that is none of its table's: one of sums, one of the units that stand below the headings, or a note below the last one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from actormap import files
from actormap.i18n import LANGUAGES
from actormap.workspace.reading import cells
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.schema import rows

# Where it comes from, how many there are, what a star means.
_NOTE = re.compile(
    r"(?i)\*|\(?\d\) |(?:källa|källor|antal \w+|not|noter|anm|anmärkning|obs|source|sources|number of \w+|notes?|nb)\.?\s?:"
    r"|(?:senast |last )?(?:uppdaterad|ändrad|hämtad|updated|changed|retrieved)\b"
)
_LONG = 4  # words of a sentence


def is_note(text: str) -> bool:
    """Return whether the only cell of a row is a note on the table, and no name."""
    said = text.strip()
    return bool(_NOTE.match(said)) or (said.endswith(".") and len(said.split()) > _LONG)


def look(table: str, given: Mapping[str, Any]) -> str | None:
    """Return what a row is that lacks what a table asks of each: `row_of_sums`, `row_of_units`, `row_of_note`, or None: it may be wrong."""
    required = rows.required(table)
    if not given or all(column in given for column in required):
        return None
    if len(given) == 1 and len(required) > 1 and is_note(cells.text(*given.values())):
        return "row_of_note"
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
