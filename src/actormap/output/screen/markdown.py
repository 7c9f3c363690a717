"""A page in Markdown as a terminal shows it: headings underlined, paragraphs and lists folded, tables fitted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from actormap.i18n import Texts
from actormap.output.screen import cells, fit, table
from actormap.output.screen.fit import Column
from actormap.output.terminal import Terminal

BAR, HEADING, RIGHT = "|", "#", ":"
TOP, UNDER = "=", "-"
READABLE = 100
_BARS = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT = 0xE000  # private use characters, which no text has, for signs that mean nothing
_SIGNS: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(r"!?\[([^\]^][^\]]*)\]\(<?([^)>]*://[^)>]*)>?\)"), r"\1 <\2>"),
    (re.compile(r"!?\[([^\]^][^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^\[\^(\w+)\]:"), r"[\1]"),
    (re.compile(r"(?<=\S)\[\^(\w+)\]"), r" [\1]"),
    (re.compile(r"\*\*(.+?)\*\*"), r"\1"),
)


def shown(page: str, texts: Texts, terminal: Terminal) -> str:
    """Return the page as text no wider than the terminal, but for addresses, which are kept whole; columns without room are named."""
    wide = terminal.width or READABLE
    written: list[str] = []
    for is_table, together in groupby(page.splitlines(), key=lambda line: line.startswith(BAR)):
        lines = list(together)
        written += _table(lines, wide, texts, colour=terminal.colour) if is_table else _text(lines, wide)
    return "".join(f"{line}\n" for line in written)


def _text(lines: Sequence[str], wide: int) -> Iterator[str]:
    before = ""
    for line in lines:
        text = _plain(line.lstrip(HEADING).lstrip() if line.startswith(HEADING) else line)
        if line.startswith(HEADING):
            yield from [""] if before else []
            rule = TOP if line.startswith(f"{HEADING} ") else UNDER
            text = f"{text}\n{rule * cells.width(text)}"
        yield from cells.folded(text, min(wide, READABLE)).splitlines() or [""]
        before = line


def _table(lines: Sequence[str], wide: int, texts: Texts, *, colour: bool) -> list[str]:
    heading, rule, *rows = ([_plain(cell.strip()) for cell in _BARS.split(line)[1:-1]] for line in lines)
    columns = [
        Column(str(place), told, tuple(row[place] for row in rows), place, right=rule[place].endswith(RIGHT))
        for place, told in enumerate(heading)
    ]  # fmt: skip
    widths = fit.fit(columns, wide)
    hidden = ", ".join(each.heading for each in columns if each.name not in widths)
    told = cells.folded(texts("screen.hidden_of_page", columns=hidden), wide).splitlines() if hidden else []
    return [*table.draw(columns, widths, whole=True, colour=colour)[0], *told]


def _plain(text: str) -> str:
    """Return a line without the signs of Markdown: a link is its words and its address, a note its number."""
    told = _ESCAPED.sub(lambda found: chr(_KEPT + ord(found[1])), text)
    for sign, written in _SIGNS:
        told = sign.sub(written, told)
    return "".join(chr(ord(letter) - _KEPT) if _KEPT <= ord(letter) < _KEPT + 0x80 else letter for letter in told)
