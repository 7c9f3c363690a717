"""Whom a text names: contact persons, names beside roles, numbers and given names, and how to reach them, as spans that nobody is shown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from actormap import files
from actormap.model import personal_data, places
from actormap.workspace.pages import contact
from actormap.workspace.pages.contact import PageContacts
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.texts import gazetteer, sentences
from actormap.workspace.writing.example import slug

DATA = "workspace/texts/people.toml"
_SPACE = r"[ \u00a0]+"
_NAME = r"[A-ZÅÄÖÉÜ][a-zà-öø-ÿ]+(?:-[A-ZÅÄÖÉÜ][a-zà-öø-ÿ]+)?"
_INITIAL = r"[A-ZÅÄÖ](?:\.|\b)"
# What follows a given name: a family name, with a particle or an initial before it, or the initial of one.
_FAMILY = rf"(?:(?:{_SPACE}(?:(?:af|av|von|van|de|der|la|el|al)[ ])?(?:{_INITIAL}[ ]?)?{_NAME}){{1,2}}|[ ]{_INITIAL}(?![\w.]*\w))"
_PERSON = rf"{_NAME}{_FAMILY}"
_SHORT = rf"(?:{_INITIAL}[ ]?){{1,2}}{_NAME}"
_TURNED = rf"{_NAME},[ ]{_NAME}(?=\s*(?:$|[.)\n]))"
_LOUD = r"[A-ZÅÄÖ]{2,}[ ][A-ZÅÄÖ]{3,}(?![a-zåäö])"
_BETWEEN = r"(?:\s*(?:[:,(\u2013-]|är|heter|på\s+\S+\s*:|hos\s+[^:\n]{1,40}:|,?\s+vid\s+\S+,|[^.\n]{1,40}?\b(?:är|heter))\s*|\s+)"
_AFTER_LABEL = re.compile(r"\W{0,3}[^\n]{1,45}(?:\n[^\n]{1,45})?")  # where a label is spoilt nothing tells where the name after it ends
_AND = re.compile(rf"\s*(?:,|och|samt|&|eller)\s+({_PERSON}|{_SHORT})")
_AND_NAME = re.compile(rf"(?:,|[ ](?:och|samt|&))[ ]({_NAME})(?![\w-]|[ ][A-ZÅÄÖ])")
_NAME_AND = re.compile(rf"(?<![\w-])({_NAME})(?:,|[ ](?:och|samt|&))[ ]$")
_REACHED = r"(?:tel\w*|tfn|mobil\w*|e-?post\w*|mejl\w*|mail\w*|vx|växel|nr|på|nås|via)"
_NAMED_BEFORE = re.compile(rf"(?<![\w-])({_PERSON}|{_SHORT})(?:[\s,|(:.\u2013-]|\b{_REACHED}\b){{1,14}}$")
_NAMED_AFTER = re.compile(rf"[\s,|)(:\u2013-]{{1,4}}({_PERSON}|{_SHORT}|{_NAME}(?=\)))")
# Addresses that are written so that no program finds them, broken at a line's end, or of other services.
_HIDDEN = re.compile(
    r"(?i)\be-?(?:post|mail):\s*([^\n]{1,60})|[\w+-]+(?:\s?\.\s?[\w+-]+)*\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)*\s?\.\s?(?:se|com|nu|org|net|eu)\b"
    r"|[\w.+-]*\w\.[\w+-]+@\S*(?:\n\w{2,3}\b)?|\w+(?:\s(?:punkt|dot)\s\w+)*\s[\[(]?(?:snabel-?\s?a|at)[\])]?\s[\w-]+(?:\s(?:punkt|dot)\s\w+)+"
    r"|[\w.+-]+\s?[\[(]?snabel-?\s?a[\])]?\s?[\w.-]+|linkedin\.com/\S+|(?:skype|facebook|instagram|twitter|linkedin|teams)\s*:\s*\S+"
)
# Where a line that is long enough to be wrapped goes on in the next, or a word does after a hyphen.
_WRAP = re.compile(
    r"(?<=[a-zåäöéü])[-\u2010\u00ad][ ]?\n(?=[a-zåäöéü])|(?<=[^\n]{40})(?<![.:!?;\n ])(?P<space>[ ]?\n)(?=[A-ZÅÄÖÉÜa-zåäöéü])"
)
# Words that names of organisations, projects and places hold, and no person's.
_ORGANISATION = re.compile(
    r"(?i)(?:region|kommun|stad|län|förbund|nätverk|utbildning|förvaltning|projekt|skola|gymnasi|universitet|verk|råd|rådet|centrum|center"
    r"|myndighet|kassan|förmedling|kansli|plug|europeiska|sveriges|svenska|västra|östra|norra|södra|social|rädda|röda|fonden|stiftelse|församling"
    r"|kyrka|akademi|institut|bibliotek|förening|polisen|sjukhus|gatan|vägen|torget|esf|sverige)"
)


@dataclass(frozen=True, slots=True)
class PeoplePatterns:
    """How names are found: `beside` each have one as their first group, `full` is a given name with a family's, `alone` one without."""

    beside: tuple[re.Pattern[str], ...]
    full: re.Pattern[str]
    alone: re.Pattern[str]


