"""What SQLite and the operating system complain of, said as one sentence each. The only place that reads their error codes."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from actormap.errors import StoreBusy, StoreError, StoreReadOnly, StoreUnreachable

NOTHING_WRITTEN = "Nothing has been changed."
_FAULTS: dict[int, tuple[type[StoreError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        StoreBusy,
        "{place} is in use: somebody else is writing to it, or reads it for long.",
        f"{NOTHING_WRITTEN} Wait until the other is done and try again.",
    ),
    sqlite3.SQLITE_FULL: (
        StoreUnreachable,
        "There is no room left for {place}, on its disk or where temporary files go.",
        f"{NOTHING_WRITTEN} Make room, or name a store on another disk.",
    ),
    sqlite3.SQLITE_READONLY: (
        StoreReadOnly,
        "{place} may not be written: the file, its folder or its disk is read-only.",
        f"{NOTHING_WRITTEN} Name a store in a folder of your own.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        StoreReadOnly,
        "{place} cannot be opened: its folder is not there, or may not be read or written.",
        "Name a store in a folder of your own.",
    ),
    sqlite3.SQLITE_NOTADB: (
        StoreUnreachable,
        "{place} is no database.",
        "Name another file, or move this one away and load again.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        StoreUnreachable,
        "{place} is a damaged database.",
        "Move it away and load again, or restore a backup.",
    ),
    sqlite3.SQLITE_IOERR: (
        StoreUnreachable,
        "{place} cannot be read or written: its disk reports an error ({name}).",
        f"{NOTHING_WRITTEN} Try again, or name a store on another disk.",
    ),
    sqlite3.SQLITE_CONSTRAINT: (
        StoreUnreachable,
        "{place} holds or is given rows that contradict each other ({error}).",
        "Move it away and load again.",
    ),
}
_FAULTS[sqlite3.SQLITE_LOCKED] = _FAULTS[sqlite3.SQLITE_BUSY]
_FAULTS[sqlite3.SQLITE_PERM] = _FAULTS[sqlite3.SQLITE_AUTH] = _FAULTS[sqlite3.SQLITE_CANTOPEN]
_NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS)
_UNDECODED = "Could not decode"  # what Python's module says, without a code, and then quotes the bytes
_OTHER = (StoreUnreachable, "{place} cannot be used: {error}.", "Move it away and load again, or restore a backup.")


@contextmanager
def sentences(place: str) -> Iterator[None]:
    """Turn what SQLite raises inside the block into a `StoreError` about `place`."""
    try:
        yield
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged schema quotes it, and Python cannot read the quotation.
        raise _damaged(place) from error
    except sqlite3.Error as error:
        if str(error).startswith(_UNDECODED):
            raise _damaged(place) from error
        # The low byte is the kind of error; what stands above it is a finer one, such as which of the disk's verbs failed.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_INTERRUPT:  # see `waits`: nothing else interrupts it
            raise KeyboardInterrupt from error
        kind, message, hint = _FAULTS.get(code, _OTHER)
        name = getattr(error, "sqlite_errorname", "")
        raise kind(message.format(place=place, name=name, error=error), hint=hint) from error


def _damaged(place: str) -> StoreError:
    kind, message, hint = _FAULTS[sqlite3.SQLITE_CORRUPT]
    return kind(message.format(place=place), hint=hint)


@contextmanager
def reaching(place: str) -> Iterator[None]:
    """Turn what the file system raises inside the block into a `StoreUnreachable` about `place`."""
    try:
        yield
    except OSError as error:
        kind = StoreReadOnly if error.errno in _NOT_WRITABLE else StoreUnreachable
        raise kind(
            f"{place} cannot be used: {error.strerror or error}.", hint="Name a store in a folder that is there and may be written."
        ) from error
