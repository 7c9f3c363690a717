"""What it costs to load a large graph and to read it back, beside plain SQL on the same tables.

    python benchmarks/load.py [--nodes 100000] [--relationships 500000]

Every line is measured in a process of its own. "cpu" is the processor's time, which others at work on the machine disturb least.
"graph" is what the process held once the records were made, before the store was touched; "peak" is the most it ever held.
Plain is what one writes without much thought: `executemany` of upserts within one transaction, and records made by name from `SELECT *`.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.store.generated import graph

from actormap.atlas import sync
from actormap.model.records import NODE_TABLES, Evidence, Relationship, Snapshot
from actormap.model.vocabulary import Vocabulary
from actormap.store import open_store
from actormap.store.sqlite import rows, schema
from actormap.workspace import Workspace

JOBS = {
    "first": "our load, new store",
    "plain": "plain upserts, new store",
    "same": "our load of the same files again",
    "compared": "our load of the same, compared row by row",
    "edited": "our load, one tie in a hundred changed",
    "read": "our reading",
    "plain_read": "plain reading",
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure loads of a large graph.")
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--relationships", type=int, default=500_000)
    parser.add_argument("--job", choices=JOBS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        sys.stdout.write(json.dumps(measure(options.job, options.folder, options.nodes, options.relationships)))
        return
    print(
        f"{options.nodes} nodes, {options.relationships} relationships; Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
    print(f"{'':<52}{'seconds':>9}{'cpu':>9}{'graph MB':>10}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for job, words in JOBS.items():
            command = [sys.executable, __file__, "--job", job, "--folder", folder]
            command += ["--nodes", str(options.nodes), "--relationships", str(options.relationships)]
            found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout)
            print(f"{words:<52}{found['seconds']:>9.1f}{found['cpu']:>9.1f}{found['graph']:>10.0f}{found['peak']:>9.0f}", flush=True)


def measure(job: str, folder: Path, nodes: int, relationships: int) -> dict[str, float]:
    snapshot = Snapshot() if job in {"read", "plain_read"} else graph(nodes, relationships)
    if job == "edited":
        snapshot = edited(snapshot)
    work = {
        "plain": lambda: plain(folder / "plain.sqlite", snapshot),
        "plain_read": lambda: plain_read(folder / "graph.sqlite"),
        "read": lambda: read(folder),
    }.get(job, lambda: load(folder, snapshot, thorough=job == "compared"))
    held = peak()
    begun, worked = time.perf_counter(), time.process_time()
    work()
    return {"seconds": time.perf_counter() - begun, "cpu": time.process_time() - worked, "graph": held, "peak": peak()}


def load(folder: Path, snapshot: Snapshot, *, thorough: bool) -> None:
    # As a command does, but for the reading of the tables, which is another benchmark's.
    statements = sum(len(tie.evidence) for tie in snapshot.relationships)
    made = Workspace("benchmark", snapshot, Vocabulary.load(), files=(("generated", str(statements)),), base=folder)
    sync.load(made, store=f"sqlite:///{folder / 'graph.sqlite'}", thorough=thorough)


def read(folder: Path) -> None:
    with open_store("sqlite:///graph.sqlite", base=folder) as store:
        store.read()


def edited(snapshot: Snapshot) -> Snapshot:
    from dataclasses import replace

    ties = [
        replace(tie, evidence=(*tie.evidence, Evidence(document="d0", note="ny"))) if number % 100 == 0 else tie
        for number, tie in enumerate(snapshot.relationships)
    ]
    return Snapshot.of(snapshot.nodes(), ties)


def plain(path: Path, snapshot: Snapshot) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("BEGIN")
    schema.migrate(db, str(path))
    for table, kind in NODE_TABLES.items():
        records = getattr(snapshot, table)
        db.executemany(upsert(db, "nodes"), ((node.id, node.node) for node in records))
        db.executemany(upsert(db, table), map(rows.packer(kind), records))
    ties = snapshot.relationships
    db.executemany(upsert(db, "relationships"), ((tie.id, tie.source, tie.type, tie.target, tie.role, tie.valid_from) for tie in ties))
    pack = rows.packer(Evidence)
    pieces = ((tie.id, position, *pack(piece)) for tie in ties for position, piece in enumerate(tie.evidence, 1))
    db.executemany(upsert(db, "evidence"), pieces)
    db.execute("COMMIT")
    db.close()


def plain_read(path: Path) -> Snapshot:
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    nodes = {
        table: tuple(kind(**named(row)) for row in db.execute(f"SELECT * FROM {table} ORDER BY id"))  # noqa: S608  # our own names
        for table, kind in NODE_TABLES.items()
    }
    evidence = defaultdict(list)
    for row in db.execute("SELECT * FROM evidence ORDER BY relationship, position"):
        values = named(row)
        owner = values.pop("relationship")
        del values["position"]
        evidence[owner].append(Evidence(**values))
    ties = []
    for row in db.execute("SELECT * FROM relationships ORDER BY id"):
        values = dict(row)
        ties.append(Relationship(evidence=tuple(evidence[values.pop("id")]), **values))
    return Snapshot(**nodes, relationships=tuple(ties))


def named(row: sqlite3.Row) -> dict[str, Any]:
    values = dict(row)
    if "aliases" in values:
        values["aliases"] = tuple(values["aliases"].split("|")) if values["aliases"] else ()
    values["attributes"] = tuple(json.loads(values["attributes"]).items()) if values["attributes"] else ()
    return values


def upsert(db: sqlite3.Connection, table: str) -> str:
    columns = [(row[1], row[5]) for row in db.execute(f"PRAGMA table_info({table})")]
    names = ", ".join(f'"{name}"' for name, _ in columns)
    keys = ", ".join(name for name, place in columns if place)
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name, place in columns if not place)
    marks = ", ".join("?" for _ in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT ({keys}) DO UPDATE SET {sets}"  # noqa: S608  # our own names


def peak() -> float:
    """Return the most memory that this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
