"""Sheets of paper, and where on them things go. A sheet is measured in units of which 14 make the height of a label's letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from actormap.render.map.geometry import Rectangle
from actormap.render.map.layout import Frame

TEXT = 14.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A lying sheet in millimetres, with the height of a label's letters that is legible on it: at arm's length, or from two steps away."""

    name: str
    width: float
    height: float
    letters: float

    @property
    def unit(self) -> float:
        """Return how many millimetres a unit is."""
        return self.letters / TEXT


# Letters of 2.4 mm are 7 points, 2.8 mm 8 points, 6 mm 17 points.
PAPERS = {paper.name: paper for paper in (Paper("A4", 297, 210, 2.4), Paper("A3", 420, 297, 2.8), Paper("A0", 1189, 841, 6.0))}


@dataclass(frozen=True, slots=True)
class Sheet:
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


def divide(paper: Paper, legend_lines: Callable[[float], int]) -> Sheet:
    """Return a sheet divided; `legend_lines` says how many lines the legend takes in a width."""
    width, height = paper.width / paper.unit, paper.height / paper.unit
    margin = 2.5 * TEXT
    top = margin + 5.2 * TEXT
    foot = height - margin
    legend = foot - 2.0 * TEXT - legend_lines(width - 2 * margin) * 1.9 * TEXT
    return Sheet(width, height, margin, Rectangle(margin, top, width - 2 * margin, legend - TEXT - top), legend, foot)
