"""One exchange with the server, which may take its time but not for ever, and which Ctrl-C ends at once.

The driver has no limit of its own on how long it waits for an answer: it takes the one that a server hints at, and waits without end if
there is none, as behind a proxy that stalls. Before its version 6 it also waits without end to be rid of what it sends to somebody who has
stopped reading, and then closing its connections waits as well. So every exchange is done in a thread beside the one that wants it: whoever
waits can stop waiting, whatever the driver is stuck in, and hangs up without waiting for that either.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

import neo4j

from actormap.errors import StoreError
from actormap.files import WRITTEN
from actormap.store.base import NOTICE_SECONDS, Waiting
from actormap.store.neo4j.statements import statement

T = TypeVar("T")
ANSWER, TURN, SERVER = "the server's answer", "the turn to write", "the server to be back"
# Ctrl-C is heard between two looks, since some systems hear of it only when a wait has ended.
LOOK_SECONDS = 0.25
COMMITTING = "the server may have kept it or not, and actormap status says which"


class SilenceLimit:
    """The longest that an exchange may be silent, how to hang up, and who is told what is waited for."""

    def __init__(self, seconds: float, silent: StoreError, hang_up: Callable[[], None], waiting: Waiting | None = None) -> None:
        self._seconds, self._silent, self._hang_up, self._waiting = seconds, silent, hang_up, waiting

    def kept(self, work: Callable[[], T], what: str = ANSWER) -> T:
        """Return what the work returns; if it takes longer, hang up and raise `silent`. Whatever else stops the wait hangs up too.

        Who listens is told `what` is waited for, once it is worth saying.
        """
        return self.begun(work, what)()

    def begun(self, work: Callable[[], T], what: str = ANSWER) -> Callable[[], T]:
        """Begin the work, and return what waits for its end as `kept` does, so that something else can be done meanwhile."""
        outcome = apart(work)
        return lambda: self._ended(outcome, what)

    def _ended(self, outcome: SimpleQueue[tuple[T, BaseException | None]], what: str) -> T:
        try:
            ended, error = self._awaited(outcome, what)
        except BaseException:
            self._hang_up()
            raise
        if error is not None:
            raise error
        return ended

    def _awaited(self, outcome: SimpleQueue[tuple[T, BaseException | None]], what: str) -> tuple[T, BaseException | None]:
        begun, told = time.monotonic(), False
        while True:
            passed = time.monotonic() - begun
            try:
                found = outcome.get(timeout=max(0.0, min(LOOK_SECONDS, self._seconds - passed)))
            except Empty:
                if passed >= self._seconds:
                    raise self._silent from None
                if self._waiting and not told and passed >= NOTICE_SECONDS:
                    self._waiting(what)
                    told = True
            else:
                if self._waiting and told:
                    self._waiting("")
                return found


class Transaction:
    """A transaction of the driver's, each of whose exchanges keeps a limit."""

    def __init__(self, transaction: neo4j.Transaction, limit: SilenceLimit) -> None:
        self._transaction, self._limit = transaction, limit

    def rows(self, name: str, what: str = ANSWER, **parameters: Any) -> list[neo4j.Record]:
        """Return the rows of a shipped statement; `what` is what it waits for."""
        return self._limit.kept(lambda: list(self._transaction.run(statement(name), parameters)), what)

    def commit(self) -> None:
        """Keep what was written."""
        try:
            self._limit.kept(self._transaction.commit)
            WRITTEN.count += 1
        except KeyboardInterrupt as stop:
            stop.add_note(COMMITTING)
            raise

    def close(self) -> None:
        """Undo what was not kept."""
        self._limit.kept(self._transaction.close)


def apart(work: Callable[[], T]) -> SimpleQueue[tuple[T, BaseException | None]]:
    """Begin the work in a thread of its own, which ends with the program, and return where its outcome comes."""
    outcome: SimpleQueue[tuple[Any, BaseException | None]] = SimpleQueue()

    def do() -> None:
        try:
            outcome.put((work(), None))
        except BaseException as error:  # noqa: BLE001  # it is raised again where it is waited for
            outcome.put((None, error))

    Thread(target=do, daemon=True).start()
    return outcome
