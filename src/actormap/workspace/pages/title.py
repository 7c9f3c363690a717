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
            name, told = match[2].strip(), match[1]
            text = values.bare(line)
            return PageTitle(text, PageField(LABEL, name, number, values.bare(name), 0.9), PageField(LABEL, told, number, told, 0.9))
    # Above an address stands whom to contact, whose label is spoilt: no title.
    if layout != "0713" or header.first_personal:
        return None
    for number, line in reversed(above):
        text = values.bare(line)
        if _TOOLS.fullmatch(text):
            continue
        if _BANNER.fullmatch(text) or values.is_sentence(text) or labels.mark(line) or list(personal_data.kinds(text)):
            return None
        return PageTitle(text, PageField(LABEL, line.strip(), number, text, 0.9))
    return None
