"""What it costs to load a large graph into Neo4j and to read it back, beside other ways of doing the same.

    python benchmarks/neo4j_load.py [--nodes 100000] [--relationships 500000]

Every line of ours is measured in a process of its own; "client MB" is the most that it ever held, of which "graph MB" are the records that
it was given, and "server MB" the most that the server ever held. Plain batches are what one writes without much thought: a thousand rows a
transaction, UNWIND and MERGE, the same graph, no journal, readers see halves. Reading record by record is measured on a
sample and multiplied, and says so.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby, islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import neo4j
from tests.neo4j_lines import LONG_TERM
from tests.neo4j_server import Server, running
from tests.store.generated import graph

from actormap.model.records import Relationship, Snapshot
from actormap.store import Origin
from actormap.store.base import TABLES
from actormap.store.neo4j import Neo4jStore, days, rows, sources
from actormap.store.neo4j.bulk import write_import_files

BATCH = 1_000
ORIGIN = Origin("benchmark", "2026-01-01")
JOBS = {
    "plain": "plain batches, by the driver alone",
    "documents": "plain batches of the ties of documents to that",
    "first": "first load, in steps",
    "again": "the same again: compared by fingerprints",
    "thorough": "the same again, every property compared",
    "edited": "one relationship in a hundred changed",
    "read": "read back, in pages of lists",
    "records": "read back record by record, relationships only (driver alone)",
}
KEYS = ("FOR (n:Actormap) REQUIRE n.id IS UNIQUE", "FOR ()-[r:{type}]-() REQUIRE r.actormap_id IS UNIQUE")
MERGE_NODES = "UNWIND $rows AS row MERGE (n:Actormap {id: row.id}) SET n:$(row.labels) SET n += row.properties"
MERGE_TIES = (
    "UNWIND $rows AS row MATCH (a:Actormap {id: row.source}) MATCH (b:Actormap {id: row.target}) "
    "MERGE (a)-[r:TYPE {actormap_id: row.id}]->(b) SET r += row.properties"
)
MERGE_SOURCES = "UNWIND $rows AS row MATCH (n:Actormap {id: row.node}) MATCH (d:Actormap {id: row.document}) MERGE (n)-[:STATED_IN]->(d)"
RECORDS = (
    "MATCH (a:Actormap)-[r]->(b:Actormap) RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties LIMIT $limit"
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure loads of a large graph into Neo4j.")
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--relationships", type=int, default=500_000)
    parser.add_argument("--job", choices=JOBS, help=argparse.SUPPRESS)
    parser.add_argument("--uri", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        print(json.dumps(measure(options.job, options.uri, options.nodes, options.relationships)))
        return
    size = options.nodes + options.relationships
    with tempfile.TemporaryDirectory() as folder, running(LONG_TERM, Path(folder) / "neo4j") as server:
        os.environ.update(server.environment())
        print(f"{options.nodes} nodes, {options.relationships} relationships; {server.version()}, heap 1 GB")
        print(f"Python {platform.python_version()}, {driver()}")
        print(f"{'':<64}{'seconds':>9}{'rows/s':>9}{'graph MB':>10}{'client MB':>11}{'server MB':>11}")
        for job, words in JOBS.items():
            command = [sys.executable, __file__, "--job", job, "--uri", server.uri]
            command += ["--nodes", str(options.nodes), "--relationships", str(options.relationships)]
            told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout
            found = json.loads(told)
            line(words, found["seconds"], found["rows"], f"{found['graph']:.0f}", f"{found['peak']:.0f}", f"{held(server):.0f}")
            if job == "documents":
                with server.driver() as client, client.session() as session:
                    session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS").consume()
                server.empty()
        imported(server, Path(folder), options.nodes, options.relationships, size)


def line(words: str, seconds: float, size: int, *memory: str) -> None:
    graph_mb, client, server = (*memory, "", "", "")[:3]
    print(f"{words:<64}{seconds:>9.1f}{size / seconds:>9.0f}{graph_mb:>10}{client:>11}{server:>11}", flush=True)


def measure(job: str, uri: str, nodes: int, relationships: int) -> dict[str, float]:
    snapshot = Snapshot() if job in {"read", "records"} else graph(nodes, relationships)
    if job == "edited":
        snapshot = edited(snapshot)
    graph_mb = peak()
    begun = time.perf_counter()
    factor, size = 1.0, nodes + relationships
    if job == "plain":
        plain(uri, snapshot)
    elif job == "documents":
        size = plain_sources(uri, snapshot)
    elif job == "records":
        size = relationships
        factor = by_record(uri, relationships)
    else:
        with Neo4jStore(uri) as store:
            if job == "read":
                store.read()
            else:
                store.load(snapshot, ORIGIN, thorough=job == "thorough")
    return {"seconds": (time.perf_counter() - begun) * factor, "rows": size, "graph": graph_mb, "peak": peak()}


def edited(snapshot: Snapshot) -> Snapshot:
    from dataclasses import replace

    from actormap.model.records import Evidence

    ties = [
        replace(tie, evidence=(*tie.evidence, Evidence(document="d0", note="ny"))) if number % 100 == 0 else tie
        for number, tie in enumerate(snapshot.relationships)
    ]
    return Snapshot.of(snapshot.nodes(), ties)


def plain(uri: str, snapshot: Snapshot) -> None:
    by_type = groupby(sorted(snapshot.relationships, key=lambda tie: tie.type), key=lambda tie: rows.type_of(tie.type))
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", os.environ["NEO4J_PASSWORD"])) as client, client.session() as session:
        made = [("", MERGE_NODES, plain_nodes(snapshot))]
        made += [(type_, MERGE_TIES.replace("TYPE", type_), iter(list(plain_ties(ties)))) for type_, ties in by_type]
        for type_, statement, found in made:
            session.run(f"CREATE CONSTRAINT IF NOT EXISTS {KEYS[bool(type_)].format(type=type_)}").consume()
            while batch := list(islice(found, BATCH)):
                session.run(statement, rows=batch).consume()


def plain_sources(uri: str, snapshot: Snapshot) -> int:
    tables = {table: {record.id: record for record in getattr(snapshot, table)} for table in TABLES}
    pairs = iter([{"document": document, "node": node} for document, nodes in sources.told_by(tables).items() for node in nodes])
    size = 0
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", os.environ["NEO4J_PASSWORD"])) as client, client.session() as session:
        while batch := list(islice(pairs, BATCH)):
            session.run(MERGE_SOURCES, rows=batch).consume()
            size += len(batch)
    return size


def plain_nodes(snapshot: Snapshot):
    for table, labels in rows.labels().items():
        pack = rows.node_packer(table)
        for node in getattr(snapshot, table):
            yield {"id": node.id, "labels": list(labels), "properties": with_days(rows.filled(rows.NODE_KEYS, pack(node)))}


def plain_ties(ties: Iterable[Relationship]):
    for tie in ties:
        ends = {"id": tie.id, "source": tie.source, "target": tie.target, "type": rows.type_of(tie.type)}
        yield {**ends, "properties": with_days(rows.filled(rows.TIE_KEYS, rows.pack_tie(tie)))}


def with_days(properties: dict[str, Any]) -> dict[str, Any]:
    return properties | rows.filled(*days.dates(properties))


def by_record(uri: str, relationships: int) -> float:
    limit = max(1, relationships // 5)
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", os.environ["NEO4J_PASSWORD"])) as client, client.session() as session:
        for record in session.run(RECORDS, limit=limit):
            record.data()
    return relationships / limit


def imported(server: Server, folder: Path, nodes: int, relationships: int, size: int) -> None:
    """Measure Neo4j's own import, on a server of its own that stands still."""
    target = Server(server.line, folder / "imported", server.jars, server.java)
    target.prepare()
    snapshot = graph(nodes, relationships)
    begun = time.perf_counter()
    program, *arguments = shlex.split(write_import_files(snapshot, ORIGIN, target.home / "import"))
    line(f"writing the files of {program} database import", time.perf_counter() - begun, size)
    begun = time.perf_counter()
    arguments = [one.replace("=", f"={target.home / 'import'}/") if one.endswith(".csv") else one for one in arguments]
    told = target.admin(*arguments)
    told.check_returncode()
    line("Neo4j's own import of them, the start of Java included", time.perf_counter() - begun, size)


def held(server: Server) -> float:
    """Return the most memory that the server has held, in MB; Linux only, else nothing."""
    status = Path(f"/proc/{server.process.pid if server.process else 0}/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(text.split()[1]) / 1024 for text in lines if text.startswith("VmHWM")), float("nan"))


def peak() -> float:
    """Return the most memory that this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def driver() -> str:
    try:
        return f"neo4j {version('neo4j')} with neo4j-rust-ext {version('neo4j-rust-ext')}"
    except PackageNotFoundError:
        return f"neo4j {version('neo4j')}, without neo4j-rust-ext"


if __name__ == "__main__":
    main()
