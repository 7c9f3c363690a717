"""The store itself: the verbs of the protocol on one database of a Neo4j server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self, TypeVar

from actormap.errors import StoreUnreachable
from actormap.model.records import Node, Snapshot
from actormap.store.base import BUSY_SECONDS, TABLES, Difference, Origin, Progress, StoreStatus, Waiting
from actormap.store.check import check, require_ends
from actormap.store.neo4j import journal, load_history, read_consistency, reading, schema
from actormap.store.neo4j.connection import CONNECT_SECONDS, PATIENCE_SECONDS, SILENCE_SECONDS, Connection
from actormap.store.neo4j.loading import ONE_TRANSACTION, Load, refuse_doubles_and_long_ids, refuse_missing_ends
from actormap.store.neo4j.reading import PAGE, Pages

T = TypeVar("T")


class Neo4jStore:
    """A store on a Neo4j server; user, password and database come from the environment. Nothing is connected before the first verb.

    `busy_seconds` is how long to wait for another writer, `patience` how long for a server that has gone away in the middle,
    `connect` how long for one to be connected, `silence` how long for any answer; `waiting` is told what is waited for.
    """

    def __init__(
        self,
        uri: str,
        *,
        busy_seconds: float = BUSY_SECONDS,
        patience: float = PATIENCE_SECONDS,
        connect: float = CONNECT_SECONDS,
        silence: float = SILENCE_SECONDS,
        waiting: Waiting | None = None,
        limit: int = ONE_TRANSACTION,
        page: int = PAGE,
    ) -> None:
        self.uri = uri
        self._connection = Connection(uri, patience=patience, connect=connect, silence=silence, waiting=waiting)
        self._busy_seconds, self._limit, self._page = busy_seconds, limit, page

    @property
    def place(self) -> str:
        """Return what sentences call the store."""
        return self._connection.place

    def exists(self) -> bool:
        """Return whether there is a graph to read, be it one whose load is not finished."""
        return self._connection.patiently(lambda: read_consistency.is_there(read_consistency.look(self._connection)))

    def read(self) -> Snapshot:
        """Return the whole graph."""
        return self._steadily(lambda: require_ends(reading.snapshot(Pages(self._connection, self._page))))

    def load(
        self,
        snapshot: Snapshot,
        origin: Origin,
        *,
        merge: bool = False,
        dry_run: bool = False,
        thorough: bool = False,
        allow_mass_removal: bool = False,
        progress: Progress | None = None,
    ) -> Difference:
        """Make the store equal to the records and return what that did; see `Store.load`.

        A load of more rows than fit one transaction is written step by step: then readers are refused until it is finished, by the same
        load again if need be, or taken back by `undo`.
        """
        check(snapshot, origin)
        refuse_doubles_and_long_ids(snapshot)
        if not merge:
            refuse_missing_ends(None, snapshot, merge=False)
        load = Load(
            self._connection,
            snapshot,
            origin,
            merge=merge,
            thorough=thorough,
            allow_mass_removal=allow_mass_removal,
            progress=progress,
            busy_seconds=self._busy_seconds,
            limit=self._limit,
            page=self._page,
        )
        if dry_run:
            return self._rehearse(load)

        def work() -> Difference:
            schema.create(self._connection, self._busy_seconds)
            return load.attempt()

        return self._reading_rows(lambda: self._connection.patiently(work))

    def undo(self, progress: Callable[[int], None] | None = None) -> int:
        """Put back the graph from before a load that was not finished; return its rows, and tell `progress` of each step's.

        Raises `UsageError` if no load is unfinished.
        """
        tell = progress or (lambda _: None)
        return self._connection.patiently(lambda: journal.undo(self._connection, self._busy_seconds, tell))

    def answer(self, question: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the rows that a named question of cypher/explore finds, by the names of its columns."""
        return self._steadily(lambda: [row.data() for row in self._connection.rows(f"explore/{question}", **parameters)])

    def nodes(self, label: str) -> list[Node]:
        """Return the nodes with a label: what a question may name."""
        return self._steadily(lambda: reading.nodes(Pages(self._connection), label))

    def documents(self) -> frozenset[str]:
        """Return the ids of documents and the collections they are gathered in: what a question may name."""
        return self._steadily(lambda: frozenset(self._connection.rows("read/collections")[0]["ids"]))

    def is_untouched(self) -> bool:
        """Return False: a server does not tell whether somebody else has written to it."""
        return False

    def status(self) -> StoreStatus:
        """Return what the store says of itself."""

        def work() -> StoreStatus:
            (counts,) = self._connection.rows("read/counts")
            (database,) = self._connection.rows("read/database")
            version = f"{self._connection.version}, database {database['name']}, schema {read_consistency.SCHEMA}"
            return StoreStatus(self.uri, "Neo4j", version, {table: counts[table] for table in TABLES}, load_history.loads(self._connection))

        return self._steadily(work)

    def close(self) -> None:
        """Let go of the connections; the store cannot be used afterwards."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _rehearse(self, load: Load) -> Difference:
        there = self.exists()

        def compare() -> Difference:
            refuse_missing_ends(self._connection if there else None, load.snapshot, merge=load.merge)
            difference = load.compare(Pages(self._connection, self._page) if there else None).difference
            load.meter.end()
            return difference

        return self._steadily(compare) if there else compare()

    def _steadily(self, work: Callable[[], T]) -> T:
        return self._reading_rows(lambda: read_consistency.steadily(self._connection, work))

    def _reading_rows(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except read_consistency.NoRecord as error:
            raise StoreUnreachable(
                f"{self.place} has a row that is no record: {error}.", hint="Somebody has edited it; load the workspace again."
            ) from error
