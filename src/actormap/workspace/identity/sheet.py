"""Pairs that may be one as a sheet to fill in: the table identity, with the names beside the ids and a list of verdicts to choose from."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from actormap import xlsx
from actormap.errors import InputError, InvalidWorkspace
from actormap.i18n import Language, Texts
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.identity import judgements
from actormap.workspace.identity.candidates import Candidate
from actormap.workspace.identity.judgements import VERDICTS, Judgement
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import csv_file, xlsx_file
from actormap.workspace.reading.cells import guarded
from actormap.workspace.reading.sheet import Sheet
from actormap.workspace.reading.tables import Table
from actormap.workspace.schema import closed_lists
from actormap.workspace.schema.rows import IDENTITY

COLUMNS = ("a_name", "b_name", "reason", "likeness", "verdict", "by", "why", "a", "b")
_WIDEST = 60
_LAST_ROW = 1_048_576


def write(pairs: Sequence[Candidate], texts: Texts, *, as_workbook: bool) -> bytes:
    """Return the sheet as a workbook, or as a CSV file that an Excel of the language opens."""
    lines = [_line(each, texts) for each in pairs]
    return _workbook(lines, texts) if as_workbook else _csv(lines, texts)


def read(file: Path, vocabulary: Vocabulary, lang: str) -> tuple[Judgement, ...]:
    """Return what has been filled in: rows without a verdict are not judged.

    Raises `InputError` if the file cannot be read, `InvalidWorkspace` with all that is wrong with its rows.
    """
    findings = Findings()
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be opened: {error.strerror}.", hint="Close it if it is open in another program.") from error
    found = judgements.read(Table(_sheet(file, data, findings), closed_lists.lists(vocabulary), findings))
    errors = [problem for problem in findings.in_order() if problem.severity == "error"]
    if errors:
        raise InvalidWorkspace(f"{file.name} has errors, the first at {errors[0].place()}.", errors, lang)
    return found


def _sheet(file: Path, data: bytes, findings: Findings) -> Sheet:
    if file.suffix.lower() not in xlsx_file.SUFFIXES:
        try:
            return csv_file.sheet(IDENTITY, file.name, data, findings)
        except Fault as fault:
            findings.error(file.name, fault.row, None, None, fault)
            return Sheet(IDENTITY, file.name, iter([(1, ("a", "b"))]))
    sheets = xlsx_file.sheets(file.name, data, findings)
    if IDENTITY not in sheets:
        raise InputError(f"{file.name} has no sheet called {IDENTITY}.", hint="Give the sheet that was filled in that name.")
    return sheets[IDENTITY]


def _line(pair: Candidate, texts: Texts) -> Mapping[str, Any]:
    return {
        "a_name": pair.a_name,
        "b_name": pair.b_name,
        "reason": texts(f"duplicates.reason.{pair.reason}"),
        "likeness": round(pair.likeness, 2),
        "a": pair.a,
        "b": pair.b,
    }


def _csv(lines: Sequence[Mapping[str, Any]], texts: Texts) -> bytes:
    separator = Language.load(texts.lang).separator
    stream = io.StringIO(newline="")
    table = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([_written(line.get(column), separator) for column in COLUMNS] for line in lines)
    return stream.getvalue().encode("utf-8-sig")


def _written(value: Any, separator: str) -> str:
    if isinstance(value, float):
        return str(value).replace(".", ",") if separator == ";" else str(value)
    return guarded(value) if value else ""


def _workbook(lines: Sequence[Mapping[str, Any]], texts: Texts) -> bytes:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(IDENTITY)
    xlsx.append(sheet, COLUMNS)
    for line in lines:
        xlsx.append(sheet, [line.get(column) for column in COLUMNS])
    xlsx.head(sheet, widest=_WIDEST)
    words = ",".join(texts(f"words.verdict.{verdict}") for verdict in VERDICTS)
    choice = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True, errorStyle="warning", showErrorMessage=True)
    letter = get_column_letter(COLUMNS.index("verdict") + 1)
    choice.add(f"{letter}2:{letter}{_LAST_ROW}")
    sheet.add_data_validation(choice)
    for column in ("verdict", "by", "why"):
        sheet.column_dimensions[get_column_letter(COLUMNS.index(column) + 1)].width = 18
    told = book.create_sheet(texts("template.sheets.explanations"))
    xlsx.append(told, [texts("template.headings.column"), texts("template.headings.meaning")])
    for column in COLUMNS:
        xlsx.append(told, [column, texts(f"duplicates.column.{column}")])
    xlsx.head(told, widest=120)
    return xlsx.to_bytes(book)
