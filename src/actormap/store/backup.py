"""A whole graph in one file that needs no store: gzip of one JSON object a line, the first saying what follows.

    {"format": "actormap backup", "version": 1, "counts": {"actors": 71, …}, "settings": {"title": "GRIA", …}}
    {"table": "actors", "id": "gr", "name": "Göteborgsregionen", "kind": "regional_federation"}
    …

What is empty is left out; aliases are a list, attributes an object, evidence a list of objects. The settings are what the graph says of
itself beside its records, which older backups lack. The same graph gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actormap.errors import BackupDamaged, InputError
from actormap.files import ANOTHER, json_value, replacing
from actormap.model import graph_settings
from actormap.model.ratings import rates
from actormap.model.records import CODED_TABLES, Evidence, Snapshot
from actormap.store import check
from actormap.store.base import TABLES
from actormap.store.fields import RECORDS, FieldType, forms, required
from actormap.store.gc_pause import resting

FORMAT, VERSION = "actormap backup", 3
RESTORE_ANOTHER = "Restore another backup."
# What a text line of this many bytes holds is no record: a note of a megabyte is far below it.
LONGEST_LINE = 1 << 28
# What an escape can hide, and no text can hold.
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: the graph, and its settings as `actormap.model.graph_settings` writes them, empty if there are none."""

    snapshot: Snapshot
    settings: str = graph_settings.UNKNOWN


def backup(snapshot: Snapshot, file: Path, settings: str = graph_settings.UNKNOWN) -> None:
    """Write a graph with its settings to a file, whole or not at all.

    Raises `InputError` if the graph cannot be kept or the file not written.
    """
    check.check(snapshot)
    # What has nothing coded and nobody rated in it is written as an earlier version was, and an older actormap can read it.
    coded = any(snapshot.coding()) or any(theme.aliases for theme in snapshot.themes) or any(each.read for each in snapshot.documents)
    rated = any(rates(piece) for tie in snapshot.relationships for piece in tie.evidence)
    version = VERSION if rated else 2 if coded else 1
    counts = {table: len(getattr(snapshot, table)) for table in TABLES if version > 1 or table not in CODED_TABLES}
    header = {"format": FORMAT, "version": version, "counts": counts}
    if settings:
        header["settings"] = graph_settings.table(settings, "The graph")
    # Neither a name nor a time in the gzip header: they would make each file another.
    with replacing(file, ANOTHER) as raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0) as out:
        out.write(_line(header))
        for table in TABLES:
            for record in getattr(snapshot, table):
                out.write(_line({"table": table, **_written(record)}))


def restore(file: Path) -> Backup:
    """Return what a backup holds, equal to what was written.

    Raises `BackupDamaged`, with the line, if the file is no backup, is cut off, has been tampered with, or comes from a newer actormap.
    """
    if "\0" in str(file):
        raise BackupDamaged(f"{str(file)!r} holds a NUL character, which no name does.", hint=RESTORE_ANOTHER)
    try:
        with resting(), file.open("rb") as raw, gzip.GzipFile(fileobj=raw) as lines:
            return _BackupReader(file).read(lines)
    except OSError as error:
        raise BackupDamaged(f"{file} cannot be read: {error.strerror or error}.") from error
    except BackupDamaged:
        raise
    except InputError as error:
        raise BackupDamaged(f"{file}: {error.message}") from error


