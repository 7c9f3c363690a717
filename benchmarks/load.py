"""What it costs to load a large graph and to read it back, beside writing it row by row on the same schema.

    python benchmarks/load.py [--nodes 100000] [--relationships 500000]

Every line is measured in a process of its own. "cpu" is the processor's time, which others at work on the machine disturb least.
"graph" is what the process held once the records were made, before the store was touched; "peak" is the most it ever held.
Row by row, each row a transaction, is measured on a sample and multiplied, and says so.
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
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.store.generated import graph

from actormap.model.records import Evidence, Snapshot
from actormap.store import Origin, open_store
from actormap.store.fields import RECORDS
from actormap.store.sqlite import rows, schema

SAMPLE = 2000
ORIGIN = Origin("benchmark", "2025-01-01T00:00:00+00:00", (("generated", "0"),))
JOBS = {
    "first": "our load, new store",
    "same": "our load, the same again",
    "edited": "our load, one tie in a hundred changed",
    "read": "reading it back",
    "one": "row by row, one transaction",
    "each": f"row by row, a transaction each (x from {SAMPLE} rows)",
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
    snapshot = Snapshot() if job == "read" else graph(nodes, relationships)
    if job == "edited":
        snapshot = edited(snapshot)
    held = peak()
    if job in {"one", "each"}:
        seconds, cpu = row_by_row(folder / f"{job}.sqlite", snapshot, each=job == "each")
        return {"seconds": seconds, "cpu": cpu, "graph": held, "peak": peak()}
    begun, worked = time.perf_counter(), time.process_time()
    with open_store("sqlite:///graph.sqlite", base=folder) as store:
        if job == "read":
            store.read()
        else:
            store.load(snapshot, ORIGIN)
    return {"seconds": time.perf_counter() - begun, "cpu": time.process_time() - worked, "graph": held, "peak": peak()}


def edited(snapshot: Snapshot) -> Snapshot:
    from dataclasses import replace

    ties = [
        replace(tie, evidence=(*tie.evidence, Evidence(document="d0", note="ny"))) if number % 100 == 0 else tie
        for number, tie in enumerate(snapshot.relationships)
    ]
    return Snapshot.of(snapshot.nodes(), ties)


def row_by_row(path: Path, snapshot: Snapshot, *, each: bool) -> tuple[float, float]:
    """Write as one would without much thought, and return the seconds and the processor's that takes for the whole graph."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("BEGIN")
    schema.migrate(db, str(path))
    db.execute("COMMIT")
    db.execute("PRAGMA foreign_keys = OFF" if each else "PRAGMA foreign_keys = ON")  # a sample has not all the ends
    upserts = {table: upsert(db, table) for table in ("nodes", *RECORDS, "evidence")}
    total = 2 * sum(1 for _ in snapshot.nodes()) + sum(1 + len(tie.evidence) for tie in snapshot.relationships)
    # A sample across the whole holds every kind of row in its proportion.
    chosen = list(islice(naive_rows(snapshot), 0, None, max(1, total // SAMPLE))) if each else naive_rows(snapshot)
    begun, worked = time.perf_counter(), time.process_time()
    if not each:
        db.execute("BEGIN")
    for table, row in chosen:
        db.execute(upserts[table], row)
    if not each:
        db.execute("COMMIT")
    seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
    db.close()
    factor = total / len(chosen) if each else 1
    return seconds * factor, cpu * factor


def upsert(db: sqlite3.Connection, table: str) -> str:
    columns = [(row[1], row[5]) for row in db.execute(f"PRAGMA table_info({table})")]
    names = ", ".join(f'"{name}"' for name, _ in columns)
    keys = ", ".join(name for name, place in columns if place)
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name, place in columns if not place)
    marks = ", ".join("?" for _ in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT ({keys}) DO UPDATE SET {sets}"  # noqa: S608  # our own names


def naive_rows(snapshot: Snapshot):
    for table, kind in islice(RECORDS.items(), 6):
        pack = rows.packer(kind)
        for node in getattr(snapshot, table):
            yield "nodes", (node.id, node.node)
            yield table, pack(node)
    pack = rows.packer(Evidence)
    for tie in snapshot.relationships:
        yield "relationships", (tie.id, tie.source, tie.type, tie.target, tie.role, tie.valid_from)
        for position, piece in enumerate(tie.evidence, 1):
            yield "evidence", (tie.id, position, *pack(piece))


def peak() -> float:
    """Return the most memory that this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
