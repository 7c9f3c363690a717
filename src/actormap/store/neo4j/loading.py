"""A load: the store is compared with the records, and what differs is written in one transaction, or in steps if it is too much for one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from neo4j.exceptions import Neo4jError

from actormap.errors import InputError, StoreUnreachable, parameter
from actormap.model.records import CODED_TABLES, Snapshot
from actormap.store import check
from actormap.store.base import TABLES, Difference, Origin, Progress
from actormap.store.fields import says, shown
from actormap.store.gc_pause import resting
from actormap.store.neo4j import journal, load_history, schema, writing
from actormap.store.neo4j.connection import Connection, run
from actormap.store.neo4j.diff import Comparer, GraphDifference
from actormap.store.neo4j.error_messages import Overtaken, is_memory
from actormap.store.neo4j.prefetch import prefetched
from actormap.store.neo4j.read_consistency import State, look
from actormap.store.neo4j.reading import Pages
from actormap.store.neo4j.write_lock import taken

# More rows than this are written step by step. A server with a heap of 1 GB takes some 200,000 in one transaction and refuses 600,000.
ONE_TRANSACTION = 100_000
UNFINISHED = "the load is left unfinished: the same command finishes it, and actormap load --undo takes it back"
LONGEST_ID = 8_000  # bytes; Neo4j's index takes a little more


class Load:
    """One load, which may be attempted several times. `limit` is how many rows are written in one transaction."""

    def __init__(
        self,
        connection: Connection,
        snapshot: Snapshot,
        origin: Origin,
        *,
        merge: bool,
        thorough: bool,
        allow_mass_removal: bool,
        progress: Progress | None,
        busy_seconds: float,
        limit: int,
        page: int,
    ) -> None:
        self.connection, self.snapshot, self.origin = connection, snapshot, origin
        self.merge, self.thorough, self.allow_mass_removal = merge, thorough, allow_mass_removal
        self.busy_seconds, self.limit, self.page = busy_seconds, limit, page
        self.meter = Meter(progress, sum(len(getattr(snapshot, table)) for table in TABLES))
        self.name = uuid4().hex
        self.difference: Difference | None = None

    def attempt(self) -> Difference:
        """Do the whole load, and return what it did."""
        with resting() as collect, taken(self.connection, self.busy_seconds) as kept:

            def keep() -> None:
                kept()
                collect()

            schema.complete(self.connection, self.busy_seconds)
            newest = load_history.last(self.connection)
            if newest and newest[1] == self.name and self.difference is not None:
                return self.difference  # it was written, and only the answer got lost
            state = look(self.connection) or State()
            comparison = self.compare(Pages(self.connection, self.page))
            self.refuse(comparison)
            self.difference = comparison.difference
            if state.running or writing.size(comparison) > self.limit:
                self.in_steps(state, comparison, keep)
            else:
                try:
                    self.at_once(state, comparison, newest, keep)
                except Neo4jError as error:
                    if not is_memory(error):
                        raise
                    self.in_steps(state, comparison, keep)
        return comparison.difference

    def compare(self, pages: Pages | None) -> GraphDifference:
        """Return what makes the stored rows equal to the records; this is the first half of the way."""
        self.meter.begin(0, self.meter.total)
        return Comparer(self.snapshot, merge=self.merge, thorough=self.thorough, tell=self.meter.advance).compare(pages)

    def refuse(self, comparison: GraphDifference) -> None:
        """Raise what stands against writing that."""
        if self.merge:  # else the records have been looked through before the store was
            refuse_missing_ends(self.connection, self.snapshot, merge=True)
        if not self.allow_mass_removal:
            comparison.refuse_mass_removal()
        nodes = [identity for _, identity in comparison.removed_nodes()]
        coded = [identity for table in CODED_TABLES for identity in comparison.difference.tables[table].removed]
        strange = self.connection.rows("read/strangers", ids=nodes) if nodes else []
        strange += self.connection.rows("read/strangers-of-coding", ids=coded) if coded else []
        for row in strange:
            raise StoreUnreachable(
                f"The node {shown(row['id'])} would go, but it has a relationship of somebody else's, {shown(row['type'])}.",
                hint=f"Remove that relationship first, or load with {parameter('merge')}.",
            )

    def at_once(self, state: State, comparison: GraphDifference, newest: load_history.Newest, keep: Callable[[], None]) -> None:
        """Write everything in one transaction, visible at its end."""
        self.meter.begin(self.meter.total // 2, writing.size(comparison))
        with self.connection.transaction() as transaction:
            written = writing.first_steps(comparison) if comparison.is_first else writing.steps(comparison)
            for step in prefetched(written):
                run(transaction, f"write/{step.statement}", **step.parameters)
                self.meter.advance(len(step.rows))
                keep()
            self.meter.end()
            if load_history.worth_remembering(comparison.difference, self.origin, newest):
                run(transaction, "write/hold-still")
                if not run(transaction, "write/finish", version=state.version):
                    raise Overtaken
                load_history.remember(transaction, self.origin, comparison.difference, self.name)

    def in_steps(self, state: State, comparison: GraphDifference, keep: Callable[[], None]) -> None:
        """Write every step in a transaction of its own, with what takes it back; nobody reads until the last is written."""
        self.meter.begin(self.meter.total // 2, writing.size(comparison))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        # What an unfinished load has left of an older graph is to be taken back from, even if that is nothing by now.
        first = comparison.is_first and (state.first or not state.running)
        journaled = journal.begin(self.connection, state, self.name, workspace=self.origin.workspace, since=now, first=bool(first))
        try:
            for step in prefetched(writing.first_steps(comparison) if first else writing.steps(comparison)):
                journaled.write(step)
                self.meter.advance(len(step.rows))
                keep()
            self.meter.end()
            journaled.finish(self.origin, comparison.difference)
        except KeyboardInterrupt as stop:
            stop.__notes__ = [UNFINISHED]
            raise


class Meter:
    """Tells the progress of a load, which never goes back, also when the load is attempted again."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self.total = progress, total
        self._told = self._start = self._count = 0
        self._whole = 1

    def begin(self, start: int, whole: int) -> None:
        """Begin a half of the way, which has a number of rows."""
        self._start, self._count, self._whole = start, 0, max(whole, 1)
        self._tell(start)

    def advance(self, rows: int = 1) -> None:
        """Count rows of this half."""
        self._count += rows
        done = self._start + min(self._count, self._whole) * (self.total // 2) // self._whole
        if done - self._told >= self.total // 100 + 1:
            self._tell(done)

    def end(self) -> None:
        """Tell that all is done."""
        self._tell(self.total)

    def _tell(self, done: int) -> None:
        self._told = max(self._told, done)
        if self._progress is not None:
            self._progress(self._told, self.total)


def refuse_missing_ends(connection: Connection | None, snapshot: Snapshot, *, merge: bool) -> None:
    """Raise `InputError` if a relationship ends in nothing; with `merge`, nodes of the store will do."""
    missing = check.missing_ends(snapshot)
    there: set[str] = set()
    if missing and merge and connection is not None:
        (found,) = connection.rows("read/ids", ids=sorted(missing))
        there = set(found["ids"])
    for end, tie in missing.items():
        if end not in there:
            check.refuse_missing_end(end, tie)


def refuse_doubles_and_long_ids(snapshot: Snapshot) -> None:
    """Raise `InputError` if two relationships, or two rows of another table, have one id, or a node has an id too long to be found by."""
    # Numbers take less than the ids, and if two of what ids follow from have one by chance the ids are looked at.
    keys = {hash((tie.source, tie.type, tie.target, tie.role or "", tie.valid_from or "")) for tie in snapshot.relationships}
    lines = (*snapshot.coverage, *snapshot.coding())
    if len(keys) != len(snapshot.relationships) or len({(type(line), line.id) for line in lines}) != len(lines):
        check.refuse_doubles(snapshot)
    for node in snapshot.nodes():
        if len(node.id) > LONGEST_ID // 4 and (length := len(node.id.encode())) > LONGEST_ID:
            short = replace(node, id=node.id[:40] + "…")
            raise InputError(f"The {says(short)} has an id of {length} bytes, and Neo4j finds nodes by ids of at most {LONGEST_ID}.")
