"""The tables of what is coded of projects: set questions, the answers to them, and figures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from actormap.model.coding import CodedAnswer, Indicator, SetQuestion
from actormap.model.records import Coded
from actormap.workspace.checks import thousands
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import cells
from actormap.workspace.reading.names import Index
from actormap.workspace.reading.nodes import resolved
from actormap.workspace.reading.questions import Questions, answer_of
from actormap.workspace.reading.tables import Table, TableLine


def read(tables: Mapping[str, Table], index: Index, findings: Findings, present: Collection[str]) -> Iterator[Coded]:
    """Yield the records of every faultless row about a project that is `present`; what is wrong is noted."""
    asked = Questions(complete="questions" not in tables)
    if "questions" in tables:
        yield from asked.read(tables["questions"], index, findings)
    if "answers" in tables:
        yield from _answers(tables["answers"], asked, index, findings, present)
    if "indicators" in tables:
        yield from _indicators(tables["indicators"], index, findings, present)


def _answers(table: Table, asked: Questions, index: Index, findings: Findings, present: Collection[str]) -> Iterator[CodedAnswer]:
    seen: dict[str, tuple[CodedAnswer, int]] = {}
    for line in table:
        values, sound = resolved(table, line, ("project", "document"), index, findings)
        question = _question(table, line, asked, findings)
        if question and "answer" in line.cells:
            sound = _set_answer(table, line, question, values, findings) and sound
        if sound and question and values["project"] in present:
            answer = CodedAnswer(**{**values, "question": question.id}, attributes=line.attributes)
            first, number = seen.setdefault(answer.id, (answer, line.number))
            _tell_double(table, line, "answer", number, findings, same=first == answer)
    yield from (answer for answer, _ in seen.values())


def _question(table: Table, line: TableLine, asked: Questions, findings: Findings) -> SetQuestion | None:
    found = line.cells.get("question")
    try:
        return asked.find(cells.text(found)) if found is not None else None
    except Fault as fault:
        findings.error(table.file, line.number, "question", found, fault)
        return None


def _set_answer(table: Table, line: TableLine, question: SetQuestion, values: dict[str, Any], findings: Findings) -> bool:
    found = cells.text(line.cells["answer"])
    if question.scale == "number" and (fault := thousands.look(found, None, "people")):
        return findings.check("thousands", table.file, line.number, "answer", found, fault)
    try:
        values["answer"] = answer_of(found, question, table.lists["silences"], table.lists["answers"])
    except Fault as fault:
        findings.error(table.file, line.number, "answer", found, fault)
        return False
    return True


def _indicators(table: Table, index: Index, findings: Findings, present: Collection[str]) -> Iterator[Indicator]:
    seen: dict[str, tuple[Indicator, int]] = {}
    for line in table:
        values, sound = resolved(table, line, ("project", "theme", "document"), index, findings)
        if sound and values["project"] in present:
            figure = Indicator(**values, attributes=line.attributes)
            first, number = seen.setdefault(figure.id, (figure, line.number))
            _tell_double(table, line, "indicator", number, findings, same=first == figure)
    yield from (figure for figure, _ in seen.values())


def _tell_double(table: Table, line: TableLine, column: str, number: int, findings: Findings, *, same: bool) -> None:
    if number == line.number:
        return
    found, where = line.cells.get(column), {"file": table.file, "line": str(number)}
    if same:
        findings.warn(table.file, line.number, None, found, Fault("double_row", **where))
    else:
        findings.error(table.file, line.number, None, found, Fault(f"double_{column}", **where))
