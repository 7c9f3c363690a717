"""A load, step by step, within one transaction: rows are staged, compared with what is stored, and the difference is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from actormap.errors import MassRemoval
from actormap.model.records import LINE_TABLES, NODE_TABLES, Snapshot
from actormap.store import check
from actormap.store.base import TABLES, Change, Difference, Progress
from actormap.store.gc_pause import resting
from actormap.store.sqlite import rows
from actormap.store.sqlite.statements import named, run

# A batch is what stands in memory as rows at a time: some megabytes, and few enough that the bar moves.
BATCH = 10_000


def is_empty(db: sqlite3.Connection) -> bool:
    """Return whether the store holds no record at all."""
    return not any(counts(db).values())


def insert(db: sqlite3.Connection, snapshot: Snapshot, progress: Progress) -> Difference:
    """Put the records into a store that has none, which takes no comparing, and return that all are added; tell how many are there."""
    run(db, "unindex")
    ids = _insert(db, snapshot, "first", progress)
    run(db, "index")
    return Difference({table: Change(tuple(sorted(ids[table]))) for table in TABLES})


def stage(db: sqlite3.Connection, snapshot: Snapshot, progress: Progress) -> None:
    """Put the records, as rows, into temporary tables, and tell how many of them are there."""
    run(db, "stage")
    # The second half is the writing, which is one step to SQLite; see `SqliteStore.load`.
    _insert(db, snapshot, "staged", lambda done, total: progress(done // 2, total))


def _insert(db: sqlite3.Connection, snapshot: Snapshot, into: str, progress: Progress) -> Mapping[str, list[str]]:
    total = size(snapshot)
    done = 0
    ids: dict[str, list[str]] = {table: [] for table in TABLES}
    try:
        with resting():
            for table in TABLES:
                records = getattr(snapshot, table)
                for start in range(0, len(records), BATCH):
                    batch = records[start : start + BATCH]
                    ids[table] += _insert_batch(db, table, batch, into)
                    done += len(batch)
                    progress(done, total)
    except sqlite3.IntegrityError:
        check.refuse_doubles(snapshot)
        raise
    return ids


def _insert_batch(db: sqlite3.Connection, table: str, batch: Any, into: str) -> list[str]:
    """Put some records in and return their ids, which are made but once."""
    sql = named("insert")
    if table == "relationships":
        ties = rows.keys(batch)
        ids = [row[0] for row in ties]
        db.executemany(sql[f"{into} {table}"], ties)
        brief, full = rows.statements(batch, ids)
        db.executemany(sql[f"{into} brief evidence"], brief)
        db.executemany(sql[f"{into} evidence"], full)
        return ids
    if table in LINE_TABLES:
        db.executemany(sql[f"{into} {table}"], map(rows.line_packer(LINE_TABLES[table]), batch))
    else:
        db.executemany(sql[f"{into} nodes"], ((node.id, node.node) for node in batch))
        db.executemany(sql[f"{into} {table}"], map(rows.packer(NODE_TABLES[table]), batch))
    return [record.id for record in batch]


def refuse_missing_ends(db: sqlite3.Connection, snapshot: Snapshot, *, merge: bool) -> None:
    """Raise `InputError` if a relationship ends in nothing; with `merge`, nodes of the store will do."""
    for end, tie in check.missing_ends(snapshot).items():
        if not merge or db.execute("SELECT 1 FROM nodes WHERE id = ?", (end,)).fetchone() is None:
            check.refuse_missing_end(end, tie)


def compare(db: sqlite3.Connection, *, merge: bool) -> Difference:
    """Return what makes the stored rows equal to the staged ones; `apply` does it."""
    stored = counts(db)
    run(db, "difference", {"merge": merge})
    found = db.execute("SELECT name, what, id FROM temp.difference WHERE name <> 'nodes' ORDER BY name, what, id")
    ids: dict[tuple[str, str], tuple[str, ...]] = {
        key: tuple(row[2] for row in group) for key, group in groupby(found, key=lambda row: (row[0], row[1]))
    }
    changes = {}
    for table in TABLES:
        added, changed, removed = (ids.get((table, what), ()) for what in ("added", "changed", "removed"))
        changes[table] = Change(added, changed, removed, stored[table] - len(changed) - len(removed))
    return Difference(changes)


def refuse_mass_removal(db: sqlite3.Connection, difference: Difference) -> None:
    """Raise `MassRemoval` if more than half of the nodes and relationships would go; a node that changes table stays."""
    (nodes,) = db.execute("SELECT count(*) FROM nodes").fetchone()
    (gone,) = db.execute("SELECT count(*) FROM temp.difference WHERE name = 'nodes' AND what = 'removed'").fetchone()
    ties = difference.tables["relationships"]
    total = nodes + len(ties.changed) + len(ties.removed) + ties.unchanged
    removed = gone + len(ties.removed)
    if 2 * removed > total:
        raise MassRemoval(removed, total)


def apply(db: sqlite3.Connection) -> None:
    """Do what `compare` found."""
    run(db, "apply")


def unstage(db: sqlite3.Connection) -> None:
    """Drop the temporary tables."""
    run(db, "unstage")


def counts(db: sqlite3.Connection) -> Mapping[str, int]:
    """Return how many rows each table has."""
    row = db.execute(named("status")["counts"]).fetchone()
    return dict(zip(TABLES, row, strict=True))


def size(snapshot: Snapshot) -> int:
    """Return how many records a snapshot has."""
    return sum(len(getattr(snapshot, table)) for table in TABLES)
