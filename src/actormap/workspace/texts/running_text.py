"""Running text made of a page's lines, of which every letter knows its line and place; words broken at a line's end are whole again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BULLET = re.compile(r"\s*(?:[\u2022\u25cf\u25aa\u2023\u00b7*\u25e6\u2043\u2013-]\s*|o\s+|\d{1,2}[.)]\s*)(?=\S)")
_BROKEN = re.compile(r"[^\W\d_][-\u2010]$")
_GOES_ON = re.compile(r"[a-zåäöéü]")
_NOT_BROKEN = re.compile(r"(?:och|eller|samt|till)\b")
_SPACE = re.compile(r"[^\S ]")
_PIECE = re.compile(r"\S+(?: \S+)*")  # words with one space between
_WRAPPED = 40  # characters of a line that can have been wrapped


@dataclass(frozen=True, slots=True)
class RunningText:
    """A text in which a line end stands only where one thing ends and the next begins. `starts` say which line and place each part is."""

    text: str
    starts: tuple[tuple[int, int, int], ...]

    def place(self, at: int) -> tuple[int, int]:
        """Return the line and the character in it (both counted from 1) of a letter of the text."""
        start, line, character = self.starts[max(0, bisect_right(self.starts, (at, 1 << 60, 0)) - 1)] if self.starts else (0, 1, 1)
        return line, character + at - start

    def veiled(self, spans: Iterable[tuple[int, int]]) -> RunningText:
        """Return the text with some spans made unreadable, everything else at its place."""
        letters = list(self.text)
        for start, end in spans:
            for at in range(start, end):
                if letters[at] != "\n":
                    letters[at] = "\u2026"
        return RunningText("".join(letters), self.starts)


def of(lines: Sequence[str], *, without: Iterable[int] = ()) -> RunningText:
    """Return the running text of lines, those left out whose numbers (from 1) are in `without`."""
    left_out = frozenset(without)
    parts: list[str] = []
    starts: list[tuple[int, int, int]] = []
    length, last, listing, blank = 0, "", False, True
    for number, line in enumerate(lines, start=1):
        bare = line.strip()
        if not bare or number in left_out:
            blank = True
            continue
        bullet = bool(_BULLET.match(line))
        between = "" if not parts else _between(last, bare, bullet=bullet, listing=listing, blank=blank)
        listing = bullet and (listing or last.endswith(":"))
        if between is None:
            # A word broken at the end of the line: its hyphen is none.
            parts[-1], between = parts[-1][:-1], ""
            length -= 1
        parts.append(between)
        length += len(between)
        # Whatever space there is between two words, one is as good.
        for piece in _PIECE.finditer(_SPACE.sub(" ", line)):
            if piece.start() > line.index(bare[0]):
                parts.append(" ")
                length += 1
            starts.append((length, number, piece.start() + 1))
            parts.append(piece[0])
            length += len(piece[0])
        last, blank = " ".join(bare.split()), False
    return RunningText("".join(parts), tuple(starts))


def _between(last: str, line: str, *, bullet: bool, listing: bool, blank: bool) -> str | None:
    if bullet:
        return " " if listing or last.endswith(":") else "\n"
    if blank:
        return "\n\n"
    if _BROKEN.search(last) and _GOES_ON.match(line) and not _NOT_BROKEN.match(line):
        return None
    if last.endswith((".", "!", "?", ":")):
        return "\n"
    return " " if _GOES_ON.match(line) or len(last) >= _WRAPPED or last.endswith(",") else "\n"
