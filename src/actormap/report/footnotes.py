"""The sentences of the review as a document has them: what they rest on stands in notes, with documents by title, not in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actormap.model.records import Document, Snapshot
from actormap.output.cells import Writer
from actormap.output.document.inline import Line, Note, line
from actormap.report.review.writer import Pen, as_counted

# Private use characters, which no name and no sentence has, round the words of a note.
OPENS, CLOSES = "\ue000", "\ue001"
_NOTED = re.compile(f"{OPENS}([^{CLOSES}]*){CLOSES}")
NAMED, FEWEST = 12, 3  # names in a line, and those beyond them that are counted rather than named
CITED = 4  # documents in a note that are named
INSTEAD, CONTACTS = "report.instead", "report.contacts"


@dataclass(frozen=True, slots=True)
class FootnotePen(Pen):
    """Writes as `Pen` does, with notes marked in the text for `noted`, and says in words of its own that something is only implied."""

    documents: Mapping[str, Document] = field(default_factory=dict)
    of_contacts: bool = False

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the sentence under a key, or the one that a document has in its place, where ties are contacts one of those."""
        places = (CONTACTS, INSTEAD) if self.of_contacts else (INSTEAD,)
        own = next((f"{place}.{key}" for place in places if self.texts.says(f"{place}.{key}")), key)
        return Pen.__call__(self, own, **values)

    def listed(self, words: Sequence[str]) -> str:
        """Return words as a list, those beyond what a line has room for only counted."""
        rest = len(words) - NAMED
        return Pen.listed(self, words if rest < FEWEST else [*words[:NAMED], self.texts("report.names_more", n=rest)])

    def cited(self, places: Sequence[str], state: str | None = None) -> str:
        """Return a sentence that what was said is only implied or planned, if it is, and the marked note of where it is said."""
        how = f" {self.texts(f'report.state.{state}')}" if state in ("implied", "planned") else ""
        return how + (self.marked(self.note(places)) if places else "")

    def marked(self, note: str) -> str:
        """Return a note as `noted` finds it in a text."""
        return f"{OPENS}{note}{CLOSES}"

    def note(self, places: Iterable[str]) -> str:
        """Return where something is said: each document by title, with the places in it, and how many statements have no document.

        Of many documents those that say most of it are named, and the others are counted.
        """
        found: dict[str, list[str]] = {}
        own = 0
        for place in places:
            document, _, locator = place.partition(" ")
            if document in self.documents:
                found.setdefault(document, []).extend([locator] if locator else [])
            else:
                own += 1
        rest = len(found) - CITED
        ordered = sorted(found, key=lambda name: (-len(found[name]), name))[: CITED if rest >= FEWEST else None]
        told = [self._source(self.documents[name], found[name]) for name in sorted(ordered)]
        told += [self.texts("report.note.documents_more", n=rest)] if rest >= FEWEST else []
        return "; ".join([*told, *([self.texts("report.note.undocumented", n=own)] if own else [])]) + "."

    def _source(self, document: Document, locators: Sequence[str]) -> str:
        said = self.texts("report.note.published", title=document.title, by=", ".join(_published(document)))
        title = said if any(_published(document)) else document.title
        places = sorted(dict.fromkeys(locators), key=as_counted)
        return self.texts("report.note.places", title=title, places=self.listed(places)) if places else title


def pen_for(writer: Writer, snapshot: Snapshot, *, of_contacts: bool = False) -> FootnotePen:
    """Return what writes sentences about the nodes of a snapshot for a document, in which ties may be contacts and no participation."""
    documents = {each.id: each for each in snapshot.documents}
    return FootnotePen(
        writer.texts, writer.vocabulary, {node.id: node.name for node in snapshot.nodes()}, documents=documents, of_contacts=of_contacts
    )


def noted(told: str) -> Line:
    """Return a text as a line, with the notes that are marked in it."""
    return line(*_parts(told))


def _parts(told: str) -> Iterator[str | Note]:
    for place, part in enumerate(_NOTED.split(told)):
        yield Note(part) if place % 2 else part


def _published(document: Document) -> list[str]:
    return [each for each in (document.publisher, document.published) if each]
