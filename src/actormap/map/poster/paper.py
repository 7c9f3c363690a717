"""Sheets of paper, and where on them things go. A sheet is measured in units of which 14 make the height of a label's letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

from actormap.map.layout.geometry import Rectangle
from actormap.map.layout.layout import Frame

TEXT = 14.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A lying sheet in millimetres, with the least and greatest height of a label's letters on it."""

    name: str
    width: float
    height: float
    small: float
    large: float

    def unit(self, labels: int) -> float:
        """Return how many millimetres a unit is: letters are as large as so many labels allow, neither too small nor too loud."""
        fitting = sqrt(0.75 * self.width * self.height / max(1, labels) / LABEL)
        return min(self.large, max(self.small, fitting)) / TEXT


# The room that a label with its dot takes, in squares of its letters' height.
LABEL = 40
# Letters of 2 mm are 6 points, 2.5 mm 7 points, for an arm's length; 4 mm are 11 points and 7 mm 20 points, for a step or two.
PAPERS = {paper.name: paper for paper in (Paper("A4", 297, 210, 2.0, 2.4), Paper("A3", 420, 297, 2.4, 3.0), Paper("A0", 1189, 841, 4, 7))}


@dataclass(frozen=True, slots=True)
class PosterSheet:
    """A sheet divided: a heading above, the map, a legend below with the sources under it. All in units."""

    width: float
    height: float
    margin: float
    map: Rectangle
    legend: float
    foot: float

    @property
    def frame(self) -> Frame:
        """Return the frame that the map is laid out in."""
        return Frame("poster", self.map.width, self.map.height, TEXT)


def divide(paper: Paper, labels: int, legend_lines: Callable[[float], int]) -> PosterSheet:
    """Return a sheet divided for so many labels; `legend_lines` says how many lines the legend takes in a width."""
    unit = paper.unit(labels)
    width, height = paper.width / unit, paper.height / unit
    margin = 2.5 * TEXT
    top = margin + 5.2 * TEXT
    foot = height - margin
    legend = foot - 2.0 * TEXT - legend_lines(width - 2 * margin) * 1.9 * TEXT
    return PosterSheet(width, height, margin, Rectangle(margin, top, width - 2 * margin, legend - TEXT - top), legend, foot)
