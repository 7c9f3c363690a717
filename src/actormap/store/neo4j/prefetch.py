"""Work that is done ahead: what is to be sent next is made while the server is busy with what was sent last."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def prefetched(values: Iterable[T]) -> Generator[T, None, None]:
    """Yield the values, of which a thread makes the next one meanwhile; what making it raises is raised in its turn.

    Close it (`contextlib.closing`) if it may be left before its end, so that the thread ends too.
    """
    end = object()
    iterator = iter(values)
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(next, iterator, end)
        while (value := coming.result()) is not end:
            coming = pool.submit(next, iterator, end)
            yield value  # type: ignore[misc]  # the end has no type of its own
