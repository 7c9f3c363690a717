"""What stands inside a line of a document: words, words that matter, links, and notes that say what a statement rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from actormap.errors import InvalidDocument

SCHEMES = ("https://", "http://", "mailto:")


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address, and say where without it."""

    words: str
    address: str

    def __post_init__(self) -> None:
        if not self.words.strip() or self.words.strip() == self.address:
            raise InvalidDocument(f'The link to "{self.address}" does not say where it leads.', hint="Give it words of its own.")
        if not self.address.startswith(SCHEMES):
            raise InvalidDocument(
                f'The link "{self.words}" leads to "{self.address}", which is no address on the web.', hint="Begin it with https://."
            )


@dataclass(frozen=True, slots=True)
class Note:
    """What stands at the end of the document about what the words before it rest on. Equal notes are one."""

    words: str


Inline = str | Strong | Link | Note
Line = tuple[Inline, ...]


def line(*parts: Inline | Line) -> Line:
    """Return parts, and lines of parts, as one line without what is empty."""
    flat = [inner for part in parts for inner in (part if isinstance(part, tuple) else (part,))]
    return tuple(part for part in flat if part != "")


def plain(parts: Iterable[Inline]) -> str:
    """Return the words of a line alone, without its notes."""
    return "".join(part if isinstance(part, str) else part.words for part in parts if not isinstance(part, Note))
