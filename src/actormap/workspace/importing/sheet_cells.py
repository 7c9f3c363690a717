"""The cells of an imported sheet as clean texts, each with what the workbook holds; those that hold no value are told and empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actormap.workspace.checks import garbled, shortened
from actormap.workspace.importing.cleaning import cell_text
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading.cells import ErrorCell, UncalculatedCell
from actormap.workspace.reading.inspection import Inspection, plain

Line = tuple[int, list[str]]
_NO_VALUE: Mapping[type, str] = {ErrorCell: "error_cell", UncalculatedCell: "uncalculated"}


class SheetCell(str):
    """A cell as a text, with what the workbook holds: a day, a number with its format, an error."""

    __slots__ = ("raw",)
    raw: Any


def raw(cell: Any) -> Any:
    """Return what a cell holds: what the workbook has, or else its text."""
    return cell.raw if isinstance(cell, SheetCell) else cell


def inspected(lines: Iterable[tuple[int, Sequence[Any]]], file: str, findings: Findings) -> list[Line]:
    """Return the rows that hold anything as clean texts; a cell without a value, such as an error, is empty and told."""
    look = Inspection(file, findings, placeholders=False)
    read = ((number, [_inspected(cell, number, place, look) for place, cell in enumerate(row, start=1)]) for number, row in lines)
    return [(number, row) for number, row in read if any(row)]


def _inspected(cell: Any, number: int, place: int, look: Inspection) -> str:
    if type(cell) is str:
        if not cell or (cell.isascii() and cell.isalnum()):
            return cell
        text, kept = plain(cell), True
        if text is None:
            text, kept = look.text(number, _letter(place), cell, textual=False)
        if fault := garbled.look(text):
            kept &= look.findings.check("garbled", look.file, number, _letter(place), text, fault)
        return cell_text(text) if kept else ""
    if key := _NO_VALUE.get(type(cell)):
        look.findings.error(look.file, number, _letter(place), cell, Fault(key))
        return ""
    if shortened.is_long(cell):
        look.findings.check("shortened", look.file, number, _letter(place), cell_text(cell), Fault("shortened"))
    return "" if cell is None else _with(cell)


def _with(value: Any) -> SheetCell:
    made = SheetCell(cell_text(value))
    made.raw = value
    return made


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place))
