"""Comparisons and matrices as workbooks that a person opens: a sheet laid out, in colours and words, before the rows for programs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from actormap import xlsx
from actormap.analysis.projects.comparison import MISSING, ProjectComparison
from actormap.analysis.projects.evidence_map import EvidenceMap
from actormap.analysis.projects.matrix import ProjectMatrix
from actormap.output import xlsx as sheets
from actormap.output.cells import Writer
from actormap.output.page_text import at_first
from actormap.output.projects import map_words
from actormap.output.projects.comparison import how_read, in_words, levels
from actormap.output.projects.signs import FILLS, SIGNS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NAME, CELL, SENTENCE, TOLD = 44, 14, 26, 70  # widths of columns, in characters
LARGE = 100  # from here on a decimal says nothing
_WHOLE, _DECIMAL = "#,##0", "#,##0.0"


def matrix(result: ProjectMatrix, writer: Writer) -> bytes:
    """Return the workbook of a matrix: projects against questions in signs, words and colours, what they mean, and every cell as a row."""
    book = sheets.filled((result,), writer)
    sheet = book.create_sheet(writer.texts("projects.sheet.matrix"), 0)
    xlsx.append(sheet, [writer.heading("project_name"), *(column for column, _ in result.across)])
    for (_, name), rows in groupby(result.rows, key=lambda row: (row["project"], row["project_name"])):
        states = [row["state"] for row in rows]
        xlsx.append(sheet, [name, *(said(state, writer) for state in states)])
        paint(sheet, states)
    lay_out(sheet)
    key = book.create_sheet(writer.texts("projects.sheet.key"), 1)
    xlsx.append(key, [writer.heading("state"), writer.heading("projects")])
    for state, count in result.figures().items():
        xlsx.append(key, [said(state, writer), count])
        key.cell(key.max_row, 1).fill = fill(state)
    for column, words in result.across:
        xlsx.append(key, [column, words])
    xlsx.head(key, widest=90)
    return xlsx.to_bytes(book)


def comparison(result: ProjectComparison, writer: Writer) -> bytes:
    """Return the workbook of a comparison: a sheet with a column a side, and every row for programs."""
    book = sheets.filled((in_words(result, writer),), writer)
    sheet = book.create_sheet(writer.texts("projects.sheet.compare"), 0)
    columns = [writer.heading("section"), writer.heading("name"), writer.heading("presence")]
    for side in result.sides:
        columns += [at_first(side.label), writer.texts("projects.sheet.what", side=at_first(side.label))]
    xlsx.append(sheet, columns)
    for (part, thing), rows in groupby(result.rows, key=lambda row: (row["section"], row["id"])):
        _compared(sheet, part, thing, list(rows), writer)
    xlsx.head(sheet, widest=60)
    xlsx.wrap(sheet)
    sheet.freeze_panes = "C2"
    return xlsx.to_bytes(book)


def _compared(sheet: Worksheet, part: str, thing: str, rows: Sequence[Any], writer: Writer) -> None:
    texts = writer.texts
    having = [row["side"] for row in rows if row["presence"] not in (None, MISSING)]
    presence = "" if part in ("figures", "results") else texts("projects.sheet.all") if len(having) == len(rows) else ", ".join(having)
    values: list[Any] = [texts(f"projects.compare.{part}"), writer.heading(thing) if part == "figures" else rows[0]["name"], presence]
    for row in rows:
        if part == "figures":
            told = "" if row["value"] is None else texts("projects.sheet.of", n=row["projects"], of=row["of"])
            values += [row["value"], told]
        elif part == "results":
            values += [row["projects"], ", ".join(f"{n} {texts(f'words.state.{each}')}" for each, n in row["states"].items())]
        elif row["presence"] == MISSING:
            values += [0, how_read(row, "projects.sheet.missing", texts)]
        else:
            values += [row["projects"], texts("projects.sheet.levels", levels=levels(row["levels"], writer), n=row["independent"])]
    xlsx.append(sheet, values)
    for place, row in enumerate(rows):
        if row["presence"] == MISSING:
            sheet.cell(sheet.max_row, 5 + 2 * place).fill = fill("silent")
        sheet.cell(sheet.max_row, 4 + 2 * place).number_format = _DECIMAL if part == "figures" and _is_small(row["value"]) else _WHOLE


def _is_small(value: float | None) -> bool:
    return value is not None and abs(value) < LARGE


def evidence_map(result: EvidenceMap, writer: Writer) -> bytes:
    """Return the workbook of the map: laid out in signs, numbers, words and colours, then its rows, cells and statements."""
    stand = [each for each in (result.lines, result, result.evidence) if each is not None]
    book = sheets.filled(stand, writer)
    sheet = book.create_sheet(writer.texts("projects.sheet.map"), 0)
    across = dict.fromkeys((row["column"], row["column_name"]) for row in result.rows)
    xlsx.append(sheet, [writer.heading("line_name"), *(name for _, name in across), writer.heading("in_words")])
    told = {row["line"]: map_words.sentence(row, writer) for row in (result.lines.rows if result.lines else ())}
    for line, rows in groupby(result.rows, key=lambda row: row["line"]):
        cells = list(rows)
        shown = [f"{map_words.short(row)} {map_words.said(row, writer)}".strip() for row in cells]
        xlsx.append(sheet, [cells[0]["line_name"], *shown, told[line]])
        paint(sheet, [row["direction"] for row in cells])
    lay_out(sheet, SENTENCE, TOLD)
    return xlsx.to_bytes(book)


def said(state: str, writer: Writer) -> str:
    """Return a state as sign and word."""
    return f"{SIGNS[state]} {writer.texts(f'words.state.{state}')}".strip()


def fill(state: str) -> Any:
    """Return the fill of a state's cells."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=FILLS[state])


def paint(sheet: Worksheet, states: Sequence[str], first: int = 2) -> None:
    """Colour the cells of the last row, from a column on."""
    for place, state in enumerate(states, start=first):
        sheet.cell(sheet.max_row, place).fill = fill(state)


def lay_out(sheet: Worksheet, wide: int = CELL, last: int | None = None) -> None:
    """Make the first row and the first column headings that stay in sight, and break long cells into lines."""
    from openpyxl.utils import get_column_letter

    xlsx.head(sheet, widest=NAME)
    sheet.freeze_panes = "B2"
    for place in range(2, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(place)].width = last if last and place == sheet.max_column else wide
    xlsx.wrap(sheet)
