"""Reading the whole graph, page by page; each page is one list, which travels many times faster than as many rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from neo4j import Record
from neo4j.exceptions import Neo4jError

from actormap.model.records import Node, Relationship, Snapshot
from actormap.store.gc_pause import resting
from actormap.store.neo4j import rows
from actormap.store.neo4j.connection import Connection
from actormap.store.neo4j.error_messages import is_memory

PAGE = 5_000
_DOCUMENTS = 50  # each is tied to many nodes
_OF_NODES = {"read/nodes", "read/hashes", "read/ties", "read/relationships"}
Place = tuple[str, list[str]]  # the id that a page begins with, and those from there on that another has had


class Pages:
    """The rows of a store. Where the server's memory is not enough, pages are asked for one at a time, and then half as large."""

    def __init__(self, connection: Connection, page: int = PAGE) -> None:
        self._connection = connection
        self._page = page
        self._ahead = True

    def nodes(self, keys: tuple[str, ...] = rows.READ_NODE_KEYS) -> Iterator[tuple[str, frozenset[str], list[Any]]]:
        """Yield id, labels and the values of some keys of every node."""
        for identity, carried, values in self._rows("read/nodes", keys=list(keys)):
            yield identity, frozenset(carried), values

    def hashes(self) -> Iterator[tuple[str, frozenset[str], int | str, int]]:
        """Yield id, labels and fingerprint of every node, and the sum of the fingerprints of the relationships that go out from it.

        A node that has no fingerprint has an empty text, and a relationship that has none counts as 1.
        """
        for carried, *columns in self._rows("read/hashes"):
            labels = frozenset(carried)
            for identity, told, upper, lower in zip(*columns, strict=True):
                yield identity, labels, told, (upper << 32) + lower

    def nodes_of(self, ids: Iterable[str]) -> Iterator[tuple[str, frozenset[str], list[Any]]]:
        """Yield id, labels and the values of `NODE_KEYS` of the nodes with some ids."""
        for some in batched(sorted(ids), PAGE):
            (found,) = self._connection.rows("read/nodes-of", keys=list(rows.NODE_KEYS), ids=some)
            for identity, carried, values in found["rows"]:
                yield identity, frozenset(carried), values

    def labelled(self, label: str, keys: tuple[str, ...]) -> Iterator[tuple[str, frozenset[str], list[Any]]]:
        """Yield id, labels and the values of some keys of the nodes with a label."""
        (found,) = self._connection.rows("read/nodes-of-label", keys=list(keys), label=label)
        for identity, carried, values in found["rows"]:
            yield identity, frozenset(carried), values

    def relationships(self, keys: tuple[str, ...]) -> Iterator[tuple[str, str, str, list[Any]]]:
        """Yield id, source, target and the values of some keys of every relationship."""
        yield from map(tuple, self._rows("read/relationships", keys=list(keys)))

    def ties(self, keys: tuple[str, ...] = rows.READ_TIE_KEYS) -> Iterator[tuple[str, str, list[Any]]]:
        """Yield source, target and the values of some keys of every relationship."""
        for source, found in self._rows("read/ties", keys=list(keys)):
            for target, *values in found:
                yield source, target, values

    def relationship_hashes_of(self, sources: Iterable[str]) -> Iterator[tuple[str, str, int | None]]:
        """Yield id, source and fingerprint of every relationship that goes out from some nodes."""
        for some in batched(sorted(sources), PAGE):
            (found,) = self._connection.rows("read/relationship-hashes-of", sources=some)
            yield from map(tuple, found["rows"])

    def relationships_of(self, sources: Mapping[str, str]) -> Iterator[tuple[str, str, str, list[Any]]]:
        """Yield id, source, target and the values of `TIE_KEYS` of the relationships with some ids, each given with its source."""
        for some in batched(sorted(sources, key=sources.__getitem__), PAGE):
            ends = sorted({sources[identity] for identity in some})
            (found,) = self._connection.rows("read/relationships-of", keys=list(rows.TIE_KEYS), ids=some, sources=ends)
            yield from map(tuple, found["rows"])

    def lines(self, table: str) -> Iterator[tuple[str, list[Any]]]:
        """Yield id and the values of its `LINE_KEYS` of every row of a table that is neither of nodes nor of relationships."""
        keys = list(rows.LINE_KEYS[table])
        if table in rows.CODED_LABELS:
            yield from map(tuple, self._rows("read/coding", keys=keys, label=rows.CODED_LABELS[table]))
        else:
            yield from map(tuple, self._rows(f"read/{table}", keys=keys))

    def told(self) -> Iterator[tuple[str, int | None]]:
        """Yield every document with the fingerprint of what it is tied to."""
        (found,) = self._connection.rows("read/told")
        yield from map(tuple, found["rows"])

    def told_of(self, documents: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the nodes that some documents are tied to, each with the document."""
        for some in batched(sorted(documents), _DOCUMENTS):
            (found,) = self._connection.rows("read/told-of", ids=some)
            yield from map(tuple, found["rows"])

    def present(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of some keys that the database has ever heard of: what nothing has need not be asked for."""
        (found,) = self._connection.rows("read/property-keys", keys=list(keys))
        return tuple(key for key in keys if key in found["keys"])

    def _rows(self, name: str, **parameters: Any) -> Iterator[Any]:
        place: Place = "", []
        page = self._asked(name, place, parameters)
        while True:
            end, asked = None, [page]
            try:
                # The server works on the next page while this one travels and is unpacked.
                if self._ahead and (end := self._end(name, place)) is not None:
                    asked.append(self._asked(name, end, parameters))
                (found,) = asked.pop(0)()
            except Neo4jError as error:
                if not is_memory(error) or (self._page == 1 and not self._ahead):
                    raise
                # What is still being answered holds the memory that is missing.
                for each in asked:
                    _waited_for(each)
                self._ahead, self._page = False, self._page if self._ahead else self._page // 2
                page = self._asked(name, place, parameters)
                continue
            yield from found["rows"]
            if found["nodes"] < self._page:
                return
            place = found["last"], [found["last"]]
            page = asked[0] if asked and end == place else self._asked(name, place, parameters)

    def _end(self, name: str, place: Place) -> Place | None:
        """Return where the page after one of nodes begins, None if there is none or it is not of nodes."""
        if name not in _OF_NODES:
            return None
        start, seen = place
        (end,) = self._connection.rows("read/page-end", page=self._page, seen=seen, **{"from": start})
        return (end["last"], [end["last"]]) if end["nodes"] == self._page else None

    def _asked(self, name: str, place: Place, parameters: Mapping[str, Any]) -> Callable[[], list[Record]]:
        start, seen = place
        return self._connection.asked(name, page=self._page, seen=seen, **{"from": start}, **parameters)


def _waited_for(answer: Callable[[], list[Record]]) -> None:
    """Wait for an answer that nobody needs any more, whatever it is."""
    with suppress(Neo4jError):
        answer()


def snapshot(pages: Pages) -> Snapshot:
    """Return the whole graph; raise `ValueError`, `TypeError` or `KeyError` for a row that somebody has made into no record."""
    with resting():
        nodes: list[Node] = []
        keys = pages.present(rows.READ_NODE_KEYS)
        for _, carried, values in pages.nodes(keys):
            nodes.append(rows.unpacker(rows.table_of(carried), keys)(values))
        keys = pages.present(rows.READ_TIE_KEYS)
        unpack = rows.tie_unpacker(keys)
        ties: list[Relationship] = [unpack(source, target, values) for source, target, values in pages.ties(keys)]
        lines = {table: [rows.unpacker(table, keys)(values) for _, values in pages.lines(table)] for table, keys in rows.LINE_KEYS.items()}
        return Snapshot.of(nodes, ties, lines["coverage"], (row for table in rows.CODED_LABELS for row in lines[table]))


def nodes(pages: Pages, label: str) -> list[Node]:
    """Return the nodes with a label; raise `ValueError`, `TypeError` or `KeyError` for one that somebody has made into no record."""
    keys = pages.present(rows.READ_NODE_KEYS)
    return [rows.unpacker(rows.table_of(carried), keys)(values) for _, carried, values in pages.labelled(label, keys)]


def batched(values: Sequence[Any], size: int) -> Iterator[list[Any]]:
    """Yield the values in lists of a size, the last as long as it comes."""
    for start in range(0, len(values), size):
        yield list(values[start : start + size])
