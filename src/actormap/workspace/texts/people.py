"""Whom a page names: contact persons, and names beside roles in running text, as spans that nobody is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from actormap.model import personal_data, places
from actormap.workspace.pages import contact
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.texts import gazetteer

_NAME = r"[A-ZÅÄÖÉÜ][a-zà-öø-ÿ]+(?:-[A-ZÅÄÖÉÜ][a-zà-öø-ÿ]+)?"
_PERSON = rf"{_NAME}(?:[ \u00a0]+(?:(?:af|av|von|de|van)[ ])?{_NAME}){{1,2}}"
_ROLE = (
    r"\w*(?:ledare|ledaren|chef|chefen|samordnare|samordnaren|koordinator|koordinatorn|strateg|strategen|ansvarig|ansvariga|ägare|administratör"
    r"|handläggare|handläggaren|utvärderare|utvärderaren|controller|ekonom|direktör|direktören|utvecklare|sekreterare|manager|coach|coachen)"
    r"|rektor|rektorn|ordförande|ordföranden|vd|kommunikatör|socionom|kurator|forskare|professor|docent|lektor|handledare|konsult|konsulten"
    r"|sakkunnig|kontaktperson|kontaktpersoner|kontakt|kontakta|kontaktar|mentor|mentorn|kommunalråd|utredare|utredaren|studievägledare"
    r"|frågor\s+besvaras\s+av|för\s+mer\s+information|skriven\s+av|text\s+och\s+foto|foto|text\s+av|intervju(?:a|ar)?\s+med|säger|berättar|menar"
)
_BETWEEN = r"(?:\s*(?:[:,(\u2013-]|är|heter|på\s+\S+\s*:|,?\s+vid\s+\S+,|[^.\n]{1,40}?\b(?:är|heter))\s*|\s+)"
_LOUD = r"[A-ZÅÄÖ]{2,}[ ][A-ZÅÄÖ]{3,}(?![a-zåäö])"
_BEFORE = re.compile(rf"\b(?i:{_ROLE})\b{_BETWEEN}({_PERSON}|{_LOUD}|{_NAME}(?=\s*(?:[,.)\n]|$|(?:och|är|som|på|säger|menar|berättar)\b)))")
_AFTER = re.compile(rf"({_PERSON})\s*(?:,|\(|\u2013|-|\n|är|som\s+är|,\s+som\s+är)\s*(?:\w+\s+){{0,2}}?(?i:{_ROLE})\b")
_AFTER_LABEL = re.compile(r"\W{0,3}[^\n]{1,45}(?:\n[^\n]{1,45})?")  # where a label is spoilt nothing tells where the name after it ends
_ADDRESS = re.compile(r"(?i)\be-?(?:post|mail):\s*([^\n]{1,45})")  # be it that its sign is spoilt
_AT = re.compile(rf"({_PERSON})(?=\s+vid\s+[A-ZÅÄÖ])")
_SAYS = re.compile(rf"(?i:säger|berättar|menar|förklarar)\s+({_PERSON})")
_AND = re.compile(rf"\s*(?:,|och|samt|&)\s+({_PERSON})")
# Words that names of organisations and projects hold, and no person's.
_ORGANISATION = re.compile(
    r"(?i)(?:region|kommun|stad|län|förbund|nätverk|utbildning|förvaltning|projekt|skola|gymnasium|universitet|verk|råd|rådet|centrum|center"
    r"|myndighet|kassan|förmedling|kansli|plug|europeiska|sveriges|svenska|västra|östra|norra|södra|social|rädda|röda|fonden|stiftelse)"
)


def spans(text: str, contacts: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield where a text names people or says how to reach them: `contacts` are names known from elsewhere on the page."""
    for start, end, _ in personal_data.spans(text):
        yield start, end
    yield from _beside_labels(text)
    for name in contacts:
        for match in re.finditer(rf"(?i)\b{re.escape(name)}", text):
            yield match.span()
    for pattern in (_BEFORE, _AFTER, _SAYS, _AT):
        for match in pattern.finditer(text):
            start, end = match.span(1)
            if _is_organisation(text[start:end]):
                continue
            yield start, end
            while more := _AND.match(text, end):
                if _is_organisation(more[1]):
                    break
                start, end = more.span(1)
                yield start, end


def _beside_labels(text: str) -> Iterator[tuple[int, int]]:
    for _, end in contact.spoilt_labels(text):
        if after := _AFTER_LABEL.match(text, end):
            yield after.span()
    for address in _ADDRESS.finditer(text):
        yield address.span(1)


def _is_organisation(name: str) -> bool:
    words = name.split()
    return bool(_ORGANISATION.search(name)) or squeeze(words[0].removesuffix("s")) in _towns() or squeeze(words[0]) in _towns()


@cache
def _towns() -> frozenset[str]:
    """Return the municipalities that nobody is called after."""
    ambiguous = frozenset(gazetteer.data()["ambiguous"])
    return frozenset(squeeze(each.name) for each in places.municipalities() if each.name not in ambiguous)
