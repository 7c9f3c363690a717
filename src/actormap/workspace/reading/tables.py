"""One table's rows, read and checked cell by cell: everything wrong with each of them, and the row itself if nothing is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from actormap.model.personal_data import may_hold, veiled
from actormap.model.records import Attributes
from actormap.workspace.checks import garbled, placeholder, shortened
from actormap.workspace.checks.registry import is_plausible
from actormap.workspace.checks.short_row import ShortRows
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import cells, passed_row
from actormap.workspace.reading.cells import DateCell, ErrorCell, UncalculatedCell
from actormap.workspace.reading.inspection import Inspection, plain
from actormap.workspace.reading.privacy import personal
from actormap.workspace.reading.sheet import Heading, Sheet, read_heading
from actormap.workspace.schema import rows
from actormap.workspace.schema.closed_lists import ClosedList
from actormap.workspace.writing.example import slug

_COUNTER = re.compile(r"\d{1,9}(?:\.0)?")


class TableLine(NamedTuple):
    """One row of a table. `row` is None if something in it is wrong; `cells` are what it says, empty ones left out."""

    number: int
    row: Any
    cells: Mapping[str, Any]
    attributes: Attributes


@dataclass(slots=True)
class Table:
    """The lines of one sheet, read once by iterating. `complete` turns False if rows or their ids cannot all be known."""

    sheet: Sheet
    lists: Mapping[str, ClosedList]
    findings: Findings
    complete: bool = True
    _inspection: Inspection = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the looks at its cells."""
        self._inspection = Inspection(self.sheet.file, self.findings)

    @property
    def file(self) -> str:
        """Return what problems call the file."""
        return self.sheet.file

    @property
    def name(self) -> str:
        """Return the table's name."""
        return self.sheet.table

    def __iter__(self) -> Iterator[TableLine]:
        """Yield every row that is not empty, noting what is wrong."""
        try:
            heading = read_heading(self.sheet, self.findings)
            self.complete = not heading.absent
            short = ShortRows(max((place for place, title in enumerate(heading.titles, start=1) if title), default=0))
            for number, values in heading.lines:
                line = self._line(heading, number, values)
                if line:
                    # Of a row with a single cell it has been said that it lacks the others.
                    if line.row is not None or len(line.cells) > 1:
                        short.add(number, len(values))
                    yield line
            for number, fault in short.told() if self.sheet.separator else ():
                self.findings.check("short_row", self.file, number, None, None, fault)
        except Fault as fault:
            self.complete = False
            self.findings.error(self.file, fault.row, None, None, fault)

    def _line(self, heading: Heading, number: int, values: Sequence[Any]) -> TableLine | None:
        if self._is_heading(heading, number, values):
            return None
        stray = self._stray(heading, number, values)
        given, extra, whole = self._cells(heading, number, values)
        if not given and not extra:
            return None
        if not heading.absent and (kind := passed_row.look(self.name, given)):
            self.findings.warn(self.file, number, None, ", ".join(map(cells.text, given.values())), Fault(kind))
            return None
        self._complete(number, given)
        # In a row with a cell too many every cell may stand in the wrong column: what is said of them would be guesswork.
        row = None if stray else self._read(heading, number, given)
        if row is not None and not is_plausible(self.name, self.file, number, given, row, self.findings):
            row = None
        sound = self._harmless(number, given, extra) and whole
        return TableLine(number, row if sound else None, given, tuple(sorted(extra)) if extra else ())

    def _complete(self, number: int, given: dict[str, Any]) -> None:
        """Give a row that names something the id and the kind that it may be without; that of an actor is noted."""
        name = given.get("name") or given.get("title")
        if self.name not in rows.NODES_OF or name is None:
            return
        if "id" not in given and not personal(cells.text(name)) and (made := slug(cells.text(name))):
            given["id"] = made
        if "kind" not in given and self.name in rows.USUAL_KINDS and not self.findings.has_error_at(self.file, number, "kind"):
            given["kind"] = rows.USUAL_KINDS[self.name]
            if self.name == "actors":
                self.findings.warn(self.file, number, "kind", None, Fault("kind_assumed"))

    def _cells(self, heading: Heading, number: int, values: Sequence[Any]) -> tuple[dict[str, Any], list[tuple[str, str]], bool]:
        """Return the cells of known columns and of the others, and whether each of them holds a value."""
        given: dict[str, Any] = {}
        extra: list[tuple[str, str]] = []
        whole = True
        known, textual = heading.known, heading.textual
        for column, cell in zip(heading.columns, values, strict=False):
            if column is None or cell is None or cell == "":
                continue
            value: Any = cell
            if type(cell) is str:
                # Most cells are ids, words and years, and need no cleaning.
                if not (cell.isascii() and cell.isalnum()) or cell in placeholder.PLAIN:
                    value = plain(cell)
                    if value is None:
                        value, kept = self._inspection.text(number, column, cell, textual=column in textual)
                        whole = whole and kept
                        value = value if kept else ""
                if not value:
                    continue
            elif not self._is_value(number, column, cell):
                whole = False
                continue
            elif column not in known or column in textual:
                value = cells.text(cell)
            if column in known:
                given[column] = value
            else:
                extra.append((column, value))
        return given, extra, whole

    def _is_heading(self, heading: Heading, number: int, values: Sequence[Any]) -> bool:
        # Tables that have been put together from several often hold the headings of each.
        if not values or values[0] != heading.titles[0] or tuple(values[: len(heading.titles)]) != heading.titles:
            return False
        self.findings.warn(self.file, number, None, None, Fault("heading_again"))
        return True

    def _stray(self, heading: Heading, number: int, values: Sequence[Any]) -> bool:
        width = len(heading.columns)
        if len(values) <= width and not heading.untitled:
            return False
        loose = [values[position] for position in heading.untitled if position < len(values)] + list(values[width:])
        if heading.untitled[:1] == (0,) and loose and _COUNTER.fullmatch(str(loose[0]).strip()):
            del loose[0]  # pandas and R put a column of row numbers first
        stray = [cell for cell in loose if cell is not None and str(cell).strip()]
        if stray:
            self.findings.error(
                self.file,
                number,
                None,
                stray[0],
                Fault("cell_without_heading" if self.sheet.separator else "cell_beside_table", n=len(stray)),
            )
        return bool(stray)

    def _harmless(self, number: int, given: Mapping[str, Any], extra: Sequence[tuple[str, str]]) -> bool:
        """Note personal data, lost letters and characters that are none; return whether the row can be kept."""
        # Nearly every row is as it should be, and one look at the whole of it shows that.
        whole = "|".join(map(str, given.values()))
        if not extra and "\x00" not in whole and not may_hold(whole) and not garbled.may_be(whole):
            return True
        sound = True
        for column, value in [*given.items(), *extra]:
            text = value if isinstance(value, str) else ""
            if "\x00" in text:
                self.findings.error(self.file, number, column, text, Fault("nul_characters"))
                sound = False
            if fault := personal(text):
                self.findings.warn(self.file, number, column, veiled(text), fault)
            if fault := garbled.look(text, column):
                sound &= self.findings.check("garbled", self.file, number, column, text, fault)
        return sound

    def _is_value(self, number: int, column: str, cell: Any) -> bool:
        if isinstance(cell, ErrorCell):
            self.findings.error(self.file, number, column, cell, Fault("error_cell"))
            return False
        if isinstance(cell, UncalculatedCell):
            self.findings.error(self.file, number, column, cell, Fault("uncalculated"))
            return False
        if isinstance(cell, DateCell) and column in rows.columns(self.name) and rows.form(self.name, column).textual:
            self.findings.warn(self.file, number, column, cell, Fault("date_in_text"))
        if shortened.is_long(cell) and (column not in rows.columns(self.name) or rows.form(self.name, column).textual):
            return self.findings.check("shortened", self.file, number, column, cells.text(cell), Fault("shortened"))
        return True

    def _read(self, heading: Heading, number: int, given: Mapping[str, Any]) -> Any:
        row, faults = rows.read(self.name, given, self.lists)
        for column, fault in faults.items():
            if fault.key != rows.REQUIRED:
                self.findings.error(self.file, number, column, given[column], fault)
        self._missing(heading, number, given, [column for column, fault in faults.items() if fault.key == rows.REQUIRED])
        return None if faults else row

    def _missing(self, heading: Heading, number: int, given: Mapping[str, Any], columns: Sequence[str]) -> None:
        """Note which cells of a row are empty and should not be: those of a row as one."""
        # A column that is not there is one problem, told at the heading, and a cell without a value has been told by its own.
        empty = [name for name in columns if name not in heading.absent and not self.findings.has_error_at(self.file, number, name)]
        if len(empty) == 1:
            self.findings.error(self.file, number, empty[0], None, Fault("required", column=empty[0]))
        elif empty:
            said = ", ".join(map(cells.text, given.values())) or None
            self.findings.error(self.file, number, None, said, Fault("required_several", columns=", ".join(empty)))
