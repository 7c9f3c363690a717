"""Where an answer is shown, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass

ROWS = 50  # that a terminal is shown unless somebody asks for more


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a table is shown: in a terminal of so many characters a line, or without `width` where a program reads it.

    `colour` lets what is less important be dimmed. With `ids`, ids stand beside names; with `explain`, each row is said in a sentence as
    well; with `wide`, no column is left out and no cell is cut, whatever the width. `rows` is how many a
    terminal is shown at most, None for all, `top` how many of each table any reader is shown where so many were asked for, and `more` how
    to see the rest. In a `file` CSV is as a spreadsheet opens it by double click.
    """

    width: int | None = None
    colour: bool = False
    file: bool = False
    ids: bool = False
    explain: bool = False
    wide: bool = False
    rows: int | None = ROWS
    top: int | None = None
    more: str = "-f csv"

    @property
    def most(self) -> int | None:
        """Return how many of each table or list are shown at most, None for all."""
        return self.top or (None if self.width is None else self.rows)


PROGRAM = Terminal()  # what reads a pipe
