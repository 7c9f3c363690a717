"""Pairs that may be one as a sheet to fill in: the table identity, with the names beside the ids and a list of verdicts to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from actormap.errors import InvalidWorkspace
from actormap.i18n import Texts
from actormap.model.vocabulary import Vocabulary
from actormap.workspace import choice_sheet
from actormap.workspace.choice_sheet import ChoiceSheet
from actormap.workspace.identity import judgements
from actormap.workspace.identity.candidates import Candidate
from actormap.workspace.identity.judgements import VERDICTS, Judgement
from actormap.workspace.problems import Findings
from actormap.workspace.reading.tables import Table
from actormap.workspace.schema import closed_lists
from actormap.workspace.schema.rows import IDENTITY

COLUMNS = ("a_name", "b_name", "reason", "likeness", "verdict", "by", "why", "a", "b")
SHEET = ChoiceSheet(
    IDENTITY, COLUMNS, "verdict", tuple(f"words.verdict.{verdict}" for verdict in VERDICTS), ("verdict", "by", "why"), "duplicates.column"
)


def write(pairs: Sequence[Candidate], texts: Texts, *, as_workbook: bool) -> bytes:
    """Return the sheet as a workbook, or as a CSV file that an Excel of the language opens."""
    lines = [_line(each, texts) for each in pairs]
    return SHEET.write(lines, texts, as_workbook=as_workbook)


def read(file: Path, vocabulary: Vocabulary, lang: str) -> tuple[Judgement, ...]:
    """Return what has been filled in: rows without a verdict are not judged.

    Raises `InputError` if the file cannot be read, `InvalidWorkspace` with all that is wrong with its rows.
    """
    findings = Findings()
    lying = choice_sheet.read(file, choice_sheet.opened(file), IDENTITY, ("a", "b"), findings)
    found = judgements.read(Table(lying, closed_lists.lists(vocabulary), findings))
    errors = [problem for problem in findings.in_order() if problem.severity == "error"]
    if errors:
        raise InvalidWorkspace(f"{file.name} has errors, the first at {errors[0].place()}.", errors, lang)
    return found


def _line(pair: Candidate, texts: Texts) -> Mapping[str, Any]:
    return {
        "a_name": pair.a_name,
        "b_name": pair.b_name,
        "reason": texts(f"duplicates.reason.{pair.reason}"),
        "likeness": round(pair.likeness, 2),
        "a": pair.a,
        "b": pair.b,
    }
