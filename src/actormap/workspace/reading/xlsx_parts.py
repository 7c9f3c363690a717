"""What a workbook's own XML says that a reader of its cells does not: merged and hidden cells, formulas, the strict kind of the format."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
# Any program may give the elements a prefix: Excel writes <f>, others <x:f>.
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*\bref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']""")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?(?:/>|>.*?</(?:\w+:)?c>)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v[\s/>]")
_AS_TEXT = re.compile(rb"""\bt=["']str["']""")
_ADDRESS = re.compile(rb"""\br=["']([A-Z]+(\d+))["']""")
_SHARED = re.compile(rb"""\bt=["']s["'].*?<(?:\w+:)?v>(\d+)<""", re.DOTALL)
_STRIKE = re.compile(rb"""<(?:\w+:)?d?strike(?:\s*/?>|\s+val=["'](?:1|true)["'])""")
_TEXT = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
# A height or width of nought hides as well.
_HIDDEN = re.compile(rb"""\b(?:hidden=["'](?:1|true)["']|(?:ht|width)=["']0(?:\.0+)?["'])""")


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """How a sheet lies: `merged` are column, first and last row of the cells that one covers downwards; hidden rows and columns, from 1."""

    merged: tuple[tuple[int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def transitional(data: bytes) -> bytes:
    """Return a workbook that was saved as Strict Open XML in the ordinary kind, which says the same; any other as it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        if not any(_STRICT in source.read(name) for name in source.namelist() if name.endswith("workbook.xml")):
            return data
        plain = io.BytesIO()
        with zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as target:
            for name in source.namelist():
                part = source.read(name)
                if name.endswith((".xml", ".rels")):
                    for strict, usual in _TRANSITIONAL:
                        part = part.replace(strict, usual)
                target.writestr(name, part)
    return plain.getvalue()


def has_formulas(data: bytes) -> bool:
    """Return whether a cell of a workbook holds a formula, whatever program wrote it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(_FORMULA.search(archive.read(part)) for part in archive.namelist() if "worksheets/" in part and part.endswith(".xml"))


def empty_texts(data: bytes, part: str) -> frozenset[str]:
    """Return the addresses of formulas whose value is a text that is there and empty, which is no hole."""
    return frozenset(
        found[1].decode()
        for cell in _CELL.findall(_part(data, part))
        if _AS_TEXT.search(cell) and _FORMULA.search(cell) and _VALUE.search(cell) and (found := _ADDRESS.search(cell))
    )


def struck_in_part(data: bytes, part: str) -> frozenset[int]:
    """Return the rows of a sheet that hold a cell of which some letters are struck out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = archive.read("xl/sharedStrings.xml") if "xl/sharedStrings.xml" in archive.namelist() else b""
        sheet = archive.read(part.removeprefix("/"))
    struck = {b"%d" % place for place, text in enumerate(_TEXT.findall(texts)) if _STRIKE.search(text)} if b"strike" in texts else set()
    if not struck and b"strike" not in sheet:
        return frozenset()
    return frozenset(
        int(found[2])
        for cell in _CELL.findall(sheet)
        if (found := _ADDRESS.search(cell)) and (_STRIKE.search(cell) or ((shared := _SHARED.search(cell)) and shared[1] in struck))
    )


def _part(data: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part.removeprefix("/"))


def layout(data: bytes, part: str) -> SheetLayout:
    """Return how the sheet in a part of a workbook lies."""
    from openpyxl.utils import column_index_from_string

    xml = _part(data, part)
    merged = tuple(
        (column_index_from_string(match[1].decode()), int(match[2]), int(match[4]))
        for match in _MERGED.finditer(xml)
        if int(match[4]) > int(match[2])
    )
    if not _HIDDEN.search(xml):
        return SheetLayout(merged)
    rows = (match[0] for match in _ROW.finditer(xml))
    columns = (match[0] for match in _COLUMN.finditer(xml[: xml.find(b"sheetData")]))
    return SheetLayout(
        merged,
        frozenset(_number(row, b"r") for row in rows if _HIDDEN.search(row)) - {0},
        frozenset(
            number
            for column in columns
            if _HIDDEN.search(column)
            for number in range(_number(column, b"min"), min(_number(column, b"max"), 1000) + 1)
        ),
    )


def _number(element: bytes, attribute: bytes) -> int:
    match = re.search(rb"\b" + attribute + rb"""=["'](\d+)["']""", element)
    return int(match[1]) if match else 0
