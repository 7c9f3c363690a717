"""A result in the form that was asked for: a table for the terminal, Markdown, CSV, JSON or an Excel workbook.

Tables and Markdown speak the reader's language. CSV, JSON and the workbook's figures keep column names and full precision, for programs.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from actormap.output import brief
from actormap.output.terminal import PROGRAM, Terminal
from actormap.output.values import plain

if TYPE_CHECKING:
    from actormap.analysis.result import Result
    from actormap.output.cells import Writer

DEFAULT = "table"

Write = Callable[["Sequence[Result]", "Writer", Terminal], str | bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of an answer: what writes it, and what the names of its files end in. A `binary` one is for files alone."""

    write: Write
    suffix: str
    binary: bool = False


def render(result: Result, form: str, writer: Writer, *more: Result, terminal: Terminal = PROGRAM) -> str | bytes:
    """Return a result in a form of `FORMATS`; bytes for a workbook, text otherwise.

    `more` are results that stand with it, such as its evidence: further tables or sheets, in JSON their rows under their names. CSV holds
    one table, so there `more` is left out. A form that is not there is a table: fitted to the terminal's width, or with tabs between the
    cells where there is none. In a file CSV is as a spreadsheet of the reader's country opens it by double click; otherwise it is for
    programs, with commas and decimal points.
    """
    return FORMATS.get(form, FORMATS[DEFAULT]).write((result, *more), writer, terminal)


def _table_text(results: Sequence[Result], writer: Writer, terminal: Terminal) -> str:
    from actormap.output import tabs
    from actormap.output.screen import page

    if terminal.width is not None:
        return page.write(results, writer, terminal)
    said = [note for each in results for note in brief.notes(each, writer)] if terminal.file else []
    return tabs.write(results, writer, terminal) + "".join(f"\n{note}" for note in said) + ("\n" if said else "")


def _markdown(results: Sequence[Result], writer: Writer, terminal: Terminal) -> str:
    return "\n".join(_with_notes(_markdown_table(each, writer, terminal.top), brief.notes(each, writer)) for each in results)


def _with_notes(table: str, said: Sequence[str]) -> str:
    return table + ("\n" + "".join(f"- {note}\n" for note in said) if said else "")


def _json(results: Sequence[Result], writer: Writer, terminal: Terminal) -> str:  # noqa: ARG001  (as the others are called)
    result, *more = results
    told = result.to_dict() | {other.name: [dict(row) for row in other.rows] for other in more}
    return json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _workbook(results: Sequence[Result], writer: Writer, terminal: Terminal) -> bytes:  # noqa: ARG001
    from actormap.output import xlsx

    return xlsx.write(results, writer)


def _csv(results: Sequence[Result], writer: Writer, terminal: Terminal) -> str:
    from actormap.i18n import Language
    from actormap.workspace.reading.cells import guarded

    separator = Language.load(writer.texts.lang).separator if terminal.file else ","

    def cell(value: Any) -> Any:
        found = plain(value)
        if isinstance(found, float) and separator == ";":
            return str(found).replace(".", ",")
        return guarded(found) if isinstance(found, str) else found

    result = results[0]
    stream = io.StringIO()
    # By the mark a spreadsheet knows the encoding; where cells have commas between, programs are not used to it.
    stream.write("\ufeff" if separator == ";" else "")
    table = csv.writer(stream, delimiter=separator, lineterminator="\n")
    table.writerow(result.columns())
    table.writerows([cell(row.get(column)) for column in result.columns()] for row in result.rows)
    return stream.getvalue()


def _markdown_table(result: Result, writer: Writer, most: int | None) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.MARKDOWN, show_edge=True, pad_edge=True)
    columns = brief.columns(result, writer)
    for column in columns:
        justify: Literal["right", "left"] = "right" if brief.is_numeric(result, column) else "left"
        table.add_column(writer.head(result, column), justify=justify, overflow="fold", no_wrap=True)
    for cells in brief.cells(result, writer, columns, most):
        # Text takes names literally; a bar would end a cell.
        table.add_row(*(Text(cell.replace("|", "\\|").replace("\n", " ")) for cell in cells))
    # The height is said, so that LINES is not read, which may be anything.
    console = Console(file=io.StringIO(), width=10_000, height=len(result.rows) + 100, color_system=None, legacy_windows=False)
    console.print(table)
    drawn = console.file.getvalue()  # type: ignore[attr-defined]  # the StringIO from two lines above
    return "\n".join(line.rstrip() for line in drawn.splitlines()).strip("\n") + "\n"


FORMATS: Mapping[str, Format] = {
    DEFAULT: Format(_table_text, ".txt"),
    "csv": Format(_csv, ".csv"),
    "json": Format(_json, ".json"),
    "md": Format(_markdown, ".md"),
    "xlsx": Format(_workbook, ".xlsx", binary=True),
}
