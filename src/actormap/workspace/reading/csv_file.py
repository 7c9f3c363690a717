"""CSV as spreadsheets in Sweden write it: its encoding and its separator are found out, not asked for."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from actormap.workspace.problems import Fault
from actormap.workspace.reading.sheet import Sheet, column_name
from actormap.workspace.schema import rows

SEPARATORS = (",", ";", "\t")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORKBOOK = b"PK\x03\x04"
_HEAD = 100_000


def encoding_of(data: bytes) -> str:
    """Return UTF-8, UTF-16 if a mark says so, or else Windows-1252; raise `Fault` if the file is in none of them."""
    if data.startswith(_WORKBOOK):
        raise Fault("workbook_named_csv")
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text[:_HEAD].split("\n", 1)[0]:
            raise Fault("nul_characters")
        return encoding
    raise Fault("unknown_encoding")


def decode(data: bytes) -> str:
    """Return the text of a file; raise `Fault` if it is in no encoding that is read."""
    return data.decode(encoding_of(data))


def sheet(table: str, file: str, data: bytes) -> Sheet:
    """Return one table of a CSV file; raise `Fault` if the whole file cannot be read.

    Rows are counted as a spreadsheet shows them: a cell with line breaks in it is one row, and a first line `sep=;` is none.
    """
    encoding = encoding_of(data)
    head = io.TextIOWrapper(io.BytesIO(data), encoding, newline="").read(_HEAD)
    if not head.strip():
        raise Fault("empty_file")
    text = io.TextIOWrapper(io.BytesIO(data), encoding, newline="")
    separator = ""
    if head[:4].lower() == "sep=":
        separator = text.readline()[4:].rstrip("\r\n")
    if len(separator) != 1:
        separator = separator_of(table, head)
    return Sheet(table, file, _records(text, separator))


def separator_of(table: str, head: str) -> str:
    """Return which of `SEPARATORS` the headings of a table are separated by, from the beginning of its text."""
    known = rows.columns(table)

    def fits(separator: str) -> tuple[int, int]:
        try:
            titles = next(line for line in csv.reader(io.StringIO(head, newline=""), delimiter=separator) if any(map(str.strip, line)))
        except (StopIteration, csv.Error):
            return 0, 0
        return sum(column_name(title) in known for title in titles), len(titles)

    return max(SEPARATORS, key=fits)


def _records(text: Iterable[str], separator: str) -> Iterator[tuple[int, Sequence[str]]]:
    # A note may be a megabyte; the module's own limit is an eighth of that, and it is one for the whole process.
    csv.field_size_limit(max(csv.field_size_limit(), 2**31 - 1))
    number = 0
    try:
        for number, record in enumerate(csv.reader(text, delimiter=separator, strict=True), start=1):
            yield number, record
    except csv.Error:
        fault = Fault("unclosed_quote")
        fault.row = number + 1
        raise fault from None
