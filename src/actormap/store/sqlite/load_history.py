"""The loads that a store remembers."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

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
    values = (origin.when, origin.workspace, *numbers, version("actormap"), origin.settings, time.time_ns())
    load = db.execute(sql["remember"], values).lastrowid
    db.executemany(sql["remember file"], ((load, place, *file) for place, file in enumerate(origin.files, 1)))


def stamp(db: sqlite3.Connection, path: Path) -> None:
    """Give the file the time of change that its last load remembers, which it loses as soon as anybody writes to it."""
    _, written = db.execute(named("status")["written"]).fetchone()
    if written is not None:
        with suppress(OSError):  # whose file it is not may not do so: then the next load compares
            os.utime(path, ns=(written, written))


def is_untouched(db: sqlite3.Connection, path: Path) -> bool:
    """Return whether this version of actormap made the last load and the file still has the time of change that it gave.

    A file system that keeps times less exactly than that has none: then the answer is no.
    """
    known = db.execute(named("status")["written"]).fetchone()
    return known is not None and known == (version("actormap"), path.stat().st_mtime_ns)


def _files(db: sqlite3.Connection, load: int) -> tuple[tuple[str, str], ...]:
    return tuple(db.execute(named("status")["files"], (load,)).fetchall())
