"""The fields of a Word document that tell what it says of itself: its title and its date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

TITLE, DATE = "TITLE", "CREATEDATE"
# Word writes a field as one element, or from a beginning to an end, between which stand its name and then what it shows.
_FIELDS = (
    re.compile(r'(?P<before><w:fldSimple\b[^>]*w:instr="\s*(?P<name>[A-Z]+)\b[^>]*>)(?P<shown>.*?)(?P<after></w:fldSimple>)', re.DOTALL),
    re.compile(
        r"(?P<before><w:instrText\b[^>]*>\s*(?P<name>[A-Z]+)\b[^<]*</w:instrText>(?:(?!<w:instrText|<w:fldChar).)*"
        r'<w:fldChar\b[^>]*w:fldCharType="separate"[^>]*>)(?P<shown>(?:(?!<w:fldChar).)*)(?P<after><w:fldChar\b[^>]*w:fldCharType="end")',
        re.DOTALL,
    ),
)
_TEXT = re.compile(r"(<w:t\b[^>]*>)[^<]*(</w:t>)")


def filled(part: str, values: Mapping[str, str]) -> str:
    """Return a part of a document whose fields of these names show these values. Word itself counts them anew only when it is asked to."""
    for field in _FIELDS:
        part = field.sub(lambda found: _with(found, values) if found["name"] in values else found[0], part)
    return part


def _with(field: re.Match[str], values: Mapping[str, str]) -> str:
    left = [escape(values[field["name"]])]  # the first text shows all, the others nothing
    shown = _TEXT.sub(lambda text: f"{text[1]}{left.pop() if left else ''}{text[2]}", field["shown"])
    return f"{field['before']}{shown}{field['after']}"
