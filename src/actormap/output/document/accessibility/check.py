"""What in a document keeps somebody from reading it, and what to do about it (EN 301 549, WCAG 2.1 AA, as far as a program can see)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from actormap import files
from actormap.errors import InputError, several
from actormap.i18n import LANGUAGES, Texts
from actormap.output.document.accessibility.facts import DocumentFacts
from actormap.output.document.style import READABLE, contrast

LONG = 500  # words from which a document needs headings
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Barrier:
    """What is wrong: the `rule` that is broken; where, as one of the `places` of the catalogue with its number; and the words there."""

    rule: str
    place: str = "document"
    number: int = 0
    words: str = ""
    found: float | None = None


def check(path: Path) -> tuple[Barrier, ...]:
    """Return what keeps somebody from reading a document, in the order of the rules; nothing if no rule is broken.

    Raises `InputError` if the file is not there, is of another kind, or cannot be read.
    """
    readers = _readers()
    if path.suffix.lower() not in readers:
        raise InputError(f"{path.name} is no document that can be checked.", hint=f"Give one that ends in {several(list(readers))}.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be opened: {error.strerror}.") from error
    return tuple(_barriers(readers[path.suffix.lower()](data, path.name)))


def told(barrier: Barrier, texts: Texts) -> str:
    """Return a barrier as a sentence: where, what is wrong, and what to do."""
    where = texts(f"accessibility.place.{barrier.place}", n=barrier.number)
    words = f" ({barrier.words[:_SHOWN]}{'…' if len(barrier.words) > _SHOWN else ''})" if barrier.words else ""
    says = texts(f"accessibility.says.{barrier.rule}", found=barrier.found or 0, least=READABLE)
    return f"{where}{words}: {says} {texts(f'accessibility.do.{barrier.rule}')}"


def _readers() -> Mapping[str, Callable[[bytes, str], DocumentFacts]]:
    from actormap.output.document.accessibility import pdf, web, word

    return {".docx": word.read, ".html": web.read, ".htm": web.read, ".pdf": pdf.read}


def _barriers(facts: DocumentFacts) -> Iterator[Barrier]:
    if not facts.title.strip():
        yield Barrier("title")
    if not facts.language.strip():
        yield Barrier("language")
    if not facts.tagged:
        yield Barrier("tagged")
    elif not facts.declared:
        yield Barrier("declared")
    yield from _of_headings(facts)
    yield from _of_pictures_and_tables(facts)
    yield from _of_links(facts)
    yield from (Barrier("typed", "paragraph", words=words) for words in facts.typed)
    yield from (Barrier("image_only", "page", number) for number in facts.blank)
    for each in facts.colours:
        if (found := contrast(each.colour, each.behind)) < READABLE:
            yield Barrier("contrast", "text", words=each.words, found=round(found, 1))


def _of_pictures_and_tables(facts: DocumentFacts) -> Iterator[Barrier]:
    for number, picture in enumerate(facts.pictures, start=1):
        if not picture.decorative and not (picture.alternative or "").strip():
            yield Barrier("alternative", "picture", number)
    for number, table in enumerate(facts.tables, start=1):
        if not table.headed:
            yield Barrier("header", "table", number)
        if table.merged:
            yield Barrier("merged", "table", number)


def _of_headings(facts: DocumentFacts) -> Iterator[Barrier]:
    if facts.tagged and not facts.headings and facts.words >= LONG:
        yield Barrier("no_headings")
    above = 0
    for number, (level, words) in enumerate(facts.headings, start=1):
        if not words.strip():
            yield Barrier("empty_heading", "heading", number)
        if level > above + 1:
            yield Barrier("skipped", "heading", number, words)
        above = level
    yield from (Barrier("bold", "paragraph", words=words) for words in facts.bold)


def _of_links(facts: DocumentFacts) -> Iterator[Barrier]:
    empty_words = _empty_words()
    for number, link in enumerate(facts.links, start=1):
        said = " ".join(link.words.split()).strip(" .:!»>→").casefold()
        if not link.words.strip():
            yield Barrier("empty_link", "link", number, link.address)
        elif said in empty_words:
            yield Barrier("link_words", "link", number, link.words.strip())
        elif _ADDRESS.fullmatch(said):
            yield Barrier("bare_address", "link", number, link.words.strip())


def _empty_words() -> frozenset[str]:
    """Return what says nothing of where a link leads, in every language."""
    tables = (files.table(f"locale/{lang}/accessibility.toml") for lang in LANGUAGES)
    return frozenset(words.strip() for table in tables for words in table["empty_words"].split("·"))
