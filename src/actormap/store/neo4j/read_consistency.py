"""Where the store stands, and how a reader that looks page by page sees one graph and not parts of two.

Neo4j shows a reader whatever has been committed, even between two pages. Every load therefore counts up `version` as the last thing in its
transaction; a reader looks at it before and after, and reads again if it has moved. Looking after, it first waits (with a lock on the same
node) until no load is just being made visible. Whoever may not write looks without waiting, since the lock counts as writing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from actormap.errors import StoreBusy, StoreTooNew, StoreUnreachable
from actormap.store.neo4j.connection import Connection, run
from actormap.store.neo4j.error_messages import Faults, Overtaken, may_not_write

SCHEMA = 1
LOADING, UNDOING = "load", "undo"
# What a row that is no record raises. One whose properties are just being written may be such a row for a moment.
NoRecord = (ValueError, TypeError, AttributeError, KeyError)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class State:
    """How often the store has been written, how many loads it remembers, and the load or undo that is under way, if any.

    `first` says of that load that it began in a store that held nothing.
    """

    version: int = 0
    loads: int = 0
    schema: int = SCHEMA
    running: str | None = None
    step: int | None = None
    doing: str | None = None
    first: bool | None = None
    since: str | None = None
    workspace: str | None = None


def look(connection: Connection) -> State | None:
    """Return where the store stands, None if nothing was ever loaded; raise `StoreTooNew` if a newer actormap wrote it."""
    found = connection.rows("read/state")
    if not found:
        return None
    state = State(**found[0].data())
    if state.schema > SCHEMA:
        raise StoreTooNew(
            f"{connection.place} holds a graph of schema version {state.schema}, and this actormap knows up to {SCHEMA}.",
            hint="Update actormap, or name another store.",
        )
    return state


def is_there(state: State | None) -> bool:
    """Return whether there is a graph, be it one that is just being written."""
    return state is not None and bool(state.loads or state.running)


def readable(state: State | None, place: str) -> State:
    """Return the state if there is a whole graph to read; else say what there is instead."""
    if state is None or not is_there(state):
        raise StoreUnreachable(f"{place} holds no graph yet.", hint="Load a workspace into it first.")
    if state.running:
        raise StoreBusy(
            f'A load of "{state.workspace}" into {place[0].lower()}{place[1:]}, begun {state.since}, is under way or was cut off.',
            hint="Wait for it, or run the same load again to finish it, or actormap load --undo to go back to the graph before it.",
        )
    return state


def steadily(connection: Connection, work: Callable[[], T]) -> T:
    """Return what the work returns if nothing was written while it read; else it is done again, as long as the connection has patience."""

    def attempt() -> T:
        before = readable(look(connection), connection.place)
        try:
            found = work()
        except NoRecord as error:
            if _settled(connection) == before:
                raise
            raise Overtaken from error
        if _settled(connection) != before:
            raise Overtaken
        return found

    return connection.patiently(attempt)


def _settled(connection: Connection) -> State | None:
    try:
        with connection.trial() as transaction:
            run(transaction, "write/hold-still")
            found = run(transaction, "read/state")
        return State(**found[0].data()) if found else None
    except Faults as error:
        if may_not_write(error):
            return look(connection)
        raise
