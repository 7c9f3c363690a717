"""Candidates as a sheet to fill in: the table candidates, with the sentence and the names beside the ids and a list of verdicts."""

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
from actormap.workspace.decisions import decision
from actormap.workspace.decisions.decision import DECISIONS, Decision
from actormap.workspace.decisions.queue import WaitingCandidate
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import csv_file, xlsx_file
from actormap.workspace.reading.cells import guarded
from actormap.workspace.reading.sheet import Sheet
from actormap.workspace.reading.tables import Table
from actormap.workspace.schema import closed_lists
from actormap.workspace.schema.rows import CANDIDATES

COLUMNS = (
    *("sentence", "source_name", "relation", "target_name", "score", "near", "verdict", "source_as", "type_as", "target_as"),
    *("source_kind", "target_kind", "by", "why", "source", "type", "target", "document", "locator", "file"),
)
FILLED_IN = ("verdict", "source_as", "type_as", "target_as", "by", "why")
_WIDEST = 60
_LAST_ROW = 1_048_576


def write(waiting: Sequence[WaitingCandidate], texts: Texts, vocabulary: Vocabulary, *, as_workbook: bool) -> bytes:
    """Return the sheet as a workbook, or as a CSV file that an Excel of the language opens."""
    lines = [_line(each, vocabulary, texts.lang) for each in waiting]
    return _workbook(lines, texts) if as_workbook else _csv(lines, texts)


def read(file: Path, vocabulary: Vocabulary, lang: str) -> tuple[Decision, ...]:
    """Return what has been filled in: rows without a verdict are not decided.

    Raises `InputError` if the file cannot be read, `InvalidWorkspace` with all that is wrong with its rows.
    """
    findings = Findings()
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be opened: {error.strerror}.", hint="Close it if it is open in another program.") from error
    found = decision.read(Table(_sheet(file, data, findings), closed_lists.lists(vocabulary), findings))
    errors = [problem for problem in findings.in_order() if problem.severity == "error"]
    if errors:
        raise InvalidWorkspace(f"{file.name} has errors, the first at {errors[0].place()}.", errors, lang)
    return found


def _sheet(file: Path, data: bytes, findings: Findings) -> Sheet:
    if file.suffix.lower() not in xlsx_file.SUFFIXES:
        try:
            return csv_file.sheet(CANDIDATES, file.name, data, findings)
        except Fault as fault:
            findings.error(file.name, fault.row, None, None, fault)
            return Sheet(CANDIDATES, file.name, iter([(1, ("source", "type", "target", "document"))]))
    sheets = xlsx_file.sheets(file.name, data, findings)
    if CANDIDATES not in sheets:
        raise InputError(f"{file.name} has no sheet called {CANDIDATES}.", hint="Give the sheet that was filled in that name.")
    return sheets[CANDIDATES]


def _line(each: WaitingCandidate, vocabulary: Vocabulary, lang: str) -> Mapping[str, Any]:
    one, near = each.one, [known.name for known in (each.source_near, each.target_near) if known]
    asked = decision.plain(each.decided("later")) | {"verdict": None}
    return asked | {
        "sentence": each.sentence,
        "source_name": one.source.name,
        "relation": vocabulary.types[one.type].words[lang][0],
        "target_name": one.target.name,
        "score": one.score,
        "near": "|".join(near),
        "file": each.file,
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
    sheet = book.create_sheet(CANDIDATES)
    xlsx.append(sheet, COLUMNS)
    for line in lines:
        xlsx.append(sheet, [line.get(column) for column in COLUMNS])
    xlsx.head(sheet, widest=_WIDEST)
    words = ",".join(texts(f"words.decision.{verdict}") for verdict in DECISIONS)
    choice = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True, errorStyle="warning", showErrorMessage=True)
    letter = get_column_letter(COLUMNS.index("verdict") + 1)
    choice.add(f"{letter}2:{letter}{_LAST_ROW}")
    sheet.add_data_validation(choice)
    for column in FILLED_IN:
        sheet.column_dimensions[get_column_letter(COLUMNS.index(column) + 1)].width = 18
    told = book.create_sheet(texts("template.sheets.explanations"))
    xlsx.append(told, [texts("template.headings.column"), texts("template.headings.meaning")])
    for column in COLUMNS:
        xlsx.append(told, [column, texts(f"candidates.column.{column}")])
    xlsx.head(told, widest=120)
    return xlsx.to_bytes(book)
