"""One exchange with the server, which may take its time but not for ever.

The driver has no limit of its own on how long it waits for an answer: it takes the one that a server hints at, and waits without end if
there is none, as behind a proxy that stalls. What wakes it is closing its connections, so that is done from a thread beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Timer
from typing import Any

import neo4j

from actormap.store.neo4j.error_messages import Faults, stalled
from actormap.store.neo4j.statements import statement


class SilenceLimit:
    """The longest that an exchange may be silent, and how to hang up."""

    def __init__(self, place: str, seconds: float, hang_up: Callable[[], None]) -> None:
        self._place, self._seconds, self._hang_up = place, seconds, hang_up

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Hang up if the block takes longer, and raise `StoreUnreachable`."""
        over = Event()

        def end() -> None:
            over.set()
            self._hang_up()

        timer = Timer(self._seconds, end)
        timer.daemon = True
        timer.start()
        try:
            yield
        except Exception as error:
            if over.is_set():
                raise stalled(self._place, self._seconds) from error
            raise
        finally:
            timer.cancel()


class Transaction:
    """A transaction of the driver's, each of whose exchanges keeps a limit."""

    def __init__(self, transaction: neo4j.Transaction, limit: SilenceLimit) -> None:
        self._transaction, self._limit = transaction, limit

    def rows(self, name: str, **parameters: Any) -> list[neo4j.Record]:
        """Return the rows of a shipped statement."""
        with self._limit.kept():
            return list(self._transaction.run(statement(name), parameters))

    def commit(self) -> None:
        """Keep what was written."""
        with self._limit.kept():
            self._transaction.commit()

    def close(self) -> None:
        """Undo what was not kept. If the server is gone, so is the transaction."""
        with self._limit.kept(), suppress(*Faults):
            self._transaction.close()
