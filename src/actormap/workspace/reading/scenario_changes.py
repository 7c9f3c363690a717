"""What a scenario says, understood against the graph: names become ids, tables become records, and everything wrong is noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from actormap.model.records import NODE_TABLES, Evidence, Node, Relationship, Snapshot
from actormap.model.redirect import former_ids
from actormap.model.scenario import ScenarioChanges
from actormap.model.vocabulary import ACTOR_NODES, Vocabulary
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.reading.names import DeclaredRecord, Index, id_of
from actormap.workspace.reading.nodes import resolved
from actormap.workspace.reading.relationships import Gathering
from actormap.workspace.reading.sheet import Sheet
from actormap.workspace.reading.tables import Table, TableLine
from actormap.workspace.schema import closed_lists, rows

NODES = tuple(table for table in NODE_TABLES if table != "documents")
TABLES = (*NODES, "relationships", "remove_relationships")
LISTS = ("add_members", "remove_members", "remove")
KEYS = ("title", "network", *LISTS, *TABLES)
REMOVABLE = tuple(rows.NODES_OF[table] for table in NODES)
MEMBERSHIPS = ("member_of", "represented_in")


class WrittenChanges(Protocol):
    """One place where changes are written."""

    @property
    def file(self) -> str:
        """Return what problems call it."""
        ...

    @property
    def entries(self) -> Mapping[str, Any]:
        """Return its keys and tables."""
        ...

    @property
    def lines(self) -> Mapping[str, Sequence[int]]:
        """Return the lines where they begin."""
        ...


class Reader:
    """Reads changes for one graph: what is added in one place can be tied in another."""

    def __init__(self, snapshot: Snapshot, vocabulary: Vocabulary, findings: Findings, focal: str | None) -> None:
        self.snapshot, self.vocabulary, self.findings, self.focal = snapshot, vocabulary, findings, focal
        self.lists = closed_lists.lists(vocabulary)
        self.index = Index(vocabulary.nodes)
        for node in snapshot.nodes():
            cells = {"id": node.id, "name": node.name, "aliases": "|".join((*getattr(node, "aliases", ()), *former_ids(node)))}
            self.index.add(DeclaredRecord(node.id, node.node, "", TableLine(0, None, cells, ())))

    def read(self, parts: Sequence[WrittenChanges]) -> ScenarioChanges:
        """Return what all places wish together; what is wrong is noted, and left out."""
        for part in parts:
            self._tell_unknown(part)
        added = [node for part in parts for node in self._nodes(part)]
        gone = [id_ for part in parts for id_, _ in self._ids(part, "remove", REMOVABLE)]
        untied = [tie.id for part in parts for tie in (*self._leaving(part), *self._untied(part))]
        tied = [tie for part in parts for tie in (*self._joining(part, set(untied)), *self._tied(part, set(gone), added))]
        return ScenarioChanges(tuple(added), tuple(tied), tuple(dict.fromkeys(gone)), tuple(dict.fromkeys(untied)))

    def _tell_unknown(self, part: WrittenChanges) -> None:
        for key, value in part.entries.items():
            if key not in KEYS:
                near = closest(key, {squeeze(name): name for name in KEYS})
                self._error(part, key, key, Fault("unknown_key", near[0] if near else None))
            elif key in LISTS and not isinstance(value, list | tuple):
                self._error(part, key, value, Fault("not_a_list_of_names"))
            elif key in TABLES and not (isinstance(value, list | tuple) and all(isinstance(each, Mapping) for each in value)):
                self._error(part, key, value, Fault("not_tables", key=key))
            elif key in ("title", "network") and not isinstance(value, str):
                self._error(part, key, value, Fault("not_a_text"))

    def _nodes(self, part: WrittenChanges) -> Iterator[Node]:
        kept: list[tuple[Table, TableLine]] = []
        for name in NODES:
            table = self._table(part, name)
            for line in table or ():
                id_ = id_of(line)
                if id_ is not None and self.index.get(id_):
                    self.findings.error(part.file, line.number, "id", id_, Fault("known_id"))
                    continue
                if id_ is not None:
                    self.index.add(DeclaredRecord(id_, rows.NODES_OF[name], part.file, line))
                if table:
                    kept.append((table, line))
        for table, line in kept:
            values, sound = resolved(table, line, ("municipality", "document"), self.index, self.findings)
            if sound:
                yield NODE_TABLES[table.name](**values, attributes=line.attributes)

    def _tied(self, part: WrittenChanges, gone: set[str], added: Sequence[Node]) -> Iterator[Relationship]:
        table = self._table(part, "relationships")
        present = self.snapshot.by_id.keys() | {node.id for node in added}
        if table is None:
            return
        for tie in Gathering(table, self.vocabulary.types, self.index, self.findings, present).relationships():
            for column, end in (("source", tie.source), ("target", tie.target)):
                if end in gone:
                    self._error(part, "relationships", end, Fault("removed_end", column=column))
            yield tie

    def _untied(self, part: WrittenChanges) -> Iterator[Relationship]:
        for place, row in enumerate(_tables(part, "remove_relationships")):
            number = self._line(part, "remove_relationships", place)
            try:
                type_ = self.lists["types"].read(str(row.get("type", "")))
                ends = [self.index.resolve(row.get(end, ""), tuple(self.index.words), unknown="unknown_id") for end in ("source", "target")]
            except Fault as fault:
                self.findings.error(part.file, number, "remove_relationships", _shown(row), fault)
                continue
            found = [tie for tie in self.snapshot.relationships if [tie.source, tie.target] == ends and tie.type == type_]
            if not found:
                self.findings.error(part.file, number, "remove_relationships", _shown(row), Fault("no_such_relationship"))
            yield from found

    def _joining(self, part: WrittenChanges, untied: set[str]) -> Iterator[Relationship]:
        for actor, role in self._ids(part, "add_members", ACTOR_NODES):
            network = self._network(part, "add_members")
            if network is None:
                return
            if any(tie.id not in untied for tie in self._memberships(actor, network)):
                self._error(part, "add_members", actor, Fault("already_member", network=network))
            else:
                yield Relationship(source=actor, type="member_of", target=network, role=role, evidence=(Evidence(),))

    def _leaving(self, part: WrittenChanges) -> Iterator[Relationship]:
        for actor, _ in self._ids(part, "remove_members", ACTOR_NODES):
            network = self._network(part, "remove_members")
            if network is None:
                return
            found = [tie for each in self._with_units(actor) for tie in self._memberships(each, network)]
            if not found:
                self._error(part, "remove_members", actor, Fault("no_member", network=network))
            yield from found

    def _memberships(self, actor: str, network: str) -> list[Relationship]:
        ties = self.snapshot.relationships
        counted = self.vocabulary.default_statuses()
        sitting = [tie for tie in ties if (tie.source, tie.target) == (actor, network) and tie.type in MEMBERSHIPS]
        return [tie for tie in sitting if any(piece.status in counted for piece in tie.evidence)]

    def _with_units(self, actor: str) -> list[str]:
        """Return an actor and its units, step by step: their seats are its own."""
        found = [actor]
        for each in found:
            found += [
                tie.source
                for tie in self.snapshot.relationships
                if tie.target == each and tie.type == "part_of" and tie.source not in found
                if self.snapshot.by_id[tie.source].kind == "unit"
            ]
        return found

    def _network(self, part: WrittenChanges, key: str) -> str | None:
        named = part.entries.get("network", self.focal)
        if named is None:
            self._error(part, key, None, Fault("no_network"))
            return None
        try:
            return self.index.resolve(named, ("network",), unknown="unknown_network")
        except Fault as fault:
            self._error(part, "network", named, fault)
            return None

    def _ids(self, part: WrittenChanges, key: str, nodes: Sequence[str]) -> Iterator[tuple[str, str | None]]:
        given = part.entries.get(key, ())
        for place, entry in enumerate(given if isinstance(given, list | tuple) else ()):
            name, role = (entry.get("actor", ""), entry.get("role")) if isinstance(entry, Mapping) else (entry, None)
            if not isinstance(name, str) or not isinstance(role, str | None):
                self._error(part, key, entry, Fault("not_a_text"), place)
                continue
            try:
                id_ = self.index.resolve(name, nodes, unknown="unknown_id")
            except Fault as fault:
                self._error(part, key, name, fault, place)
                continue
            if id_ is not None:
                yield id_, role

    def _table(self, part: WrittenChanges, name: str) -> Table | None:
        """Return the tables under a key as one table whose rows are numbered by the lines they begin on."""
        given = _tables(part, name)
        if not given:
            return None
        heading = list(dict.fromkeys([*rows.required(name), *(key for row in given for key in row)]))
        numbered = [
            (self._line(part, name, place) or place + 1, [_cell(row.get(key)) for key in heading]) for place, row in enumerate(given)
        ]
        return Table(Sheet(name, part.file, iter([(0, heading), *numbered])), self.lists, self.findings)

    def _line(self, part: WrittenChanges, key: str, place: int = 0) -> int | None:
        lines = part.lines.get(key, ())
        return lines[min(place, len(lines) - 1)] if lines else None

    def _error(self, part: WrittenChanges, key: str, found: Any, fault: Fault, place: int = 0) -> None:
        self.findings.error(part.file, self._line(part, key, place), key, found, fault)


def _tables(part: WrittenChanges, key: str) -> list[Mapping[str, Any]]:
    given = part.entries.get(key, ())
    return [row for row in given if isinstance(row, Mapping)] if isinstance(given, list | tuple) else []


def _shown(row: Mapping[str, Any]) -> str:
    return " ".join(str(row.get(key, "?")) for key in ("source", "type", "target"))


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return "|".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else value
