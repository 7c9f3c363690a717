"""A workbook with rows of its tables added, changed and removed."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from actormap.workspace.problems import Findings
from actormap.workspace.reading import cells
from actormap.workspace.reading.sheet import Heading, Sheet, read_heading
from actormap.workspace.reading.titles import table_of
from actormap.workspace.schema import rows

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


class Book:
    """A workbook being changed; its tables are changed one by one and saved together."""

    def __init__(self, name: str, data: bytes) -> None:
        from openpyxl import load_workbook

        from actormap.workspace.reading.xlsx_parts import transitional

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # extensions that openpyxl does not know do not touch the cells
            self._book = load_workbook(io.BytesIO(transitional(data)), keep_vba=name.lower().endswith(".xlsm"))

    def table(self, name: str) -> WorkbookTable:
        """Return a table, a new sheet with its headings if there is none."""
        found = next((sheet for sheet in self._book.worksheets if table_of(str(sheet.title)) == name), None)
        if found is None:
            found = self._book.create_sheet(name)
            found.append(list(rows.columns(name)))
        return WorkbookTable(name, found)

    def to_bytes(self) -> bytes:
        """Return the workbook as a file."""
        stream = io.BytesIO()
        self._book.save(stream)
        return stream.getvalue()


class WorkbookTable:
    """One sheet being changed; its rows are numbered as the spreadsheet does."""

    def __init__(self, table: str, sheet: Worksheet) -> None:
        self.table, self._sheet = table, sheet
        self.heading = self._read_heading()
        self._last: int | None = None

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the rows below the headings, with their numbers, as far as they hold anything."""
        for number, line in enumerate(self._sheet.iter_rows(values_only=True), start=1):
            if number > self.heading.row:
                values = zip(self.heading.columns, line, strict=False)
                filled = {column: cells.clean(cells.text(value)) for column, value in values if column and value not in (None, "")}
                if filled:
                    yield number, filled

    def add(self, values: Mapping[str, Any]) -> None:
        """Put a row after the last one that holds anything."""
        if self._last is None:
            self._last = max((number for number, _ in self.rows()), default=self.heading.row)
        self._last += 1
        self.change(self._last, values)

    def change(self, number: int, values: Mapping[str, Any]) -> None:
        """Give some cells of a row other values; text is kept as text."""
        missing = [column for column in values if column not in self.heading.columns]
        for place, column in enumerate(missing, start=len(self.heading.columns) + 1):
            self._sheet.cell(self.heading.row, place, column)
        if missing:
            self.heading = self._read_heading()
        for column, value in values.items():
            cell: Any = self._sheet.cell(number, self.heading.columns.index(column) + 1)
            cell.value = value
            if isinstance(value, str):
                cell.data_type, cell.number_format = "s", "@"

    def remove(self, number: int) -> None:
        """Take a row away."""
        self._sheet.delete_rows(number)
        self._last = None

    def _read_heading(self) -> Heading:
        lines = ((number, line) for number, line in enumerate(self._sheet.iter_rows(values_only=True), start=1))
        return read_heading(Sheet(self.table, self.table, lines), Findings())
