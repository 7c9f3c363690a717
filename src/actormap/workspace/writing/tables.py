"""Writes a graph as the tables that `read` reads: one CSV file each, which gives the same graph again.

The files are UTF-8 with a byte order mark, by which Excel knows the encoding, and have commas between the cells and decimal points. With a
semicolon as delimiter they have decimal commas too: that is how a Swedish Excel opens a CSV file by double click.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from actormap import files
from actormap.model.records import NODE_TABLES, Coded, Relationship, Snapshot
from actormap.workspace.decisions.decision import Decision
from actormap.workspace.identity.judgements import Judgement
from actormap.workspace.reading import cells
from actormap.workspace.schema import rows

Delimiter = Literal[",", ";"]
_THREE_DECIMALS = re.compile(r"\d{1,15}\.\d{3}")


def write_tables(snapshot: Snapshot, target: Path, *, delimiter: Delimiter = ",") -> Path:
    """Write every table of a graph into a folder, each whole or not at all, and return the folder.

    Text that begins with =, +, - or @ gets an apostrophe, so that no spreadsheet runs it as a formula; `read` takes it away again.
    Raises `InputError` if the folder cannot be written.
    """
    for table in rows.TABLES:
        file = target / f"{table}.csv"
        # What nothing is coded in is left without tables for it, but no older ones are left to be read.
        if table not in rows.CODING or getattr(snapshot, table) or file.exists():
            files.write_bytes(file, to_bytes(snapshot, table, delimiter), files.ANOTHER)
    return target


def to_bytes(snapshot: Snapshot, table: str, delimiter: Delimiter = ",") -> bytes:
    """Return one table of a graph as a CSV file."""
    lines = list(records(snapshot, table))
    titles = columns(table, lines)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([cells.guarded(title) for title in titles])
    writer.writerows([_written(line.get(title), delimiter) for title in titles] for line in lines)
    return text.getvalue().encode("utf-8-sig")


def judged_to_bytes(table: str, judged: Iterable[Judgement | Decision], delimiter: Delimiter = ",") -> bytes:
    """Return the table identity or candidates as a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    titles = rows.columns(table)
    writer.writerow(titles)
    writer.writerows([_written(getattr(each, title), delimiter) for title in titles] for each in judged)
    return text.getvalue().encode("utf-8-sig")


def columns(table: str, lines: list[dict[str, Any]]) -> tuple[str, ...]:
    """Return the columns of a table, those of a survey only where it has any, and the workspace's own last, in the order of their names."""
    told = {title for line in lines for title in line}
    usual = (title for title in rows.columns(table) if title in told or title not in rows.SURVEYED)
    return (*usual, *sorted(told - set(rows.columns(table))))


def records(snapshot: Snapshot, table: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of one table as they are written: numbers as numbers, several names as one text, a statement a row."""
    if table == "relationships":
        ties = sorted(snapshot.relationships, key=lambda tie: (tie.source, tie.type, tie.target, tie.role or "", tie.valid_from or ""))
        for tie in ties:
            yield from _statements(tie)
    elif table == "coverage":
        for required in sorted(snapshot.coverage, key=lambda line: (line.network, line.row, line.column, line.id)):
            yield _row(required, table)
    elif table in rows.CODING:
        for coded in sorted(getattr(snapshot, table), key=_coded_order):
            yield _row(coded, table)
    elif table in NODE_TABLES:
        for node in getattr(snapshot, table):
            yield _row(node, table)


def _coded_order(record: Coded) -> tuple[str, ...]:
    # What is coded of one project stands together; the ids of answers and figures follow from what they say, and order nothing.
    asked = ("project", "question", "indicator", "document", "locator")
    return (*(str(getattr(record, name, None) or "") for name in asked), record.id)


def _statements(tie: Relationship) -> Iterator[dict[str, Any]]:
    key = {name: getattr(tie, name) for name in ("source", "type", "target", "role", "valid_from")}
    for evidence in tie.evidence:
        yield key | _row(evidence, "relationships")


def _row(record: Any, table: str) -> dict[str, Any]:
    known: Mapping[str, Any] = {name: getattr(record, name) for name in rows.columns(table) if name in record.__slots__}
    filled = {name: "|".join(value) if isinstance(value, tuple) else value for name, value in known.items() if value not in (None, ())}
    return filled | dict(record.attributes)


def _written(value: Any, delimiter: Delimiter) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return cells.guarded(value)
    written = str(value)
    if _THREE_DECIMALS.fullmatch(written):
        written += "0"  # 1497.125 would be taken for a million and a half
    return written.replace(".", ",") if delimiter == ";" else written
