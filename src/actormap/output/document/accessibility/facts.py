"""What is read of a document before it is judged, whatever kind of file it is in."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class PictureFacts:
    """A picture: its alternative text, None if it has none. One that is marked as decoration needs none."""

    alternative: str | None
    decorative: bool = False


@dataclass(slots=True)
class TableFacts:
    """A table: whether its headings are marked as such, and whether cells are merged."""

    headed: bool = False
    merged: bool = False


@dataclass(slots=True)
class LinkFacts:
    """A link: its words, or those that stand for them, and where it leads."""

    words: str
    address: str = ""


@dataclass(slots=True)
class ColourFacts:
    """Some words in a colour of their own, as #rrggbb, and the colour behind them."""

    words: str
    colour: str
    behind: str


@dataclass(slots=True)
class DocumentFacts:
    """A document. `bold` are paragraphs that are bold and no headings, `typed` those that begin with a sign of a list and are in none.

    `blank` are pages, from one, that hold pictures and no text; what is `tagged` says what is a heading and what is a table, and `declared`
    that it keeps to PDF/UA: both hold of what is no PDF.
    """

    title: str = ""
    language: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    pictures: list[PictureFacts] = field(default_factory=list)
    tables: list[TableFacts] = field(default_factory=list)
    links: list[LinkFacts] = field(default_factory=list)
    colours: list[ColourFacts] = field(default_factory=list)
    bold: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    words: int = 0
    tagged: bool = True
    declared: bool = True
