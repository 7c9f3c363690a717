"""The blocks that a document is made of. One that some reader could not use is refused when it is made, so that no writer can write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actormap.errors import InvalidDocument
from actormap.output.document.inline import Line, Note, plain

LEVELS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A heading of a level from 1, the parts of the document, to 4. The title of the document stands above them."""

    level: int
    words: str

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise InvalidDocument(f'The heading "{self.words}" is of level {self.level}.', hint="A heading is of level 1 to 4.")
        if not self.words.strip():
            raise InvalidDocument("A heading has no words.", hint="Give it some, or leave it out.")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. One that is a `lead` introduces the document or a part of it."""

    line: Line
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list. One that is `ordered` is numbered from one."""

    lines: tuple[Line, ...]
    ordered: bool = False

    def __post_init__(self) -> None:
        if not self.lines:
            raise InvalidDocument("A list is empty.", hint="Leave it out.")


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table: its line, and the number that stands in it, for sheets that count."""

    line: Line
    number: float | None = None


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table with a caption, a heading over every column, and the name of each row in its first cell; no cells are merged.

    `note` says what the table as a whole rests on. `further` are rows that paper has no room for, and that workbooks have below the others.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    note: str = ""
    further: tuple[tuple[TableCell, ...], ...] = ()

    def __post_init__(self) -> None:
        if not self.caption.strip():
            raise InvalidDocument("A table has no caption.", hint="Say what it shows.")
        if not self.columns or not all(each.strip() for each in self.columns):
            raise InvalidDocument(f'The table "{self.caption}" has a column without a heading.', hint="Name every column.")
        if not self.rows:
            raise InvalidDocument(f'The table "{self.caption}" has no rows.', hint="Leave it out, and say that there are none.")
        for row in (*self.rows, *self.further):
            if len(row) != len(self.columns):
                raise InvalidDocument(f'The table "{self.caption}" has a row of {len(row)} cells for {len(self.columns)} columns.')

    def numeric(self, column: int) -> bool:
        """Return whether all that stands in a column are numbers, which stand at its right edge; a dash is one that is not known."""
        return all(row[column].number is not None or plain(row[column].line) in ("", "–") for row in self.rows)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as SVG, with a caption, and with an alternative text that says what it shows to who does not see it.

    What is too much for an alternative text is told by `description`, a table that follows the picture.
    """

    svg: str
    caption: str
    alternative: str
    description: DataTable | None = None

    def __post_init__(self) -> None:
        if not self.caption.strip():
            raise InvalidDocument("A figure has no caption.", hint="Say what it shows.")
        if not self.alternative.strip():
            raise InvalidDocument(f'The figure "{self.caption}" has no alternative text.', hint="Say in words what it shows.")


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that the document turns on, with what it counts, what it means, and the note of what it rests on."""

    value: str
    label: str
    meaning: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Some key figures side by side."""

    figures: tuple[KeyFigure, ...]

    def __post_init__(self) -> None:
        if not self.figures:
            raise InvalidDocument("There are no key figures.", hint="Leave them out.")


@dataclass(frozen=True, slots=True)
class AnswerSpace:
    """A marked place for the words of those who use the document: `prompt` says what about, `short` that a line or two will do."""

    prompt: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a page of its own, where there are pages."""


Block = SectionHeading | Paragraph | Bullets | DataTable | Figure | KeyFigures | AnswerSpace | PageBreak


def lines(block: Block) -> Iterator[Line]:
    """Yield every line of a block, in the order to read them."""
    match block:
        case Paragraph():
            yield block.line
        case Bullets():
            yield from block.lines
        case DataTable():
            yield from (cell.line for row in block.rows for cell in row)
        case Figure() if block.description:
            yield from lines(block.description)


def words(block: Block) -> Iterator[str]:
    """Yield every text of a block, in the order to read them, without notes."""
    match block:
        case SectionHeading():
            yield block.words
        case DataTable():
            yield block.caption
            yield from block.columns
        case Figure():
            yield block.alternative
            yield block.caption
            if block.description:
                yield from words(block.description)
            return
        case KeyFigures():
            yield from (text for figure in block.figures for text in (figure.value, figure.label, figure.meaning) if text)
        case AnswerSpace():
            yield block.prompt
    yield from (plain(each) for each in lines(block))


def marks(block: Block) -> tuple[str, ...]:
    """Return the notes of a table as a whole, or of each key figure, empty where there is none."""
    match block:
        case DataTable():
            return (block.note,)
        case KeyFigures():
            return tuple(figure.note for figure in block.figures)
    return ()


def notes(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the words of the notes in some blocks, each once, in the order in which they are met."""
    return tuple(dict.fromkeys(found for block in blocks for found in _notes(block) if found))


def _notes(block: Block) -> Iterator[str]:
    yield from marks(block)
    if isinstance(block, Figure):
        yield from _notes(block.description) if block.description else ()
        return
    yield from (part.words for each in lines(block) for part in each if isinstance(part, Note))
