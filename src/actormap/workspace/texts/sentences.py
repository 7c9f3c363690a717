"""The sentences of a running text, by rules for Swedish: full stops of abbreviations, figures and initials end none."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    (
        *("t.ex", "t. ex", "bl.a", "bl. a", "m.m", "m. m", "m.fl", "m. fl", "s.k", "s. k", "f.d", "d.v.s", "dvs", "o.s.v", "osv", "o.d"),
        *("p.g.a", "fr.o.m", "t.o.m", "i.e", "e.g", "etc", "ca", "c:a", "cirk", "kl", "nr", "st", "resp", "jfr", "jmf", "prof", "dr"),
        *("tel", "tfn", "inkl", "exkl", "ev", "ung", "max", "min", "mån", "tim", "jan", "feb", "aug", "sept", "okt", "nov", "dec", "kap"),
        *("sid", "tkr", "mkr", "milj", "mm", "mfl", "tex", "bla", "pga", "sk", "fd", "forts", "obs", "red", "avd", "org", "el", "enl"),
    )
)
_END = re.compile(r"[.!?]+[\"\u201d\u2019)\]]*(?=\s|$|[A-ZÅÄÖ])|\n+")
_NEXT = re.compile(r"\s*[\"\u201d\u2019(\[\u2022\u2013-]*\s*(?:[A-ZÅÄÖÉ0-9\u2026]|$)")
_WORD = re.compile(r"(?:^|[\s(\"\u201d])([^\s(\"\u201d]+)$")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends, what is blank around it left out."""
    start = 0
    for end in _END.finditer(text):
        if end[0][0] != "\n" and not _ends(text, end):
            continue
        yield from _bare(text, start, end.end())
        start = end.end()
    yield from _bare(text, start, len(text))


def _ends(text: str, end: re.Match[str]) -> bool:
    after = text[end.end() : end.end() + 12]
    if end[0][0] in "!?":
        return bool(_NEXT.match(after))
    before = _WORD.search(text, max(0, end.start() - 20), end.start())
    word = before[1].casefold() if before else ""
    if not after[:1].isspace() and after:
        # "arbete.Nästa": two sentences with no space between them, unless the stop is inside a name or number.
        return len(word) > 3 and word.isalpha() and text[end.end()].isupper()
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if word.isdigit() and len(word) <= 2 and text[max(0, end.start() - len(word) - 1) : end.start() - len(word)] in ("", "\n", " "):
        return not _is_numbering(text, end, word)
    return bool(_NEXT.match(after))


def _is_numbering(text: str, end: re.Match[str], word: str) -> bool:
    """Return whether a figure with a full stop numbers what comes: it begins a line or follows the end of a sentence."""
    before = text[: end.start() - len(word)].rstrip(" ")
    return not before or before[-1] in "\n.:;!?"


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
