"""One table as it lies in a file: rows of cells, numbered as the spreadsheet numbers them, and which column each heading means."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from actormap.workspace.checks import unit
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import cells
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.reading.titles import column_name, column_of, is_untitled, known_in, words_of
from actormap.workspace.schema import rows

Line = tuple[int, Sequence[Any]]
_ABOVE = 10  # so many rows may stand before the headings: a title, a date, the headings of groups
_SEPARATORS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one table, headings first, not read yet.

    `file` is what problems call it, `separator` what a text file has between its cells, `rows` about how many there are.
    """

    table: str
    file: str
    lines: Iterator[Line]
    separator: str = ""
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """Which column each cell of a row belongs to.

    `columns` holds a name, or None for a cell that is not read. `known` are the columns that actormap has words for, `textual` those
    whose cells stay text, `absent` the required ones that the table does not have. `titles` are the headings as they stand, `lines` the
    rows below them.
    """

    row: int
    titles: tuple[str, ...]
    columns: tuple[str | None, ...]
    known: frozenset[str]
    textual: frozenset[str]
    absent: frozenset[str]
    untitled: tuple[int, ...]
    lines: Iterator[Line] = field(repr=False, compare=False)


def read_heading(sheet: Sheet, findings: Findings) -> Heading:
    """Return what the headings say: of the first rows that hold anything, the one with most known columns.

    What is wrong with them is noted. Raises `Fault` if there is no row at all, or none that could be one of headings.
    """
    lines = _unfolded(sheet, findings)
    above = list(islice(((number, line) for number, line in lines if any(map(_title, line))), _ABOVE))
    if not above:
        raise Fault("empty_file")
    titled = [[_title(cell) for cell in line] for _, line in above]
    counts = [known_in(sheet.table, titles) for titles in titled]
    best = counts.index(max(counts))
    best = best if counts[best] > max(counts[0], 1) else 0
    below = [titles[0] for titles in titled if titles]
    if len(below) > 1 and known_in(sheet.table, below) > max(counts[best], len(below) // 2):
        fault = Fault("on_its_side")
        fault.row = above[0][0]
        raise fault
    if best:
        passed = " / ".join(" ".join(filter(None, titles)) for titles in titled[:best])
        findings.check("headings", sheet.file, above[best][0], None, passed, Fault("headings_below", n=best))
    titles = _with_counter(titled[best], [line for _, line in above[best + 1 :]])
    return _understood(sheet, above[best][0], titles, chain(above[best + 1 :], lines), findings)


def _with_counter(titles: list[str], below: Sequence[Sequence[Any]]) -> list[str]:
    """Return the headings, with an empty one first where every row begins with a number that has no heading, as R writes tables."""
    longer = below and all(len(line) == len(titles) + 1 and line[-1] not in (None, "") for line in below)
    return ["", *titles] if longer and all(str(line[0]).strip().isdigit() for line in below) else titles


def _title(cell: Any) -> str:
    return "" if cell is None else " ".join(cells.text(cells.clean(cell) if isinstance(cell, str) else cell).split())


def _unfolded(sheet: Sheet, findings: Findings) -> Iterator[Line]:
    """Return the rows; where each of them stands whole in one cell, they are taken apart."""
    above = list(islice(sheet.lines, _ABOVE))
    lines = chain(above, sheet.lines)
    for number, line in above:
        text = _only_text(line)
        separators = [mark for mark in _SEPARATORS if text and known_in(sheet.table, _apart(text, mark)) > 1]
        if separators:
            mark = max(separators, key=lambda mark: known_in(sheet.table, _apart(str(text), mark)))
            findings.check("one_cell", sheet.file, number, None, text, Fault("rows_in_one_cell"))
            return ((each, _taken_apart(cells_of, mark, sheet.separator)) for each, cells_of in lines)
    return lines


def _only_text(line: Sequence[Any]) -> str | None:
    filled = [cell for cell in line if cell is not None and cell != ""]
    return filled[0] if len(filled) == 1 and isinstance(filled[0], str) else None


def _taken_apart(line: Sequence[Any], mark: str, separator: str) -> Sequence[Any]:
    filled = [cells.text(cell) for cell in line if cell is not None and cell != ""]
    return _apart((separator or mark).join(filled), mark) if filled else line


def _apart(text: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([text], delimiter=mark, strict=True), [])
    except csv.Error:
        return text.split(mark)


def _understood(sheet: Sheet, row: int, given: Sequence[str], lines: Iterator[Line], findings: Findings) -> Heading:
    known = rows.columns(sheet.table)
    meant = _meant(sheet.table, given)
    titles: list[str | None] = []
    doubled: list[str] = []
    for title in meant:
        if title and title in titles:
            doubled.append(title)
        titles.append(title if title and title not in titles else None)
    misspelt = _misspelt(sheet.table, titles)
    required = {name for name in rows.required(sheet.table) if name not in titles}
    # One word for a column may stand among values, as a kind does.
    if len(required) == len(rows.required(sheet.table)) and not misspelt and sum(title in known for title in titles) <= 1:
        _refuse(sheet.table, row, given, lines)
    # A required column with a slip in its name is read all the same, so that the rest of its faults are told too.
    taken = {title: name for title, name in misspelt.items() if name in required}
    columns = tuple(taken.get(title, title) if title else None for title in titles)
    findings.place(sheet.file, rows.READ.index(sheet.table), [name or "" for name in columns])
    _tell_units(sheet, row, findings, given, columns)
    required -= rows.made(sheet.table, columns)
    _tell(sheet, row, findings, doubled=doubled, misspelt=misspelt, required=required, columns=columns)
    return Heading(
        row=row,
        titles=tuple(given),
        columns=columns,
        known=frozenset(name for name in columns if name in known),
        textual=frozenset(name for name in columns if name and (name not in known or rows.form(sheet.table, name).textual)),
        absent=frozenset(name for name in required if name not in columns),
        untitled=tuple(number for number, title in enumerate(given) if is_untitled(title)),
        lines=lines,
    )


def _meant(table: str, given: Sequence[str]) -> list[str]:
    """Return the columns that headings mean; a word for a column that stands under its own name is a column of the workspace's own."""
    means = [None if is_untitled(title) else column_of(table, title) for title in given]
    own = {column for column, title in zip(means, given, strict=True) if column and _is_its_name(title, column)}
    taken: set[str] = set()
    result = []
    for title, column in zip(given, means, strict=True):
        if is_untitled(title):
            result.append("")
        elif column is None or (column in own | taken and not _is_its_name(title, column)):
            result.append(title)
        else:
            taken.add(column)
            result.append(column)
    return result


def _is_its_name(title: str, column: str) -> bool:
    return squeeze(column_name(title)) == squeeze(column)


def _misspelt(table: str, titles: Sequence[str | None]) -> dict[str, str]:
    free = {word: name for word, name in words_of(table).items() if name not in titles}
    result: dict[str, str] = {}
    for title in titles:
        if title and title not in rows.columns(table):
            words = column_name(title).split("_")
            # "Från organisation" is more than nearly a column when its first word is one that is wanted.
            wanted = tuple(free[word] for word in words[:1] if free.get(word) in rows.required(table))
            near = wanted or closest(title, free, cutoff=0.75)
            if near and near[0] not in result.values():
                result[title] = near[0]
    return result


def _refuse(table: str, row: int, given: Sequence[str], lines: Iterator[Line]) -> None:
    """Raise `Fault` that says what stands in place of the headings; a table without any is one problem, not one a column."""
    below = [_title(line[0]) for _, line in islice(lines, _ABOVE) if line]
    named = [title for title in given[1:] if title]
    crossed = len(named) > 1 and below and all(name in named for name in below if name)
    fault = Fault("looks_like_matrix") if crossed else Fault("no_headings", columns=", ".join(rows.required(table)))
    fault.row = row
    raise fault


def _tell_units(sheet: Sheet, row: int, findings: Findings, given: Sequence[str], columns: Sequence[str | None]) -> None:
    for title, name in zip(given, columns, strict=True):
        if _is_sum(sheet.table, name) and title != name and (fault := unit.in_heading(title)):
            findings.check("unit", sheet.file, row, name, title, fault)


def _is_sum(table: str, column: str | None) -> bool:
    return column in rows.columns(table) and rows.form(table, str(column)).name in ("amount", "people")


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
        scaled = {title: fault for title in unknown if (fault := unit.in_heading(title)) and _is_sum(sheet.table, misspelt.get(title))}
        for title, fault in scaled.items():
            findings.check("unit", sheet.file, row, misspelt[title], title, fault)
        near = ", ".join(f"{title} → {misspelt[title]}" for title in unknown if title in misspelt and title not in scaled)
        findings.warn(sheet.file, row, None, ", ".join(unknown), Fault("unknown_columns", near or None, n=len(unknown)))
