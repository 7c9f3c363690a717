"""A sheet of paper divided: where on it things go. It is measured in units of which 14 make the height of a label's letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from actormap.map.layout.geometry import Rectangle
from actormap.map.layout.layout import Frame
from actormap.map.paper import TEXT, Paper


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
