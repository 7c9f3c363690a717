"""Cells as text without what is not seen: control characters, characters of no width, stray space."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from actormap import files
from actormap.i18n import LANGUAGES
from actormap.workspace.reading import cells
from actormap.workspace.reading.fuzzy import squeeze

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\u00a0\u2007\u2009\u202f]{1,}")


def cell_text(value: Any) -> str:
    """Return a cell as clean text; an empty one is the empty text."""
    return "" if value is None else cells.clean(_UNSEEN.sub("", cells.text(value)))


def name_text(value: Any) -> str:
    """Return a name without doubled spaces; one that stands for nothing, such as `-` or `saknas`, is the empty text."""
    text = _SPACES.sub(" ", cell_text(value))
    return "" if squeeze(text) in nothing() or not any(map(str.isalnum, text)) else text


def nothing() -> frozenset[str]:
    """Return the words that stand for an empty cell, in every language."""
    return words("nothing")


@cache
def words(key: str) -> frozenset[str]:
    """Return the words of a list of the catalogues, in every language, each squeezed: without case, spaces and hyphens."""
    return frozenset(squeeze(word) for said in in_each_language("words").values() for word in said[key].split("|"))


def in_each_language(table: str) -> Mapping[str, Mapping[str, str]]:
    """Return what is recognised in files, by language: `headings` or `words`; nobody is told these, so they come from the file itself."""
    return {lang: files.table(f"locale/{lang}/import.toml")[table] for lang in LANGUAGES}
