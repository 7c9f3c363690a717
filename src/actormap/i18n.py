"""Words for the reader, in Swedish or English: one catalogue a language, passed to whoever writes, never global.

A catalogue is the folder locale/sv or locale/en, one TOML file for each thing that is read (problems, report, map, …);
the file's name is the first part of its keys.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from actormap import files
from actormap.errors import UnknownName

LANGUAGES = ("sv", "en")


@dataclass(frozen=True, slots=True)
class Texts:
    """The catalogue of one language; `texts("gaps.title", n=3)` is the sentence."""

    lang: str
    entries: Mapping[str, str]

    @classmethod
    def load(cls, lang: str) -> Texts:
        """Return the shipped catalogue of a language, read once; raise `UnknownName` if there is none."""
        if lang not in LANGUAGES:
            raise UnknownName("language", lang, LANGUAGES)
        return cls(lang, _entries(lang))

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the text under a key with its placeholders filled; numbers are written as the language writes them.

        `key.one` is used instead of `key` when `n` is 1 and the catalogue has it.
        """
        entry = self.entries.get(f"{key}.one") if values.get("n") == 1 else None
        if entry is None:
            entry = self.entries.get(key) or self.entries[f"{key}.many"]
        return entry.format_map({name: self.number(value) for name, value in values.items()}) if values else entry

    def number(self, value: Any, decimals: int = 3) -> str:
        """Return a number as the language writes it, None as a dash, anything else as its text."""
        if value is None:
            return "–"
        if isinstance(value, bool) or not isinstance(value, int | float):
            return str(value)
        if isinstance(value, int) and 0 <= value < 1000:  # every language writes these alike: no need to read a locale for them
            return str(value)
        from babel.numbers import format_decimal

        return format_decimal(round(value, decimals), format="#,##0.###", locale=self.lang, decimal_quantization=False)

    def pick(self, words: Any) -> Any:
        """Return what a vocabulary entry says in this language: its `sv` or its `en`."""
        return getattr(words, self.lang)

    def under(self, prefix: str) -> dict[str, str]:
        """Return every entry whose key begins with `prefix.`, without the prefix: for a page that carries its own words."""
        return {key[len(prefix) + 1 :]: text for key, text in self.entries.items() if key.startswith(f"{prefix}.")}


def placeholders(entry: str) -> frozenset[str]:
    """Return the names that an entry wants filled: two languages must agree on them."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(entry) if name)


@cache
def _entries(lang: str) -> Mapping[str, str]:
    """Return the entries of a language, read once a process: nobody can change them."""
    names = sorted(path.stem for path in files.shipped(f"locale/{lang}").glob("*.toml"))
    return MappingProxyType({k: v for name in names for k, v in _flat(files.table(f"locale/{lang}/{name}.toml"), f"{name}.")})


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        pairs += _flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) else [(f"{prefix}{key}", value)]
    return pairs
