"""The loads that a store remembers."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import neo4j

from actormap.store.base import Difference, LoadRecord, Origin
from actormap.store.neo4j.connection import Connection, run
from actormap.store.neo4j.exchange import Transaction

Newest = tuple[LoadRecord, str] | None
ALL, ONE = 2**31, 1


def loads(connection: Connection) -> tuple[LoadRecord, ...]:
    """Return the loads, newest first."""
    return tuple(_record(row) for row in connection.rows("read/loads", limit=ALL))


def last(connection: Connection) -> Newest:
    """Return the newest load and the run that wrote it, None if there is none."""
    found = connection.rows("read/loads", limit=ONE)
    return (_record(found[0]), found[0]["run"]) if found else None


def worth_remembering(difference: Difference, origin: Origin, newest: Newest) -> bool:
    """Return whether a load changed something or came from other files, or with other settings, than the last one."""
    return newest is None or bool(difference) or not newest[0].comes_as(origin)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a load did, in rows."""

    added: int
    changed: int
    removed: int
    unchanged: int


def numbers(difference: Difference, steps: list[neo4j.Record]) -> Numbers:
    """Return what a load that was written in steps did from its first on: the rows of its steps, and what the last attempt left alone."""
    done = {"add": 0, "change": 0, "remove": 0, "move": 0, "tie": 0, "untie": 0}
    for row in steps:
        done[row["statement"].partition("-")[0]] += row["rows"]
    # A step is known by what takes it back, so what adds was a removal.
    added, changed, removed = done["remove"] + done["move"], done["change"], done["add"] + done["move"]
    rows = difference.added + difference.changed + difference.unchanged
    return Numbers(added, changed, removed, max(0, rows - added - changed))


def all_added(difference: Difference) -> Numbers:
    """Return what a load did, in however many attempts, in a store that held nothing: what is there now was added."""
    return Numbers(difference.added + difference.changed + difference.unchanged, 0, 0, 0)


def remember(transaction: Transaction, origin: Origin, did: Difference | Numbers, name: str) -> None:
    """Write a load down within its transaction; `name` is the run's."""
    properties: dict[str, Any] = {
        "workspace": origin.workspace,
        "moment": origin.when,
        "files": [file for file, _ in origin.files],
        "hashes": [sha256 for _, sha256 in origin.files],
        "settings": origin.settings,
        "added": did.added,
        "changed": did.changed,
        "removed": did.removed,
        "unchanged": did.unchanged,
        "version": version("actormap"),
        "run": name,
    }
    run(transaction, "write/remember", properties=properties)


def _record(row: neo4j.Record) -> LoadRecord:
    files = tuple(zip(row["files"] or (), row["hashes"] or (), strict=True))
    origin = Origin(row["workspace"], row["moment"], files, row["settings"])
    return LoadRecord(origin, row["added"], row["changed"], row["removed"], row["unchanged"])
