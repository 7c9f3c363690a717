"""The table of relationships: rows that state, gathered into relationships that several statements agree on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from actormap.model.records import Evidence, Relationship
from actormap.model.vocabulary import RelationshipType
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading.names import Index
from actormap.workspace.reading.nodes import resolved
from actormap.workspace.reading.tables import Table, TableLine

Key = tuple[str, str, str, str | None, str | None]


@dataclass(slots=True)
class Gathering:
    """The statements so far, by the key of their relationship, each with its row."""

    table: Table
    types: Mapping[str, RelationshipType]
    index: Index
    findings: Findings
    present: AbstractSet[str]
    _statements: dict[Key, dict[Evidence, int]] = field(default_factory=dict)

    def relationships(self) -> Iterator[Relationship]:
        """Read the table to its end and yield the relationships of every faultless row between records that are `present`."""
        for line in self.table:
            self._take(line)
        for (source, type_, target, role, valid_from), evidence in self._statements.items():
            yield Relationship(source=source, type=type_, target=target, role=role, valid_from=valid_from, evidence=tuple(evidence))

    def _take(self, line: TableLine) -> None:
        type_ = line.row.type if line.row is not None else self._type_of(line)
        source, target = self._ends(line, type_)
        values, sound = resolved(self.table, line, ("document",), self.index, self.findings)
        if source is not None and source == target:
            self.findings.error(self.table.file, line.number, "target", line.cells["target"], Fault("to_itself"))
            return
        if not sound or source is None or target is None or not {source, target} <= self.present:
            return
        for name in ("source", "type", "target"):
            del values[name]
        key: Key = (source, type_, target, values.pop("role"), values.pop("valid_from"))
        evidence = Evidence(**values, attributes=line.attributes)
        statements = self._statements.setdefault(key, {})
        first = statements.setdefault(evidence, line.number)
        if first != line.number:
            fault = Fault("double_row", file=self.table.file, line=str(first))
            self.findings.warn(self.table.file, line.number, None, f"{source} {type_} {target}", fault)

    def _type_of(self, line: TableLine) -> str:
        try:
            return self.table.lists["types"].read(line.cells["type"])
        except (Fault, KeyError):
            return ""

    def _ends(self, line: TableLine, type_: str) -> tuple[str | None, str | None]:
        tie = self.types.get(type_)
        if tie and line.row is not None:
            start, end = self.index.get(line.row.source), self.index.get(line.row.target)
            if start and end and start.node in tie.sources and end.node in tie.targets:
                return start.id, end.id
        anything = tuple(self.index.words)
        source, wrong_start = self._end(line, "source", tie.sources if tie else anything, type_)
        target, wrong_end = self._end(line, "target", tie.targets if tie else anything, type_)
        misplaced = [fault for fault in (wrong_start, wrong_end) if fault and fault.key in ("start_not_allowed", "end_not_allowed")]
        if tie and len(misplaced) == 2 and self._fits_backwards(line, tie):
            first, last = line.cells["source"], line.cells["target"]
            swapped = Fault("ends_swapped", f"{last} {type_} {first}", type=type_)
            self.findings.error(self.table.file, line.number, "source", f"{first} {type_} {last}", swapped)
            return None, None
        if wrong_start and wrong_start.key == "start_not_allowed" and tie and self._fits_backwards(line, tie):
            wrong_start.suggestion = f"{line.cells['target']} {type_} {line.cells['source']}"
        for column, fault in (("source", wrong_start), ("target", wrong_end)):
            if fault:
                self.findings.dangling(self.table.file, line.number, column, line.cells[column], fault)
        return source, target

    def _end(self, line: TableLine, column: str, nodes: Collection[str], type_: str) -> tuple[str | None, Fault | None]:
        found = line.cells.get(column)
        if found is None:
            return None, None
        wrong = "start_not_allowed" if column == "source" else "end_not_allowed"
        try:
            return self.index.resolve(found, nodes, unknown="unknown_id", wrong=wrong, type=type_), None
        except Fault as fault:
            return None, fault

    def _fits_backwards(self, line: TableLine, tie: RelationshipType) -> bool:
        start, end = self.index.node_of(line.cells.get("source", "")), self.index.node_of(line.cells.get("target", ""))
        return end in tie.sources and start in tie.targets
