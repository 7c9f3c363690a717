"""Whose turn it is to write: one transaction that holds a lock for as long as a load takes, and lets go of it if its client dies."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from neo4j.exceptions import Neo4jError

from actormap.store.neo4j.connection import Connection
from actormap.store.neo4j.error_messages import busy, is_over_time
from actormap.store.neo4j.exchange import TURN, Transaction

# A server hears nothing of a client that a stalled proxy or a dead line hides. So no turn lasts longer than this unless it is kept.
TURN_SECONDS = 600.0
_TAKE = "write/take-turn"


@contextmanager
def taken(connection: Connection, busy_seconds: float, seconds: float = TURN_SECONDS) -> Iterator[Callable[[], None]]:
    """Hold the turn inside the block, and give a function that keeps it from falling asleep; `StoreBusy` if others keep it too long.

    That nobody else writes meanwhile is held by the version that every load counts up; the turn only spares others work in vain.
    """
    # A time limit ends a whole transaction, so the waiting is done in one that may end soon, and the turn is then taken in another.
    if not _is_free(connection, busy_seconds):
        raise busy(connection.place)
    with ExitStack() as held:
        turn = _Turn(connection, held, seconds)
        turn.take()
        yield turn.keep


class _Turn:
    def __init__(self, connection: Connection, held: ExitStack, seconds: float) -> None:
        self._connection, self._held, self._seconds = connection, held, seconds
        self._transaction: Transaction | None = None
        self._since = 0.0

    def take(self) -> None:
        self._transaction = self._held.enter_context(self._connection.trial(self._seconds))
        self._transaction.rows(_TAKE, TURN)
        self._since = time.monotonic()

    def keep(self) -> None:
        try:
            if self._transaction is not None and time.monotonic() - self._since < self._seconds / 2:
                self._transaction.rows("read/state")
                return
        except Neo4jError as error:
            if not is_over_time(error):
                raise
        self._held.close()
        self._transaction = None
        # Whoever has it now is not waited for: he may be waiting for what we have written.
        if _is_free(self._connection, 0.0):
            self.take()


def _is_free(connection: Connection, busy_seconds: float) -> bool:
    try:
        with connection.trial(max(busy_seconds, 0.001)) as trial:
            trial.rows(_TAKE, TURN)
    except Neo4jError as error:
        if is_over_time(error):
            return False
        raise
    return True
