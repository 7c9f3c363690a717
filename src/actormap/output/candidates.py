"""Candidates that await a decision, in the form of a result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypedDict

from actormap.analysis.result import Context, Result
from actormap.workspace.decisions.queue import CandidateQueue


class CandidateListRow(TypedDict):
    """A row of `CandidateList`."""

    file: str
    line: int
    character: int
    source: str | None
    source_name: str
    type: str
    target: str | None
    target_name: str
    cue: str
    direction: str
    score: float
    near: str | None
    document: str
    stated_by: str
    postponed: bool
    sentence: str


@dataclass(frozen=True)
class CandidateList(Result[CandidateListRow]):
    """What texts may say of relationships and nobody has decided on; an id is None where the workspace has no such record."""

    name: ClassVar[str] = "candidates"
    about: ClassVar[tuple[str, ...]] = ("source", "target")
    header: ClassVar[tuple[str, ...]] = tuple(CandidateListRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("source_name", "type", "target_name", "score", "cue", "line", "file")

    def figures(self) -> Mapping[str, Any]:
        """Return how many candidates there are, how many are put off, and how many have been decided on before."""
        return {
            "waiting": len(self.rows),
            "postponed": sum(row["postponed"] for row in self.rows),
            "decided": self.context.summary["decided"],
        }


def listed(queue: CandidateQueue, workspace: str) -> CandidateList:
    """Return candidates as a result."""
    rows: tuple[CandidateListRow, ...] = tuple(
        {
            "file": each.file,
            "line": each.one.line,
            "character": each.one.character,
            "source": each.one.source.id,
            "source_name": each.one.source.name,
            "type": each.one.type,
            "target": each.one.target.id,
            "target_name": each.one.target.name,
            "cue": each.one.cue,
            "direction": each.one.direction,
            "score": each.one.score,
            "near": "|".join(known.name for known in (each.source_near, each.target_near) if known) or None,
            "document": each.document,
            "stated_by": "|".join(each.stated),
            "postponed": each.postponed,
            "sentence": each.sentence,
        }
        for each in queue.waiting
    )
    return CandidateList(Context(None, {"workspace": workspace}, {"decided": queue.decided}), rows)
