"""An Excel workbook with a sheet for each table: what its cells hold, not what they look like."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from actormap.errors import InputError
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import course, grid, number_format
from actormap.workspace.reading.cells import DateCell, ErrorCell, FormattedNumber, Percentage, UncalculatedCell
from actormap.xlsx import LARGEST_UNPACKED, is_too_large

if TYPE_CHECKING:
    from openpyxl import Workbook

    from actormap.workspace.reading.xlsx_parts import SheetLayout

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_NOT_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_SINCE_1900 = 1462
_HEAD = 2  # rows whose letters are looked at
Formulas = Mapping[tuple[int, int], str]


def opened(
    name: str, data: bytes, findings: Findings, choose: grid.Choice, progress: course.Progress | None = None
) -> dict[str, grid.GridSheet]:
    """Return the chosen sheets of a workbook that hold anything, by their titles; `progress` is told how many rows of each have been read.

    Raises `InputError` if it is no workbook that can be read.
    """
    _refuse_others(name, data)
    with warnings.catch_warnings():
        # Extensions that openpyxl does not know (drop-downs of later versions and the like) do not touch the cells.
        warnings.simplefilter("ignore")
        try:
            return _read(data, findings, choose, progress)
        except Exception as error:  # a damaged file makes openpyxl raise anything from KeyError to ParseError
            raise InputError(f"{name} cannot be read as an Excel workbook.", hint="Open it in Excel and save it anew as .xlsx.") from error


def _refuse_others(name: str, data: bytes) -> None:
    if data.startswith(_OLD) and _LOCKED in data:
        raise InputError(f"{name} is protected by a password.", hint="Save a copy without a password and give that.")
    if data.startswith(_OLD):
        raise InputError(f"{name} is in Excel's old format.", hint="Open it in Excel and save it as .xlsx.")
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise InputError(f"{name} is no Excel workbook, or is damaged.", hint="Open it in Excel and save it anew as .xlsx.")
    if is_too_large(data):
        raise InputError(
            f"{name} unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB, which is more than a workbook of tables holds.",
            hint="Save each sheet as CSV UTF-8 in a folder and give that.",
        )


def _read(data: bytes, findings: Findings, choose: grid.Choice, progress: course.Progress | None) -> dict[str, grid.GridSheet]:
    from openpyxl import load_workbook

    from actormap.workspace.reading import xlsx_parts

    result: dict[str, grid.GridSheet] = {}
    data = xlsx_parts.transitional(data)
    formulas = load_workbook(io.BytesIO(data), read_only=True) if xlsx_parts.has_formulas(data) else None
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for title, file in choose([str(sheet.title) for sheet in book.worksheets]).items():
        sheet: Any = book[title]
        part = sheet._worksheet_path  # noqa: SLF001  (nothing public says which part a sheet is)
        layout = xlsx_parts.layout(data, part)
        read = _rows(book, title, layout, _formulas(formulas, title, xlsx_parts.empty_texts(data, part)) if formulas else {}, progress)
        read = replace(read, struck={*read.struck, *xlsx_parts.struck_in_part(data, part)})
        if sheet.sheet_state != "visible" and read.lines:
            findings.check("hidden", file, None, None, title, Fault("hidden_sheet"))
        if lying := grid.settled(read, file, findings):
            result[title] = lying
    return result


def _formulas(book: Workbook, title: str, empty: frozenset[str]) -> Formulas:
    """Return the formulas of a sheet that may have no value; one that gives an empty text is an empty cell."""
    sheet: Any = book[title]
    sheet.reset_dimensions()
    return {
        (cell.row, cell.column): str(getattr(cell.value, "text", cell.value))
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f" and (not empty or cell.coordinate not in empty)
    }


def _rows(book: Any, title: str, layout: SheetLayout, formulas: Formulas, progress: course.Progress | None) -> grid.GridRows:
    sheet: Any = book[title]
    total = sheet.max_row or 0
    # Some programs write a size that is not the sheet's; then rows would be cut off.
    sheet.reset_dimensions()
    # Dates are already told apart from numbers; a number that is meant for one still counts from the workbook's own beginning.
    days = _SINCE_1900 if book.epoch.year == 1904 else 0
    fonts, styles = book._fonts, book._cell_styles  # noqa: SLF001  (what a cell says of its font is a hundred times slower)
    struck_out = frozenset(number for number, style in enumerate(styles) if fonts[style.fontId].strike)
    bold = frozenset(number for number, style in enumerate(styles) if fonts[style.fontId].b)
    lines: list[grid.GridRow] = []
    marked: dict[str, set[int]] = {"struck": set(), "bold": set()}
    for number, line in enumerate(sheet.iter_rows(), start=1):
        if progress and number % course.STEP == 0:
            progress(number, max(number, total))
        values = [_value(cell, formulas, days) for cell in line]
        while values and values[-1] is None:
            values.pop()
        if not values:
            continue
        lines.append((number, values))
        if struck_out or (bold and len(lines) <= _HEAD):
            looks = {cell._style_id for cell in line if cell.value is not None}  # noqa: SLF001
            if looks & struck_out:
                marked["struck"].add(number)
            if looks and looks <= bold:
                marked["bold"].add(number)
    return grid.GridRows(lines, layout, **marked)


def _value(cell: Any, formulas: Formulas, days: int) -> Any:
    value = cell.value
    if value is None:
        formula = formulas.get((getattr(cell, "row", 0), getattr(cell, "column", 0))) if formulas else None
        return UncalculatedCell(formula) if formula else None
    if cell.data_type == "e":
        return ErrorCell(value)
    if isinstance(value, str):
        return value.replace("_x000D_", "") or None
    if isinstance(value, datetime | date):
        return DateCell.of(_as_shown(value, cell.number_format or ""), f"{value:%Y-%m-%d}".zfill(10))
    if isinstance(value, time | timedelta):
        return DateCell(str(value))
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _number(value, cell.number_format or "", days)
    return value


def _number(value: float, shown_as: str, days: int) -> float:
    form = number_format.form(shown_as)
    if form.percent:
        return Percentage(value)
    padded = f"{int(value):0{form.digits}}" if form.digits and float(value).is_integer() else None
    if form.unit or padded or days:
        return FormattedNumber.of(value, unit=form.unit, divisor=form.divisor, padded=padded, days=days)
    return value


def _as_shown(value: date, number_format: str) -> str:
    """Return a date as precisely as the sheet shows it: who typed 2014-06 sees a month, though Excel keeps its first day."""
    letters = _NOT_FORMAT.sub("", number_format).lower()
    day = f"{value:%Y-%m-%d}".zfill(10)
    if "d" in letters or "h" in letters or "y" not in letters:
        return day
    return day[:7] if "m" in letters else day[:4]
