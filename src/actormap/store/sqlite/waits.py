"""The waits of the embedded store, each of which Ctrl-C ends: for whoever else writes, and for a long statement.

While SQLite works or waits, Python hears of no Ctrl-C. So SQLite waits for a moment at a time, and looks up from its work now and then.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from typing import TypeVar

from actormap.store.base import NOTICE_SECONDS, Waiting

T = TypeVar("T")
LOOK_SECONDS = 0.1
TURN = "the turn to write"
# Steps of SQLite's between two looks up: some milliseconds.
STEPS = 100_000
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def connect(place: str, busy_seconds: float) -> sqlite3.Connection:
    """Return a connection that waits no longer than a moment, and looks up from long work."""
    db = sqlite3.connect(place, timeout=min(LOOK_SECONDS, busy_seconds), isolation_level=None)
    # Python raises KeyboardInterrupt in what is called, and SQLite then ends the statement as one that was interrupted.
    db.set_progress_handler(_look_up, STEPS)
    return db


def while_busy(work: Callable[[], T], busy_seconds: float, waiting: Waiting | None = None) -> T:
    """Return what the work returns, begun anew for some seconds while somebody else has the file; who listens is told of it."""
    begun, told = time.monotonic(), False
    while True:
        try:
            done = work()
        except sqlite3.OperationalError as error:
            passed = time.monotonic() - begun
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _BUSY or passed >= busy_seconds:
                raise
            if waiting and not told and passed >= NOTICE_SECONDS:
                waiting(TURN)
                told = True
        else:
            if waiting and told:
                waiting("")
            return done


def _look_up() -> int:
    return 0
