"""The files that are imported, opened: sheets as rows of cells, and everything else as text."""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from actormap.errors import InputError
from actormap.workspace.importing.cleaning import cell_text
from actormap.workspace.importing.found import Spot
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import csv_file, xlsx_file

SEPARATORS = (";", "\t", "|", ",")
SHEETS, TEXTS = (".csv", ".tsv", ".tab"), (".txt",)
GRAPHS = (".json", ".cyjs", ".jsonl", ".ndjson", ".ijson", ".graphml", ".gexf", ".xml", ".net", ".paj", ".dl", ".vna")
SUFFIXES = (*xlsx_file.SUFFIXES, *SHEETS, *TEXTS, *GRAPHS)
_UNREAD = {".xls": "Open it in Excel and save it as .xlsx.", ".ods": "Save it as .xlsx.", ".xlsb": "Save it as .xlsx."}
_ERROR = re.compile(r"#(?:[A-ZÅÄÖ]{3,12}[!?]|N/A|SAKNAS!|[A-ZÅÄÖ]{4,12}/0!|DIV/0!)")  # Excel's, in Swedish and English
UNCLOSED = "unclosed_quote"
_HEAD = 200
_TABULAR = 50  # rows that show which separator is meant
_WHOLE = 5_000_000  # bytes of a workbook that is opened with its merged cells

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: rows with their numbers, every cell a clean text. `headed` says that its first row is set apart, as headings are.

    `errors` are rows with what cannot be read in them, `hidden` those that the spreadsheet does not show.
    `written` says that a row has as many cells as were written in it, as CSV has.
    """

    spot: Spot
    lines: list[Line]
    headed: bool = False
    errors: list[tuple[int, str]] = field(default_factory=list)
    hidden: tuple[int, ...] = ()
    written: bool = False

    @property
    def name(self) -> str:
        """Return the name of the sheet, or of the file without its suffix."""
        return self.spot.sheet or Path(self.spot.file).stem


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that is no sheet, as text."""

    spot: Spot
    text: str


Input = Grid | TextFile


def read(paths: Sequence[Path]) -> list[Input]:
    """Return what lies in files and folders, in the order they are given.

    Raises `InputError` if a file cannot be opened or is nothing that is read here.
    """
    return [each for path in _files(paths) for each in _read(path)]


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = _inside(path)
            inside = inside or [each for folder in sorted(filter(Path.is_dir, path.iterdir())) for each in _inside(folder)]
            if not inside:
                raise InputError(f"{path} holds no file that can be imported.", hint=f"Known are {', '.join(SUFFIXES)}.")
            yield from inside
        else:
            yield path


def _inside(folder: Path) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.suffix.lower() in SUFFIXES and not each.name.startswith(("~$", ".")))


def _read(path: Path) -> Iterator[Input]:
    suffix = path.suffix.lower()
    if suffix in _UNREAD:
        raise InputError(f"{path.name} cannot be read.", hint=_UNREAD[suffix])
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be opened: {error.strerror or error}.") from error
    if suffix in xlsx_file.SUFFIXES or data.startswith(b"PK\x03\x04"):
        yield from _workbook(path.name, data)
        return
    text = _decoded(path.name, data)
    if suffix not in GRAPHS and _is_sheet(text):
        yield _sheet(path.name, text)
    else:
        yield TextFile(Spot(path.name), text)


def _decoded(name: str, data: bytes) -> str:
    try:
        text = csv_file.decode(data).removeprefix("\ufeff")
    except Fault as fault:
        raise InputError(f"The letters of {name} cannot be read.", hint="Save it as UTF-8.") from fault
    if not text.strip():
        raise InputError(f"{name} is empty.")
    return text


def _is_sheet(text: str) -> bool:
    """Return whether a text is rows of cells, and not a graph in a text file."""
    head = text.lstrip()[:_HEAD].casefold()
    return not (head.startswith(("<", "{", "[", "*vertices", "*node", "*tie", "*network", "%")) or head.split()[:1] == ["dl"])


def _sheet(name: str, text: str) -> Grid:
    first, _, rest = text.partition("\n")
    separator, skipped = "", 0
    if first[:4].lower() == "sep=":
        separator, text, skipped = first[4:].strip("\r"), rest, 1
    if len(separator) != 1:
        separator = _separator_of(text)
    records, whole = _records(text.rstrip("\x1a"), separator)
    lines = [(number + skipped, row) for number, row in records if any(row)]
    if lines and all(sum(map(bool, row)) == 1 for _, row in lines):
        lines = _in_one_cell(lines)
    errors = [(number, cell) for number, row in lines for cell in row if _ERROR.fullmatch(cell)]
    lines = [(number, ["" if _ERROR.fullmatch(cell) else cell for cell in row]) for number, row in lines]
    return Grid(Spot(name), lines, errors=errors if whole else [(1, UNCLOSED), *errors], written=True)


