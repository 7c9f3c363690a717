"""A page that was saved as Markdown, line by line without its marks, so that labels and values stand in it as on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actormap.workspace.pages import labels

_BOLD = re.compile(r"(\*\*|__)(?=\S)([^\n]*?\S)\1([ ]*)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*\|?(?:\s*:?-{1,}:?\s*\|)+\s*:?-*:?\s*\|?\s*")
_ROW = re.compile(r"\s*\|(.*)\|\s*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_MARKED = re.compile(r"\s*(?:[-*+]\s+)?(?:(?:\*\*|__)\S.*(?:\*\*|__)|#{1,6}\s+\S|\|.*\|\s*$)")
FEWEST = 3  # lines with marks in what is Markdown


def plain(lines: Sequence[str]) -> tuple[str, ...]:
    """Return as many lines without the marks of bold letters, headings, links and tables; the same lines if they are no Markdown."""
    if sum(bool(_MARKED.match(line)) for line in lines) < FEWEST:
        return tuple(lines)
    return tuple(map(_bare, lines))


def _bare(line: str) -> str:
    if _RULE.fullmatch(line):
        return ""
    if row := _ROW.fullmatch(line):
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", row[1])]
        line = "\t".join(cells).strip("\t")
    if heading := _HEADING.fullmatch(line):
        line = heading[1]
    line = _LINK.sub(r"\1", _BOLD.sub(_plain, line))
    return _ESCAPED.sub(r"\1", line)


def _plain(bold: re.Match[str]) -> str:
    """Return what stands in bold letters, a label apart from the value beside it."""
    found = labels.mark(bold[2])
    return f"{bold[2]}\t" if found and found.style == "alone" else bold[2] + bold[3]
