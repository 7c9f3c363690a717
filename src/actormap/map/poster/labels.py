"""Labels that do not lie on each other: greedy, hubs first, eight positions round the dot (as in Christensen, Marks & Shieber 1995)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from actormap.map.layout.geometry import Rectangle
from actormap.map.poster.fonts import width, wrap

LINE = 1.18
# A label is broken at so many heights of its letters, and may be written so much smaller before it is left out.
BROKEN_AT = 11.0
SMALLER = (1.0, 0.88, 0.78)
CELL = 60.0
FIRM = 40


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that somebody would like: its dot, its text, its letters, what box it must stay in, and the one side it may stand on.

    `side` is -1 for left, 1 for right, 0 for any.
    """

    x: float
    y: float
    radius: float
    text: str
    size: float
    bold: bool = False
    home: Rectangle | None = None
    side: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its place: its lines, the height of its letters, where the first line's middle is, and how lines are aligned."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    x: float
    y: float
    align: str
    area: Rectangle


@dataclass(slots=True)
class Room:
    """What is taken on the sheet, looked up by cells."""

    cells: defaultdict[tuple[int, int], list[tuple[Rectangle, int]]] = field(default_factory=lambda: defaultdict(list))

    def take(self, area: Rectangle, owner: int = -1) -> None:
        """Take an area for somebody."""
        for cell in _cells(area):
            self.cells[cell].append((area, owner))

    def is_free(self, area: Rectangle, owner: int = -2) -> bool:
        """Return whether nobody else has any of an area."""
        return not any(other != owner and area.meets(taken) for cell in _cells(area) for taken, other in self.cells.get(cell, ()))


def place(wishes: Sequence[Wish], sheet: Rectangle, taken: Iterable[Rectangle] = (), fences: Sequence[Rectangle] = ()) -> tuple[Label, ...]:
    """Return the labels that have room, in the order of the wishes, which are served in turn.

    `taken` is kept free, and `fences` are boxes that the labels of those who do not stand in one keep out of.

    No label lies on another, on a dot of another, outside the sheet or outside its box; where only dots are in the way the first `FIRM`
    wishes are granted all the same if the dots are small.
    """
    words, dots, large = Room(), Room(), Room()
    for area in taken:
        words.take(area)
    typical = sorted(wish.radius for wish in wishes)[len(wishes) // 2] if wishes else 0.0
    for number, wish in enumerate(wishes):
        area = Rectangle(wish.x - wish.radius, wish.y - wish.radius, 2 * wish.radius, 2 * wish.radius)
        dots.take(area, number)
        if wish.radius > 1.25 * typical:
            large.take(area, number)
    found: list[Label] = []
    for number, wish in enumerate(wishes):
        label = _first_free(wish, number, sheet, words, dots, fences)
        if label is None and number < FIRM:
            label = _first_free(wish, number, sheet, words, large, fences)
        if label is None and wish.side:
            # Beside the largest dot of the column there is room for the names next to its own.
            away = replace(wish, radius=max(other.radius for other in wishes if other.side == wish.side))
            label = _first_free(away, number, sheet, words, dots, fences)
        if label is not None:
            words.take(label.area)
            found.append(label)
    return tuple(found)


def _first_free(wish: Wish, number: int, sheet: Rectangle, words: Room, dots: Room, fences: Sequence[Rectangle]) -> Label | None:
    bounds = wish.home or sheet
    for share in SMALLER:
        for label in _candidates(wish, wish.size * share):
            outside = wish.home is None and any(label.area.meets(fence) for fence in fences)
            if bounds.holds(label.area) and not outside and words.is_free(label.area) and dots.is_free(label.area, number):
                return label
    return None


def _candidates(wish: Wish, size: float) -> Iterator[Label]:
    """Yield the label at each position, the clearest first: below, right, left, above, then aslant."""
    gap = 0.28 * size
    near = wish.radius + gap
    broken = wrap(wish.text, BROKEN_AT * size, size, bold=wish.bold)
    whole = wrap(wish.text, (4 if wish.side else 2) * BROKEN_AT * size, size, bold=wish.bold, most=2)
    aslant = 0.72 * near
    if not wish.side:
        yield _label(wish, broken, size, wish.x, wish.y + near, "middle", 0)
    sides = [("start", 1, wish.x + near), ("end", -1, wish.x - near)]
    for lines in dict.fromkeys((broken, whole) if not wish.side else (whole, broken)):
        for align, side, x in sides:
            if wish.side in (0, side):
                yield _label(wish, lines, size, x, wish.y, align, 0.5)
    if wish.side:
        return
    yield _label(wish, broken, size, wish.x, wish.y - near, "middle", 1)
    for align, x in (("start", wish.x + aslant), ("end", wish.x - aslant)):
        for lift in (0, 1):
            yield _label(wish, broken, size, x, wish.y + (aslant if lift == 0 else -aslant), align, lift)


def _label(wish: Wish, lines: tuple[str, ...], size: float, x: float, y: float, align: str, lift: float) -> Label:
    """Return a label whose block of lines hangs from y, or with `lift` 1 stands on it."""
    wide = max(width(line, size, bold=wish.bold) for line in lines)
    high = len(lines) * size * LINE
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[align]
    top = y - lift * high
    return Label(lines, size, wish.bold, x, top + size * LINE / 2, align, Rectangle(left, top, wide, high))


def _cells(area: Rectangle) -> Iterator[tuple[int, int]]:
    for column in range(int(area.x // CELL), int((area.x + area.width) // CELL) + 1):
        for row in range(int(area.y // CELL), int((area.y + area.height) // CELL) + 1):
            yield column, row
