"""The constraints that a store wants, each a file in cypher/schema, and the two nodes that every store has.

Making a constraint waits, without end, for everybody who is writing what it is about, and whoever comes after waits for it in turn. So
only the store's own is made at any time, since without it nobody can have the turn to write; the others are made by whoever has it.
"""

from __future__ import annotations

from actormap.store.neo4j.connection import Connection
from actormap.store.neo4j.read_consistency import SCHEMA, look
from actormap.store.neo4j.statements import names

OWN = "store"


def create(connection: Connection, busy_seconds: float) -> None:
    """Make what the turn to write is taken on, if it is missing; no graph is changed by it. Raises `StoreBusy` if that takes too long."""
    if constraint(OWN) not in _there(connection):
        connection.alone(f"schema/{OWN}", busy_seconds)
    if look(connection) is None:
        connection.rows("write/found", schema=SCHEMA)


def complete(connection: Connection, busy_seconds: float) -> None:
    """Make every constraint that is missing; whoever calls has the turn to write. Raises `StoreBusy` if others who write stop it."""
    there = _there(connection)
    for name in names("schema"):
        if constraint(name) not in there:
            connection.alone(f"schema/{name}", busy_seconds)


def constraint(file: str) -> str:
    """Return the name that a file in cypher/schema gives its constraint."""
    return "actormap_" + file.removeprefix("relationships-").replace("-", "_")


def _there(connection: Connection) -> frozenset[str]:
    (found,) = connection.rows("read/constraints")
    return frozenset(found["names"])
