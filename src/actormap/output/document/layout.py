"""A publication as its writers take it: parts one after another, with their numbers, the places that links lead to, and a contents list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from actormap.errors import InvalidDocument
from actormap.i18n import Texts
from actormap.output.document.blocks import (
    AnswerSpace,
    Block,
    Bullets,
    DataTable,
    Figure,
    KeyFigures,
    PageBreak,
    Paragraph,
    SectionHeading,
    TableCell,
    marks,
)
from actormap.output.document.inline import Line, Link, Note, Strong, plain
from actormap.output.document.publication import Publication

LONG = 5  # parts of the highest level from which a document has a list of its contents
MOST = 30  # lines of a contents list that names parts of parts
_LONGEST_WORD, _WIDEST, _MARGIN = 22, 44, 4  # characters that a column counts for when columns share a page
_BACK = 10
_WHOLE = 88  # characters in a line of a table
_SHORT = 20  # lines of a table that a page has room for beside much else
_ON_A_PAGE = 400  # characters of a cell, which even a narrow column has room for on one page
_HIGHEST = 1.25  # of the width of a page
_HEAD = re.compile(r"<svg\b[^>]*>")
_NUMBERS = re.compile(r"""\b(width|height)\s*=\s*["']\s*([\d.]+)(?:px|pt|mm)?\s*["']""")
_BOX = re.compile(r"""\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)""")
_KINDS: dict[type[Block], str] = {
    SectionHeading: "heading",
    Paragraph: "paragraph",
    Bullets: "bullets",
    DataTable: "table",
    Figure: "figure",
    KeyFigures: "figures",
    AnswerSpace: "answer",
    PageBreak: "break",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: `kind` is text, strong, link or note. A note has its number, and how many times it has been met, from one."""

    kind: str
    words: str
    address: str = ""
    number: int = 0
    nth: int = 0


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A block in its place. `kind` is heading, paragraph, bullets, table, figure, figures, answer, break or contents.

    `rows` are its lines: one row of one cell for a paragraph, one row for each line of a list and each row of a table. `marks` are the
    notes of a table as a whole, one row, or of key figures, one row each. A paragraph that `leads` into what comes after it, as
    one before a picture does, or one that heads a list, stays on the same page.
    """

    kind: str
    block: Block | None = None
    number: int = 0
    anchor: str = ""
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()
    marks: tuple[tuple[Piece, ...], ...] = ()
    leads: bool = False


@dataclass(frozen=True, slots=True)
class EndNote:
    """A note at the end, and how many of the places that refer to it it leads back to: all, or the first ten."""

    number: int
    words: str
    references: int


@dataclass(frozen=True, slots=True)
class DocumentLayout:
    """A publication laid out. `texts` are the words of its language; `contents` are headings, none in a short document."""

    publication: Publication
    texts: Texts
    parts: tuple[DocumentPart, ...]
    contents: tuple[DocumentPart, ...]
    notes: tuple[EndNote, ...]


@dataclass(slots=True)
class _Counting:
    numbers: Counter[str] = field(default_factory=Counter)
    notes: dict[str, int] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)


def lay_out(publication: Publication) -> DocumentLayout:
    """Return a document laid out; a figure's description is a table of its own after it.

    The contents stand before the second part of the highest level: what comes first is what the document says in short.
    """
    counting = _Counting(notes={words: number for number, words in enumerate(publication.notes, start=1)})
    parts = [part for block in publication.blocks for part in _parts(block, counting)]
    parts = [replace(part, leads=_leads(part, after)) for part, after in zip(parts, [*parts[1:], None], strict=True)]
    tops = [part for part in parts if _level(part) == 1]
    contents: tuple[DocumentPart, ...] = ()
    if len(tops) >= LONG:
        near = [part for part in parts if _level(part) in (1, 2)]
        contents = tuple(near if len(near) <= MOST else tops)
        parts.insert(parts.index(tops[1]), DocumentPart("contents", anchor="contents"))
    ends = tuple(EndNote(number, words, min(counting.met[words], _BACK)) for words, number in counting.notes.items())
    return DocumentLayout(publication, Texts.load(publication.language), tuple(parts), contents, ends)


def shares(table: DataTable) -> tuple[float, ...]:
    """Return which share of the width of a page each column of a table is given, together at most one.

    A column has room for its longest word before any has it for a whole line, so that what is short is not broken.
    """
    said = [(head, *(plain(row[place].line) for row in table.rows)) for place, head in enumerate(table.columns)]
    needed = [
        _MARGIN + min(max(_length(word, text is texts[0]) for text in texts for word in text.split() or [""]), _LONGEST_WORD)
        for texts in said
    ]
    wanted = [max(need, _MARGIN + min(max(map(len, texts)), _WIDEST)) for need, texts in zip(needed, said, strict=True)]
    room = max(0, _WHOLE - sum(needed)) / max(1, sum(wanted) - sum(needed))
    widths = [need + (want - need) * min(1, room) for need, want in zip(needed, wanted, strict=True)]
    return tuple(round(width / max(sum(widths), _WHOLE), 4) for width in widths)


def is_short(table: DataTable) -> bool:
    """Return whether a table is so short that it is kept on one page."""
    widths = shares(table)
    return sum(_lines(row, widths) for row in table.rows) <= _SHORT


def goes_on_one_page(row: tuple[tuple[Piece, ...], ...]) -> bool:
    """Return whether a row of a table is so short that it need not be broken over two pages."""
    return all(sum(len(piece.words) for piece in cell) <= _ON_A_PAGE for cell in row)


def _lines(row: tuple[TableCell, ...], widths: tuple[float, ...]) -> int:
    return max(-(-len(plain(cell.line)) // max(1, int(width * _WHOLE))) or 1 for cell, width in zip(row, widths, strict=True))


def size(figure: Figure) -> tuple[float, float]:
    """Return the width and the height of a picture, in its own units; one that does not say them is as wide as high.

    Raises `InvalidDocument` if it is no picture of vectors.
    """
    head = _HEAD.search(figure.svg)
    if not head:
        raise InvalidDocument(f'The figure "{figure.caption}" is no SVG.', hint="Draw it as SVG.")
    said = dict(_NUMBERS.findall(head[0]))
    box = _BOX.search(head[0])
    width, height = (float(said["width"]), float(said["height"])) if {"width", "height"} <= set(said) else (0.0, 0.0)
    if not (width and height) and box:
        width, height = float(box[1]), float(box[2])
    return (width, height) if width and height else (1.0, 1.0)


def share_of_width(figure: Figure) -> float:
    """Return which share of the width of a page a picture is given: all, but for one that would then be too high."""
    width, height = size(figure)
    return round(min(1.0, _HIGHEST * width / height), 4)


def _length(word: str, is_heading: bool) -> int:
    return len(word) + (len(word) // 6 if is_heading else 0)  # headings are bold


def _leads(part: DocumentPart, after: DocumentPart | None) -> bool:
    if not isinstance(part.block, Paragraph) or after is None:
        return False
    if after.kind in ("figure", "answer"):
        return True
    heads = plain(part.block.line).rstrip().endswith(":") or all(isinstance(each, Strong) for each in part.block.line)
    return heads and after.kind in ("bullets", "table", "figures")


def _level(part: DocumentPart) -> int:
    return part.block.level if isinstance(part.block, SectionHeading) else 0


def _parts(block: Block, counting: _Counting) -> Iterator[DocumentPart]:
    kind = _KINDS[type(block)]
    counting.numbers[kind] += 1
    number = counting.numbers[kind]
    marked = tuple(_pieces((Note(note),) if note else (), counting) for note in marks(block))
    yield DocumentPart(kind, block, number, f"{kind}-{number}", _rows(block, counting), marked)
    if isinstance(block, Figure) and block.description:
        yield from _parts(block.description, counting)


def _rows(block: Block, counting: _Counting) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    match block:
        case Paragraph():
            return ((_pieces(block.line, counting),),)
        case Bullets():
            return tuple((_pieces(each, counting),) for each in block.lines)
        case DataTable():
            return tuple(tuple(_pieces(cell.line, counting) for cell in row) for row in block.rows)
    return ()


def _pieces(line: Line, counting: _Counting) -> tuple[Piece, ...]:
    return tuple(_piece(part, counting) for part in line)


def _piece(part: str | Strong | Link | Note, counting: _Counting) -> Piece:
    match part:
        case Strong():
            return Piece("strong", part.words)
        case Link():
            return Piece("link", part.words, part.address)
        case Note():
            counting.met[part.words] += 1
            return Piece("note", part.words, number=counting.notes[part.words], nth=counting.met[part.words])
    return Piece("text", part)