def _in_one_cell(lines: list[Line]) -> list[Line]:
    """Return rows that stand in one cell each, as a spreadsheet leaves them that does not know the separator, cut into their cells."""
    joined = "\n".join(next(filter(None, row)) for _, row in lines)
    separator = _separator_of(joined)
    cut, _ = _records(joined, separator)
    widths = {len(row) for _, row in cut}
    return (
        [(number, row) for (number, _), (_, row) in zip(lines, cut, strict=False)] if len(cut) == len(lines) and min(widths) > 1 else lines
    )


def _separator_of(text: str) -> str:
    """Return which separator cuts the first rows most evenly."""

    def evenness(separator: str) -> tuple[float, int]:
        sample = [row for _, row in _head_records(text, separator) if any(row)]
        widths = Counter(len(row) for row in sample if len(row) > 1)
        if not widths:
            return 0, 0
        (width, times), *_ = sorted(widths.items(), key=lambda pair: (-pair[1], -pair[0]))
        return times / len(sample), width if separator != "," else 0

    return max(SEPARATORS, key=evenness)


def _head_records(text: str, separator: str) -> Iterable[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return [(number, [cell_text(cell) for cell in row]) for number, row in zip(range(_TABULAR), reader, strict=False)]
    except csv.Error:
        return []


def _records(text: str, separator: str) -> tuple[list[Line], bool]:
    """Return the rows of a text, and whether every quotation mark in it is closed."""
    csv.field_size_limit(max(csv.field_size_limit(), 2**31 - 1))

    def rows(**quoting: Any) -> list[Line]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, **quoting)
        return [(number, [cell_text(cell) for cell in row]) for number, row in enumerate(reader, start=1)]

    try:
        return rows(strict=True), True
    except csv.Error:
        pass
    try:
        loose = rows()
    except csv.Error:
        loose = []
    # An unclosed mark swallows the rest of the file in one cell; then marks are read as the letters they are.
    swallowed = not loose or any("\n" in cell and separator in cell for _, row in loose for cell in row)
    return (rows(quoting=csv.QUOTE_NONE), False) if swallowed else (loose, True)


def _workbook(name: str, data: bytes) -> Iterator[Grid]:
    xlsx_file.sheets(name, data, Findings())  # refuses what is no workbook, with what to do
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book: Any = load_workbook(io.BytesIO(data), data_only=True, read_only=len(data) > _WHOLE)
            grids = [_of_sheet(name, sheet, single=len(book.worksheets) == 1) for sheet in book.worksheets if _is_meant(sheet)]
        except Exception as error:  # a damaged file makes openpyxl raise anything from KeyError to ParseError
            raise InputError(f"{name} cannot be read as an Excel workbook.", hint="Open it in Excel and save it anew as .xlsx.") from error
    filled = [grid for grid in grids if grid.lines]
    if not filled:
        raise InputError(
            f"{name} is empty, or holds no cells that can be read.",
            hint="If Excel shows cells in it, save it as an Excel workbook (.xlsx) and not as Strict Open XML.",
        )
    yield from filled


def _is_meant(sheet: Any) -> bool:
    # Kumu passes over sheets that say so.
    return "(ignore)" not in str(sheet.title).casefold()


def _of_sheet(name: str, sheet: Any, *, single: bool) -> Grid:
    spot = Spot(name, "" if single else str(sheet.title))
    merged = {} if not hasattr(sheet, "merged_cells") else _merged(sheet)
    lines: list[Line] = []
    errors: list[tuple[int, str]] = []
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [_value(cell, merged.get((number, place))) for place, cell in enumerate(row, start=1)]
        errors += [(number, str(cell.value)) for cell in row if getattr(cell, "data_type", "") == "e"]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            lines.append((number, cells))
    return Grid(spot, lines, _is_headed(sheet, lines), errors, _hidden(sheet, lines))


def _hidden(sheet: Any, lines: Sequence[Line]) -> tuple[int, ...]:
    known = getattr(sheet, "row_dimensions", {})
    return tuple(number for number, _ in lines if number in known and known[number].hidden)


def _merged(sheet: Any) -> dict[tuple[int, int], Any]:
    """Return what the cells that a merged one covers hold: what it holds. A title across the sheet covers its own row alone."""
    found: dict[tuple[int, int], Any] = {}
    for area in sheet.merged_cells.ranges:
        if area.min_col == area.max_col:
            value = sheet.cell(area.min_row, area.min_col).value
            found |= {(row, area.min_col): value for row in range(area.min_row + 1, area.max_row + 1)}
    return found


def _value(cell: Any, covered: Any) -> str:
    if getattr(cell, "data_type", "") == "e":
        return ""
    value = covered if cell.value is None else cell.value
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, date | time) else cell_text(value)


def _is_headed(sheet: Any, lines: Sequence[Line]) -> bool:
    """Return whether the first row is in bold and the next is not."""
    if len(lines) < 2 or not hasattr(sheet, "merged_cells"):
        return False
    bold = [all(cell.font.bold for cell in sheet[number] if cell.value is not None) for number, _ in lines[:2]]
    return bold == [True, False]
