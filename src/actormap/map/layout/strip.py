"""A strip of nodes in even rows: those without a tie, the themes, those who have no place on a map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from actormap.map.layout.geometry import Rectangle
from actormap.map.layout.layout import GAP, Frame

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Strip:
    """A box and the positions of the nodes in it."""

    box: Rectangle
    positions: Mapping[str, tuple[float, float]]

    def moved(self, right: float, down: float) -> Strip:
        """Return the strip elsewhere."""
        return Strip(self.box.moved(right, down), {key: (x + right, y + down) for key, (x, y) in self.positions.items()})


def rows(members: Sequence[str], sizes: Mapping[str, Size], width: float, *, title: float, pad: float, most: float = float("inf")) -> Strip:
    """Return the members in rows of equal cells below a title, in a box of that width and at most that height.

    Cells have room for labels unless that would take more than `most`.
    """
    wide, _ = _cell(members, sizes)
    fitting = max(1, int((width - 2 * pad) // wide))
    strip = _grid(members, sizes, ceil(len(members) / ceil(len(members) / fitting)), width, title=title, pad=pad)
    return strip if strip.box.height <= most else filled(members, Rectangle(0, 0, width, most), title=title, pad=pad)


def outside(members: Sequence[str], sizes: Mapping[str, Size], frame: Frame, *, title: float, pad: float, gap: float = GAP) -> Strip:
    """Return the members in a strip outside the frame: below a lying one, to the right of a standing one.

    Whoever shows them has a list beside a lying map, or below a standing one, so there is room on that side.
    """
    if frame.lying:
        return rows(members, sizes, frame.width, title=title, pad=pad).moved(0, frame.height + gap)
    return columns(members, sizes, frame.height, title=title, pad=pad).moved(frame.width + gap, 0)


def columns(members: Sequence[str], sizes: Mapping[str, Size], height: float, *, title: float, pad: float) -> Strip:
    """Return the members in rows of equal cells below a title, in a box of that height that is no wider than it must be."""
    wide, high = _cell(members, sizes)
    fitting = max(1, int((height - title - pad / 2) // high))
    number = ceil(len(members) / fitting)
    strip = _grid(members, sizes, number, number * wide + 2 * pad, title=title, pad=pad)
    stretch = (height - title) / (strip.box.height - title)
    positions = {key: (x, title + (y - title) * stretch) for key, (x, y) in strip.positions.items()}
    return Strip(Rectangle(0, 0, strip.box.width, height), positions)


def filled(members: Sequence[str], box: Rectangle, *, title: float, pad: float, shape: float = 2.2) -> Strip:
    """Return the members in even rows that fill a box below its title; `shape` is how much wider than high a cell should be."""
    width, height = max(1.0, box.width - 2 * pad), max(1.0, box.height - title - pad / 2)
    across = max(1, min(len(members), round(sqrt(len(members) * width / height / shape))))
    down = max(1, ceil(len(members) / across))
    across = ceil(len(members) / down) if members else 1
    wide, high = width / across, height / down
    return Strip(
        box,
        {
            node_id: (box.x + pad + wide * (index % across + 0.5), box.y + title + high * (index // across + 0.35))
            for index, node_id in enumerate(members)
        },
    )


def _grid(members: Sequence[str], sizes: Mapping[str, Size], number: int, width: float, *, title: float, pad: float) -> Strip:
    cell = (width - 2 * pad) / number
    _, high = _cell(members, sizes)
    positions = {
        node_id: (pad + cell * (index % number + 0.5), title + high * (index // number + 0.3)) for index, node_id in enumerate(members)
    }
    return Strip(Rectangle(0, 0, width, title + high * ceil(len(members) / number) + pad / 2), positions)


def _cell(members: Sequence[str], sizes: Mapping[str, Size]) -> Size:
    return max(sizes[node_id][0] for node_id in members) * 1.04, max(sizes[node_id][1] for node_id in members) * 1.05
