"""Whom a page says to contact: known while the page is read, so that it is nowhere in what is kept, and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from actormap.model import personal_data
from actormap.workspace.identity.likeness import likeness
from actormap.workspace.pages.field import PageField
from actormap.workspace.pages.header import PageHeader
from actormap.workspace.writing.example import slug

_LOCAL_PART = re.compile(r"([\w.+-]+)@")
_LABEL = re.compile(r"^(?:e-?post|e-?mail|mejl|mail)(?:adress)?(?=\w)", re.IGNORECASE)  # glued to the address
_ALIKE = 0.8  # how like a word and a part of an address are that spell one name
# A label in the middle of a word: two lines have become one.
_GLUED = re.compile(r"(?<=[^\W_])(?:Kontaktperson|E-post|Telefonnummer).*", re.DOTALL)
_ADDRESS_GLUED = re.compile(r"(?<=[a-zåäö])E-post(?::|$)")  # what stands before it is whom to contact
# What is in the address of an organisation and in no name.
_ORGANISATION = re.compile(
    r"forbund|kommun|region|stad\b|forening|myndighet|stiftelse|projekt|cent(?:er|rum)|verksamhet|forvaltning|utbildning|skola|info|arbet"
)
_SHORTEST = 5  # characters of a name that is looked for elsewhere on the page
LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class PageContacts:
    """The names of a page's contact persons, and the names that its e-mail addresses spell, as ids."""

    names: tuple[str, ...] = ()
    spelt: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lines: Sequence[str], header: PageHeader) -> PageContacts:
        """Return whom a page says to contact."""
        names: list[str] = []
        for person in header.people:
            words = person.split()
            # Pages put a title in the middle of a name.
            names += [person, *([f"{words[0]} {words[-1]}"] if len(words) > 2 else [])]
        parts = (slug(_LABEL.sub("", part)) for line in lines for part in _LOCAL_PART.findall(line))
        return cls(tuple(name for name in names if len(name) >= _SHORTEST), frozenset(part for part in parts if _is_name(part)))

    def without(self, text: str) -> str:
        """Return a text with the personal data in it left out."""
        if self.spelt and any(_spells(text, part) for part in self.spelt):
            return LEFT_OUT
        if _ADDRESS_GLUED.search(text):
            return LEFT_OUT
        text = _GLUED.sub(LEFT_OUT, text)
        for name in self.names:
            if name.casefold() in text.casefold():
                text = re.sub(re.escape(name), LEFT_OUT, text, flags=re.IGNORECASE)
        return personal_data.veiled(text)

    def harmless(self, one: PageField) -> PageField:
        """Return a field without the personal data that have strayed into it; a value that held some is unknown."""
        raw = self.without(one.raw)
        return one if raw == one.raw else PageField(one.label, raw, one.line, None, 0.0)

    def counted(self, lines: Sequence[str], header: PageHeader) -> dict[str, int]:
        """Return how many personal data of each kind a page holds."""
        counts = Counter(dict(header.dropped))
        for number, line in enumerate(lines, start=1):
            if number in header.personal_lines:
                continue
            if personal_data.may_hold(line):
                counts.update(personal_data.kinds(line))
            counts["contact_person"] += any(name in line for name in self.names)
        return {name: times for name, times in sorted(counts.items()) if times}


def _spells(text: str, part: str) -> bool:
    """Return whether a text names whom an address spells, be it that letters of either are spoilt."""
    told = slug(text)
    if part in told:
        return True
    words = told.split("-")
    return all(any(word.endswith(piece) or likeness(word, piece) >= _ALIKE for word in words) for piece in part.split("-"))


def _is_name(part: str) -> bool:
    return "-" in part and len(part) >= 2 * _SHORTEST - 2 and not any(map(str.isdigit, part)) and not _ORGANISATION.search(part)
