"""How far files are read: their rows are gone over twice, taken from the file and then checked or gathered, and both passes count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from actormap.workspace.reading.sheet import Sheet

Progress = Callable[[int, int], None]  # how many rows of how many
STEP = 2_000  # rows between two times that it is told
PASSES = 2
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Course:
    """What is told of both passes over the rows, as (done, total); `tell` is None where nobody is looking."""

    tell: Progress | None

    @property
    def taking(self) -> Progress | None:
        """Return what is told how many rows of how many have been taken from a file."""
        tell = self.tell
        return None if tell is None else lambda done, total: tell(done, PASSES * total)

    def checking(self, sheets: Mapping[str, Sheet]) -> dict[str, Sheet]:
        """Return the sheets with their rows counted as they are checked; all of them together are the second pass."""
        counted = self.second(sum(sheet.rows for sheet in sheets.values()))
        return {name: replace(sheet, lines=iter(counted(sheet.lines))) for name, sheet in sheets.items()}

    def second(self, total: int) -> Callable[[Iterable[Row]], Iterable[Row]]:
        """Return what hands on rows and counts them, `total` in all as the second pass."""
        tell, done = self.tell, 0

        def counted(lines: Iterable[Row]) -> Iterator[Row]:
            nonlocal done
            for line in lines:
                done += 1
                if done % STEP == 0 and tell:
                    tell(total + done, PASSES * max(total, done))
                yield line

        return counted if tell else lambda lines: lines
