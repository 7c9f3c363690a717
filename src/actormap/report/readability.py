"""How easy a text is to read."""

from __future__ import annotations

import re
from statistics import median

LONG = 6  # letters beyond which a word is long
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_END = re.compile(r"[.!?]+(?:\s|$)|\n+")


def lix(text: str) -> float:
    """Return the LIX of a text: words a sentence, plus the percentage of words of more than six letters.

    Below 30 is very easy, above 50 hard. Each line ends a sentence. 0 for a text without words (Björnsson 1968, Läsbarhet).
    """
    words = _WORD.findall(text)
    return len(words) / len(sentences(text)) + 100 * sum(len(word) > LONG for word in words) / len(words) if words else 0.0


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that have a word."""
    return [each.strip() for each in _END.split(text) if _WORD.search(each)]


def median_length(text: str) -> float:
    """Return the median number of words in the sentences of a text, 0 without any."""
    return float(median(lengths)) if (lengths := [len(_WORD.findall(each)) for each in sentences(text)]) else 0.0
