"""The files that are imported, opened: sheets as rows of cells, and everything else as text."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from actormap.errors import InputError
from actormap.workspace.importing import sheet_cells
from actormap.workspace.importing.cleaning import cell_text
from actormap.workspace.importing.found import Spot
from actormap.workspace.lone_file import INSTEAD
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import csv_file, workbook
from actormap.workspace.reading.course import Progress
from actormap.workspace.reading.encoding import DecodedText

SEPARATORS = (";", "\t", "|", ",", "^", "~")
SHEETS, TEXTS = (".csv", ".tsv", ".tab"), (".txt",)
GRAPHS = (".json", ".cyjs", ".jsonl", ".ndjson", ".ijson", ".graphml", ".gexf", ".xml", ".net", ".paj", ".dl", ".vna")
SUFFIXES = (*workbook.SUFFIXES, *SHEETS, *TEXTS, *GRAPHS)
_ZIP = b"PK\x03\x04"
_DRAWN = re.compile(r"(?:strict\s+)?(?:di)?graph\b[^;,\t\n]*\{|(?:graph|flowchart)\s+(?:td|tb|bt|lr|rl)\b")  # Graphviz and Mermaid
_HEAD = 200
_TABULAR = 50  # rows that show which separator is meant

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: rows with their numbers, every cell a clean text. `headed` says that its first row is set apart, as headings are.

    `written` says that a row has as many cells as were written in it, as CSV has.
    """

    spot: Spot
    lines: list[Line]
    headed: bool = False
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


def read(paths: Sequence[Path], findings: Findings, progress: Progress | None = None) -> list[Input]:
    """Return what lies in files and folders, in the order they are given; what is odd about their cells is noted.

    Raises `InputError` if a file cannot be opened or is nothing that is read here.
    """
    return [each for path in _files(paths) for each in _read(path, findings, progress)]


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = _inside(path)
            inside = inside or [each for folder in sorted(filter(Path.is_dir, path.iterdir())) for each in _inside(folder)]
            if unread := next((each for each in sorted(path.iterdir()) if not inside and each.suffix.lower() in INSTEAD), None):
                raise InputError(f"{unread} cannot be read.", hint=INSTEAD[unread.suffix.lower()])
            if not inside:
                raise InputError(f"{path} holds no file that can be imported.", hint=f"Known are {', '.join(SUFFIXES)}.")
            yield from inside
        else:
            yield path


def _inside(folder: Path) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.suffix.lower() in SUFFIXES and not each.name.startswith(("~$", ".")))


def _read(path: Path, findings: Findings, progress: Progress | None) -> Iterator[Input]:
    suffix = path.suffix.lower()
    if suffix in INSTEAD:
        raise InputError(f"{path.name} cannot be read.", hint=INSTEAD[suffix])
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be opened: {error.strerror or error}.") from error
    if suffix in workbook.SUFFIXES or data.startswith(_ZIP):
        yield from _workbook(path.name, data, findings, progress)
        return
    read = _decoded(path.name, data, findings)
    if suffix not in GRAPHS and _is_sheet(read.text):
        yield _sheet(path.name, read, findings)
    else:
        yield TextFile(Spot(path.name), read.text)


def _decoded(name: str, data: bytes, findings: Findings) -> DecodedText:
    try:
        return csv_file.text(name, data, findings)
    except Fault as fault:
        if fault.key == "empty_file":
            raise InputError(f"{name} is empty.") from fault
        if fault.key == "web_page_named_csv":
            raise InputError(f"{name} is a web page.", hint="Open it in Excel, or another spreadsheet, and save it as .xlsx.") from fault
        raise InputError(f"The letters of {name} cannot be read.", hint="Save it as UTF-8.") from fault


def _is_sheet(text: str) -> bool:
    """Return whether a text is rows of cells, and not a graph in a text file."""
    head = text.lstrip()[:_HEAD].casefold()
    if _DRAWN.match(head):
        return False
    return not (head.startswith(("<", "{", "[", "*vertices", "*node", "*tie", "*network", "%")) or head.split()[:1] == ["dl"])


def _sheet(name: str, read: DecodedText, findings: Findings) -> Grid:
    first, separator = csv_file.said_separator(read.text)
    if len(separator) != 1:
        separator = _separator_of(read.text[first:])
    quote, separator = csv_file.quotation(read.text[first:], separator)
    rows = csv_file.records(read, first, separator, name, findings, quote)
    lines = [(number, row) for number, row in rows if any(map(str.strip, row))]
    if lines and all(sum(map(bool, row)) == 1 for _, row in lines):
        lines = _in_one_cell(lines, name, findings)
    return Grid(Spot(name), sheet_cells.inspected(lines, name, findings), written=True)


def _in_one_cell(lines: list[tuple[int, Sequence[str]]], name: str, findings: Findings) -> list[tuple[int, Sequence[str]]]:
    """Return rows that stand in one cell each, as a spreadsheet leaves them that does not know the separator, cut into their cells."""
    joined = "\n".join(next(filter(None, row)) for _, row in lines)
    separator = _separator_of(joined)
    cut = _head_records(joined, separator, len(lines) + 1)
    if len(cut) != len(lines) or min(map(len, cut)) < 2:
        return lines
    findings.check("one_cell", name, lines[0][0], None, next(filter(None, lines[0][1])), Fault("rows_in_one_cell"))
    return [(number, row) for (number, _), row in zip(lines, cut, strict=True)]


def _separator_of(text: str) -> str:
    """Return which separator cuts the first rows most evenly."""

    def evenness(separator: str) -> tuple[float, int]:
        sample = [row for row in _head_records(text, separator, _TABULAR) if any(row)]
        widths = Counter(len(row) for row in sample if len(row) > 1)
        if not widths:
            return 0, 0
        (width, times), *_ = sorted(widths.items(), key=lambda pair: (-pair[1], -pair[0]))
        return times / len(sample), width if separator != "," else 0

    return max(SEPARATORS, key=evenness)


def _head_records(text: str, separator: str, most: int) -> list[list[str]]:
    csv.field_size_limit(max(csv.field_size_limit(), 2**31 - 1))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return [[cell_text(cell) for cell in row] for _, row in zip(range(most), reader, strict=False)]
    except csv.Error:
        return []


def _workbook(name: str, data: bytes, findings: Findings, progress: Progress | None) -> Iterator[Grid]:
    spots: dict[str, Spot] = {}
    lying = workbook.opened(name, data, findings, partial(_meant, name, spots), progress)
    if not lying:
        raise InputError(f"{name} is empty, or holds no cells that can be read.")
    for title, sheet in lying.items():
        yield Grid(spots[title], sheet_cells.inspected(sheet.lines, sheet.file, findings), sheet.headed)


def _meant(name: str, spots: dict[str, Spot], titles: Sequence[str]) -> Mapping[str, str]:
    """Return the sheets to read, with what each is called; Kumu passes over those that say so."""
    spots.update({title: Spot(name, "" if len(titles) == 1 else title) for title in titles if "(ignore)" not in title.casefold()})
    return {title: str(spot) for title, spot in spots.items()}
