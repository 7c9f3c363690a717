"""Sentences that were made in English, by this program or by click, said in another language.

An error is raised where no catalogue is at hand, and some are made by a library that has none; each therefore arrives as an English
sentence. Its pattern is looked for among the English entries of errors.toml, and the entry of the same key says it in the other language.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from actormap.i18n import Texts

SOURCE = "en"
ENTRIES = "errors"
PARTS = ("part.", "thing.")  # what stands in a sentence, and is none
# What may itself be a sentence or a part of one; whatever else fills a sentence is somebody's own word, and stays.
NESTED = frozenset(
    (
        *(
            "what",
            "why",
            "there",
            "then",
            "known",
            "port",
            "near",
            "rest",
            "message",
            "error",
            "said",
            "count",
            "errors",
            "fault",
            "reason",
        ),
        *("record", "place", "view"),
    )
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence with places to fill; `weight` is how many letters of it are its own."""

    key: str
    begins: str
    expression: str
    weight: int

    @classmethod
    def of(cls, key: str, text: str) -> Pattern:
        """Return the pattern of an entry of the catalogue."""
        pieces = [(literal, name) for literal, name, _, _ in string.Formatter().parse(text)]
        expression = "".join(re.escape(literal) + (f"(?P<{name}>.+?)" if name else "") for literal, name in pieces)
        return cls(key, pieces[0][0] if pieces else "", expression, sum(len(literal) for literal, _ in pieces))

    def match(self, sentence: str) -> Mapping[str, str] | None:
        """Return what fills the places, by name, if a sentence has this pattern."""
        if not sentence.startswith(self.begins):
            return None
        found = _compiled(self.expression).fullmatch(sentence)
        return found.groupdict() if found else None


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.DOTALL)


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The sentences of one language by those in English."""

    patterns: tuple[Pattern, ...]
    entries: Mapping[str, str]

    @classmethod
    @cache
    def to(cls, lang: str) -> Phrasebook:
        """Return the phrasebook from English to a language, read once."""
        made = (Pattern.of(key, text) for key, text in Texts.load(SOURCE).under(ENTRIES).items())
        # What has most letters of its own says most exactly what is meant; a place at the beginning could hold a sentence of its own.
        return cls(
            tuple(sorted(made, key=lambda pattern: (not pattern.begins, -pattern.weight, pattern.key))), Texts.load(lang).under(ENTRIES)
        )

    def key(self, sentence: str) -> str | None:
        """Return the key of the pattern that a sentence has, or that is a part of one; None if it has none."""
        return next((pattern.key for pattern in self.patterns if pattern.match(sentence) is not None), None)

    def said(self, sentence: str, *, nested: bool = False) -> str:
        """Return a sentence in the language, or a part of one that is `nested`; as it is if its pattern is unknown."""
        for pattern in self.patterns:
            filled = pattern.match(sentence) if nested or not pattern.key.startswith(PARTS) else None
            if filled is not None:
                return self.entries[pattern.key].format_map(
                    {name: self.said(text, nested=True) if name in NESTED else text for name, text in filled.items()}
                )
        return sentence
