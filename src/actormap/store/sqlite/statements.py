"""The SQL that is shipped as files beside this one, statement by statement."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache

from actormap import files
from actormap.store.sqlite.columns import filled

FOLDER = "store/sqlite"


@cache
def script(name: str) -> tuple[str, ...]:
    """Return the statements of a shipped file, in order, each with the comment above it, and their blanks filled."""
    return tuple(made for statement in _split(files.text(f"{FOLDER}/{name}.sql")) for made in filled(statement))


@cache
def named(name: str) -> Mapping[str, str]:
    """Return the statements of a shipped file under their names: the comment line right above each."""
    return {_name(statement): statement for statement in script(name)}


def run(db: sqlite3.Connection, name: str, values: Mapping[str, object] | None = None) -> None:
    """Execute a shipped file within the transaction that is open; sqlite3's own `executescript` would commit it first."""
    for statement in script(name):
        db.execute(statement, values or {})


def _split(text: str) -> Iterator[str]:
    gathered = ""
    for line in text.splitlines(keepends=True):
        gathered += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(gathered):
            yield gathered.strip()
            gathered = ""


def _name(statement: str) -> str:
    comments = [line for line in statement.splitlines() if line.startswith("-- ")]
    return comments[-1].removeprefix("-- ")
