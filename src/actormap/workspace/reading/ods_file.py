"""A workbook of LibreOffice (OpenDocument) with a sheet for each table: what its cells hold, and what their format adds.

The format is a zip file with one XML part that names every value, so that it is read here: readers of cells alone lose the unit that only
a format writes, the cells that a merged one covers, and what is hidden.
"""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from actormap.errors import InputError
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import course, grid
from actormap.workspace.reading.cells import DateCell, ErrorCell, FormattedNumber, Percentage, UncalculatedCell
from actormap.workspace.reading.xlsx_parts import SheetLayout
from actormap.xlsx import LARGEST_UNPACKED, is_too_large

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMAT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_ERROR_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_WIDEST = 1_000  # columns; an empty row is written as one cell that is repeated to the edge of the sheet
_MOST_ALIKE = 100_000  # rows
_UNIT = re.compile(r"[^\d\s.,+\-\u2212%]+(?: [^\d\s.,+\-\u2212%]+)*")
_HELD = "content.xml"


def opened(
    name: str, data: bytes, findings: Findings, choose: grid.Choice, progress: course.Progress | None = None
) -> dict[str, grid.GridSheet]:
    """Return the chosen sheets of a workbook that hold anything, by their titles; `progress` is told how many rows of each have been read.

    Raises `InputError` if it is no workbook that can be read.
    """
    try:
        root = _content(name, data)
        found = {str(table.get(f"{_TABLE}name")): table for table in root.iter(f"{_TABLE}table")}
        styles = _Styles.of(root)
        read: dict[str, grid.GridSheet] = {}
        for title, file in choose(list(found)).items():
            rows = _rows(found[title], styles, progress)
            if rows.lines and found[title].get(f"{_TABLE}style-name") in styles.unseen:
                findings.check("hidden", file, None, None, title, Fault("hidden_sheet"))
            if lying := grid.settled(rows, file, findings):
                read[title] = lying
    except (zipfile.BadZipFile, zlib.error, RuntimeError, ET.ParseError, KeyError, ValueError, OverflowError) as error:
        raise InputError(f"{name} cannot be read as an OpenDocument workbook.", hint="Open it in LibreOffice and save it anew.") from error
    return read


def _content(name: str, data: bytes) -> ET.Element:
    if is_too_large(data):
        raise InputError(
            f"{name} unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB, which is more than a workbook of tables holds.",
            hint="Save each sheet as CSV UTF-8 in a folder and give that.",
        )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise InputError(f"{name} is protected by a password.", hint="Save a copy without a password and give that.")
        xml = archive.read(_HELD)
    if b"<!DOCTYPE" in xml[:2000] or b"<!ENTITY" in xml:
        raise ValueError(name)  # no program writes them, and they are how a small file becomes a large one
    return ET.fromstring(xml)  # noqa: S314  (entities are refused above)


@dataclass(frozen=True, slots=True)
class _Styles:
    """The names of the styles whose letters are struck out or bold, and of those whose sheets are not shown."""

    struck: frozenset[str]
    bold: frozenset[str]
    unseen: frozenset[str]

    @classmethod
    def of(cls, root: ET.Element) -> _Styles:
        """Return the styles of a workbook."""
        named = [(str(style.get(f"{_STYLE}name")), style) for style in root.iter(f"{_STYLE}style")]
        letters = [(name, part) for name, style in named for part in style.iter(f"{_STYLE}text-properties")]
        sheets = [(name, part) for name, style in named for part in style.iter(f"{_STYLE}table-properties")]
        return cls(
            frozenset(name for name, part in letters if part.get(f"{_STYLE}text-line-through-style", "none") != "none"),
            frozenset(name for name, part in letters if part.get(f"{_FORMAT}font-weight") == "bold"),
            frozenset(name for name, part in sheets if part.get(f"{_TABLE}display") == "false"),
        )


def _rows(table: ET.Element, styles: _Styles, progress: course.Progress | None) -> grid.GridRows:
    number = 1
    lines: list[grid.GridRow] = []
    merged: list[tuple[int, int, int]] = []
    marked: dict[str, set[int]] = {"hidden": set(), "struck": set(), "bold": set()}
    written = list(table.iter(f"{_TABLE}table-row"))
    for place, row in enumerate(written, start=1):
        if progress and place % course.STEP == 0:
            progress(place, len(written))
        repeated = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        cells = _cells(row, styles)
        if cells.values:
            same = range(number, number + min(repeated, _MOST_ALIKE))
            lines += [(each, list(cells.values)) for each in same]
            hidden = row.get(f"{_TABLE}visibility", "visible") != "visible"
            for name, is_so in (("hidden", hidden), ("struck", cells.struck), ("bold", cells.bold)):
                marked[name].update(same if is_so else ())
            merged += [(column, number, number + rows - 1) for column, rows in cells.covering]
        number += repeated
    layout = SheetLayout(tuple(merged), frozenset(marked["hidden"]), _hidden_columns(table))
    return grid.GridRows(lines, layout, frozenset(marked["struck"]), frozenset(marked["bold"]))


