"""The loads that a store remembers."""

from __future__ import annotations

import sqlite3
from importlib.metadata import version

from actormap.store.base import Difference, LoadRecord, Origin
from actormap.store.sqlite.statements import named


def loads(db: sqlite3.Connection) -> tuple[LoadRecord, ...]:
    """Return the loads, newest first."""
    return tuple(
        LoadRecord(Origin(workspace, when, _files(db, load), settings), *numbers)
        for load, workspace, when, settings, *numbers in db.execute(named("status")["loads"]).fetchall()
    )


def remember(db: sqlite3.Connection, origin: Origin, difference: Difference) -> None:
    """Write a load down, unless it changed nothing and came from the same files with the same settings as the last one."""
    sql = named("status")
    known = loads(db)
    if known and not difference and known[0].comes_as(origin):
        return
    numbers = (difference.added, difference.changed, difference.removed, difference.unchanged)
    load = db.execute(sql["remember"], (origin.when, origin.workspace, *numbers, version("actormap"), origin.settings)).lastrowid
    db.executemany(sql["remember file"], ((load, place, *file) for place, file in enumerate(origin.files, 1)))


def _files(db: sqlite3.Connection, load: int) -> tuple[tuple[str, str], ...]:
    return tuple(db.execute(named("status")["files"], (load,)).fetchall())
