"""What somebody has filled in of a coding sheet: its answers, checked as the table's are, and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from actormap.errors import InputError, InvalidWorkspace, UsageError, parameter
from actormap.files import json_value
from actormap.model.coding import CodedAnswer
from actormap.model.records import Document, Project
from actormap.workspace import Workspace, choice_sheet
from actormap.workspace.coding.sheet import ANSWERS
from actormap.workspace.problems import Fault, Findings, Problem
from actormap.workspace.reading import cells
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.reading.questions import Questions, answer_of
from actormap.workspace.reading.sheet import Sheet
from actormap.workspace.reading.tables import Table, TableLine
from actormap.workspace.schema import closed_lists, rows

PERSONAL = ("contact_person", "email", "telephone", "personal_number")
_WORKSPACE = frozenset({"projects", ANSWERS})  # sheets that only a workspace has both of
Record = TypeVar("Record", Project, Document)


def read(file: Path, workspace: Workspace, lang: str, *, coder: str | None = None) -> tuple[CodedAnswer, ...]:
    """Return what has been filled in, in an XLSX or CSV sheet or as JSON: rows without an answer are not coded.

    `coder` goes before what the file says. Raises `InputError` if the file cannot be read, `InvalidWorkspace` with all that is wrong with
    its rows, personal data among it, and `UsageError` if it is not known who has coded.
    """
    findings = Findings()
    table = Table(_sheet(file, choice_sheet.opened(file), findings), closed_lists.lists(workspace.vocabulary), findings)
    lines = list(table)
    found = list(_answers([line for line in lines if "answer" in line.cells], table, workspace, findings))
    if wrong := [_firm(problem) for problem in findings.in_order() if _stops(problem)]:
        raise InvalidWorkspace(f"{file.name} has errors, the first at {wrong[0].place()}.", wrong, lang)
    if not found and (elsewhere := _elsewhere(lines, workspace)):
        raise InputError(
            f"{file.name} is about a project that this workspace lacks: {elsewhere}.",
            hint="Name the workspace that the sheet was made from, or enter the project first.",
        )
    if coder is None and any(answer.coder is None for answer in found):
        raise UsageError(
            "It is not said who has coded.", hint=f"Say which role, such as analyst, with {parameter('coder')}; never a person."
        )
    return tuple(replace(answer, coder=coder or answer.coder) for answer in found)


def _stops(problem: Problem) -> bool:
    # An answer that is not given is none, and is not asked for.
    unanswered = problem.key == "required" and problem.column == "answer"
    return (problem.severity == "error" and not unanswered) or problem.key in PERSONAL


def _firm(problem: Problem) -> Problem:
    return replace(problem, severity="error")


def _sheet(file: Path, data: bytes, findings: Findings) -> Sheet:
    if file.suffix.lower() == ".json":
        return Sheet(ANSWERS, file.name, iter(_of_json(file, data)))
    if file.suffix.lower() in {".html", ".htm"}:
        raise InputError(
            f"{file.name} is a page, and the answers are not in it.",
            hint="Open it in a browser, save the answers there, and give that file.",
        )
    if choice_sheet.names(file, data, findings) >= _WORKSPACE:
        raise InputError(
            f"{file.name} is a workspace and no coding sheet.", hint="Give the sheet that actormap code PROJECT -o FILE.xlsx has made."
        )
    return choice_sheet.read(file, data, ANSWERS, rows.required(ANSWERS), findings)


def _of_json(file: Path, data: bytes) -> Iterator[tuple[int, Sequence[Any]]]:
    """Yield headings and rows of a list of answers, or of an object that holds one under `answers` and, beside it, what all share."""
    try:
        told = json_value(data.decode("utf-8-sig"))
        about, listed = ({}, told) if isinstance(told, list) else (told, told["answers"])
        given = [{**{name: about[name] for name in rows.columns(ANSWERS) if name in about}, **dict(each)} for each in listed]
    except (ValueError, LookupError, TypeError) as error:
        raise InputError(f"{file.name} holds no answers.", hint='It is to be {"project": …, "answers": [{"question": …, …}]}.') from error
    columns = tuple(dict.fromkeys((*rows.required(ANSWERS), *(name for each in given for name in each))))
    yield 0, columns
    for number, each in enumerate(given, start=1):
        yield number, [value if isinstance(value := each.get(name), str | int | float) else None for name in columns]


def _elsewhere(lines: Iterable[TableLine], workspace: Workspace) -> str | None:
    """Return the first project of some lines that a workspace lacks, None if it has them all."""
    known = _spelt(workspace.snapshot.projects, "name")
    named = (cells.text(line.cells["project"]) for line in lines if "project" in line.cells)
    return next((name for name in named if squeeze(name) not in known), None)


def _answers(lines: Iterable[TableLine], table: Table, workspace: Workspace, findings: Findings) -> Iterator[CodedAnswer]:
    snapshot = workspace.snapshot
    asked = Questions.of(snapshot.questions)
    given: dict[tuple[str | None, ...], tuple[int, str]] = {}
    projects, documents = _spelt(snapshot.projects, "name"), _spelt(snapshot.documents, "title")
    for line in lines:
        values: dict[str, Any] = dict(line.row.__dict__) if line.row is not None else {}
        for column, known in (("project", projects), ("document", documents)):
            if column in line.cells:
                values[column] = _resolved(table, line, column, known, findings)
        question = None
        try:
            question = asked.find(cells.text(line.cells["question"])) if "question" in line.cells else None
            if question:
                said = answer_of(cells.text(line.cells["answer"]), question, table.lists["silences"], table.lists["answers"])
                values |= {"question": question.id, "answer": said}
        except Fault as fault:
            column = "answer" if question else "question"
            findings.error(table.file, line.number, column, line.cells[column], fault)
        if line.row is not None:
            answer = CodedAnswer(**values)
            if question is not None and question.scale != "free":
                about = (answer.project, answer.question, answer.document, answer.coder)
                first, said_first = given.setdefault(about, (line.number, answer.answer))
                if said_first != answer.answer:
                    findings.error(table.file, line.number, "answer", line.cells["answer"], Fault("answered_otherwise", row=first))
            yield answer


def _spelt(records: Iterable[Record], name: str) -> Mapping[str, str]:
    found = {squeeze(getattr(each, name)): each.id for each in records}
    return found | {squeeze(id_): id_ for id_ in found.values()}


def _resolved(table: Table, line: TableLine, column: str, known: Mapping[str, str], findings: Findings) -> str | None:
    found = cells.text(line.cells[column])
    id_ = known.get(squeeze(found))
    if id_ is None:
        fault = Fault(f"unknown_{column}", next(iter(closest(found, known)), None))
        findings.error(table.file, line.number, column, found, fault)
    return id_
