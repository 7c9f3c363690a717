"""What a layout is: a frame, a position for every node, and what is drawn under them. The modules layout_* make them.

One unit is one pixel on the screen that the frame is made for. Coordinates run from the upper left, y downwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil, sqrt

import networkx as nx

from actormap.map.layout.geometry import Rectangle

Names = Mapping[str, str]
Position = tuple[float, float]
GAP = 12.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The area that the overview fills, and the height of a label's letters in it."""

    name: str
    width: float
    height: float
    text: float

    @property
    def lying(self) -> bool:
        """Return whether the frame is wider than it is high."""
        return self.width >= self.height


# The map's area at 1920x1080 beside the panel, and at 390x844 between the bars (there in half pixels, so that letters are twice as high).
LANDSCAPE = Frame("landscape", 1606, 952, 14)
PORTRAIT = Frame("portrait", 768, 1350, 25)


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its name in every language and those who stand in it; `title` is the height kept free for its name."""

    kind: str
    name: Names
    members: tuple[str, ...]
    area: Rectangle
    title: float = 0.0


@dataclass(frozen=True, slots=True)
class DrawnOutline:
    """The outline of a place, as closed rings of points."""

    name: str
    rings: tuple[tuple[Position, ...], ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """An ellipse round a centre, for those so many steps away."""

    x: float
    y: float
    width: float
    height: float
    steps: int


@dataclass(frozen=True, slots=True)
class GroupHeading:
    """A free title, centred on a point."""

    x: float
    y: float
    name: Names


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions by id in the order of the ids; `dot` is the unit of a node's radius.

    `sides` tells on which side of its dot a label belongs, -1 left or 1 right, where only one will do.
    """

    name: str
    frame: Frame
    dot: float
    positions: Mapping[str, Position]
    boxes: tuple[Box, ...] = ()
    outlines: tuple[DrawnOutline, ...] = ()
    rings: tuple[Ring, ...] = ()
    headings: tuple[GroupHeading, ...] = ()
    sides: Mapping[str, int] = field(default_factory=dict)


def tenths(positions: Mapping[str, Position]) -> dict[str, Position]:
    """Return the positions in tenths, in the order of the ids."""
    return {node_id: (round(float(x), 1), round(float(y), 1)) for node_id, (x, y) in sorted(positions.items())}


def dot_of(number: int, frame: Frame) -> float:
    """Return the unit of a node's radius: smaller where there are many, and in a narrow frame, whose letters cannot shrink."""
    legible = frame.text * min(1.0, max(0.36, sqrt(120 / max(1, number)))) * (1 if frame.lying else 0.85)
    # Thousands of dots have little room each, or nothing is seen between them.
    return min(legible, sqrt(0.07 * frame.width * frame.height / max(1, number)))


def sizes_of(graph: nx.Graph[str], labels: Mapping[str, str], dot: float, frame: Frame) -> dict[str, Position]:
    """Return the width and height that each node takes with its label below it."""
    return {node_id: label_size(labels[node_id], graph.degree(node_id), dot, frame) for node_id in graph}


def label_size(label: str, degree: int, dot: float, frame: Frame) -> Position:
    """Return the width and height of one node with its label below it."""
    # The letters of common screen fonts are on average .58 as wide as they are high; labels are broken at some 11 heights.
    whole = len(label) * 0.58 * frame.text
    lines = min(4, ceil(whole / (10 * frame.text)))
    radius = dot * (0.4 + min(1.0, 0.2 * sqrt(degree)))
    width = max(whole / lines, max(map(len, label.split()), default=1) * 0.58 * frame.text, 2 * radius)
    return width + 0.6 * frame.text, 2 * radius + (lines * 1.15 + 0.6) * frame.text


def title_height(name: Names, width: float, frame: Frame) -> float:
    """Return the height that a box of that width keeps free for its name, in whichever language needs more."""
    longest = max(len(text) for text in name.values())
    lines = ceil(longest * 0.66 * frame.text / max(1.0, width - 1.6 * frame.text))
    return frame.text * (0.9 + 1.25 * min(3, lines))
