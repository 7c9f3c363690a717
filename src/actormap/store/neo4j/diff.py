"""What a load is to change: the stored rows beside the records, page by page, so that only what differs is kept in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from actormap.errors import MassRemoval
from actormap.model.records import NODE_TABLES, Node, Relationship, Requirement, Snapshot
from actormap.store.base import TABLES, Change, Difference
from actormap.store.neo4j import rows
from actormap.store.neo4j.reading import Pages

Old = tuple[Any, ...]


@dataclass(frozen=True)
class GraphDifference:
    """What differs. `old` holds the stored row of whatever changes, moves or goes, by table and id; `moved` the table a node comes from."""

    difference: Difference
    new: Mapping[str, Mapping[str, Any]]
    old: Mapping[str, Mapping[str, Old]]
    moved: Mapping[str, str]
    nodes: int
    ties: int

    def refuse_mass_removal(self) -> None:
        """Raise `MassRemoval` if more than half of the nodes and relationships would go; a node that changes table stays."""
        removed = len(self.removed_nodes()) + len(self.difference.tables["relationships"].removed)
        if 2 * removed > self.nodes + self.ties:
            raise MassRemoval(removed, self.nodes + self.ties)

    def removed_nodes(self) -> list[tuple[str, str]]:
        """Return table and id of the nodes that go, those that only change table left out."""
        return [
            (table, identity) for table in NODE_TABLES for identity in self.difference.tables[table].removed if identity not in self.moved
        ]


class Comparer:
    """Compares one snapshot with what is stored; `tell` is told of every row seen."""

    def __init__(self, snapshot: Snapshot, *, merge: bool, tell: Callable[[], None]) -> None:
        self._new: dict[str, dict[str, Any]] = {table: {record.id: record for record in getattr(snapshot, table)} for table in TABLES}
        self._table = {identity: table for table in NODE_TABLES for identity in self._new[table]}
        self._merge, self._tell = merge, tell
        self._stored: dict[str, set[str]] = {table: set() for table in TABLES}
        self._changed: dict[str, set[str]] = {table: set() for table in TABLES}
        self._removed: dict[str, set[str]] = {table: set() for table in TABLES}
        self._old: dict[str, dict[str, Old]] = {table: {} for table in TABLES}
        self._moved: dict[str, str] = {}

    def compare(self, pages: Pages | None) -> GraphDifference:
        """Return what differs from the stored rows, or from nothing."""
        if pages is not None:
            self._compare_nodes(pages.nodes())
            self._compare_others("relationships", ((row[0], row) for row in pages.relationships()), rows.pack_tie)
            self._compare_others("coverage", ((row[0], row) for row in pages.coverage()), rows.pack_line)
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
            sum(len(self._stored[table]) for table in NODE_TABLES),
            len(self._stored["relationships"]),
        )

    def _compare_nodes(self, stored: Iterable[tuple[str, frozenset[str], list[Any]]]) -> None:
        for identity, carried, values in stored:
            self._tell()
            table = rows.table_of(carried)
            self._stored[table].add(identity)
            wanted = self._table.get(identity)
            if wanted == table:
                record: Node = self._new[table][identity]
                if rows.node_packer(table)(record) != tuple(values):
                    self._keep(self._changed, table, identity, (identity, values))
            elif wanted is not None:
                self._moved[identity] = table
                self._keep(self._removed, table, identity, (identity, values))
            elif not self._merge:
                self._keep(self._removed, table, identity, (identity, values))

    def _compare_others(
        self,
        table: str,
        stored: Iterable[tuple[str, Old]],
        pack: Callable[[Any], rows.Values],
    ) -> None:
        for identity, row in stored:
            self._tell()
            self._stored[table].add(identity)
            record: Relationship | Requirement | None = self._new[table].get(identity)
            if record is not None:
                if pack(record) != tuple(row[-1]):
                    self._keep(self._changed, table, identity, row)
            elif not self._merge:
                self._keep(self._removed, table, identity, row)

    def _keep(self, group: dict[str, set[str]], table: str, identity: str, row: Old) -> None:
        group[table].add(identity)
        self._old[table][identity] = row
