"""The tables of a document as a workbook: a sheet each, with all rows and real numbers, and one first that says which they are."""

from __future__ import annotations

import re

from actormap import xlsx
from actormap.output.document.blocks import DataTable, TableCell
from actormap.output.document.inline import plain
from actormap.output.document.layout import lay_out
from actormap.output.document.publication import Publication

_WIDEST = 60
_ARROW = 4  # characters that the arrow of a filter hides
_LONGEST_TITLE = 31  # characters that Excel takes in the name of a sheet
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def write(publication: Publication) -> bytes:
    """Return the tables of a document as XLSX, with the rows that paper has no room for; one without tables has the first sheet alone.

    Raises `InputError` if a text is longer than Excel holds.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    laid_out = lay_out(publication)
    t = laid_out.texts
    book = Workbook()
    first = book.worksheets[0]
    first.title = t("document.contents")
    tables = [(part.number, part.block) for part in laid_out.parts if isinstance(part.block, DataTable)]
    about = " · ".join(filter(None, (publication.publisher, publication.date)))
    for words in ([publication.title], [about], [], [t(f"document.sheet_{each}") for each in ("sheet", "table", "note")] if tables else []):
        xlsx.append(first, words)
    first["A1"].font = Font(bold=True, size=16)
    for cell in first[4]:
        cell.font = Font(bold=True)
    for number, table in tables:
        sheet = book.create_sheet(_title(number, table.caption))
        xlsx.append(sheet, table.columns)
        for row in (*table.rows, *table.further):
            xlsx.append(sheet, [_value(cell) for cell in row])
        xlsx.head(sheet, widest=_WIDEST)
        for width in sheet.column_dimensions.values():
            width.width += _ARROW
        xlsx.wrap(sheet)
        for place in range(len(table.columns)):
            if table.numeric(place):
                for cells in sheet.iter_rows(min_col=place + 1, max_col=place + 1):
                    cells[0].alignment = Alignment(horizontal="right", vertical="top", wrap_text=True)
        xlsx.append(first, [sheet.title, t("document.table", n=number, caption=table.caption), table.note])
        named = first.cell(first.max_row, 1)
        quoted = sheet.title.replace("'", "''")
        named.hyperlink = Hyperlink(ref=named.coordinate, location=f"'{quoted}'!A1")
        named.style = "Hyperlink"
    first.column_dimensions["A"].width = _LONGEST_TITLE + 2
    first.column_dimensions["B"].width = first.column_dimensions["C"].width = _WIDEST
    book.properties.title, book.properties.creator = publication.title, publication.publisher or None
    book.properties.language = t("document.locale")
    return xlsx.to_bytes(book)


def _value(cell: TableCell) -> str | float | None:
    return cell.number if cell.number is not None else plain(cell.line) or None


def _title(number: int, caption: str) -> str:
    """Return a name for a sheet: the number of its table, which no other has, and as much of the caption as there is room for."""
    return f"{number} {_NOT_IN_TITLE.sub(' ', caption)}"[:_LONGEST_TITLE].rstrip(" '")
