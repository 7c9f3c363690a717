"""A sign or a word in place of a value that nobody knows: -, n/a, saknas, okänt, NaN."""

from __future__ import annotations

import re

from actormap.workspace.problems import Fault

_SIGNS = re.compile(r"[-\u2010-\u2015\u2212?.\u2026_/]+")
_MARKS = re.compile(r"[Nn][/.]?[Aa]\.?|<NA>|[Xx]{3,}|\((?:tom|tomt|blank|empty)\)")
# What stands for a missing value where any text may stand, and what does so only where a number, a date or a word of a list is wanted.
_PROGRAMS = ("nan", "nat", "null", "none", "nil")
_WORDS = (
    "saknas", "uppgift saknas", "uppgifter saknas", "okänd", "okänt", "okända", "ej känt", "ej känd", "inte känt", "vet ej", "vet inte",
    "ingen uppgift", "ej angivet", "ej angiven", "e/t", "ej tillämpligt", "unknown", "missing", "not known", "not available", "no data",
    "not applicable", "tbd", "tba", "oklart", "t.b.d.", "i.u.", "i.u", "ej aktuellt", "ej relevant", "saknas uppgift", "ska fyllas i",
    "fylls i senare", "kompletteras", "ospecificerat", "undefined", "unspecified", "to be decided", "to be confirmed", "tbc",
)  # fmt: skip
_LOWER = frozenset((*_PROGRAMS, *_WORDS))
# What goes on has no end yet.
_OPEN = (
    "pågår", "pågående", "tills vidare", "tillsvidare", "löpande", "fortlöpande", "nu", "idag", "nuvarande", "öppen", "ongoing", "present",
    "until further notice", "now", "current", "open",
)  # fmt: skip
# The spellings that are letters and digits alone, which a reader need not look at for anything else.
PLAIN = frozenset(spelt for word in (*_LOWER, *_OPEN, "na", "xxx") for spelt in (word, word.capitalize(), word.upper())) | {"NaN", "NaT"}
# Whoever writes a note, a name or a heading may mean the word; an id may be any text.
_NEVER = ("id", "note", "value", "locator")
_SAID = ("name", "title", "aliases", "row", "column", "unit")
_ENDS = ("source", "target")
_LAST = ("end", "valid_to")


def look(text: str, column: str) -> Fault | None:
    """Return what is told of a text in a column that says that nobody knows, or that there is no end yet."""
    if column in _LAST and text.casefold().strip(" .…-–") in _OPEN:
        return Fault("no_end_yet")
    return Fault("placeholder") if is_one(text, column) else None


def may_be(text: str) -> bool:
    """Return whether a text says in some column that nobody knows."""
    return text.casefold() in _LOWER or text.casefold().strip(" .…-–") in _OPEN or bool(_SIGNS.fullmatch(text) or _MARKS.fullmatch(text))


def is_sign(text: str) -> bool:
    """Return whether a text is nothing but signs that stand for nothing: - or … or a full stop."""
    return _SIGNS.fullmatch(text) is not None


def is_one(text: str, column: str) -> bool:
    """Return whether a text in a column says that nobody knows."""
    if len(text) > 20 or column in _NEVER:
        return False
    if _SIGNS.fullmatch(text):
        return True
    if column in _ENDS:  # a record may be called NA
        return False
    return bool(_MARKS.fullmatch(text)) or text.casefold() in (_PROGRAMS if column in _SAID else _LOWER)
