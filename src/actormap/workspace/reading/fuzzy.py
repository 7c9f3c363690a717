"""What somebody may have meant: words compared without regard to case, hyphens, spaces and the way Unicode writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

_GAPS = re.compile(r"[\s\-_\u00ad\u2010-\u2015\u2212]+")


def squeeze(text: str) -> str:
    """Return what the spellings of one name have in common: `Lilla-Edet`, `lilla edet` and a decomposed form of it are all `lillaedet`."""
    return _GAPS.sub("", unicodedata.normalize("NFKC", text).casefold())


def closest(found: str, choices: Mapping[str, str], n: int = 1, cutoff: float = 0.6) -> tuple[str, ...]:
    """Return up to `n` of the choices that resemble `found`, nearest first; `choices` are squeezed words and what they stand for."""
    near = get_close_matches(squeeze(found), choices, n=n * 3, cutoff=cutoff)
    return tuple(dict.fromkeys(choices[word] for word in near))[:n]
