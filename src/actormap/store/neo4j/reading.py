"""Reading the whole graph, page by page; each page is one list, which travels many times faster than as many rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from neo4j.exceptions import Neo4jError

from actormap.model.records import Node, Relationship, Snapshot
from actormap.store.gc_pause import resting
from actormap.store.neo4j import rows
from actormap.store.neo4j.connection import Connection
from actormap.store.neo4j.error_messages import is_memory

PAGE = 5_000


class Pages:
    """The rows of a store. A page that is too much for the server's memory is asked for again, half as large."""

    def __init__(self, connection: Connection, page: int = PAGE) -> None:
        self._connection = connection
        self._page = page

    def nodes(self) -> Iterator[tuple[str, frozenset[str], list[Any]]]:
        """Yield id, labels and the values of `NODE_KEYS` of every node."""
        for identity, carried, values in self._rows("read/nodes", rows.NODE_KEYS):
            yield identity, frozenset(carried), values

    def relationships(self) -> Iterator[tuple[str, str, str, list[Any]]]:
        """Yield id, source, target and the values of `TIE_KEYS` of every relationship."""
        yield from map(tuple, self._rows("read/relationships", rows.TIE_KEYS))

    def coverage(self) -> Iterator[tuple[str, list[Any]]]:
        """Yield id and the values of `COVERAGE_KEYS` of every line of required coverage."""
        yield from map(tuple, self._rows("read/coverage", rows.COVERAGE_KEYS))

    def _rows(self, name: str, keys: tuple[str, ...]) -> Iterator[Any]:
        start: str = ""
        seen: list[str] = []
        while True:
            try:
                (found,) = self._connection.rows(name, keys=list(keys), page=self._page, seen=seen, **{"from": start})
            except Neo4jError as error:
                if not is_memory(error) or self._page == 1:
                    raise
                self._page //= 2
                continue
            yield from found["rows"]
            if found["nodes"] < self._page:
                return
            start, seen = found["last"], [found["last"]]


def snapshot(pages: Pages) -> Snapshot:
    """Return the whole graph; raise `ValueError`, `TypeError` or `KeyError` for a row that somebody has made into no record."""
    with resting():
        nodes: list[Node] = []
        for _, carried, values in pages.nodes():
            nodes.append(rows.unpacker(rows.table_of(carried), rows.NODE_KEYS)(values))
        ties: list[Relationship] = [rows.unpack_tie(source, target, values) for _, source, target, values in pages.relationships()]
        line = rows.unpacker("coverage", rows.COVERAGE_KEYS)
        return Snapshot.of(nodes, ties, [line(values) for _, values in pages.coverage()])
