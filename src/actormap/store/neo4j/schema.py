"""The constraints that a store wants, each a file in cypher/schema, and the two nodes that every store has."""

from __future__ import annotations

from actormap.store.neo4j.connection import Connection
from actormap.store.neo4j.state import SCHEMA, look
from actormap.store.neo4j.statements import names


def prepare(connection: Connection) -> None:
    """Make what is missing. It stands alone: no graph is changed by it, and what was there is left as it is."""
    (found,) = connection.rows("read/constraints")
    there = set(found["names"])
    for name in names("schema"):
        if constraint(name) not in there:
            connection.alone(f"schema/{name}")
    if look(connection) is None:
        connection.rows("write/found", schema=SCHEMA)


def constraint(file: str) -> str:
    """Return the name that a file in cypher/schema gives its constraint."""
    return "actormap_" + file.removeprefix("relationships-").replace("-", "_")