@cache
def patterns() -> PeoplePatterns:
    """Return the patterns that are shipped."""
    table = files.table(DATA)
    role, closing, reach = ("|".join(table[name]) for name in ("roles", "closings", "reaches"))
    sure, ambiguous = (table[name].split() for name in ("given", "given_too"))
    either, one = "|".join(sorted({*sure, *ambiguous})), "|".join(sorted(set(sure) - set(ambiguous)))
    whole = rf"{_PERSON}|{_SHORT}"
    number = rf"\s*[,(]?\s*{_REACHED}?\s*[.:]?\s*(?:\(?\+?\d|\u2026)"
    beside = (
        rf"\b(?i:{role})\b{_BETWEEN}({whole}|{_LOUD}|{_TURNED}|{_NAME}(?=\s*(?:[,.)\n]|$|(?:och|är|som|på|säger|menar|berättar)\b)))",
        rf"(?<![\w-])({whole}|{_LOUD})\s*(?:,|\(|\u2013|-|\n|är|som\s+är|,\s+som\s+är)\s*(?:\w+\s+){{0,2}}?(?i:{role})\b",
        rf"\b(?i:dr|prof|fil)\.[ ]({whole})",
        rf"(?i:säger|berättar|menar|förklarar)\s+(?:[a-zåäö]+\s+)?({_PERSON})",
        rf"(?<![\w-])({_PERSON})(?=\s+vid\s+[A-ZÅÄÖ])",
        rf"\b(?i:{closing})[ ,!.:]*\s*({whole}|{_LOUD}|{_NAME})(?=\s*(?:\n|$|,|\.|och\b))",
        rf"\b(?i:{reach})\s+(?:(?:gärna|också|vår|våra|någon\s+av)\s+)?({whole}|{_LOUD}|{_NAME}(?={number}))",
    )
    return PeoplePatterns(
        tuple(map(re.compile, beside)),
        re.compile(rf"(?<![\w-])(?:{either})(?:-{_NAME})?{_FAMILY}"),
        re.compile(rf"(?<![\w-])(?:{one})s?(?![\w-])"),
    )


