"""Candidates as a sheet to fill in: the table candidates, with the sentence and the names beside the ids and a list of verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from actormap.errors import InvalidWorkspace
from actormap.i18n import Texts
from actormap.model.vocabulary import Vocabulary
from actormap.workspace import choice_sheet
from actormap.workspace.choice_sheet import ChoiceSheet
from actormap.workspace.decisions import decision
from actormap.workspace.decisions.decision import DECISIONS, Decision
from actormap.workspace.decisions.queue import WaitingCandidate
from actormap.workspace.problems import Findings
from actormap.workspace.reading.tables import Table
from actormap.workspace.schema import closed_lists
from actormap.workspace.schema.rows import CANDIDATES

COLUMNS = (
    *("sentence", "source_name", "relation", "target_name", "score", "near", "verdict", "source_as", "type_as", "target_as"),
    *("source_kind", "target_kind", "by", "why", "source", "type", "target", "document", "locator", "file"),
)
FILLED_IN = ("verdict", "source_as", "type_as", "target_as", "by", "why")
SHEET = ChoiceSheet(
    CANDIDATES, COLUMNS, "verdict", tuple(f"words.decision.{verdict}" for verdict in DECISIONS), FILLED_IN, "candidates.column"
)
_REQUIRED = ("source", "type", "target", "document")


def write(waiting: Sequence[WaitingCandidate], texts: Texts, vocabulary: Vocabulary, *, as_workbook: bool) -> bytes:
    """Return the sheet as a workbook, or as a CSV file that an Excel of the language opens."""
    lines = [_line(each, vocabulary, texts.lang) for each in waiting]
    return SHEET.write(lines, texts, as_workbook=as_workbook)


def read(file: Path, vocabulary: Vocabulary, lang: str) -> tuple[Decision, ...]:
    """Return what has been filled in: rows without a verdict are not decided.

    Raises `InputError` if the file cannot be read, `InvalidWorkspace` with all that is wrong with its rows.
    """
    findings = Findings()
    lying = choice_sheet.read(file, choice_sheet.opened(file), CANDIDATES, _REQUIRED, findings)
    found = decision.read(Table(lying, closed_lists.lists(vocabulary), findings))
    errors = [problem for problem in findings.in_order() if problem.severity == "error"]
    if errors:
        raise InvalidWorkspace(f"{file.name} has errors, the first at {errors[0].place()}.", errors, lang)
    return found


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
