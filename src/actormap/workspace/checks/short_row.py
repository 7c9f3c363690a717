"""Rows of a text file with fewer cells than the headings, where a cell has been lost and the others have moved to the left."""

from __future__ import annotations

from dataclasses import dataclass, field

from actormap.workspace.problems import Fault


@dataclass(slots=True)
class ShortRows:
    """The rows of one table that are shorter than its headings, judged when all have been seen."""

    width: int
    _short: list[tuple[int, int, int]] = field(default_factory=list, init=False)
    _rows: int = field(default=0, init=False)

    def add(self, number: int, cells: int) -> None:
        """Note a row that holds something and how many cells it has."""
        self._rows += 1
        if cells < self.width:
            self._short.append((number, cells, self._rows))

    def told(self) -> list[tuple[int, Fault]]:
        """Return the rows that are told, with what is wrong.

        Where most rows are short in their own ways, or all of them, whoever wrote them leaves the last cells out if they are empty; where
        the first are equally short and others are full, a column has been added to the headings since, which is told once.
        """
        above = [short for place, short in enumerate(self._short, start=1) if short[2] == place]
        full = self._rows - len(self._short)
        alike = full > 0 and len({cells for _, cells, _ in above}) == 1 and (len(above) > 1 or full < 3)
        first = [(above[0][0], Fault("short_rows_above", n=len(above), cells=above[0][1], width=self.width))] if alike else []
        rest = self._short[len(above) :] if alike else self._short
        if len(rest) * 2 > self._rows:
            return []
        return first + [(number, Fault("short_row", n=cells, width=self.width)) for number, cells, _ in rest]
