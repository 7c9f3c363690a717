"""Judgements of two records: the table identity, a row each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from actormap.workspace.reading.tables import Table

SAME, DIFFERENT, PART_OF, LATER = VERDICTS = ("same", "different", "part_of", "later")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody has judged of two ids: the same (`a` is the id that stays), different, `a` a part of `b`, or to be asked later.

    `by` is a role, never a person. `row` is where it stands in its file.
    """

    a: str
    b: str
    verdict: str
    by: str | None = None
    date: str | None = None
    why: str | None = None
    row: int | None = None

    @property
    def pair(self) -> frozenset[str]:
        """Return the two ids, whatever their order."""
        return frozenset((self.a, self.b))

    def completed(self, *, by: str | None, date: str) -> Judgement:
        """Return the judgement with a role and a date where it has none."""
        return replace(self, by=self.by or by, date=self.date or date)


def read(table: Table | None) -> tuple[Judgement, ...]:
    """Return the judgements of every faultless row that has a verdict; what is wrong is noted."""
    lines = (line for line in table or () if line.row is not None and line.row.verdict is not None)
    return tuple(Judgement(**line.row.__dict__, row=line.number) for line in lines)


def added(kept: Iterable[Judgement], new: Judgement) -> tuple[Judgement, ...]:
    """Return some judgements with a new one, in the place of what was judged of the two before."""
    return (*(each for each in kept if each.pair != new.pair), new)
