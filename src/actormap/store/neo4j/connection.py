"""The connection to a server: who we are (from the environment and nowhere else), how long to wait, which versions will do."""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event
from typing import Any, TypeVar

import neo4j

from actormap.errors import StoreUnreachable, UsageError, refuse_blank
from actormap.store.base import Waiting
from actormap.store.neo4j.diagnosis import diagnosis
from actormap.store.neo4j.error_messages import SYSTEM, Faults, Overtaken, busy, may_pass, no_graph_database, sentences, stalled, unreached
from actormap.store.neo4j.exchange import SERVER, TURN, SilenceLimit, Transaction, apart
from actormap.store.neo4j.statements import statement

OLDEST = (5, 26)
# A connection that is not made in these seconds is not going to be; a restarted server is back well within the others.
CONNECT_SECONDS, PATIENCE_SECONDS = 5.0, 25.0
# A constraint on a large graph, as after a bulk import, is made within these seconds; a wait for somebody else has no end.
SCHEMA_SECONDS = 30.0
LEAVE_SECONDS = 0.2
# Since its version 6 the driver gives up what is not sent within half a minute, which is too soon for a large step on a slow line.
_WRITES_IN_TIME = int(neo4j.__version__.partition(".")[0]) >= 6
# What the driver raises, while it connects, of a server that speaks something else; before version 6 the last is no error of the driver's.
_STRANGE = (neo4j.exceptions.ConfigurationError, neo4j.exceptions.UnsupportedServerProduct)
# A page or a step takes seconds; a large graph is counted, or a hard question answered, in a minute. What takes longer has gone astray, and
# the server ends it. A transaction is many of them. Silence is only ever longer than that if what lies between us and the server stalls.
STATEMENT_SECONDS, SILENCE_SECONDS, TRANSACTION_SECONDS = 240.0, 300.0, 1800.0
T = TypeVar("T")
# The driver's own log says in other words, and without what to do, what our sentence then says.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Connection:
    """A way to run the shipped statements on one database. It is made by the first statement, and then looks at the server's version."""

    def __init__(
        self,
        uri: str,
        *,
        patience: float = PATIENCE_SECONDS,
        connect: float = CONNECT_SECONDS,
        silence: float = SILENCE_SECONDS,
        waiting: Waiting | None = None,
    ) -> None:
        self.uri = uri
        self.place = f"The Neo4j server at {uri}"
        self.patience, self._connect = patience, connect
        self._silence, self._waiting = silence, waiting
        self._limit = SilenceLimit(silence, stalled(self.place, silence), self._let_go, waiting)
        self.version = ""
        self.database: str | None = os.environ.get("NEO4J_DATABASE")
        self._driver: neo4j.Driver | None = None
        self._closed = False
        self._gone = Event()
        self._gone.set()

    @contextmanager
    def transaction(self, seconds: float | None = TRANSACTION_SECONDS) -> Iterator[Transaction]:
        """Give a transaction, kept if the block ends well and undone if not; the server ends it after `seconds`."""
        with self.trial(seconds) as transaction:
            yield transaction
            transaction.commit()

    @contextmanager
    def trial(self, seconds: float | None = TRANSACTION_SECONDS) -> Iterator[Transaction]:
        """Give a transaction that is undone at the end of the block, unless it has been kept by then."""
        driver = self.driver()
        session = driver.session(database=self.database)
        try:
            transaction = Transaction(self._limit.kept(lambda: session.begin_transaction(timeout=seconds)), self._limit)
            try:
                yield transaction
            except KeyboardInterrupt:
                self._let_go()
                raise
            finally:
                if self._driver is driver:
                    with suppress(*Faults):  # if the server is gone, so is the transaction
                        transaction.close()
        finally:
            self._leave(session, driver)

    def _leave(self, session: neo4j.Session, driver: neo4j.Driver) -> None:
        """Close a session; one of a driver that is closed by now, as after a silence, is closed without being waited for."""
        if self._driver is driver:
            with suppress(*Faults):
                self._limit.kept(session.close)
        else:
            gone = self._gone
            apart(lambda: gone.wait() and session.close())

    def rows(self, name: str, **parameters: Any) -> list[neo4j.Record]:
        """Return the rows of a shipped statement, run in a transaction of its own and in one exchange with the server."""
        return self.asked(name, **parameters)()

    def asked(self, name: str, **parameters: Any) -> Callable[[], list[neo4j.Record]]:
        """Ask for the rows of a shipped statement, and return what waits for them, so that something else can be done meanwhile."""
        driver = self.driver()

        def ask() -> list[neo4j.Record]:
            with driver.session(database=self.database, fetch_size=-1) as session:
                return list(session.run(neo4j.Query(statement(name), timeout=STATEMENT_SECONDS), parameters))

        return self._limit.begun(ask)

    def alone(self, name: str, seconds: float) -> None:
        """Run a shipped statement that changes the schema, which stands alone in its transaction; `StoreBusy` if it takes longer.

        The server ends no such statement while it waits for a lock, not even after the time that a transaction may take: only hanging up
        does. So it is waited for from outside, and given up by closing the driver; the next statement makes a new one.
        """
        driver = self.driver()

        def change() -> None:
            with driver.session(database=self.database) as session:
                session.run(neo4j.Query(statement(name))).consume()

        SilenceLimit(max(seconds, SCHEMA_SECONDS), busy(self.place), self._let_go, self._waiting).kept(change, TURN)

    def patiently(self, work: Callable[[], T]) -> T:
        """Return what the work returns; while it fails with what may pass, such as a restart, it is begun anew for `patience` seconds."""
        with sentences(self.place):
            self._reach()
            last = time.monotonic() + self.patience
            pause = 0.1
            while True:
                try:
                    return work()
                except (*Faults, Overtaken) as error:
                    if not may_pass(error) or time.monotonic() > last:
                        raise
                if self._waiting:
                    self._waiting(SERVER)
                time.sleep(pause)
                pause = min(2 * pause, 2.0)

    def driver(self) -> neo4j.Driver:
        """Return the driver, connected to a server that is new enough."""
        if self._closed:
            raise UsageError("The store is closed.")
        if self._driver is None:
            writing: dict[str, Any] = {"connection_write_timeout": self._silence} if _WRITES_IN_TIME else {}
            driver = neo4j.GraphDatabase.driver(
                self.uri,
                auth=_credentials(),
                connection_timeout=self._connect,
                connection_acquisition_timeout=2 * self._connect,
                max_transaction_retry_time=0,
                notifications_min_severity="OFF",
                user_agent="actormap",
                **writing,
            )
            try:
                self.version = new_enough(self._limit.kept(driver.get_server_info).agent, self.place)
            except BaseException as error:
                apart(driver.close)
                if isinstance(error, _STRANGE):
                    raise neo4j.exceptions.ServiceUnavailable(str(error)) from error
                raise
            self._driver = driver
        return self._driver

    def _reach(self) -> None:
        """Connect, or say what stands in the way."""
        if self._driver is None and not self._closed:
            self._refuse_what_cannot_be_asked()
            if found := diagnosis(self.uri, self._connect):
                raise unreached(self.place, found)
        try:
            self.driver()
        except neo4j.exceptions.ConfigurationError:
            raise
        except neo4j.exceptions.DriverError as error:
            raise unreached(self.place, "members" if self.uri.startswith("neo4j") else "") from error

    def _refuse_what_cannot_be_asked(self) -> None:
        _credentials()
        refuse_blank("NEO4J_DATABASE")
        if (self.database or "").lower() == SYSTEM:
            raise no_graph_database(self.place)

    def close(self) -> None:
        """Let go of the connections; the driver takes its leave of the server, but for no longer than `LEAVE_SECONDS`."""
        self._closed = True
        if self._driver is not None:
            self._let_go()
            self._gone.wait(LEAVE_SECONDS)

    def _let_go(self) -> None:
        """Hang up, and have `_gone` tell when that is done.

        Nobody waits for that who has been stopped or has heard nothing for long: the driver would wait for somebody to read its leave.
        """
        driver, self._driver = self._driver, None
        if driver is not None:
            self._gone = gone = Event()

            def close() -> None:
                try:
                    driver.close()
                finally:
                    gone.set()

            apart(close)


