"""What a load is to change: what is stored beside the records, page by page, so that only what differs is kept in memory.

Records are compared by their fingerprints, which travel fast. What somebody has written into the store by hand leaves a fingerprint as it
was, and is only found where every property is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from actormap.errors import MassRemoval
from actormap.model.records import NODE_TABLES, Snapshot
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


class Comparer:
    """Compares one snapshot with what is stored; `tell` is told of every row seen."""

    def __init__(self, snapshot: Snapshot, *, merge: bool, thorough: bool, tell: Callable[[], None]) -> None:
        self._new: dict[str, dict[str, Any]] = {table: {record.id: record for record in getattr(snapshot, table)} for table in TABLES}
        self._table = {identity: table for table in NODE_TABLES for identity in self._new[table]}
        self._merge, self._thorough, self._tell = merge, thorough, tell
        self._stored: dict[str, set[str]] = {table: set() for table in TABLES}
        self._changed: dict[str, set[str]] = {table: set() for table in TABLES}
        self._removed: dict[str, set[str]] = {table: set() for table in TABLES}
        self._old: dict[str, dict[str, Old]] = {table: {} for table in TABLES}
        self._moved: dict[str, str] = {}
        self._kept: dict[str, frozenset[str]] = {}

    def compare(self, pages: Pages | None) -> GraphDifference:
        """Return what differs from what is stored, or from nothing."""
        if pages is not None:
            self._compare_nodes(pages)
            self._compare_relationships(pages)
            for table in rows.LINE_KEYS:
                self._compare_lines(pages, table)
        changes = {}
        for table in TABLES:
            added = self._new[table].keys() - self._stored[table]
            changed, removed = self._changed[table], self._removed[table]
            unchanged = len(self._stored[table]) - len(changed) - len(removed)
            changes[table] = Change(tuple(sorted(added)), tuple(sorted(changed)), tuple(sorted(removed)), unchanged)
        return GraphDifference(
            Difference(changes),
            self._new,
            self._old,
            self._moved,
            self._kept,
            sum(len(self._stored[table]) for table in NODE_TABLES),
            len(self._stored["relationships"]),
            sources.compare(self._new, pages, merge=self._merge),
        )

    def _compare_nodes(self, pages: Pages) -> None:
        concerned = []
        for identity, carried, told in pages.nodes(rows.NODE_KEYS) if self._thorough else pages.node_hashes():
            self._tell()
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

    def _compare_relationships(self, pages: Pages) -> None:
        concerned = {}
        for identity, source, *_, told in pages.relationships(rows.TIE_KEYS) if self._thorough else pages.relationship_hashes():
            self._tell()
            self._stored["relationships"].add(identity)
            if self._differs("relationships", identity, told, rows.pack_tie, rows.tie_fingerprint):
                concerned[identity] = source
        for row in pages.relationships_of(concerned):
            self._old["relationships"][row[0]] = row

    def _compare_lines(self, pages: Pages, table: str) -> None:
        for identity, values in pages.lines(table):
            self._tell()
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
        same = pack(record) == tuple(told) if isinstance(told, list) or fingerprint is None else fingerprint(record) == told
        if not same:
            self._changed[table].add(identity)
        return not same
