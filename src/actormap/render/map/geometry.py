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

    def within(self, gap: float) -> Rectangle:
        """Return the box made smaller by half a gap on every side."""
        return Rectangle(self.x + gap / 2, self.y + gap / 2, self.width - gap, self.height - gap)
