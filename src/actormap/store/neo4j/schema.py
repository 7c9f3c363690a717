"""The constraints that a store wants, each a file in cypher/schema, and the two nodes that every store has."""

from __future__ import annotations

from collections.abc import Iterable

from actormap.store.neo4j.connection import Connection
from actormap.store.neo4j.state import SCHEMA, look
from actormap.store.neo4j.statements import names

FIRST = "store"
# A constraint waits for everybody else who is writing what it is about.
LONGEST_WAIT = 60.0


def found(connection: Connection) -> tuple[str, ...]:
    """Make the two nodes of the store itself if they are not there, and return which other constraints are missing.

    Without these nodes nobody can take a turn, and whoever has it holds locks on them that their own constraint would wait for.
    """
    (there,) = connection.rows("read/constraints")
    missing = [name for name in names("schema") if constraint(name) not in there["names"]]
    if FIRST in missing:
        missing.remove(FIRST)
        connection.alone(f"schema/{FIRST}", LONGEST_WAIT)
    if look(connection) is None:
        connection.rows("write/found", schema=SCHEMA)
    return tuple(missing)


def complete(connection: Connection, missing: Iterable[str]) -> None:
    """Make the constraints that are missing. It is for whoever has the turn: beside a load that writes, the two could lock each other."""
    for name in missing:
        connection.alone(f"schema/{name}", LONGEST_WAIT)


def constraint(file: str) -> str:
    """Return the name that a file in cypher/schema gives its constraint."""
    return "actormap_" + file.removeprefix("relationships-").replace("-", "_")