def run(transaction: Transaction, name: str, **parameters: Any) -> list[neo4j.Record]:
    """Return the rows of a shipped statement, run in a transaction that is open."""
    return transaction.rows(name, **parameters)


def new_enough(agent: str, place: str) -> str:
    """Return the version that a server's name for itself gives; raise `StoreUnreachable` if it is no Neo4j of 5.26 or later."""
    match = re.fullmatch(r"Neo4j/((\d+)\.(\d+)\S*)", agent)
    if match is None:
        raise StoreUnreachable(
            f'{place} is no Neo4j server: it calls itself "{agent}".', hint="Name a Neo4j server of version 5.26 or later."
        )
    if (int(match[2]), int(match[3])) < OLDEST:
        raise StoreUnreachable(
            f"{place} has version {match[1]}, and 5.26 or later is needed.", hint="Update the server, or name another store."
        )
    return match[1]


def _credentials() -> neo4j.Auth:
    password = os.environ.get("NEO4J_PASSWORD")
    if password is None:
        raise StoreUnreachable(
            "NEO4J_PASSWORD is not set, and the password of a Neo4j server is taken from the environment only.",
            hint="Set NEO4J_PASSWORD, and NEO4J_USERNAME and NEO4J_DATABASE if they are not neo4j.",
        )
    for name in ("NEO4J_PASSWORD", "NEO4J_USERNAME"):
        refuse_blank(name)
    return neo4j.basic_auth(os.environ.get("NEO4J_USERNAME", "neo4j"), password)