def spans(text: str, contacts: Sequence[str] = (), spelt: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield where a text names people or says how to reach them.

    `contacts` are names known from elsewhere on the page, `spelt` the names that its addresses spell, as ids. What the end of a line
    breaks is found as well.
    """
    yield from _spans(text, contacts, spelt)
    whole, places_of = _unwrapped(text)
    if whole != text:
        yield from ((places_of[start], places_of[end - 1] + 1) for start, end in _spans(whole, contacts, spelt) if start < end)


def _unwrapped(text: str) -> tuple[str, Sequence[int]]:
    """Return a text with its wrapped lines and broken words whole, and where each of its characters stands in the text."""
    parts, kept, end = [], [], 0
    for wrap in _WRAP.finditer(text):
        parts += [text[end : wrap.start()], " " if wrap["space"] else ""]
        kept += [*range(end, wrap.start()), *([wrap.end() - 1] if wrap["space"] else [])]
        end = wrap.end()
    return "".join([*parts, text[end:]]), [*kept, *range(end, len(text))]


def _spans(text: str, contacts: Sequence[str], spelt: Collection[str]) -> Iterator[tuple[int, int]]:
    reached = [(start, end) for start, end, _ in personal_data.spans(text)] + [found.span() for found in _HIDDEN.finditer(text)]
    yield from reached
    yield from _beside_labels(text)
    for name in contacts:
        for match in re.finditer(rf"(?i)\b{re.escape(name)}", text):
            yield match.span()
    named = sorted({*_named(text), *_beside(text, reached), *_spelt(text, spelt)})
    yield from named
    yield from _again(text, {text[start:end] for start, end in named})


def without(lines: Sequence[str], contacts: PageContacts) -> tuple[str, ...]:
    """Return as many lines without whom they name; a sentence in which a name is only known by an address is left out whole."""
    text = "\n".join(lines)
    parts: list[str] = []
    end = 0
    for start, stop in sorted(spans(text, contacts.names, contacts.spelt)):
        if stop > end:
            # What overlaps is one name to leave out.
            parts += [text[end:start], contact.LEFT_OUT] if start > end or not parts else []
            parts.append("\n" * text.count("\n", max(start, end), stop))
            end = stop
    return tuple(_harmless(line, contacts) for line in "".join([*parts, text[end:]]).split("\n"))


def _harmless(line: str, contacts: PageContacts) -> str:
    if contacts.without(line) == line:
        return line
    parts: list[str] = []
    end = 0
    for start, stop in sentences.spans(line):
        parts += [line[end:start], contacts.without(line[start:stop])]
        end = stop
    return "".join([*parts, line[end:]])


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Yield where somebody is named beside a role, or by a given name."""
    known = patterns()
    for pattern in (*known.beside, known.full):
        for match in pattern.finditer(text):
            start, end = match.span(1 if match.re.groups else 0)
            if _is_organisation(text[start:end]):
                continue
            yield start, end
            while (more := _AND.match(text, end)) and not _is_organisation(more[1]):
                start, end = more.span(1)
                yield start, end
    for match in known.alone.finditer(text):
        if not _is_part(text, *match.span()):
            yield from _listed(text, *match.span())


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a given name and those that are listed with it."""
    yield start, end
    while (more := _AND_NAME.match(text, end)) and not _is_organisation(more[1]):
        yield more.span(1)
        end = more.end(1)
    while (less := _NAME_AND.search(text, max(0, start - 40), start)) and not _is_organisation(less[1]):
        yield less.span(1)
        start = less.start(1)


def _is_part(text: str, start: int, end: int) -> bool:
    """Return whether a given name is a part of another name: Sankt Eriks, Maria församling."""
    before = re.search(r"(\w+)[ ]$", text[max(0, start - 30) : start])
    named = before and before[1][:1].isupper() and not re.search(r"(?:^|[.!?:\n\u2013]\s*)$", text[: max(0, start - 30) + before.start()])
    after = re.match(r"[ ](\w+)", text[end : end + 30])
    return bool(named or (after and _ORGANISATION.search(after[1])))


def _beside(text: str, reached: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the names beside numbers and addresses."""
    for start, end in reached:
        first = max(0, start - 80)
        if (before := _NAMED_BEFORE.search(text[first:start])) and not _is_organisation(before[1]):
            yield first + before.start(1), first + before.end(1)
        if (after := _NAMED_AFTER.match(text, end)) and not _is_organisation(after[1]):
            yield after.span(1)


def _spelt(text: str, spelt: Collection[str]) -> Iterator[tuple[int, int]]:
    if spelt:
        yield from (found.span() for found in re.finditer(rf"(?<![\w-]){_PERSON}", text) if slug(found[0]).removesuffix("s") in spelt)


def _again(text: str, names: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where those who are named in full are named by one of their names."""
    words = {word for name in names if len(parts := name.split()) > 1 for word in parts if len(word) > 3 and word[0].isupper()}
    words = {word for word in words if squeeze(word) not in _every_town()}
    if words:
        either = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
        yield from (found.span() for found in re.finditer(rf"(?<![\w-])(?:{either})s?(?![\w-])", text))


def _beside_labels(text: str) -> Iterator[tuple[int, int]]:
    for _, end in contact.spoilt_labels(text):
        if after := _AFTER_LABEL.match(text, end):
            yield after.span()


def _is_organisation(name: str) -> bool:
    words = name.split()
    if _ORGANISATION.search(name):
        return True
    return any(squeeze(each) in _towns() for each in (words[0], words[0].removesuffix("s"), name, name.removesuffix("s")))


@cache
def _towns() -> frozenset[str]:
    """Return the municipalities that nobody is called after."""
    ambiguous = frozenset(gazetteer.data()["ambiguous"])
    return frozenset(squeeze(each.name) for each in places.municipalities() if each.name not in ambiguous)


@cache
def _every_town() -> frozenset[str]:
    return frozenset(squeeze(each.name) for each in places.municipalities())
