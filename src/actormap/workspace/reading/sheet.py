"""One table as it lies in a file: rows of cells, numbered as the spreadsheet numbers them, and which column each heading means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actormap.workspace.checks import unit
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import cells
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.schema import rows

_REMARK = re.compile(r"\s*\([^)]*\)$")
_GAPS = re.compile(r"[\s\-]+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one table, headings first, not read yet. `file` is what problems call it."""

    table: str
    file: str
    lines: Iterator[tuple[int, Sequence[Any]]]


@dataclass(frozen=True, slots=True)
class Heading:
    """Which column each cell of a row belongs to.

    `columns` holds a name, or None for a cell that is not read. `known` are the columns that actormap has words for, `absent` the
    required ones that the table does not have.
    """

    row: int
    columns: tuple[str | None, ...]
    known: frozenset[str]
    absent: frozenset[str]
    untitled: tuple[int, ...]


def column_name(heading: str) -> str:
    """Return a heading as the columns are named: `Valid from` is valid_from, `Level (0-5)` is level."""
    return _GAPS.sub("_", _REMARK.sub("", unicodedata.normalize("NFKC", heading).casefold().strip()))


def read_heading(sheet: Sheet, findings: Findings) -> Heading:
    """Return what the first row that is not empty says; what is wrong with it is noted. Raises `Fault` if there is no such row."""
    for number, line in sheet.lines:
        given = [_title(cell) for cell in line]
        if any(given):
            return _understood(sheet, number, given, findings)
    raise Fault("empty_file")


def _title(cell: Any) -> str:
    return "" if cell is None else cells.text(cells.clean(cell) if isinstance(cell, str) else cell)


def _understood(sheet: Sheet, row: int, given: Sequence[str], findings: Findings) -> Heading:
    known = rows.columns(sheet.table)
    titles: list[str | None] = []
    doubled: list[str] = []
    for title in given:
        name = column_name(title)
        meant = name if name in known else title
        if meant and meant in titles:
            doubled.append(meant)
        titles.append(meant if meant and meant not in titles else None)
    misspelt = _misspelt(titles, known)
    required = {name for name in rows.required(sheet.table) if name not in titles}
    # A required column with a slip in its name is read all the same, so that the rest of its faults are told too.
    taken = {title: name for title, name in misspelt.items() if name in required}
    columns = tuple(taken.get(title, title) if title else None for title in titles)
    findings.place(sheet.file, rows.TABLES.index(sheet.table), [name or "" for name in columns])
    _tell_units(sheet, row, findings, given, columns)
    _tell(sheet, row, findings, doubled=doubled, misspelt=misspelt, required=required, columns=columns)
    return Heading(
        row=row,
        columns=columns,
        known=frozenset(name for name in columns if name in known),
        absent=frozenset(name for name in required if name not in columns),
        untitled=tuple(number for number, title in enumerate(given) if not title),
    )


def _misspelt(titles: Sequence[str | None], known: Sequence[str]) -> dict[str, str]:
    free = {squeeze(name): name for name in known if name not in titles}
    result: dict[str, str] = {}
    for title in titles:
        if title and title not in known:
            near = closest(column_name(title), free, cutoff=0.75)
            if near and near[0] not in result.values():
                result[title] = near[0]
    return result


def _tell_units(sheet: Sheet, row: int, findings: Findings, given: Sequence[str], columns: Sequence[str | None]) -> None:
    for title, name in zip(given, columns, strict=True):
        counted = name in rows.columns(sheet.table) and rows.form(sheet.table, str(name)).name in ("amount", "people")
        if counted and title != name and (fault := unit.in_heading(title)):
            findings.check("unit", sheet.file, row, name, title, fault)


def _tell(
    sheet: Sheet,
    row: int,
    findings: Findings,
    *,
    doubled: Sequence[str],
    misspelt: Mapping[str, str],
    required: set[str],
    columns: Sequence[str | None],
) -> None:
    for name in doubled:
        findings.error(sheet.file, row, name, name, Fault("double_column"))
    slips = {name: title for title, name in misspelt.items()}
    for name in rows.required(sheet.table):
        if name in required:
            slip = slips.get(name)
            findings.error(sheet.file, row, name, slip, Fault("missing_column", name if slip else None, column=name))
    unknown = [name for name in columns if name and name not in rows.columns(sheet.table)]
    if unknown:
        near = ", ".join(f"{title} → {misspelt[title]}" for title in unknown if title in misspelt)
        findings.warn(sheet.file, row, None, ", ".join(unknown), Fault("unknown_columns", near or None, n=len(unknown)))
