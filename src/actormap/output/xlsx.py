"""Results as an Excel workbook: a sheet a result, with real numbers, and a sheet that says what made them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from actormap import xlsx
from actormap.analysis.result import Result
from actormap.output.cells import Writer
from actormap.output.values import WORDS, plain

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

WIDEST = 60
ALL = "all"  # what a selection that leaves nothing out is of
LONGEST = 32_767  # characters that Excel holds in a cell; longer lists, such as who cannot be told apart, are in the JSON


def write(results: Sequence[Result], writer: Writer) -> bytes:
    """Return the workbook's bytes, the same for the same results.

    One sheet for each, then one with what made them (views, parameters, counts) and what their columns mean.
    """
    return xlsx.to_bytes(filled(results, writer))


def filled(results: Sequence[Result], writer: Writer) -> Workbook:
    """Return the workbook of some results, for sheets to be added."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for result in results:
        _fill(book.create_sheet(writer.texts(f"results.title.{result.name}")[:31]), result, writer)
    _define(book.create_sheet(writer.texts("results.title.definitions")), results, writer)
    return book


def _fill(sheet: Worksheet, result: Result, writer: Writer) -> None:
    columns = result.columns()
    words = [writer.heading(WORDS)] if writer.speaks_of(result) else []
    xlsx.append(sheet, [*(writer.head(result, column) for column in columns), *words])
    for row in result.rows:
        said = [writer.sentence(result, row)] if words else []
        xlsx.append(sheet, [*(_value(writer, column, row.get(column)) for column in columns), *said])
    xlsx.head(sheet, widest=WIDEST)


def _value(writer: Writer, column: str, value: Any) -> Any:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    return writer.cell(column, value) if not isinstance(value, list | tuple) else plain(value)


def _define(sheet: Worksheet, results: Sequence[Result], writer: Writer) -> None:
    xlsx.append(sheet, [writer.heading(column) for column in ("result", "what", "value")])
    for result in results:
        name = writer.texts(f"results.title.{result.name}")
        xlsx.append(sheet, [name, writer.heading("view"), result.context.view])
        for source in (result.context.parameters, result.context.summary):
            for key, value in source.items():
                _add(sheet, name, writer.parameter(key), writer.left_out(value) if key == "left_out" else _told(writer, key, value))
        for key, value in result.figures().items():
            _add(sheet, name, writer.head(result, key), _told(writer, key, value))
        for column in dict.fromkeys((*result.columns(), *result.figures())):
            meaning = writer.definition(result, column)
            if meaning:
                xlsx.append(sheet, [name, writer.head(result, column), meaning])
        for key, keys in result.undefined.items():
            xlsx.append(sheet, [name, writer.heading(key), writer.reason(keys, key)])
    xlsx.head(sheet, widest=WIDEST)


def _add(sheet: Worksheet, name: str, what: str, told: Any) -> None:
    if len(str(told)) <= LONGEST:
        xlsx.append(sheet, [name, what, told])


def _told(writer: Writer, key: str, value: Any) -> Any:
    if key == "status" and isinstance(value, list | tuple):
        return ", ".join(writer.cell(key, item) for item in value)
    if value == ALL:
        return writer.texts("words.all")
    counts = isinstance(value, dict) and all(isinstance(each, int) for each in value.values())
    return plain(value) if isinstance(value, dict) and not counts else _value(writer, key, value)
