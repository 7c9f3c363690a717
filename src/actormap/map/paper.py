"""The sheets of paper that a map can be drawn on, and how large its letters are there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

TEXT = 14.0  # units that make the height of a label's letters
# The room that a label with its dot takes, in squares of its letters' height.
LABEL = 40


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in millimetres, with the least and greatest height of a label's letters on it."""

    name: str
    width: float
    height: float
    small: float
    large: float

    def turned(self) -> Paper:
        """Return the sheet stood up if it lies, laid down if it stands."""
        return replace(self, width=self.height, height=self.width)

    def unit(self, labels: int) -> float:
        """Return how many millimetres a unit is: letters are as large as so many labels allow, neither too small nor too loud."""
        fitting = sqrt(0.75 * self.width * self.height / max(1, labels) / LABEL)
        return min(self.large, max(self.small, fitting)) / TEXT


# Letters of 2 mm are 6 points, 2.5 mm 7 points, for an arm's length; 4 mm are 11 points and 7 mm 20 points, for a step or two.
PAPERS = {paper.name: paper for paper in (Paper("A4", 297, 210, 2.0, 2.4), Paper("A3", 420, 297, 2.4, 3.0), Paper("A0", 1189, 841, 4, 7))}
# The room that a picture has on an A4 page between margins, below a heading and above its caption.
PAGE = Paper("page", 160, 200, 2.0, 2.4)
