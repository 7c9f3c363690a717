"""A whole document: its title, language and blocks, whose headings skip no level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from actormap.errors import InvalidDocument
from actormap.model import dates
from actormap.output.document.blocks import Block, SectionHeading, notes, words


@dataclass(frozen=True, slots=True)
class Publication:
    """A document in one language. Its date is the only one that a file of it carries, so that the same document is the same bytes.

    It is as exact as is known: a day, a month or a year. `notes` are the words of its notes, each once, numbered from one in the order in
    which they are met. `publisher` is an organisation or a role, never a person. Raises `InvalidDocument` where a title is empty, a heading
    skips a level, or the date is none.
    """

    title: str
    language: str
    date: str
    blocks: tuple[Block, ...]
    subject: str = ""
    publisher: str = ""
    notes: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidDocument("A document has no title.", hint="Give it one.")
        if not self.blocks:
            raise InvalidDocument(f'The document "{self.title}" is empty.')
        try:
            dates.parse(self.date)
        except ValueError:
            raise InvalidDocument(f'The date of a document is "{self.date}".', hint="Write it as 2026, 2026-11 or 2026-11-30.") from None
        above = 0
        for each in self.headings():
            if each.level > above + 1:
                raise InvalidDocument(
                    f'The heading "{each.words}" of level {each.level} stands right below one of level {above}.',
                    hint="No level of headings may be skipped.",
                )
            above = each.level
        object.__setattr__(self, "notes", notes(self.blocks))

    def day(self) -> str:
        """Return the first day of the date."""
        return dates.first_day(self.date)

    def headings(self) -> Iterator[SectionHeading]:
        """Yield the headings in order."""
        return (each for each in self.blocks if isinstance(each, SectionHeading))

    def words(self) -> Iterator[str]:
        """Yield every text of the document in the order to read them, its notes last."""
        yield self.title
        for each in self.blocks:
            yield from words(each)
        yield from self.notes

    def number(self, note: str) -> int:
        """Return the number of a note, from one."""
        return self.notes.index(note) + 1
