"""A table as lines: headings over a rule, figures to the right, texts parted at spaces."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from actormap.output.screen import cells
from actormap.output.screen.fit import GAP, Column

RULE = "─"
HANG = 2  # cells that the first column's further lines are set in
TALLEST = 4  # lines of a cell, but of one that must stand
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def draw(
    columns: Sequence[Column], widths: Mapping[str, int], *, parted: Collection[int] = (), whole: bool, colour: bool
) -> tuple[list[str], bool]:
    """Return the lines of a table of the columns that have a width, and whether a cell was cut; never if they are to be `whole`.

    Before the rows in `parted` an empty line stands.
    """
    shown = [each for each in columns if each.name in widths]
    heading = [cells.wrapped(each.heading, widths[each.name]) for each in shown]
    tall = max(map(len, heading), default=0)
    heading = [[""] * (tall - len(lines)) + lines for lines in heading]
    written = [f"{BOLD}{line}{PLAIN}" if colour and line else line for line in _beside(heading, shown, widths)]
    written.append(RULE * (sum(widths.values()) + GAP * (len(shown) - 1)))
    was_cut = False
    for place in range(len(shown[0].cells) if shown else 0):
        row = []
        written += [""] if place in parted else []
        for each in shown:
            lines = _lines(each.cells[place], widths[each.name], set_in=HANG if each is shown[0] else 0)
            kept = lines if whole or each.stands else cells.cut(lines, TALLEST, widths[each.name])
            was_cut |= kept != lines or cells.longest_word(each.cells[place]) > widths[each.name]
            row.append(kept)
        written += _beside(row, shown, widths)
    return written, was_cut


def _lines(text: str, wide: int, *, set_in: int) -> list[str]:
    """Return the lines of a cell, those after the first set in where that breaks no word: so that one sees where a row begins."""
    if not set_in or cells.longest_word(text) > wide - set_in:
        return cells.wrapped(text, wide)
    first, *others = cells.wrapped(text, wide, wide - set_in)
    return [first, *(cells.SPACE * set_in + line for line in others)]


def _beside(row: Sequence[Sequence[str]], shown: Sequence[Column], widths: Mapping[str, int]) -> Iterator[str]:
    for place in range(max(map(len, row), default=0)):
        parts = (
            cells.padded(lines[place] if place < len(lines) else "", widths[each.name], right=each.right)
            for lines, each in zip(row, shown, strict=True)
        )
        yield (" " * GAP).join(parts).rstrip()
