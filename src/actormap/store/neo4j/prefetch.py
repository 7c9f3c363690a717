"""Work that is done ahead: what is to be sent next is made while the server is busy with what was sent last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from actormap.store.neo4j.exchange import apart

T = TypeVar("T")


def prefetched(values: Iterable[T]) -> Iterator[T]:
    """Yield the values, of which a thread makes the next one meanwhile; what making it raises is raised in its turn.

    It may be left before its end: nobody waits for the thread, which ends when it has made one more.
    """
    iterator = iter(values)

    def one() -> tuple[T, ...]:
        return next(((value,) for value in iterator), ())

    coming = apart(one)
    while True:
        found, error = coming.get()
        if error is not None:
            raise error
        if not found:
            return
        coming = apart(one)
        yield found[0]
