"""Whose turn it is to write: one transaction that holds a lock for as long as a load takes, and lets go of it if its client dies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from actormap.store.neo4j.connection import Connection, run
from actormap.store.neo4j.exchange import Transaction


@contextmanager
def taken(connection: Connection, busy_seconds: float) -> Iterator[Callable[[], None]]:
    """Hold the turn inside the block, and give a function that keeps it from falling asleep; `StoreBusy` if others keep it too long.

    That nobody else writes meanwhile is held by the version that every load counts up; the turn only spares others work in vain.
    """
    # A time limit ends a whole transaction, so the waiting is done in one that may end, and the turn is then taken in one that may not.
    with connection.trial(max(busy_seconds, 0.001)) as trial:
        run(trial, "write/take-turn")
    with connection.trial(None) as transaction:
        run(transaction, "write/take-turn")
        yield lambda: _touch(transaction)


def _touch(transaction: Transaction) -> None:
    run(transaction, "read/state")
