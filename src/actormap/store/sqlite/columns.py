"""The columns of every table, read off the records, and the shipped statements with their blanks filled by them.

A statement with `{table}` is made once a table of records, one with `{node_table}` once a table of nodes, one with `{line_table}` once a
table of what is neither a node nor a relationship. Of each, `{table.columns}` are the columns, `{table.marks}` as many question marks,
`{table.staged}` and `{table.stored}` the columns without the key, each of the row so called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from actormap.model.records import LINE_TABLES, NODE_TABLES, Evidence
from actormap.store.base import TABLES
from actormap.store.fields import forms

KEY = ("source", "type", "target", "role", "valid_from")
"""What the id of a relationship is derived from."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "nodes": ("id", "node"),
    **{name: tuple(forms(kind)) for name, kind in NODE_TABLES.items()},
    "relationships": ("id", *KEY),
    "evidence": ("relationship", "position", *forms(Evidence)),
    # Most ids follow from what a row says; a question has one of its own.
    **{name: tuple(dict.fromkeys(("id", *forms(kind)))) for name, kind in LINE_TABLES.items()},
}
_MADE_FOR = {"table": TABLES, "node_table": tuple(NODE_TABLES), "line_table": tuple(LINE_TABLES)}


def filled(statement: str) -> Iterator[str]:
    """Yield what a statement is when its blanks are filled."""
    for blank, tables in _MADE_FOR.items():
        if f"{{{blank}" in statement:
            for table in tables:
                named = statement.replace(f"{{{blank}}}", table).replace(f"{{{blank}.", f"{{{table}.")
                yield _with_columns(named)
            return
    yield _with_columns(statement)


def _with_columns(statement: str) -> str:
    for table, columns in COLUMNS.items():
        if f"{{{table}." in statement:
            keys = 2 if table == "evidence" else 1
            # In double quotes a column that is not there would be read as a text.
            quoted = [f"[{column}]" for column in columns]
            for blank, parts in {
                "columns": quoted,
                "marks": ["?"] * len(columns),
                "staged": [f"staged.{column}" for column in quoted[keys:]],
                "stored": [f"stored.{column}" for column in quoted[keys:]],
            }.items():
                statement = statement.replace(f"{{{table}.{blank}}}", ", ".join(parts))
    return statement
