"""Accented letters that were broken when a file was saved, whichever way: GÃ¶teborg, fritidsg†rd, G├Âteborg, G?teborg, &ouml;."""

from __future__ import annotations

import re

from actormap.workspace.problems import Fault

_AFTER_UTF8 = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_MARKED = re.compile(
    rf"[ÃÂ][{_AFTER_UTF8}]|â€|\ufffd|√[•§∂ÖñÑ©®∑]|├[^\s]"  # UTF-8 read as Windows-1252, as Mac Roman, as DOS
    r"|(?<=[A-Za-zåäö])[†„”‰\u02c6÷](?=[a-zåäö])|(?<=[a-zåäö])[ŒŠÕ¿](?=[a-zåäö])"  # and the other way round
)
_PLAIN = re.compile(
    r"&(?:[aAoO](?:ring|uml)|#(?:196|197|214|228|229|246));|\\u00(?:[ecEC][45]|[fdFD]6)|=C3=[AB89][0-9A-F]|(?<=[a-z])[{}](?=[a-z])"
)
_LOST = re.compile(r"(?<![\w/=&.?-])[A-Za-zÅÄÖåäö]+\?[a-zåäö]+(?![\w=/])")
# A letter of the Latin alphabet beside one of the Greek or Cyrillic that looks like another of ours.
_MIXED = re.compile(r"[A-Za-zÀ-ɏ][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-zÀ-ɏ]")
_ADDRESS = ("address",)


def look(text: str, column: str = "") -> Fault | None:
    """Return what is wrong if a text holds letters that no word has, or a word of two alphabets."""
    if is_garbled(text, column):
        return Fault("garbled_letters")
    return Fault("mixed_alphabets") if not text.isascii() and _MIXED.search(text) else None


def is_garbled(text: str, column: str = "") -> bool:
    """Return whether a text holds letters that no word has."""
    if not text.isascii() and _MARKED.search(text):
        return True
    if not ("?" in text or "&" in text or "\\" in text or "=C3" in text or "{" in text or "}" in text):
        return False
    return bool(_PLAIN.search(text) or ("?" in text and column not in _ADDRESS and "://" not in text and _LOST.search(text)))


def may_be(text: str) -> bool:
    """Return whether a whole row needs a closer look."""
    if not text.isascii() and (_MARKED.search(text) or _MIXED.search(text)):
        return True
    return any(sign in text for sign in "?&\\{}") or "=C3" in text
