"""Whom a page says to contact: known while the page is read, so that it is nowhere in what is kept, and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from actormap.model import personal_data
from actormap.workspace.identity.likeness import likeness
from actormap.workspace.pages.field import PageField
from actormap.workspace.pages.header import PageHeader
from actormap.workspace.writing.example import slug

_LOCAL_PART = re.compile(r"([\w.+\u2010-\u2015-]+)@")
_LABEL = re.compile(r"^(?:e-?post|e-?mail|mejl|mail)(?:adress)?(?=\w)", re.IGNORECASE)  # glued to the address
_ALIKE = 0.8  # how like a word and a part of an address are that spell one name
# A label in the middle of a word: two lines have become one.
_GLUED = re.compile(r"(?<=[^\W_])(?:Kontaktperson|E-post|Telefonnummer).*", re.DOTALL)
# Labels that have lost a letter, or that a line has come to end in: what stands beside them is whom to contact.
_ADDRESS_GLUED = re.compile(r"(?<=[a-zåäö])E-post(?::|$)|\bE.?p.?st\s?:|(?<=\S)[Kk]o\w{2,5}person(?:er)?:?\s?[A-ZÅÄÖ]")
# What is in the address of an organisation and in no name.
_ORGANISATION = re.compile(
    r"forbund|kommun|region|stad\b|forening|myndighet|stiftelse|projekt|cent(?:er|rum)|verksamhet|forvaltning|utbildning|skola|info|arbet"
)
_SHORTEST = 5  # characters of a name that is looked for elsewhere on the page
_ALONE = 7  # letters of a part of an address that is known again without the others, where no name stands beside the address
# A number to call that something has been glued to, which elsewhere would be no number to call.
_CALLED = re.compile(r"(?<![\d/.-])0\d{1,3}\s?[-\u2010-\u2013/ ]\s?\d{2,3}(?:[ \u00a0]?\d{2,3}){1,3}(?!\d)")
# What is left of a number of which the beginning is spoilt, and of an address whose sign or end is.
_CALLED_END = re.compile(r"(?<!\d)(?<!\d-)\d{2,3}[-\u2010-\u2013\s]\d{2,3}(?:\s\d{2}){1,2}(?!\d)|-\d{3}(?:\s\d{2}){2}(?!\d)")
_ADDRESS_PART = re.compile(
    r"[\w-]\.[\w.-]+@|@[\w-]+\.|(?<!\S)(?!www\.|https?:)\S*[^\W\d_]\.\S*[^\w\s/:]\S*\.(?:se|com|nu|org|net|eu)(?!\w)", re.IGNORECASE
)
_LABELS = ("kontaktperson", "telefonnummer")
_NEAR = 3  # lines below the header
_SLIPS = 3  # letters of such a label that may be spoilt
# Two or three words as people are called by, none of which an organisation or a place is.
_PERSON = re.compile(
    r"(?<![\w-])[A-ZÅÄÖÉÜ][a-zà-öø-ÿ]+(?:-[A-ZÅÄÖ][a-zà-öø-ÿ]+)?(?:[ ][A-ZÅÄÖÉÜ][a-zà-öø-ÿ]+(?:-[A-ZÅÄÖ][a-zà-öø-ÿ]+)?){1,2}(?!\w)"
)
# The same with letters spoilt, where nothing but the name of a region or a place should stand.
_SPOILT_PERSON = re.compile(r"[A-ZÅÄÖÉÜ]\S*[a-zà-öø-ÿ]\S*(?:\s+[A-ZÅÄÖÉÜ]\S*[a-zà-öø-ÿ]\S*){1,2}")
_NO_PERSON = re.compile(
    r"(?i)sverige|svenska|norrland|småland|stockholm|götaland|svealand|mellan|nationell|region|län|västra|östra|norra|södra|mellersta|övre"
    r"|kommun|stad\b|förbund|förvaltning|fond|programområde|europa|european|transnation"
)
_NAMES = frozenset(("text", "area", "phase", "fund"))  # forms whose values may be two words in capitals as well
_PLACES = frozenset(("region", "place"))
_WORDS = _NAMES | _PLACES
_WORD = re.compile(r"[A-ZÅÄÖÉÜ][a-zà-öø-ÿ]{5,}")  # what may be left of a name where a figure should stand
LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class PageContacts:
    """The names of a page's contact persons, and the names that its e-mail addresses spell, as ids.

    `unnamed` says that the header has an address and nobody whose it is, so that the name may have come anywhere.
    """

    names: tuple[str, ...] = ()
    spelt: frozenset[str] = frozenset()
    unnamed: bool = False

    @classmethod
    def of(cls, lines: Sequence[str], header: PageHeader) -> PageContacts:
        """Return whom a page says to contact."""
        names: list[str] = []
        for person in header.people:
            words = person.split()
            # Pages put a title in the middle of a name.
            names += [person, *([f"{words[0]} {words[-1]}"] if len(words) > 2 else [])]
        parts = (slug(_LABEL.sub("", part)) for line in lines for part in _LOCAL_PART.findall(line))
        dropped = dict(header.dropped)
        # Where the label before the address is spoilt, the header seems to end above it.
        near = lines[max(0, header.first - 1) : header.last + _NEAR]
        addressed = "email" in dropped or any(map(_LOCAL_PART.search, near))
        return cls(
            tuple(name for name in names if len(name) >= _SHORTEST),
            frozenset(part for part in parts if _is_name(part)),
            addressed and not dropped.get("contact_person"),
        )

    def changed_places(self, title: str, named: Sequence[str]) -> PageContacts:
        """Return the contacts where the page's title stands as whom to contact: then that is what stands as the name."""
        if title not in self.names:
            return self
        return replace(self, names=(*(name for name in self.names if name != title), *(name for name in named if name != title)))

    def without(self, text: str) -> str:
        """Return a text with the personal data in it left out."""
        if any(_spells(text, part, alone=self.unnamed) for part in self.spelt):
            return LEFT_OUT
        if _ADDRESS_GLUED.search(text) or _CALLED.search(text) or is_remains(text) or _has_label(text):
            return LEFT_OUT
        text = _GLUED.sub(LEFT_OUT, text)
        for name in self.names:
            if name.casefold() in text.casefold():
                text = re.sub(re.escape(name), LEFT_OUT, text, flags=re.IGNORECASE)
        return personal_data.veiled(text)

    def harmless(self, one: PageField, form: str = "text") -> PageField:
        """Return a field without the personal data that have strayed into it; a value that held some is unknown, and so is its text."""
        whom = form not in _NAMES and any(not _NO_PERSON.search(name[0]) for name in _PERSON.finditer(one.raw))
        whom = whom or (form in _PLACES and bool(_SPOILT_PERSON.fullmatch(one.raw)) and not _NO_PERSON.search(one.raw))
        whom = whom or (form not in _WORDS and one.value is None and bool(_WORD.search(one.raw)))
        return PageField(one.label, LEFT_OUT, one.line, None, 0.0) if whom or self.without(one.raw) != one.raw else one

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


