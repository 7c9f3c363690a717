"""The widths of a table's columns: which of them find room beside each other, and how wide each then is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from actormap.output.screen import cells

GAP = 2  # cells between two columns
HEADING_LINES = 4
COMFORT, TIGHT = 22, 12  # cells that a text gets before another column is taken in, and that it can do with where it must
LEAST = 6  # cells that a column which must stand gets in the narrowest terminal


@dataclass(frozen=True)
class Column:
    """A column as it is to be shown: heading and cells as text. The lower its `turn`, the sooner it finds room.

    One that `stands` gives way to none that does not. Figures stand to the `right` and are never parted.
    """

    name: str
    heading: str
    cells: tuple[str, ...]
    turn: int = 0
    right: bool = False
    stands: bool = False

    @cached_property
    def natural(self) -> int:
        """Return the width at which no cell takes a second line."""
        return max([self._heading, *map(cells.width, self.cells)])

    @cached_property
    def least(self) -> int:
        """Return the width below which a word would be broken."""
        own = (cells.width(cell) if self.right else cells.longest_word(cell) for cell in self.cells)
        return max([self._heading, *own])

    @property
    def comfortable(self) -> int:
        """Return the width from which a text reads well."""
        return min(self.natural, max(self.least, COMFORT))

    @cached_property
    def _heading(self) -> int:
        """Return the least width at which the heading breaks no word and is no taller than a heading may be."""
        wide = cells.longest_word(self.heading)
        while len(cells.wrapped(self.heading, wide)) > HEADING_LINES:
            wide += 1
        return wide


def fit(columns: Sequence[Column], wide: int) -> dict[str, int]:
    """Return the width of each column that finds room in so many cells, by name, in the order of the columns.

    First those that must stand, as narrow as their words allow or, where even that is too much, narrower; then the others in their turn;
    what is left over goes to the narrowest texts.
    """
    standing = sorted((each for each in columns if each.stands), key=lambda each: each.turn)
    found = {each.name: each.comfortable for each in standing}
    if _taken(found) > wide:
        found = _squeezed(standing, wide)
    for each in sorted((each for each in columns if not each.stands), key=lambda each: each.turn):
        for room in (each.comfortable, min(each.natural, max(each.least, TIGHT))):
            if each.name not in found and _taken(found | {each.name: room}) <= wide:
                found[each.name] = room
    _spread(columns, found, wide)
    return {each.name: found[each.name] for each in columns if each.name in found}


def _taken(found: dict[str, int]) -> int:
    return sum(found.values()) + GAP * max(len(found) - 1, 0)


def _squeezed(standing: Sequence[Column], wide: int) -> dict[str, int]:
    """Return widths for columns that do not fit as they would like to: the widest gives way first, and the last is left out."""
    found = {each.name: each.least for each in standing}
    texts = {each.name for each in standing if not each.right}
    while _taken(found) > wide:
        broad = {name: taken for name, taken in found.items() if name in texts and taken > LEAST}
        if len(found) > 1 and (not broad or max(broad.values()) <= 2 * LEAST):
            found.popitem()
            continue
        if not broad:
            return {name: min(taken, wide) for name, taken in found.items()}
        found[max(broad, key=lambda name: broad[name])] -= 1
    return found


def _spread(columns: Sequence[Column], found: dict[str, int], wide: int) -> None:
    narrow = {each.name: each.natural for each in columns if each.name in found and each.natural > found[each.name]}
    left = wide - _taken(found)
    while left > 0 and narrow:
        name = min(narrow, key=lambda each: found[each])
        found[name] += 1
        left -= 1
        if found[name] >= narrow[name]:
            del narrow[name]
