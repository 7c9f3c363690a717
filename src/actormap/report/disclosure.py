"""What two tellings of a part have in common: what an edition may show, and is true of all that is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from actormap.output.document.blocks import (
    LEVELS,
    Block,
    Bullets,
    DataTable,
    Figure,
    KeyFigure,
    KeyFigures,
    Paragraph,
    SectionHeading,
    TableCell,
)
from actormap.output.document.inline import Strong, plain

Said = frozenset[object]
Part = TypeVar("Part")
DEEPEST = max(LEVELS)


def blocks(shown: Sequence[Block], whole: Sequence[Block]) -> list[Block]:
    """Return the blocks of the first telling without what the second does not say, and without headings that nothing stands under.

    Notes are not compared: what the edition may not cite it does not cite.
    """
    said = frozenset(each for block in whole for each in _said(block))
    return _standing([kept for block in shown for kept in _kept(block, said)])


def _said(block: Block) -> Iterator[object]:
    match block:
        case Paragraph():
            yield plain(block.line)
        case Bullets():
            yield from map(plain, block.lines)
        case DataTable():
            yield from map(_row, (*block.rows, *block.further))
        case KeyFigures():
            yield from map(_figure, block.figures)
        case Figure():
            yield block.alternative
            if block.description:
                yield from _said(block.description)


def _kept(block: Block, said: Said) -> Iterator[Block]:
    match block:
        case Bullets():
            yield from (replace(block, lines=lines) for lines in _some(block.lines, plain, said))
        case DataTable():
            further = tuple(row for row in block.further if _row(row) in said)
            yield from (replace(block, rows=rows, further=further) for rows in _some(block.rows, _row, said))
        case KeyFigures():
            yield from (replace(block, figures=figures) for figures in _some(block.figures, _figure, said))
        case Paragraph() | Figure():
            if said.issuperset(_said(block)):
                yield block
        case _:
            yield block


def _some(parts: tuple[Part, ...], told: Callable[[Part], object], said: Said) -> Iterator[tuple[Part, ...]]:
    """Yield those of the parts of a block that are said, nothing if none is."""
    if found := tuple(each for each in parts if told(each) in said):
        yield found


def _row(row: Sequence[TableCell]) -> object:
    return tuple(plain(cell.line) for cell in row)


def _figure(figure: KeyFigure) -> object:
    return figure.value, figure.label


def _standing(found: Sequence[Block]) -> list[Block]:
    """Return blocks without headings that nothing stands under, and without what leads in a list that is gone."""
    kept: list[Block] = []
    below = 0  # the deepest level of a heading that has something under it, seen from the end
    for block in reversed(found):
        if _leads_in(block) and not (kept and isinstance(kept[-1], Bullets)):
            continue
        if not isinstance(block, SectionHeading):
            below = DEEPEST
            kept.append(block)
        elif below >= block.level:
            kept.append(block)
            below = block.level - 1
    return kept[::-1]


def _leads_in(block: Block) -> bool:
    """Return whether a block only leads in the list after it."""
    return isinstance(block, Paragraph) and len(block.line) == 1 and isinstance(block.line[0], Strong)