def is_remains(text: str) -> bool:
    """Return whether a text holds what is left of an address or of a number to call, once the rest is spoilt or glued to something."""
    return bool(_CALLED_END.search(text) or _ADDRESS_PART.search(text))


def may_be_person(text: str) -> bool:
    """Return whether a text is two or three words as people are called by."""
    return bool(_PERSON.fullmatch(text.strip()) or _SPOILT_PERSON.fullmatch(text.strip()))


def is_somebody_else(name: str, title: str) -> bool:
    """Return whether what stands as the name of a project is called as people are, and has no word of the page's title."""
    return bool(_PERSON.fullmatch(name)) and not set(slug(name).split("-")) & set(slug(title).split("-"))


def spoilt_labels(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the labels of whom to contact stand in a text with some of their letters spoilt, be it in the middle of a word."""
    told = text.casefold()
    for label in _LABELS:
        # With no more slips than that one of four parts is as it should be.
        for at in range(0, len(label) - 3, 3):
            for part in re.finditer(re.escape(label[at : at + 3]), told):
                start = part.start() - at
                window = told[start : start + len(label)] if start >= 0 else ""
                if len(window) == len(label) and 0 < sum(one != other for one, other in zip(label, window, strict=True)) <= _SLIPS:
                    yield start, start + len(label)


def _has_label(text: str) -> bool:
    """Return whether a label of whom to contact stands in the middle of a text, spoilt or not: lines have run together."""
    return any(label in text.casefold()[1:] for label in _LABELS) or any(start > 0 for start, _ in spoilt_labels(text))


def _spells(text: str, part: str, *, alone: bool) -> bool:
    """Return whether a text names whom an address spells, be it that letters of either are spoilt, or by one long part if `alone`."""
    told = slug(text)
    if part in told:
        return True
    words = told.split("-")
    if alone and any(len(piece) >= _ALONE and any(word.endswith(piece) for word in words) for piece in part.split("-")):
        return True
    return all(any(word.endswith(piece) or likeness(word, piece) >= _ALIKE for word in words) for piece in part.split("-"))


def _is_name(part: str) -> bool:
    return "-" in part and len(part) >= 2 * _SHORTEST - 2 and not any(map(str.isdigit, part)) and not _ORGANISATION.search(part)
