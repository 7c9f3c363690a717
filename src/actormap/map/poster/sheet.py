"""A sheet of paper divided: where on it things go. It is measured in units of which 14 make the height of a label's letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from actormap.map.layout.geometry import Rectangle
from actormap.map.layout.layout import Frame
from actormap.map.paper import TEXT, Paper
from actormap.map.poster.fonts import width, wrap

INK, QUIET = "#16202c", "#4a5563"
HEADING, ABOUT, FOOT = 2.9 * TEXT, 1.15 * TEXT, 0.9 * TEXT
MOST = 3  # lines of a heading, and of the foot


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What stands on the sheet above and below the map: its title, how much it shows, for whom it is, what it rests on and leaves out."""

    title: str
    counts: str
    edition: str
    foot: str


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of words in its place on the sheet."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    bold: bool = False
    align: str = "start"


@dataclass(frozen=True, slots=True)
class PosterSheet:
    """A sheet divided: a heading above, the map, a legend below with the sources under it. All in units."""

    width: float
    height: float
    margin: float
    map: Rectangle
    legend: float
    heading: tuple[SheetLine, ...]
    foot: float

    @property
    def frame(self) -> Frame:
        """Return the frame that the map is laid out in."""
        return Frame("poster", self.map.width, self.map.height, TEXT)

    def footing(self, said: str) -> Iterator[SheetLine]:
        """Yield the lines of the foot, which says no more than what the sheet was divided for."""
        for place, text in enumerate(wrap(said, self.width - 2 * self.margin, FOOT, most=MOST)):
            yield SheetLine(text, self.margin, self.foot + place * 1.25 * FOOT, FOOT, QUIET)


def divide(paper: Paper, labels: int, said: SheetWords, legend_lines: Callable[[float], int]) -> PosterSheet:
    """Return a sheet divided for so many labels and what it says; `legend_lines` says how many lines the legend takes in a width."""
    unit = paper.unit(labels)
    wide, high = paper.width / unit, paper.height / unit
    margin = 2.5 * TEXT
    room = wide - 2 * margin
    heading = tuple(_heading(said, margin, room))
    top = heading[-1].y + 0.9 * TEXT
    foot = high - margin - (len(wrap(said.foot, room, FOOT, most=MOST)) - 1) * 1.25 * FOOT
    legend = foot - 2.0 * TEXT - legend_lines(room) * 1.9 * TEXT
    return PosterSheet(wide, high, margin, Rectangle(margin, top, room, legend - TEXT - top), legend, heading, foot)


def _heading(said: SheetWords, margin: float, room: float) -> Iterator[SheetLine]:
    """Yield the title, and under it how much is shown and for whom: on one line where that has room for both."""
    y = margin + 2.4 * TEXT
    for place, text in enumerate(wrap(said.title, room, HEADING, bold=True, most=MOST)):
        y += 1.15 * HEADING if place else 0
        yield SheetLine(text, margin, y, HEADING, INK, bold=True)
    y += 1.9 * TEXT
    if width(f"{said.counts}   {said.edition}", ABOUT) <= room:
        yield SheetLine(said.counts, margin, y, ABOUT, QUIET)
        yield SheetLine(said.edition, margin + room, y, ABOUT, QUIET, align="end")
        return
    for place, text in enumerate(line for each in (said.counts, said.edition) for line in wrap(each, room, ABOUT, most=MOST)):
        yield SheetLine(text, margin, y + place * 1.3 * ABOUT, ABOUT, QUIET)
