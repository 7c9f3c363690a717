"""What a network itself has answered about its required coverage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypedDict

from actormap.analysis.result import Context, Result
from actormap.model.records import Document, Requirement, Snapshot
from actormap.model.requirements import lines


class AnswersRow(TypedDict):
    """A row of `Answers`."""

    row: str
    column: str
    municipality: str | None
    answer: str
    by: str | None
    date: str | None
    document: str | None


@dataclass(frozen=True)
class Answers(Result[AnswersRow]):
    """The answers that hold, the latest meeting first, then in the order of the cells.

    A row has `row`, `column`, `municipality` (a name), `answer` (yes, no), `by` (the role that said so), `date` and `document`, the title
    of where it was said.
    """

    name: ClassVar[str] = "answers"
    header: ClassVar[tuple[str, ...]] = tuple(AnswersRow.__annotations__)


def find(snapshot: Snapshot, network: str) -> Answers:
    """Return the answers that a network has given."""
    rows = [_row(snapshot, line) for line in lines(snapshot, network) if line.answer]
    rows.sort(key=lambda row: row["date"] or "", reverse=True)
    return Answers(Context(None, {"network": network}, {"answers": len(rows)}), tuple(rows))


def _row(snapshot: Snapshot, line: Requirement) -> AnswersRow:
    document = snapshot.by_id.get(line.document or "")
    return {
        "row": line.row,
        "column": line.column,
        "municipality": snapshot.by_id[line.municipality].name if line.municipality else None,
        "answer": line.answer or "",
        "by": line.locator,
        "date": document.published if isinstance(document, Document) else None,
        "document": document.name if document else line.document,
    }
