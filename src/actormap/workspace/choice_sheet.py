"""A table as a sheet to fill in: what is known of each row stands beside the cells to fill in, one of which has a list to choose from."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actormap import xlsx
from actormap.errors import InputError
from actormap.i18n import Language, Texts
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import csv_file, workbook
from actormap.workspace.reading.cells import guarded
from actormap.workspace.reading.sheet import Sheet

Lines = Sequence[Mapping[str, Any]]
LAST_ROW = 1_048_576
_WIDEST, _FILLED_IN, _TOLD = 60, 18, 120  # characters


@dataclass(frozen=True, slots=True)
class ChoiceSheet:
    """The sheet of one table. `chosen` is the column with a list, `choices` the keys of its words in the catalogue, in order.

    `filled_in` are the columns that are made wide enough to write in, and `told` is the key under which the columns are explained.
    """

    table: str
    columns: tuple[str, ...]
    chosen: str
    choices: tuple[str, ...]
    filled_in: tuple[str, ...]
    told: str

    def write(self, lines: Lines, texts: Texts, *, as_workbook: bool) -> bytes:
        """Return the sheet as a workbook, or as a CSV file that an Excel of the language opens."""
        return self._workbook(lines, texts) if as_workbook else self._csv(lines, texts)

    def _csv(self, lines: Lines, texts: Texts) -> bytes:
        separator = Language.load(texts.lang).separator
        stream = io.StringIO(newline="")
        table = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
        table.writerow(self.columns)
        table.writerows([_written(line.get(column), separator) for column in self.columns] for line in lines)
        return stream.getvalue().encode("utf-8-sig")

    def _workbook(self, lines: Lines, texts: Texts) -> bytes:
        from openpyxl import Workbook
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        book = Workbook()
        book.remove(book.worksheets[0])
        sheet = book.create_sheet(self.table)
        xlsx.append(sheet, self.columns)
        for line in lines:
            xlsx.append(sheet, [line.get(column) for column in self.columns])
        xlsx.head(sheet, widest=_WIDEST)
        letters = {column: get_column_letter(number) for number, column in enumerate(self.columns, start=1)}
        words = ",".join(map(texts, self.choices))
        choice = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True, errorStyle="warning", showErrorMessage=True)
        choice.add(f"{letters[self.chosen]}2:{letters[self.chosen]}{LAST_ROW}")
        sheet.add_data_validation(choice)
        for column in self.filled_in:
            sheet.column_dimensions[letters[column]].width = _FILLED_IN
        xlsx.wrap(sheet, first=2)  # a sentence that the next cell hides cannot be judged
        told = book.create_sheet(texts("template.sheets.explanations"))
        xlsx.append(told, [texts("template.headings.column"), texts("template.headings.meaning")])
        for column in self.columns:
            xlsx.append(told, [column, texts(f"{self.told}.{column}")])
        xlsx.head(told, widest=_TOLD)
        return xlsx.to_bytes(book)


def opened(file: Path) -> bytes:
    """Return what a file that was filled in holds; raise `InputError` if it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        hint = "See that its name is right." if isinstance(error, FileNotFoundError) else "Close it if it is open in another program."
        raise InputError(f"{file} cannot be opened: {error.strerror}.", hint=hint) from error


def read(file: Path, data: bytes, table: str, required: Sequence[str], findings: Findings) -> Sheet:
    """Return the sheet of a table from a workbook or a CSV file; of a CSV file that is none only the `required` headings.

    Raises `InputError` if a workbook has no sheet of that name.
    """
    if file.suffix.lower() in workbook.SUFFIXES:
        sheets = workbook.sheets(file.name, data, findings)
        if table not in sheets:
            raise InputError(f"{file.name} has no sheet called {table}.", hint="Give the sheet that was filled in that name.")
        return sheets[table]
    try:
        return csv_file.sheet(table, file.name, data, findings)
    except Fault as fault:
        findings.error(file.name, fault.row, None, None, fault)
        return Sheet(table, file.name, iter([(1, tuple(required))]))


def names(file: Path, data: bytes, findings: Findings) -> frozenset[str]:
    """Return which sheets a workbook has; none if the file is no workbook."""
    return frozenset(workbook.sheets(file.name, data, findings)) if file.suffix.lower() in workbook.SUFFIXES else frozenset()


def _written(value: Any, separator: str) -> str:
    if isinstance(value, float):
        return str(value).replace(".", ",") if separator == ";" else str(value)
    return guarded(value) if value else ""
