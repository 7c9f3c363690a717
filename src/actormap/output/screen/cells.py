"""Text in the cells of a terminal, where a letter takes none, one or two: how wide it is, and how it is fitted to a width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

SPACE, MORE = " ", "…"
ADDRESS = "://"
COMBINING = "\u0300"  # the first letter that does not take one cell
RULES = ({"="}, {"-"})  # under a heading
LISTED = re.compile(r"(?:-|\d+\.|\[\w+\]) ")  # what a line of a list begins with
NOTE = re.compile(r"\[\d+\]")
CONTROL = ("Cc", "Zl", "Zp")  # what would move the cursor, or end a line


def plain(text: str) -> str:
    """Return a text on one line, without characters that a terminal would obey."""
    if text.isprintable():
        return text
    return "".join(SPACE if unicodedata.category(letter) in CONTROL else letter for letter in text)


def width(text: str) -> int:
    """Return how many cells a text takes."""
    if max(text, default="") < COMBINING:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def longest_word(text: str) -> int:
    """Return the width of the widest word of a text."""
    return max(map(width, words(text)), default=0)


def words(text: str) -> list[str]:
    """Return the words of a text; a sign of per cent stays with its number, and the number of a note with what it is of."""
    found: list[str] = []
    for word in text.split(SPACE):
        if found and (word.startswith("%") or NOTE.fullmatch(word)):
            found[-1] += SPACE + word
        elif word:
            found.append(word)
    return found


def wrapped(text: str, wide: int, after: int | None = None, *, addresses: bool = False) -> list[str]:
    """Return a text on lines of at most so many cells, `after` on all but the first: parted at spaces only, a longer word shortened.

    Addresses of pages are kept whole where `addresses` are to be followed.
    """
    lines = list(_lines(text, wide, wide if after is None else after, addresses=addresses))
    return lines or [""]


def _lines(text: str, wide: int, after: int, *, addresses: bool) -> Iterator[str]:
    line, taken, most = "", 0, wide
    for word in words(text):
        needed = width(word)
        if line and taken + 1 + needed > most:
            yield line
            line, taken, most = "", 0, after
        if needed > most and not (addresses and ADDRESS in word):
            word = shortened(word, most)  # noqa: PLW2901  (the word as it is shown)
            needed = width(word)
        line, taken = (f"{line}{SPACE}{word}", taken + 1 + needed) if line else (word, needed)
    if line:
        yield line


def shortened(text: str, wide: int) -> str:
    """Return a text that takes at most so many cells, with … at its end if it was longer."""
    if width(text) <= wide:
        return text
    kept = ""
    for letter in text:
        if width(kept + letter) > wide - 1:
            break
        kept += letter
    return kept.rstrip() + MORE if wide > 0 else ""


def abridged(text: str, wide: int) -> str:
    """Return as many whole words of a text as take so many cells, with … after them if there were more."""
    if width(text) <= wide:
        return text
    first = wrapped(text, wide - 1)[0].rstrip(",;:")
    return first if first.endswith(MORE) else first + MORE


def cut(lines: list[str], most: int, wide: int) -> list[str]:
    """Return the first lines of several, the last of them ending in … if there were more; whole words give way to it.

    In a list it is whole names that give way, where the last line holds one.
    """
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while width(last) + 2 > wide and SPACE in last:
        last = last.rpartition(SPACE)[0]
    comma = ";" if any(";" in line for line in lines) else ","
    last = last[: last.rfind(comma) + 1] or last
    return [*lines[: most - 1], f"{last}{SPACE}{MORE}" if width(last) + 2 <= wide else MORE]


def padded(text: str, wide: int, *, right: bool) -> str:
    """Return a text with spaces before or after it, so that it takes so many cells."""
    spaces = SPACE * (wide - width(text))
    return spaces + text if right else text + spaces


def beside(parts: Iterable[str], wide: int) -> list[str]:
    """Return some texts beside each other, two spaces between, on as many lines as they take; none is parted."""
    lines: list[str] = []
    for part in parts:
        if lines and width(lines[-1]) + 2 + width(part) <= wide:
            lines[-1] += f"{SPACE * 2}{part}"
        else:
            lines.append(part)
    return lines


def folded(text: str, wide: int) -> str:
    """Return a text of several lines with those that are too long parted at spaces, and set in as far as they began."""
    return "".join(f"{line}\n" for whole in text.splitlines() for line in _folded(whole, wide))


def _folded(line: str, wide: int) -> Iterator[str]:
    if width(line) <= wide:
        yield line
        return
    if set(line) in RULES:
        yield line[:wide]
        return
    bare = line.lstrip(SPACE)
    before = line[: len(line) - len(bare)]
    mark = LISTED.match(bare)
    hang = before + SPACE * (len(mark[0]) if mark else 2 if before else 0)
    first, *others = wrapped(bare, wide - len(before), wide - len(hang), addresses=True)
    yield before + first
    yield from (hang + other for other in others)
