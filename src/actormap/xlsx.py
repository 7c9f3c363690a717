"""Excel workbooks with the same bytes for the same content, and text that stays text."""

from __future__ import annotations

import io
import re
import textwrap
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from actormap.errors import InputError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can hold
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


# Half a million rows of eight cells, forty bytes each, are 160 MB unpacked; far more than that fills the memory of a small computer.
_LONGEST = 32_767  # in units of UTF-16, as Excel counts
LARGEST_UNPACKED = 400_000_000
_LINE, _HIGHEST = 15, 409  # points; Excel has no higher row


def is_too_large(data: bytes) -> bool:
    """Return whether a workbook says that it unpacks to more than can be read; nothing is unpacked to know it.

    One that cannot be opened is not too large: whoever reads it refuses it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED
    except (zipfile.BadZipFile, NotImplementedError):
        return False


def append(sheet: Worksheet, values: Sequence[Any]) -> None:
    """Add a row. Text that begins as a formula is kept as text; characters that Excel cannot hold are left out.

    Raises `InputError` if a text is longer than a cell can hold: Excel and its libraries would cut it without a word.
    """
    for place, value in enumerate(values, start=1):
        if isinstance(value, str) and len(value) > _LONGEST // 2 and (length := len(value.encode("utf-16-le", "replace")) // 2) > _LONGEST:
            raise InputError(
                f"{sheet.title}, row {sheet.max_row + 1}, column {place}: a text of {length} characters does not fit in a cell of Excel, "
                f"which holds {_LONGEST}.",
                hint="Shorten the text, or write CSV.",
            )
    sheet.append([ILLEGAL.sub("", value) if isinstance(value, str) else value for value in values])
    for cell in sheet[sheet.max_row]:
        if isinstance(cell.value, str):
            cell.data_type = "s"


def head(sheet: Worksheet, *, widest: int) -> None:
    """Make the first row a heading: bold, frozen, filterable, and the columns as wide as what they hold, up to `widest` characters."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for number, column in enumerate(sheet.iter_cols(values_only=True), start=1):
        longest = max((len(str(value)) for value in column if value is not None), default=0)
        sheet.column_dimensions[get_column_letter(number)].width = min(widest, longest + 2)


def wrap(sheet: Worksheet, first: int = 1) -> None:
    """Break long texts of a sheet into lines, from a row on, and make each row as high as they take at the widths its columns have now.

    Not every program finds the height by itself, and one line's would let a text lie over the row below.
    """
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    for number, row in enumerate(sheet.iter_rows(min_row=first), start=first):
        lines = 1
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                width = int(sheet.column_dimensions[get_column_letter(cell.column)].width) - 1
                lines = max(lines, sum(len(textwrap.wrap(line, max(width, 1))) or 1 for line in cell.value.split("\n")))
        if lines > 1:
            sheet.row_dimensions[number].height = min(lines * _LINE, _HIGHEST)


def to_bytes(book: Workbook) -> bytes:
    """Return the workbook as a file whose times are all fixed, so that the same content gives the same bytes."""
    book.properties.created = book.properties.modified = datetime(*EPOCH)  # noqa: DTZ001  (the format has no time zone)
    raw, fixed = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":  # openpyxl puts the time of saving here, whatever the properties say
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", data)
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 0  # otherwise the file says on which system it was made
            target.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
