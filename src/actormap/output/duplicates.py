"""Pairs that may be one actor, in the form of a result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypedDict

from actormap.analysis.result import Context, Result
from actormap.i18n import Texts
from actormap.workspace.identity.candidates import Candidate
from actormap.workspace.identity.judgements import PART_OF


class DuplicateRow(TypedDict):
    """A row of `DuplicateList`."""

    pair: str
    may_be: str
    reason: str
    likeness: float
    a: str
    b: str
    a_name: str
    b_name: str
    postponed: bool


@dataclass(frozen=True)
class DuplicateList(Result[DuplicateRow]):
    """Pairs of actors that may be one (`may_be` is same), or one a part of the other, the likeliest first; those put off come last."""

    name: ClassVar[str] = "duplicates"
    about: ClassVar[tuple[str, ...]] = ("pair",)
    header: ClassVar[tuple[str, ...]] = tuple(DuplicateRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("pair", "likeness")

    def figures(self) -> Mapping[str, Any]:
        """Return how many pairs there are of each sort."""
        parts = sum(row["may_be"] == PART_OF for row in self.rows)
        return {"same": len(self.rows) - parts, "parts": parts, "postponed": sum(row["postponed"] for row in self.rows)}


def listed(pairs: Sequence[Candidate], texts: Texts, workspace: str) -> DuplicateList:
    """Return pairs as a result, each with its question in the language of a catalogue."""
    rows: tuple[DuplicateRow, ...] = tuple(
        {
            "pair": question(each, texts),
            "may_be": each.asked,
            "reason": each.reason,
            "likeness": round(each.likeness, 3),
            "a": each.a,
            "b": each.b,
            "a_name": each.a_name,
            "b_name": each.b_name,
            "postponed": each.postponed,
        }
        for each in pairs
    )
    return DuplicateList(Context(None, {"workspace": workspace}, {}), rows)


def question(pair: Candidate, texts: Texts) -> str:
    """Return what is asked of a pair, and why."""
    key = "part_or" if pair.asked == PART_OF else "one_or"
    return texts(f"duplicates.{key}", a=pair.a_name, b=pair.b_name, reason=texts(f"duplicates.reason.{pair.reason}"))
