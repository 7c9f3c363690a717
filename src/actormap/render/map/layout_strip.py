"""A strip of nodes in even rows: those without a tie, and the themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from actormap.render.map.geometry import Rectangle


@dataclass(frozen=True, slots=True)
class Strip:
    """A box and the positions of the nodes in it."""

    box: Rectangle
    positions: Mapping[str, tuple[float, float]]

    def moved(self, right: float, down: float) -> Strip:
        """Return the strip elsewhere."""
        return Strip(self.box.moved(right, down), {key: (x + right, y + down) for key, (x, y) in self.positions.items()})


def rows(members: Sequence[str], sizes: Mapping[str, tuple[float, float]], width: float, *, title: float, pad: float) -> Strip:
    """Return the members in rows of equal cells below a title, in a box of that width."""
    wide, _ = _cell(members, sizes)
    fitting = max(1, int((width - 2 * pad) // wide))
    return _grid(members, sizes, ceil(len(members) / ceil(len(members) / fitting)), width, title=title, pad=pad)


def columns(members: Sequence[str], sizes: Mapping[str, tuple[float, float]], height: float, *, title: float, pad: float) -> Strip:
    """Return the members in rows of equal cells below a title, in a box of that height that is no wider than it must be."""
    wide, high = _cell(members, sizes)
    fitting = max(1, int((height - title - pad / 2) // high))
    number = ceil(len(members) / fitting)
    strip = _grid(members, sizes, number, number * wide + 2 * pad, title=title, pad=pad)
    stretch = (height - title) / (strip.box.height - title)
    positions = {key: (x, title + (y - title) * stretch) for key, (x, y) in strip.positions.items()}
    return Strip(Rectangle(0, 0, strip.box.width, height), positions)


def _grid(
    members: Sequence[str], sizes: Mapping[str, tuple[float, float]], number: int, width: float, *, title: float, pad: float
) -> Strip:
    cell = (width - 2 * pad) / number
    _, high = _cell(members, sizes)
    positions = {
        node_id: (pad + cell * (index % number + 0.5), title + high * (index // number + 0.3)) for index, node_id in enumerate(members)
    }
    return Strip(Rectangle(0, 0, width, title + high * ceil(len(members) / number) + pad / 2), positions)


def _cell(members: Sequence[str], sizes: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
    return max(sizes[node_id][0] for node_id in members) * 1.04, max(sizes[node_id][1] for node_id in members) * 1.05
