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
class LabelRequest:
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


def place(
    requests: Sequence[LabelRequest], sheet: Rectangle, taken: Iterable[Rectangle] = (), fences: Sequence[Rectangle] = ()
) -> tuple[Label, ...]:
    """Return the labels that have room, in the order of the requests, which are served in turn.

    `taken` is kept free, and `fences` are boxes that the labels of those who do not stand in one keep out of.

    No label lies on another, on a dot of another, outside the sheet or outside its box; where only dots are in the way the first `FIRM`
    requests are granted all the same if the dots are small.
    """
    words, dots, large = Room(), Room(), Room()
    for area in taken:
        words.take(area)
    typical = sorted(request.radius for request in requests)[len(requests) // 2] if requests else 0.0
    for number, request in enumerate(requests):
        area = Rectangle(request.x - request.radius, request.y - request.radius, 2 * request.radius, 2 * request.radius)
        dots.take(area, number)
        if request.radius > 1.25 * typical:
            large.take(area, number)
    found: list[Label] = []
    for number, request in enumerate(requests):
        label = _first_free(request, number, sheet, words, dots, fences)
        if label is None and number < FIRM:
            label = _first_free(request, number, sheet, words, large, fences)
        if label is None and request.side:
            # Beside the largest dot of the column there is room for the names next to its own.
            away = replace(request, radius=max(other.radius for other in requests if other.side == request.side))
            label = _first_free(away, number, sheet, words, dots, fences)
        if label is not None:
            words.take(label.area)
            found.append(label)
    return tuple(found)


def _first_free(request: LabelRequest, number: int, sheet: Rectangle, words: Room, dots: Room, fences: Sequence[Rectangle]) -> Label | None:
    bounds = request.home or sheet
    for share in SMALLER:
        for label in _candidates(request, request.size * share):
            outside = request.home is None and any(label.area.meets(fence) for fence in fences)
            if bounds.holds(label.area) and not outside and words.is_free(label.area) and dots.is_free(label.area, number):
                return label
    return None


def _candidates(request: LabelRequest, size: float) -> Iterator[Label]:
    """Yield the label at each position, the clearest first: below, right, left, above, then aslant."""
    gap = 0.28 * size
    near = request.radius + gap
    broken = wrap(request.text, BROKEN_AT * size, size, bold=request.bold)
    whole = wrap(request.text, (4 if request.side else 2) * BROKEN_AT * size, size, bold=request.bold, most=2)
    aslant = 0.72 * near
    if not request.side:
        yield _label(request, broken, size, request.x, request.y + near, "middle", 0)
    sides = [("start", 1, request.x + near), ("end", -1, request.x - near)]
    for lines in dict.fromkeys((broken, whole) if not request.side else (whole, broken)):
        for align, side, x in sides:
            if request.side in (0, side):
                yield _label(request, lines, size, x, request.y, align, 0.5)
    if request.side:
        return
    yield _label(request, broken, size, request.x, request.y - near, "middle", 1)
    for align, x in (("start", request.x + aslant), ("end", request.x - aslant)):
        for lift in (0, 1):
            yield _label(request, broken, size, x, request.y + (aslant if lift == 0 else -aslant), align, lift)


def _label(request: LabelRequest, lines: tuple[str, ...], size: float, x: float, y: float, align: str, lift: float) -> Label:
    """Return a label whose block of lines hangs from y, or with `lift` 1 stands on it."""
    wide = max(width(line, size, bold=request.bold) for line in lines)
    high = len(lines) * size * LINE
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[align]
    top = y - lift * high
    return Label(lines, size, request.bold, x, top + size * LINE / 2, align, Rectangle(left, top, wide, high))


def _cells(area: Rectangle) -> Iterator[tuple[int, int]]:
    for column in range(int(area.x // CELL), int((area.x + area.width) // CELL) + 1):
        for row in range(int(area.y // CELL), int((area.y + area.height) // CELL) + 1):
            yield column, row
