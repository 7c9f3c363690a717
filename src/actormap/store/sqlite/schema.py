"""The shape of a store's file: whose it is, which version, and how an older one becomes this one.

The version is SQLite's `user_version`, the number of the last file in schema/ that has been run. A change of shape is a new file with
the next number, which ends by setting it; what has been released is never edited.
"""

from __future__ import annotations

import sqlite3
from functools import cache

from actormap import files
from actormap.errors import StoreTooNew, StoreUnreachable
from actormap.store.base import TABLES
from actormap.store.sqlite import statements

APPLICATION_ID = 0x4163_746D  # "Actm": file(1) and others can tell the file by it

_BESIDE = ("nodes", "evidence", "loads", "load_files")


@cache
def migrations() -> tuple[str, ...]:
    """Return the names of the shipped schema files; the first makes version 1 of an empty file, the second version 2 of that."""
    folder = files.shipped(f"{statements.FOLDER}/schema")
    return tuple(f"schema/{path.stem}" for path in sorted(folder.glob("*.sql")))


def latest() -> int:
    """Return the schema version that this actormap writes."""
    return len(migrations())


def version(db: sqlite3.Connection, place: str) -> int:
    """Return the schema version of a file, 0 if it is empty.

    Raises `StoreUnreachable` if the file belongs to another application, `StoreTooNew` if a newer actormap wrote it.
    """
    (owner,) = db.execute("PRAGMA application_id").fetchone()
    (number,) = db.execute("PRAGMA user_version").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if owner != APPLICATION_ID and (owner or number or tables):
        raise StoreUnreachable(f"{place} is another application's database, which is left alone.", hint="Name another file.")
    if number > latest():
        raise StoreTooNew(
            f"{place} has schema version {number}, and this actormap knows up to {latest()}.",
            hint="Update actormap, or name another file.",
        )
    # A view may say anything, or never come to an end.
    views = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    if found := sorted(views & {*TABLES, *_BESIDE}):
        raise StoreUnreachable(
            f"{place} has a view, {found[0]}, where a store has a table.", hint="Move it away and load again, or restore a backup."
        )
    return int(number)


def migrate(db: sqlite3.Connection, place: str) -> None:
    """Bring the file to the latest version, within the transaction that is open."""
    for name in migrations()[version(db, place) :]:
        statements.run(db, name)
