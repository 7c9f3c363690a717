"""The picture of required coverage: matrices with a sign for each of the four states, large enough for a room to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from actormap.analysis.composition.requirements.cells import STATES
from actormap.analysis.composition.requirements.coverage import CellRow, Coverage
from actormap.analysis.composition.requirements.matrix import CoverageMatrix, blocks
from actormap.analysis.result import Result
from actormap.i18n import Texts
from actormap.output import sentences
from actormap.output.charts.svg import cut, write

WIDTH, MARGIN, NAMES, TOP, LINE, BETWEEN, SIGN = 1920, 24, 300, 128, 38, 34, 26  # as wide as a projector
PAPER = 960  # wide, so that letters can be read on a page
MANY = 6  # headings above, beyond which a matrix needs the whole width
WIDEST, NARROWEST, SLANTED = 220, 110, 150  # of a column; narrower ones have headings that slant and take so much room above
TITLE, HEADING, LETTERS = 34, 21, 9.6  # the heights of a title and of a line of a heading; the width of a bold letter
BIG = 16 / 12  # the letters here are larger than those that `cut` reckons with
NOTE = 24  # between two lines of notes
STEP = 36  # between two signs in one place


@dataclass(frozen=True, slots=True)
class CellMark:
    """One sign: its place in pixels, its state, whether the network itself has said so, and what its tooltip says."""

    x: float
    y: float
    state: str
    own: bool
    tooltip: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One matrix as it is drawn: its title, headings and signs with their places; `slant` says that the headings above lean."""

    title: str | None
    left: float
    y: float
    beside: float
    headings: tuple[tuple[float, tuple[str, ...]], ...]
    headings_y: float
    slant: bool
    names: tuple[tuple[float, str], ...]
    marks: tuple[CellMark, ...]
    words: tuple[tuple[float, str], ...]
    right: float
    ends: float


def draw(coverage: Coverage, network: str, texts: Texts, *, width: int = WIDTH) -> str:
    """Return an SVG of the coverage of the network of this name, for a projector unless another width is given."""
    laid = blocks(coverage.rows)
    narrow = width < WIDTH
    columns = 2 if not narrow and len(laid) > 1 and all(len(block.columns) <= MANY for block in laid) else 1
    wide = (width - MARGIN) / columns
    notes = [texts("coverage.unknown_note"), *([texts("coverage.dot_note")] if any(row["answer"] for row in coverage.rows) else [])]
    notes = notes if narrow else [" ".join(notes)]
    legend = _legend(coverage, width, 2 if narrow else len(STATES), TOP - 24 + NOTE * (len(notes) - 1))
    ends = [legend[-1][1] + 24.0] * columns
    drawn: list[Drawn] = []
    for block in laid:
        shortest = ends.index(min(ends))
        drawn.append(_drawn(coverage, block, (MARGIN + wide * shortest, wide - MARGIN), ends[shortest] + BETWEEN, texts))
        ends[shortest] = drawn[-1].ends
    return write(
        "coverage.svg",
        t=texts,
        lang=texts.lang,
        width=width,
        height=max(ends) + MARGIN,
        margin=MARGIN,
        sign=SIGN,
        line=LINE,
        network=network,
        blocks=drawn,
        legend=legend,
        notes=[(70 + NOTE * place, note) for place, note in enumerate(notes)],
    )


def _legend(coverage: Coverage, width: int, across: int, y: float) -> list[tuple[float, float, str, int]]:
    """Return the states with their places, so many on a line, and how many cells are in each."""
    figures, wide = coverage.figures(), (width - 2 * MARGIN) / across
    return [(MARGIN + wide * (place % across), y + LINE * (place // across), state, figures[state]) for place, state in enumerate(STATES)]


def _drawn(found: Result, block: CoverageMatrix, across_page: tuple[float, float], y: float, texts: Texts) -> Drawn:
    """Return a block with its places; it begins at a place across the page, is so wide at most, and its top is at `y`."""
    left, wide = across_page
    beside = NAMES if block.is_list else min(NAMES, LETTERS * max(len(name) for name, _ in block.lines) + MARGIN)
    room = min(WIDEST, (wide - beside) / len(block.columns))
    slant = room < NARROWEST
    headings = [(cut(name, SLANTED / BIG),) if slant else tuple(wrap(name, int(room / LETTERS))) or ("",) for name in block.columns]
    above = 0 if block.is_list else SLANTED if slant else HEADING * max(map(len, headings)) + 14
    first = y + (TITLE if block.title else 0) + above
    lines = [first + LINE * (place + 0.5) for place in range(len(block.lines))]
    across = [left + beside + (SIGN if block.is_list else room * (place + 0.5)) for place in range(len(block.columns))]
    marks = tuple(
        mark
        for height, (_, places) in zip(lines, block.lines, strict=True)
        for x, rows in zip(across, places, strict=True)
        for mark in _marks(found, x, height, rows, texts)
    )
    words = (
        [(height, _who(places[0], wide, texts)) for height, (_, places) in zip(lines, block.lines, strict=True)] if block.is_list else []
    )
    return Drawn(
        title=block.title,
        left=left,
        beside=beside,
        y=y,
        headings=() if block.is_list else tuple(zip(across, headings, strict=True)),
        headings_y=first - 12,
        slant=slant,
        names=tuple((height, cut(name, (beside - 8) / BIG)) for height, (name, _) in zip(lines, block.lines, strict=True)),
        marks=marks,
        words=tuple(words),
        right=left + (wide if block.is_list else beside + room * len(block.columns)),
        ends=first + LINE * len(lines),
    )


def _marks(found: Result, x: float, y: float, rows: Sequence[CellRow], texts: Texts) -> list[CellMark]:
    start = x - STEP * (len(rows) - 1) / 2
    return [
        CellMark(start + STEP * place, y, row["state"], bool(row["answer"]), sentences.say(found, row, texts))
        for place, row in enumerate(rows)
    ]


def _who(rows: Sequence[CellRow], wide: float, texts: Texts) -> str:
    """Return what stands beside a sign in a list: who covers it, else the state in words."""
    named = [name for row in rows for name in row["names"]]
    told = ", ".join(named) if named else ", ".join(texts(f"words.state.{row['state']}") for row in rows)
    return cut(told, (wide - NAMES - SIGN - STEP) / BIG)
