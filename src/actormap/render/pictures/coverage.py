"""The picture of required coverage: matrices with a sign for each of the four states, large enough for a room to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from actormap.analysis.composition.cells import STATES
from actormap.analysis.composition.coverage import Coverage
from actormap.analysis.composition.matrix import Block, blocks
from actormap.analysis.result import Result
from actormap.i18n import Texts
from actormap.render import sentences
from actormap.render.pictures.sheet import cut, write

WIDTH, MARGIN, NAMES, TOP, LINE, BETWEEN, SIGN = 1280, 24, 380, 128, 38, 34, 26
WIDEST, NARROWEST, SLANTED = 220, 110, 150  # of a column; narrower ones have headings that slant and take so much room above
TITLE, HEADING, LETTERS = 34, 21, 9.6  # the heights of a title and of a line of a heading; the width of a bold letter
BIG = 16 / 12  # the letters here are larger than those that `cut` reckons with
STEP = 36  # between two signs in one place


@dataclass(frozen=True, slots=True)
class Mark:
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
    y: float
    headings: tuple[tuple[float, tuple[str, ...]], ...]
    headings_y: float
    slant: bool
    names: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    words: tuple[tuple[float, str], ...]
    right: float


def draw(found: Coverage, network: str, texts: Texts) -> str:
    """Return an SVG of the coverage of the network of this name."""
    drawn: list[Drawn] = []
    y = float(TOP)
    for block in blocks(found.rows):
        one, y = _drawn(found, block, y + BETWEEN, texts)
        drawn.append(one)
    figures = found.figures()
    return write(
        "coverage.svg",
        t=texts,
        lang=texts.lang,
        width=WIDTH,
        height=y + MARGIN,
        margin=MARGIN,
        names=NAMES,
        sign=SIGN,
        line=LINE,
        network=network,
        blocks=drawn,
        legend=[(MARGIN + place * (WIDTH - 2 * MARGIN) / len(STATES), state, figures[state]) for place, state in enumerate(STATES)],
        any_own=any(row["answer"] for row in found.rows),
    )


def _drawn(found: Result, block: Block, y: float, texts: Texts) -> tuple[Drawn, float]:
    """Return a block with its places, and where it ends."""
    room = min(WIDEST, (WIDTH - NAMES - MARGIN) / len(block.columns))
    slant = room < NARROWEST
    headings = [(cut(name, SLANTED / BIG),) if slant else tuple(wrap(name, int(room / LETTERS))) or ("",) for name in block.columns]
    above = 0 if block.is_list else SLANTED if slant else HEADING * max(map(len, headings)) + 14
    first = y + (TITLE if block.title else 0) + above
    lines = [first + LINE * (place + 0.5) for place in range(len(block.lines))]
    across = [NAMES + (SIGN if block.is_list else room * (place + 0.5)) for place in range(len(block.columns))]
    marks = tuple(
        mark
        for height, (_, places) in zip(lines, block.lines, strict=True)
        for x, rows in zip(across, places, strict=True)
        for mark in _marks(found, x, height, rows, texts)
    )
    words = [(height, _who(places[0], texts)) for height, (_, places) in zip(lines, block.lines, strict=True)] if block.is_list else []
    drawn = Drawn(
        title=block.title,
        y=y,
        headings=() if block.is_list else tuple(zip(across, headings, strict=True)),
        headings_y=first - 12,
        slant=slant,
        names=tuple((height, cut(name, (NAMES - MARGIN - 8) / BIG)) for height, (name, _) in zip(lines, block.lines, strict=True)),
        marks=marks,
        words=tuple(words),
        right=WIDTH - MARGIN if block.is_list else NAMES + room * len(block.columns),
    )
    return drawn, first + LINE * len(lines)


def _marks(found: Result, x: float, y: float, rows: Sequence[Mapping[str, Any]], texts: Texts) -> list[Mark]:
    start = x - STEP * (len(rows) - 1) / 2
    return [
        Mark(start + STEP * place, y, row["state"], bool(row["answer"]), sentences.say(found, row, texts)) for place, row in enumerate(rows)
    ]


def _who(rows: Sequence[Mapping[str, Any]], texts: Texts) -> str:
    """Return what stands beside a sign in a list: who covers it, else the state in words."""
    named = [name for row in rows for name in row["names"]]
    told = ", ".join(named) if named else ", ".join(texts(f"words.state.{row['state']}") for row in rows)
    return cut(told, (WIDTH - NAMES - 3 * MARGIN - STEP) / BIG)
