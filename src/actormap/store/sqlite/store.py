"""The embedded store itself: the verbs of the protocol on one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from actormap.errors import StoreUnreachable, UsageError
from actormap.files import WRITTEN
from actormap.model.records import LINE_TABLES, NODE_TABLES, Snapshot
from actormap.store.base import BUSY_SECONDS, Difference, Origin, Progress, StoreStatus, Waiting
from actormap.store.check import check, require_ends
from actormap.store.gc_pause import resting
from actormap.store.sqlite import load_history, loading, rows, schema, statements, waits
from actormap.store.sqlite.error_messages import reaching, sentences

T = TypeVar("T")
_READ = "BEGIN"
# Says at once that it is going to write, so that a second writer is told before it has done any work.
_WRITE = "BEGIN IMMEDIATE"


class SqliteStore:
    """A store in one file, or in memory while it is open if `path` is None. The connection is made by the first verb that needs it."""

    def __init__(self, path: Path | None, *, uri: str = "", busy_seconds: float = BUSY_SECONDS, waiting: Waiting | None = None) -> None:
        self.path = path
        self.uri = uri or (f"sqlite:///{path}" if path else "sqlite:///:memory:")
        self._busy_seconds, self._waiting = busy_seconds, waiting
        self._db: sqlite3.Connection | None = None
        self._closed = False

    @property
    def place(self) -> str:
        """Return what sentences call the store."""
        return str(self.path) if self.path else "The store in memory"

    def exists(self) -> bool:
        """Return whether there is a graph to read."""
        with sentences(self.place):
            return self._is_there() and self._version() > 0

    def read(self) -> Snapshot:
        """Return the whole graph."""
        with self._reading() as db, resting():
            sql = statements.named("read")
            nodes = {name: tuple(map(rows.unpacker(kind), db.execute(sql[name]))) for name, kind in NODE_TABLES.items()}
            lines = {name: tuple(map(rows.line_unpacker(kind), db.execute(sql[name]))) for name, kind in LINE_TABLES.items()}
            ties = tuple(rows.relationships(db.execute(sql["relationships"]), db.execute(sql["evidence"])))
            return require_ends(Snapshot(**nodes, relationships=ties, **lines))

    def load(
        self,
        snapshot: Snapshot,
        origin: Origin,
        *,
        merge: bool = False,
        dry_run: bool = False,
        thorough: bool = False,  # noqa: ARG002  # every property is compared in any case
        allow_mass_removal: bool = False,
        progress: Progress | None = None,
    ) -> Difference:
        """Make the store equal to the records in one transaction, and return what that did; see `Store.load`."""
        check(snapshot, origin)
        tell = progress or _tell_nobody
        if dry_run and not self.exists():
            # What is not there is compared as nothing, and is still not there afterwards.
            with SqliteStore(None) as nothing:
                return nothing.load(snapshot, origin, merge=merge, dry_run=True, progress=progress)
        with self._transaction(_READ if dry_run else _WRITE, keep=not dry_run) as db:
            schema.migrate(db, self.place)
            loading.refuse_missing_ends(db, snapshot, merge=merge)
            if loading.is_empty(db) and not dry_run:
                difference = loading.insert(db, snapshot, tell)
                load_history.remember(db, origin, difference)
            else:
                loading.stage(db, snapshot, tell)
                difference = loading.compare(db, merge=merge)
                if not dry_run:
                    if not allow_mass_removal:
                        loading.refuse_mass_removal(db, difference)
                    loading.apply(db)
                    load_history.remember(db, origin, difference)
                    loading.unstage(db)
            tell(loading.size(snapshot), loading.size(snapshot))
        if self.path is not None and not dry_run:
            load_history.stamp(self._connection(), self.path)
        return difference

    def is_untouched(self) -> bool:
        """Return whether nobody has written to the file since its last load, as far as its time of change tells."""
        if self.path is None or not self.exists():
            return False
        with self._reading() as db:
            return load_history.is_untouched(db, self.path)

    def status(self) -> StoreStatus:
        """Return what the store says of itself."""
        with self._reading() as db:
            version = f"{sqlite3.sqlite_version}, schema {schema.version(db, self.place)}"
            return StoreStatus(self.uri, "SQLite", version, loading.counts(db), load_history.loads(db))

    def close(self) -> None:
        """Let go of the file; the store cannot be used afterwards."""
        self._closed = True
        if self._db is not None:
            self._db.close()
            self._db = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        if not self.exists():
            raise StoreUnreachable(f"{self.place} holds no graph yet.", hint="Load a workspace into it first.")
        with sentences(self.place):
            if self._version() < schema.latest():
                with self._transaction(_WRITE) as db:
                    schema.migrate(db, self.place)
        try:
            with self._transaction(_READ) as db:
                yield db
        except (ValueError, TypeError, AttributeError) as error:
            raise StoreUnreachable(
                f"{self.place} has a row that is no record: {error}.", hint="Somebody has edited it; load the workspace again."
            ) from error

    @contextmanager
    def _transaction(self, begin: str, *, keep: bool = True) -> Iterator[sqlite3.Connection]:
        """Give the connection with a transaction open, which is kept if the block ends well and `keep` says so, else undone."""
        with sentences(self.place):
            if begin == _WRITE:
                self._prepare()
            db = self._connection()
            self._while_busy(lambda: _begin(db, begin))
            try:
                yield db
                if keep and begin == _WRITE and self.path is not None:
                    WRITTEN.count += 1  # a Ctrl-C is only heard when it is done, and done it is then
                self._while_busy(lambda: db.execute("COMMIT" if keep else "ROLLBACK"))
            except BaseException:
                # After some faults, a full disk among them, SQLite has undone it already.
                if db.in_transaction:
                    with suppress(sqlite3.Error):
                        db.execute("ROLLBACK")
                raise

    def _is_there(self) -> bool:
        # A folder counts as there, so that opening it says what is wrong.
        with reaching(self.place):
            return self.path is None or (self.path.exists() and (self.path.is_dir() or self.path.stat().st_size > 0))

    def _prepare(self) -> None:
        if self.path is not None:
            with reaching(self.place):
                self.path.parent.mkdir(parents=True, exist_ok=True)
        self._version()
        # Not WAL, whatever somebody has set since: it does not work on network drives.
        self._while_busy(lambda: self._connection().execute("PRAGMA journal_mode = DELETE"))

    def _version(self) -> int:
        return self._while_busy(lambda: schema.version(self._connection(), self.place))

    def _while_busy(self, work: Callable[[], T]) -> T:
        return waits.while_busy(work, self._busy_seconds, self._waiting)

    def _connection(self) -> sqlite3.Connection:
        if self._closed:
            raise UsageError("The store is closed.")
        if self._db is None:
            if self.path is not None and self.path.is_dir():
                raise StoreUnreachable(f"{self.path} is a folder, and a store is a file.", hint="Name a file in it.")
            self._db = waits.connect(str(self.path or ":memory:"), self._busy_seconds)
            statements.run(self._db, "connect")
            if self.path is None:
                with self._transaction(_WRITE) as db:
                    schema.migrate(db, self.place)
        return self._db


def _begin(db: sqlite3.Connection, begin: str) -> None:
    db.execute(begin)
    if begin == _READ:  # whose lock is only taken with the first look
        try:
            db.execute("PRAGMA user_version").fetchone()
        except sqlite3.OperationalError:
            db.execute("ROLLBACK")
            raise


def _tell_nobody(done: int, total: int) -> None:
    """Take the numbers and say nothing."""
