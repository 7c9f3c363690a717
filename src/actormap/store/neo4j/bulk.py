"""Files for Neo4j's own bulk import, and the command that reads them: the fastest way to fill an empty database, on a stopped server.

The store that comes of it is one that a load of the same records would have made; the constraints and the ties of documents, which the
import does not make, are made by the first load that follows. Whole numbers in fields for any number come back as numbers with a decimal
point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

from actormap.errors import InputError
from actormap.files import replacing
from actormap.model.records import CODED_TABLES, NODE_TABLES, Relationship, Requirement, Snapshot
from actormap.store.base import TABLES, Origin
from actormap.store.check import check
from actormap.store.fields import FieldType, forms
from actormap.store.neo4j import days, rows
from actormap.store.neo4j.loading import refuse_doubles_and_long_ids, refuse_missing_ends
from actormap.store.neo4j.read_consistency import SCHEMA

DATABASE = "neo4j"
# What stands between the parts of a list must stand in no text; the last is in a range that Unicode leaves to private use.
_BETWEEN = (";", "\x1f", *map(chr, range(0xE000, 0xE100)))
_KINDS = {FieldType.NUMBER: ":double", FieldType.WHOLE: ":long", FieldType.NAMES: ":string[]"}
_TIES = ("relationships.csv", "coding-relationships.csv", "coding-answers.csv")
Row = Sequence[Any]


def write_import_files(snapshot: Snapshot, origin: Origin, folder: Path, database: str = DATABASE) -> str:
    """Write the graph as CSV files into a folder, and return the neo4j-admin command that imports them, to be run there.

    Raises `InputError` if the graph cannot be kept or the files not written.
    """
    check(snapshot, origin)
    refuse_doubles_and_long_ids(snapshot)
    refuse_missing_ends(None, snapshot, merge=False)
    between = _unused(snapshot)
    files: Mapping[str, tuple[Row, Iterable[Row]]] = {
        "nodes.csv": (_header(rows.NODE_KEYS, _node_forms(), {"id": "id:ID(graph)"}, ":LABEL"), _nodes(snapshot)),
        "relationships.csv": (
            [
                "actormap_id",
                ":START_ID(graph)",
                ":END_ID(graph)",
                ":TYPE",
                *_typed(rows.TIE_KEYS, _tie_forms()),
                *_date_columns(rows.TIE_KEYS),
            ],
            _relationships(snapshot),
        ),
        "coverage.csv": (["id", *_typed(rows.LINE_KEYS["coverage"], forms(Requirement)), ":LABEL"], _coverage(snapshot)),
        "store.csv": (["name", "version:long", "loads:long", "schema:long", ":LABEL"], _store()),
        "loads.csv": (
            [
                "number:long",
                "workspace",
                "moment",
                "files:string[]",
                "hashes:string[]",
                "settings",
                *(f"{name}:long" for name in _DID),
                "version",
                "run",
                ":LABEL",
            ],
            _load(snapshot, origin),
        ),
        **(_coding(snapshot) if any(snapshot.coding()) else {}),
    }
    for name, (header, lines) in files.items():
        with replacing(folder / name) as out:
            for line in chain([header], lines):
                out.write((",".join(_cell(value, between) for value in line) + "\n").encode())
    parts = " ".join(f"--{'relationships' if name in _TIES else 'nodes'}={name}" for name in sorted(files, key=_TIES.__contains__))
    return (
        f"neo4j-admin database import full {database} {parts} "
        f"--array-delimiter=U+{ord(between):04X} --multiline-fields=true --overwrite-destination"
    )


_DID = ("added", "changed", "removed", "unchanged")


def _nodes(snapshot: Snapshot) -> Iterator[Row]:
    for table in NODE_TABLES:
        pack, labels = rows.node_packer(table), ["Actormap", *rows.labels()[table]]
        for node in getattr(snapshot, table):
            values = pack(node)
            yield [*values, *_dates(rows.NODE_KEYS, values), labels]


def _relationships(snapshot: Snapshot) -> Iterator[Row]:
    for tie in snapshot.relationships:
        values = rows.pack_tie(tie)
        yield [tie.id, tie.source, tie.target, rows.type_of(tie.type), *values, *_dates(rows.TIE_KEYS, values)]


def _coverage(snapshot: Snapshot) -> Iterator[Row]:
    for line in snapshot.coverage:
        yield [line.id, *rows.pack_line(line), ["ActormapCoverage"]]


def _coding(snapshot: Snapshot) -> dict[str, tuple[Row, Iterable[Row]]]:
    keys = tuple(sorted({key for table in rows.CODED_LABELS for key in rows.LINE_KEYS[table]} - {"id"}))
    known = {name: form for kind in CODED_TABLES.values() for name, form in forms(kind).items()}
    ends = {
        "ABOUT": ("project", {each.id for each in snapshot.projects}),
        "CONCERNS": ("theme", {each.id for each in snapshot.themes}),
        "STATED_IN": ("document", {each.id for each in snapshot.documents}),
    }
    asked = {"ANSWERS": ("question", {each.id for each in snapshot.questions})}
    return {
        "coding.csv": (["id:ID(coding)", *_typed(keys, known), ":LABEL"], _coded(snapshot, keys)),
        "coding-relationships.csv": (["actormap_id", ":START_ID(coding)", ":END_ID(graph)", ":TYPE"], _coded_ties(snapshot, ends)),
        "coding-answers.csv": (["actormap_id", ":START_ID(coding)", ":END_ID(coding)", ":TYPE"], _coded_ties(snapshot, asked)),
    }


def _coded(snapshot: Snapshot, keys: Sequence[str]) -> Iterator[Row]:
    for record in snapshot.coding():
        values = dict(zip(rows.LINE_KEYS[record.table], rows.pack_line(record), strict=True))
        yield [record.id, *map(values.get, keys), ["ActormapCoding", rows.CODED_LABELS[record.table]]]


def _coded_ties(snapshot: Snapshot, ends: Mapping[str, tuple[str, set[str]]]) -> Iterator[Row]:
    for record in snapshot.coding():
        for type_, (field, known) in ends.items():
            if (end := getattr(record, field, None)) in known:
                yield [record.id, record.id, end, type_]


def _store() -> Iterator[Row]:
    yield ["graph", 1, 1, SCHEMA, ["ActormapStore"]]
    yield ["writer", None, None, None, ["ActormapStore"]]


def _load(snapshot: Snapshot, origin: Origin) -> Iterator[Row]:
    added = sum(len(getattr(snapshot, table)) for table in TABLES)
    files, hashes = [name for name, _ in origin.files], [sha256 for _, sha256 in origin.files]
    yield [
        1,
        origin.workspace,
        origin.when,
        files,
        hashes,
        origin.settings,
        added,
        0,
        0,
        0,
        version("actormap"),
        "import",
        ["ActormapLoad"],
    ]


def _header(keys: Sequence[str], known: Mapping[str, FieldType], special: Mapping[str, str], label: str) -> Row:
    return [*(special.get(key, typed) for key, typed in zip(keys, _typed(keys, known), strict=True)), *_date_columns(keys), label]


def _date_columns(keys: Sequence[str]) -> list[str]:
    return [f"{name}:date" for name in days.dates(dict.fromkeys(keys))[0]]


def _dates(keys: Sequence[str], values: rows.Values) -> list[str | None]:
    return [day and day.isoformat() for day in days.dates(rows.every(keys, values))[1]]


def _typed(keys: Sequence[str], known: Mapping[str, FieldType]) -> list[str]:
    return [key + _KINDS.get(known.get(key, FieldType.TEXT), "") for key in keys]


def _node_forms() -> dict[str, FieldType]:
    return {rows.HASH: FieldType.WHOLE} | {name: form for kind in NODE_TABLES.values() for name, form in forms(kind).items()}


def _tie_forms() -> dict[str, FieldType]:
    lists = {key: FieldType.NAMES for key in rows.TIE_KEYS if key.startswith(rows.EACH)}
    return {**forms(Relationship), rows.HASH: FieldType.WHOLE, "confidence": FieldType.NUMBER, "documents": FieldType.NAMES, **lists}


def _cell(value: Any, between: str) -> str:
    # Nothing between two commas is no value; a text, even an empty one, stands in quotation marks.
    if value is None:
        return ""
    text = between.join(value) if isinstance(value, list) else value if isinstance(value, str) else repr(value)
    return '"' + text.replace('"', '""') + '"'


def _unused(snapshot: Snapshot) -> str:
    left = set(_BETWEEN)
    for tie in snapshot.relationships:
        for value in rows.pack_tie(tie):
            left.difference_update(*(value if isinstance(value, list) else ()))
    for node in snapshot.nodes():
        left.difference_update(*getattr(node, "aliases", ()))
    for question in snapshot.questions:
        left.difference_update(*question.values, *question.partly, *question.reached, *question.outside)
    found = next((mark for mark in _BETWEEN if mark in left), None)
    if found is None:
        raise InputError("The texts use every character that could stand between the parts of a list.")
    return found