def _hidden_columns(table: ET.Element) -> frozenset[int]:
    place, hidden = 1, set()
    for column in table.iter(f"{_TABLE}table-column"):
        repeated = int(column.get(f"{_TABLE}number-columns-repeated", "1"))
        if column.get(f"{_TABLE}visibility", "visible") != "visible":
            hidden |= set(range(place, min(place + repeated, _WIDEST)))
        place += repeated
    return frozenset(hidden)


class _Cells(NamedTuple):
    """The values of a row, the columns of merged cells with how many rows each covers, whether any is struck out, whether all are bold."""

    values: list[Any]
    covering: list[tuple[int, int]]
    struck: bool
    bold: bool


def _cells(row: ET.Element, styles: _Styles) -> _Cells:
    values: list[Any] = []
    covering: list[tuple[int, int]] = []
    filled: list[ET.Element] = []
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        value = None if cell.tag.endswith("covered-table-cell") else _value(cell)
        rows = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
        if rows > 1:
            covering.append((len(values) + 1, rows))
        filled += [] if value is None else [cell]
        repeated = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        values += [value] * min(repeated, _WIDEST)
    while values and values[-1] is None:
        values.pop()
    struck = bool(styles.struck) and any(_names(cell) & styles.struck for cell in filled)
    return _Cells(values, covering, struck, bool(filled) and all(cell.get(f"{_TABLE}style-name") in styles.bold for cell in filled))


def _names(cell: ET.Element) -> set[str]:
    """Return the styles of a cell and of the parts of its text."""
    return {str(cell.get(f"{_TABLE}style-name")), *(str(part.get(f"{_TEXT}style-name")) for part in cell.iter(f"{_TEXT}span"))}


def _value(cell: ET.Element) -> Any:
    attributes: Mapping[str, str] = cell.attrib
    kind = attributes.get(f"{_OFFICE}value-type")
    shown = "\n".join("".join(_letters(part)) for part in cell.findall(f"{_TEXT}p"))
    formula = attributes.get(f"{_TABLE}formula")
    if attributes.get(_ERROR_TYPE) == "error":
        return ErrorCell(shown)
    if kind is None:
        return UncalculatedCell(formula) if formula else None
    if kind in ("float", "currency"):
        return _number(float(attributes[f"{_OFFICE}value"]), shown, attributes.get(f"{_OFFICE}currency", ""))
    if kind == "percentage":
        return Percentage(float(attributes[f"{_OFFICE}value"]))
    if kind == "date":
        return _date(attributes[f"{_OFFICE}date-value"], shown)
    if kind == "time":
        return DateCell.of(shown, shown)
    if kind == "boolean":
        return attributes[f"{_OFFICE}boolean-value"] == "true"
    return attributes.get(f"{_OFFICE}string-value", shown) or None


def _letters(part: ET.Element) -> Iterator[str]:
    yield part.text or ""
    for child in part:
        if child.tag == f"{_TEXT}s":
            yield " " * int(child.get(f"{_TEXT}c", "1"))
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag != f"{_OFFICE}annotation":
            yield from _letters(child)
        yield child.tail or ""


def _number(value: float, shown: str, currency: str) -> float:
    match = _UNIT.search(shown)
    unit = match[0] if match else "" if currency in ("", "SEK") else currency
    digits = re.sub(r"[^\d]", "", shown)
    padded = digits if digits == shown and digits[:1] == "0" and len(digits) > 1 and value == int(digits) else None
    whole = int(value) if value.is_integer() else value
    if not unit and padded is None:
        return whole
    return FormattedNumber.of(value, unit=unit, divisor=_divisor(value, shown), padded=padded)


def _divisor(value: float, shown: str) -> int:
    """Return by what a format has divided a number before it was shown."""
    match = re.search(r"\d[\d\s]*(?:[.,]\d+)?", shown)
    seen = float(re.sub(r"\s", "", match[0]).replace(",", ".")) if match else 0
    return min((1, 1_000, 1_000_000), key=lambda divisor: abs(value / divisor - seen))


def _date(value: str, shown: str) -> DateCell:
    day = value[:10]
    if re.fullmatch(r"\d{4}", shown):
        return DateCell.of(day[:4], day)
    return DateCell.of(day[:7] if re.fullmatch(r"\d{4}[-/]\d{1,2}", shown) else day, day)