class _BackupReader:
    """Goes through the lines of one file and knows which one it is at."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.number = 0

    def read(self, lines: gzip.GzipFile) -> Backup:
        counts, settings = self._header(lines)
        records: dict[str, list[Any]] = {table: [] for table in TABLES}
        for value in self._objects(lines):
            table = value.pop("table", None)
            if not isinstance(table, str) or table not in records:
                raise self.damaged(f"there is no table {json.dumps(table)[:80]}")
            records[table].append(self._record(RECORDS[table], value))
        found = Counter({table: len(rows) for table, rows in records.items()})
        if found != Counter(counts):
            raise self.damaged(f"{sum(found.values())} records have been read and the first line promises {sum(counts.values())}")
        snapshot = Snapshot.of_tables(records)
        check.check(snapshot)
        check.refuse_doubles(snapshot)
        return Backup(snapshot, settings)

    def damaged(self, what: str) -> BackupDamaged:
        """Return the error that says what is wrong at the present line."""
        return BackupDamaged(f"{self.file}, line {self.number}: {what}.", hint=RESTORE_ANOTHER)

    def _header(self, lines: gzip.GzipFile) -> tuple[dict[str, int], str]:
        header = next(self._objects(lines), None)
        if header is None or header.get("format") != FORMAT:
            raise self.damaged("this is no backup of a graph")
        version, counts = header.get("version"), header.get("counts")
        if not isinstance(version, int) or version > VERSION:
            raise BackupDamaged(
                f"{self.file} has version {json.dumps(version)} of the backup's form, and this actormap knows up to {VERSION}.",
                hint="Update actormap.",
            )
        promised = set(TABLES) - set(CODED_TABLES if version == 1 else ())
        if not isinstance(counts, dict) or set(counts) != promised or not all(isinstance(n, int) for n in counts.values()):
            raise self.damaged("the first line does not say how many records follow")
        settings = header.get("settings", {})
        if not isinstance(settings, dict):
            raise self.damaged("the first line holds settings that are no object")
        return counts, graph_settings.text(settings) if settings else graph_settings.UNKNOWN

    def _objects(self, lines: gzip.GzipFile) -> Iterator[dict[str, Any]]:
        while True:
            self.number += 1
            try:
                line = lines.readline(LONGEST_LINE)
                if not line:
                    return
                if not line.endswith(b"\n"):
                    raise self.damaged("the file is cut off here")
                value = json_value(line.decode())  # strictly: of bytes json takes halves of surrogate pairs
            except gzip.BadGzipFile as error:
                what = "this is no gzip file, so it is no backup" if self.number == 1 else "the file has been changed since it was written"
                raise self.damaged(what) from error
            except (EOFError, zlib.error) as error:
                raise self.damaged("the file is cut off or damaged here") from error
            except ValueError as error:
                raise self.damaged("this is no line of a backup") from error
            if not isinstance(value, dict):
                raise self.damaged("this is no record")
            yield value

    def _record(self, kind: type[Any], values: dict[str, Any]) -> Any:
        known = forms(kind)
        if unknown := sorted(values.keys() - known.keys()):
            raise self.damaged(f"the field {json.dumps(unknown[0])[:80]} is unknown")
        read = {name: self._value(name, known[name], value) for name, value in values.items()}
        if kind is RECORDS["relationships"]:
            read.setdefault("evidence", ())
        try:
            return kind(**read)
        except TypeError:
            missing = [name for name in required(kind) if name not in read]
            raise self.damaged(f"the record lacks a field: {', '.join(missing)}") from None

    def _value(self, name: str, form: FieldType, value: Any) -> Any:
        match form, value:
            case FieldType.TEXT, str():
                if not value.isascii() and _HALF.search(value):
                    raise self.damaged(f'the field "{name}" holds half of a surrogate pair, which is no character')
                return value
            case FieldType.NUMBER, float() | int() if not isinstance(value, bool):
                return value
            case FieldType.WHOLE, int() if not isinstance(value, bool):
                return value
            case FieldType.NAMES, list() if all(isinstance(part, str) for part in value):
                return tuple(value)
            case FieldType.PAIRS, dict() if all(isinstance(part, str) for part in value.values()):
                return tuple(value.items())
            case FieldType.EVIDENCE, list() if all(isinstance(part, dict) for part in value):
                return tuple(self._record(Evidence, part) for part in value)
        raise self.damaged(f'the field "{name}" holds another kind of value than it should')


def _written(record: Any) -> dict[str, Any]:
    written: dict[str, Any] = {}
    for name, form in forms(type(record)).items():
        value = getattr(record, name)
        if value is None or value == ():
            continue
        match form:
            case FieldType.NUMBER:
                value = float(value)  # 1 and 1.0 are the same weight, and shall be the same bytes
            case FieldType.PAIRS:
                value = dict(value)
            case FieldType.EVIDENCE:
                value = [_written(piece) for piece in value]
        written[name] = value
    return written


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"
