"""Rectangles, and rows of points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box: its upper left corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    def rounded(self) -> Rectangle:
        """Return the box in tenths."""
        return Rectangle(*(round(float(value), 1) for value in (self.x, self.y, self.width, self.height)))

    def moved(self, right: float, down: float) -> Rectangle:
        """Return the box elsewhere."""
        return Rectangle(self.x + right, self.y + down, self.width, self.height)

    def meets(self, other: Rectangle) -> bool:
        """Return whether two boxes share any area."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, other: Rectangle) -> bool:
        """Return whether another box lies wholly within this one."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )

    def halved(self, share: float) -> tuple[Rectangle, Rectangle]:
        """Return the box in two, cut across its longer side; the first has that share of the area."""
        if self.width >= self.height:
            cut = self.width * share
            return Rectangle(self.x, self.y, cut, self.height), Rectangle(self.x + cut, self.y, self.width - cut, self.height)
        cut = self.height * share
        return Rectangle(self.x, self.y, self.width, cut), Rectangle(self.x, self.y + cut, self.width, self.height - cut)

    def within(self, gap: float) -> Rectangle:
        """Return the box made smaller by half a gap on every side."""
        return Rectangle(self.x + gap / 2, self.y + gap / 2, self.width - gap, self.height - gap)


def golden_spiral(number: int) -> Array:
    """Return so many points evenly spread over a disc, from its centre outwards."""
    place = np.arange(number)
    radius, angle = np.sqrt(place + 0.3), place * 2.399963229728653
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
