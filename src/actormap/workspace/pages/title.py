"""The title of a page: its number and name, or in pages of 2007-2013 the name alone, on the last line before the header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from actormap.model import personal_data
from actormap.workspace.pages import labels, values
from actormap.workspace.pages.field import PageField
from actormap.workspace.pages.header import PageHeader

LABEL = "title"
_NUMBERED = re.compile(r"\s*(\d{4}/\d{3,6}|\d{2}-\d{3}-[A-ZÅÄÖ]\d{1,3})\s*(?:[-\u2010-\u2015:]\s*|\s)(\S.*?)\s*$")
# What the site puts above or between: none of it is a title.
_TOOLS = re.compile(r"(?:lyssna|skriv ut|dela|tipsa|utskrift)\W*", re.IGNORECASE)
_BANNER = re.compile(
    r"logotyp\b.*|stäng|mer information\b.*|.*\bmed anledning av\b.*|.*\bcookies?\b.*|lär dig mer\W*|information \(\d+\)|\[.*\]"
    r"|\d{1,2} \w+ - .*|startsida|start|hem|meny|sök\W*|resultat|projektbanken|projekt|du är här\b.*|tillbaka\b.*|till (?:start|inneh)\w*"
    r"|english|kontakt|.*[:|>\u203a].*\|.*",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]")
_WRAPPED = 30  # characters of a title that can have been wrapped
_MOST = 4  # further lines of a title
_SMALL = re.compile(r"[a-zåäöéü(&\u2010-\u2015-]")
_OPEN = re.compile(r"(?:[,:/&\u2010-\u2015-]|\b(?:och|i|för|till|med|av|på|mot|från|om|samt|eller|en|ett|det|den|de|and|of|the))$")


@dataclass(frozen=True, slots=True)
class PageTitle:
    """A title as it stands, and what it says: the number, where it has one, and the name."""

    text: str
    name: PageField
    number: PageField | None = None


def find(lines: Sequence[str], header: PageHeader, layout: str) -> PageTitle | None:
    """Return the title of a page, None if there is none above the header."""
    above = [(number, line) for number, line in enumerate(lines[: header.first - 1], start=1) if line.strip()]
    for number, line in reversed(above):
        if (match := _NUMBERED.match(line)) and layout != "0713":
            last = _last(lines, number, header.first - 1)
            name, told = "\n".join([match[2], *map(str.strip, lines[number:last])]), match[1]
            text = values.bare(" ".join(lines[number - 1 : last]))
            return PageTitle(text, PageField(LABEL, name, number, values.bare(name), 0.9), PageField(LABEL, told, number, told, 0.9))
    # Above an address stands whom to contact, whose label is spoilt: no title.
    if layout != "0713" or header.first_personal:
        return None
    for number, line in reversed(above):
        text = values.bare(line)
        if _TOOLS.fullmatch(text):
            continue
        if (
            not _LETTERS.search(text)
            or _BANNER.fullmatch(text)
            or values.is_sentence(text)
            or labels.mark(line)
            or list(personal_data.kinds(text))
        ):
            return None
        first = number
        while (
            number - first < _MOST
            and first > 1
            and _last(lines, first - 1, first) == first
            and not _BANNER.fullmatch(lines[first - 2].strip())
        ):
            first -= 1
        name = "\n".join(map(str.strip, lines[first - 1 : number]))
        return PageTitle(values.bare(name), PageField(LABEL, name, first, values.bare(name), 0.9))
    return None


def _last(lines: Sequence[str], number: int, end: int) -> int:
    """Return the number of the line in which a title ends that begins in a line: a long one is wrapped where a word goes on."""
    last = number
    while last < min(end, number + _MOST) and _goes_on(lines[last - 1].strip(), lines[last].strip()):
        last += 1
    return last


def _goes_on(line: str, after: str) -> bool:
    return len(line) >= _WRAPPED and bool(after) and bool(_SMALL.match(after) or _OPEN.search(line)) and labels.mark(after) is None
