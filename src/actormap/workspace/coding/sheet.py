"""A project's questions as a sheet to fill in: the table answers, with the questions beside it and a list of answers for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actormap import xlsx
from actormap.i18n import Texts
from actormap.model.coding import VOICES, CodedAnswer, SetQuestion
from actormap.workspace.choice_sheet import LAST_ROW
from actormap.workspace.coding import task as tasks
from actormap.workspace.coding.task import CodingTask

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ANSWERS = "answers"
COLUMNS = ("asked", "may_be", "answer", "locator", "voice", "document", "note", "question", "project", "coder")
_WIDTHS = {"asked": 48, "may_be": 26, "answer": 30, "locator": 14, "voice": 16, "document": 24, "note": 30, "question": 12, "project": 20}


def write(task: CodingTask, texts: Texts) -> bytes:
    """Return the sheet as a workbook, whose answer is a list where the scale is closed; the text of the page is a sheet of its own."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(ANSWERS)
    xlsx.append(sheet, COLUMNS)
    asked = [(question, line) for question in task.questions for line in (task.given.get(question.id) or (None,))]
    for question, line in asked:
        xlsx.append(sheet, [_cell(column, question, line, task, texts) for column in COLUMNS])
    xlsx.head(sheet, widest=48)
    _shape(sheet)
    _lists(book, sheet, [question for question, _ in asked], task, texts)
    if task.page:
        _page(book, task, texts)
    _explain(book, texts)
    return xlsx.to_bytes(book)


def _cell(column: str, question: SetQuestion, line: CodedAnswer | None, task: CodingTask, texts: Texts) -> Any:
    known = tasks.choices(question, texts)
    cells = {
        "asked": tasks.words(question, texts),
        "may_be": texts(f"words.scale.{question.scale}"),
        "answer": known.get(line.answer, line.answer) if line else None,
        "question": question.id,
        "project": task.project.id,
        "document": (line.document if line else None) or (task.document.id if task.document else None),
        "coder": task.coder,
        "voice": texts(f"words.voice.{line.voice}") if line and line.voice else None,
    }
    return cells[column] if column in cells else getattr(line, column, None)


def _shape(sheet: Worksheet) -> None:
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(COLUMNS, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDTHS.get(column, 14)
        for cell in sheet[letter]:
            # As text, 2014-06 stays a month and 3-4 is not the third of April.
            cell.number_format = "@"
    xlsx.wrap(sheet)


def _lists(book: Workbook, sheet: Worksheet, asked: list[SetQuestion], task: CodingTask, texts: Texts) -> None:
    """Write the words that may be chosen on a sheet of their own, and let the cells of each row choose from theirs."""
    words = book.create_sheet(texts("template.sheets.words"))
    xlsx.append(words, [texts("template.headings.list"), texts("template.headings.word")])
    places: dict[str, str] = {}
    for question in dict.fromkeys(asked):
        places[question.id] = _listed(words, question.id, list(tasks.choices(question, texts).values()))
    voices = _listed(words, "voice", [texts(f"words.voice.{voice}") for voice in VOICES])
    sources = _listed(words, "document", [each.id for each in task.documents])
    xlsx.head(words, widest=60)
    for number, question in enumerate(asked, start=2):
        _choose(sheet, "answer", f"{number}:{number}", places[question.id])
    _choose(sheet, "voice", f"2:{LAST_ROW}", voices)
    if task.documents:
        _choose(sheet, "document", f"2:{LAST_ROW}", sources)


def _listed(words: Worksheet, name: str, entries: list[str]) -> str:
    first = words.max_row + 1
    for entry in entries:
        xlsx.append(words, [name, entry])
    return f"'{words.title}'!$B${first}:$B${words.max_row}"


def _choose(sheet: Worksheet, column: str, lines: str, place: str) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(COLUMNS.index(column) + 1)
    first, last = lines.split(":")
    # A warning, not a stop: the words of every language are read as well, and some answers are texts.
    choice = DataValidation(type="list", formula1=place, allow_blank=True, errorStyle="warning", showErrorMessage=False)
    choice.add(f"{letter}{first}:{letter}{last}")
    sheet.add_data_validation(choice)


def _page(book: Workbook, task: CodingTask, texts: Texts) -> None:
    sheet = book.create_sheet(texts("coding.sheet.page"))
    xlsx.append(sheet, [texts("coding.sheet.line"), task.page.file if task.page else ""])
    for number, line in enumerate(task.page.lines if task.page else (), start=1):
        xlsx.append(sheet, [number, line])
    xlsx.head(sheet, widest=110)
    xlsx.wrap(sheet, first=2)


def _explain(book: Workbook, texts: Texts) -> None:
    sheet = book.create_sheet(texts("template.sheets.explanations"))
    xlsx.append(sheet, [texts("template.headings.column"), texts("template.headings.meaning")])
    for column in COLUMNS:
        xlsx.append(sheet, [column, texts(f"coding.column.{column}")])
    xlsx.head(sheet, widest=120)
