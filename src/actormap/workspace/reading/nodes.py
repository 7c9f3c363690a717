"""The tables of nodes, from rows to records: ids that stand twice, names that are shared, and what a row refers to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actormap.model.records import NODE_TABLES, Node
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.reading.names import DeclaredRecord, Index, id_of, spoken_names
from actormap.workspace.reading.tables import Table, TableLine
from actormap.workspace.schema import rows

# Whose names are confused with whose: a document often carries its project's name, and nobody mistakes one for the other.
_FAMILIES = {"actor": "actor", "municipality": "actor", "network": "network", "project": "project", "theme": "theme"}
_UNKNOWN = {node: f"unknown_{node}" for node in ("municipality", "document", "network", "theme", "project")}


def read(
    tables: Mapping[str, Table], vocabulary: Vocabulary, findings: Findings, same: Mapping[str, str] | None = None
) -> tuple[list[Node], Index]:
    """Return the records of every faultless row, and the index of all ids and names; what is wrong is noted.

    `same` leads from ids that somebody has judged to be one with another to that one.
    """
    absent = {rows.NODES_OF[name]: name for name in NODE_TABLES if name not in tables}
    index = Index(vocabulary.nodes, absent=absent, same=same or {})
    shared: dict[tuple[str, str], DeclaredRecord] = {}
    kept: list[tuple[Table, TableLine]] = []
    for table in (tables[name] for name in NODE_TABLES if name in tables):
        for line in table:
            if _is_new(table, line, index, findings):
                kept.append((table, line))
                _tell_shared(table, line, shared, index, findings)
        index.complete = index.complete and table.complete
    records = (_record(table, line, index, findings) for table, line in kept)
    return [record for record in records if record], index


def _is_new(table: Table, line: TableLine, index: Index, findings: Findings) -> bool:
    id_ = id_of(line)
    if id_ is None:
        return True
    first = index.get(id_)
    if first is None:
        index.add(DeclaredRecord(id_, rows.NODES_OF[table.name], table.file, line))
        if other := index.spelt_otherwise(id_):
            where = {"id": other.id, "file": other.file, "line": str(other.line.number)}
            findings.check("id_spelling", table.file, line.number, "id", id_, Fault("id_spelt_twice", **where))
        return True
    values = {"file": first.file, "line": str(first.line.number)}
    if first.file == table.file and (first.line.cells, first.line.attributes) == (line.cells, line.attributes):
        findings.warn(table.file, line.number, "id", id_, Fault("double_row", **values))
        return False
    findings.error(table.file, line.number, "id", id_, Fault("double_id", **values))
    return False


def _tell_shared(table: Table, line: TableLine, shared: dict[tuple[str, str], DeclaredRecord], index: Index, findings: Findings) -> None:
    id_, family = id_of(line), _FAMILIES.get(rows.NODES_OF[table.name])
    if id_ is None or family is None:
        return
    own = DeclaredRecord(id_, family, table.file, line)
    for number, name in enumerate(spoken_names(line)):
        first = shared.setdefault((family, squeeze(name)), own)
        if index.first(first.id) != index.first(id_):
            column = "name" if number == 0 and "name" in line.cells else "aliases"
            where = {"id": first.id, "file": first.file, "line": str(first.line.number)}
            findings.warn(table.file, line.number, column, name, Fault("shared_name", **where))


def _record(table: Table, line: TableLine, index: Index, findings: Findings) -> Node | None:
    values, sound = resolved(table, line, ("municipality", "document"), index, findings)
    return NODE_TABLES[table.name](**values, attributes=line.attributes) if sound else None


def resolved(
    table: Table, line: TableLine, columns: Sequence[str], index: Index, findings: Findings, *, literal: tuple[str, str] = ("", "")
) -> tuple[dict[str, Any], bool]:
    """Return the values of a row with what it refers to as ids, and whether all of it can be used; what refers to nothing is noted.

    `literal` is a column and a text in it that stands for itself.
    """
    values = dict(line.row.__dict__) if line.row is not None else {}
    sound = line.row is not None
    for column in columns:
        found = line.cells.get(column)
        if found is None or (column, found) == literal:
            continue
        try:
            values[column] = index.resolve(found, (column,), unknown=_UNKNOWN[column])
        except Fault as fault:
            findings.dangling(table.file, line.number, column, found, fault)
            sound = False
        else:
            sound = sound and values[column] is not None
    return values, sound
