"""The title of a page: its number and name, or in pages of 2007-2013 the name alone, on the last line before the header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from actormap.model import personal_data
from actormap.workspace.pages import contact, labels, values
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
_BEGUN = re.compile(r"[a-zåäö]+[A-ZÅÄÖÉ]")
_LETTERS = re.compile(r"[^\W\d_]")
_WRAPPED = 30  # characters of a title that can have been wrapped
_FULL = 40  # characters of a title before its next line can begin with any letter
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
        if (match := _NUMBERED.match(line)) and layout != "0713" and not values.says_nothing(match[2]):
            last = _last(lines, number, header.first - 1)
            if "name" not in {each.field for each in header.fields if each.raw} and _is_title_until(lines, number, header.first - 1):
                last = header.first - 1
            name, told = "\n".join([match[2], *map(str.strip, lines[number:last])]), match[1]
            text = values.bare("\n".join(lines[number - 1 : last]))
            return PageTitle(text, PageField(LABEL, name, number, values.bare(name), 0.9), PageField(LABEL, told, number, told, 0.9))
    # Above an address stands whom to contact, whose label is spoilt: no title. Nor is what is left of a line that a page begins in.
    if layout != "0713" or header.first_personal:
        return None
    for number, line in reversed(above):
        text = values.bare(line)
        if _TOOLS.fullmatch(text):
            continue
        if not _LETTERS.search(text) or not _may_be_title(line) or (number == 1 and _BEGUN.match(text)):
            return None
        first = _first(lines, number)
        while (
            number - first < _MOST
            and first > 1
            and (_last(lines, first - 1, first) == first or _is_first_of_two(lines, first - 1))
            and not _BANNER.fullmatch(lines[first - 2].strip())
        ):
            first -= 1
        name = "\n".join(map(str.strip, lines[first - 1 : number]))
        return PageTitle(values.bare(name), PageField(LABEL, name, first, values.bare(name), 0.9))
    return None


def _is_title_until(lines: Sequence[str], number: int, end: int) -> bool:
    """Return whether all lines after one, down to the header, can be the rest of its title: on paper nothing parts them."""
    return end - number < _MOST and all(_may_be_title(line) and not contact.may_be_person(line) for line in lines[number:end])


def _first(lines: Sequence[str], number: int) -> int:
    """Return the number of the line in which a title begins that ends in a line: on paper, directly after what the site puts above."""
    first = number
    while first > 1 and number - first < _MOST and _may_be_title(lines[first - 2]):
        first -= 1
    return first if first > 1 and _is_banner(lines[first - 2]) else number


def _is_banner(line: str) -> bool:
    text = values.bare(line)
    return bool(_TOOLS.fullmatch(text) or _BANNER.fullmatch(text))


def _may_be_title(line: str) -> bool:
    text = values.bare(line)
    return (
        bool(text)
        and not _is_banner(text)
        and not values.is_sentence(text)
        and not labels.mark(line)
        and not list(personal_data.kinds(text))
    )


def _is_first_of_two(lines: Sequence[str], number: int) -> bool:
    """Return whether a line is as long as a sheet lets a title be, and ends as no sentence does."""
    line = lines[number - 1].strip()
    return len(line) >= _FULL and line[-1:] not in ".!?:" and labels.mark(line) is None


def _last(lines: Sequence[str], number: int, end: int) -> int:
    """Return the number of the line in which a title ends that begins in a line: a long one is wrapped where a word goes on."""
    last = number
    while last < min(end, number + _MOST) and _goes_on(lines[last - 1].strip(), lines[last].strip()):
        last += 1
    return last


def _goes_on(line: str, after: str) -> bool:
    return len(line) >= _WRAPPED and bool(after) and bool(_SMALL.match(after) or _OPEN.search(line)) and labels.mark(after) is None
