"""What a load is to change: what is stored beside the records, page by page, so that only what differs is kept in memory.

Records are compared by their fingerprints, which travel fast. What somebody has written into the store by hand leaves a fingerprint as it
was, and is only found where every property is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from actormap.errors import MassRemoval
from actormap.model.records import NODE_TABLES, Relationship, Snapshot
from actormap.store.base import TABLES, Change, Difference
from actormap.store.neo4j import rows, sources
from actormap.store.neo4j.reading import Pages
from actormap.store.neo4j.sources import SourceDifference

Old = tuple[Any, ...]
_REFERENCES = ("project", "question", "theme", "document")


@dataclass(frozen=True)
class GraphDifference:
    """What differs. `old` holds the stored row of whatever changes, moves or goes, by table and id; `moved` the table a node comes from.

    `kept` holds what is coded and stays as it is, by id, with the ids that it refers to.
    """

    difference: Difference
    new: Mapping[str, Mapping[str, Any]]
    old: Mapping[str, Mapping[str, Old]]
    moved: Mapping[str, str]
    kept: Mapping[str, frozenset[str]]
    nodes: int
    ties: int
    sources: SourceDifference

    @property
    def is_first(self) -> bool:
        """Return whether nothing at all is stored."""
        return not any(change.changed or change.removed or change.unchanged for change in self.difference.tables.values())

    def refuse_mass_removal(self) -> None:
        """Raise `MassRemoval` if more than half of the nodes and relationships would go; a node that changes table stays."""
        removed = len(self.removed_nodes()) + len(self.difference.tables["relationships"].removed)
        if 2 * removed > self.nodes + self.ties:
            raise MassRemoval(removed, self.nodes + self.ties)

    def retied(self) -> list[str]:
        """Return the ids of what is coded and stays as it is, but refers to what comes or goes."""
        tables = (*NODE_TABLES, "questions")
        moving = {
            identity for table in tables for change in [self.difference.tables[table]] for identity in (*change.added, *change.removed)
        }
        return sorted(identity for identity, references in self.kept.items() if not references.isdisjoint(moving)) if moving else []

    def removed_nodes(self) -> list[tuple[str, str]]:
        """Return table and id of the nodes that go, those that only change table left out."""
        return [
            (table, identity) for table in NODE_TABLES for identity in self.difference.tables[table].removed if identity not in self.moved
        ]


class ById(Mapping[str, Any]):
    """Records under their ids, which are made when the first is asked for: those of relationships take a while, and few are ever needed.

    Where `sought` is given only those can be found by their ids.
    """

    def __init__(self, records: Sequence[Any], sought: Sequence[Any] | None = None) -> None:
        self._records, self._sought = records, records if sought is None else sought

    @cached_property
    def _made(self) -> dict[str, Any]:
        return {record.id: record for record in self._sought}

    def __getitem__(self, identity: str) -> Any:
        return self._made[identity]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._sought)

    def values(self) -> ValuesView[Any]:
        """Return all records alone, for which no id is made."""
        return dict(enumerate(self._records)).values()


class Comparer:
    """Compares one snapshot with what is stored; `tell` is told how many rows have been seen."""

    def __init__(self, snapshot: Snapshot, *, merge: bool, thorough: bool, tell: Callable[[int], None]) -> None:
        self._new: dict[str, Mapping[str, Any]] = {table: ById(getattr(snapshot, table)) for table in TABLES}
        self._all_ties = snapshot.relationships
        self._ties: Sequence[Relationship] = self._all_ties
        self._table = {identity: table for table in NODE_TABLES for identity in self._new[table]}
        self._merge, self._thorough, self._tell = merge, thorough, tell
        self._stored: dict[str, set[str]] = {table: set() for table in TABLES}
        self._changed: dict[str, set[str]] = {table: set() for table in TABLES}
        self._removed: dict[str, set[str]] = {table: set() for table in TABLES}
        self._old: dict[str, dict[str, Old]] = {table: {} for table in TABLES}
        self._moved: dict[str, str] = {}
        self._kept: dict[str, frozenset[str]] = {}
        self._doubtful: list[str] = []
        self._same = 0

    def compare(self, pages: Pages | None) -> GraphDifference:
        """Return what differs from what is stored, or from nothing."""
        if pages is not None:
            self._compare_nodes(pages)
            self._compare_relationships(pages)
            for table in rows.LINE_KEYS:
                self._compare_lines(pages, table)
        changes = {}
        for table in TABLES:
            left = {tie.id for tie in self._ties} if table == "relationships" else self._new[table].keys()
            changed, removed = self._changed[table], self._removed[table]
            added = left - self._stored[table] if self._stored[table] else left
            same = self._same if table == "relationships" else 0
            unchanged = same + len(self._stored[table]) - len(changed) - len(removed)
            changes[table] = Change(tuple(sorted(added)), tuple(sorted(changed)), tuple(sorted(removed)), unchanged)
        return GraphDifference(
            Difference(changes),
            self._new,
            self._old,
            self._moved,
            self._kept,
            sum(len(self._stored[table]) for table in NODE_TABLES),
            self._same + len(self._stored["relationships"]),
            sources.compare(self._new, pages, merge=self._merge),
        )

    def _compare_nodes(self, pages: Pages) -> None:
        concerned = []
        for identity, carried, told in pages.nodes(rows.NODE_KEYS) if self._thorough else self._hashed(pages):
            self._tell(1)
            table = rows.table_of(carried)
            self._stored[table].add(identity)
            wanted = self._table.get(identity)
            if wanted is not None and wanted != table:
                self._moved[identity] = table
                self._removed[table].add(identity)
                concerned.append(identity)
            elif self._differs(table, identity, told, rows.node_packer(table), rows.node_fingerprint(table)):
                concerned.append(identity)
        for identity, carried, values in pages.nodes_of(concerned):
            self._old[rows.table_of(carried)][identity] = (identity, values)

    def _hashed(self, pages: Pages) -> Iterator[tuple[str, frozenset[str], int | str]]:
        """Yield every node that is stored with its fingerprint, and pass by those of a node from which go out those that are to.

        What is left of the relationships is `_ties` then, and `_doubtful` the nodes from which others go out.
        """
        wanted: dict[str, list[Relationship]] = {}
        for tie in self._ties:
            wanted.setdefault(tie.source, []).append(tie)
        for identity, carried, told, stored in pages.hashes():
            there = wanted.get(identity, ())
            if sum(map(rows.tie_fingerprint, there)) == stored:
                self._same += len(there)
                self._tell(len(there))
                wanted.pop(identity, None)
            elif stored:
                self._doubtful.append(identity)
            yield identity, carried, told
        self._ties = list(chain.from_iterable(wanted.values()))
        self._new["relationships"] = ById(self._all_ties, self._ties)

    def _compare_relationships(self, pages: Pages) -> None:
        concerned = {}
        stored = pages.relationships(rows.TIE_KEYS) if self._thorough else pages.relationship_hashes_of(self._doubtful)
        for identity, source, *_, told in stored:
            self._tell(1)
            self._stored["relationships"].add(identity)
            if self._differs("relationships", identity, told, rows.pack_tie, rows.tie_fingerprint):
                concerned[identity] = source
        for row in pages.relationships_of(concerned):
            self._old["relationships"][row[0]] = row

    def _compare_lines(self, pages: Pages, table: str) -> None:
        for identity, values in pages.lines(table):
            self._tell(1)
            self._stored[table].add(identity)
            if self._differs(table, identity, values, rows.pack_line):
                self._old[table][identity] = (identity, values)
            elif table in rows.CODED_LABELS:
                self._kept[identity] = frozenset(filter(None, map(dict(zip(rows.LINE_KEYS[table], values, strict=True)).get, _REFERENCES)))

    def _differs(
        self, table: str, identity: str, told: Any, pack: Callable[[Any], rows.Values], fingerprint: Callable[[Any], int] | None = None
    ) -> bool:
        record = self._new[table].get(identity)
        if record is None:
            if not self._merge:
                self._removed[table].add(identity)
            return not self._merge
        same = pack(record) == tuple(told) if self._thorough or fingerprint is None else fingerprint(record) == told
        if not same:
            self._changed[table].add(identity)
        return not same
