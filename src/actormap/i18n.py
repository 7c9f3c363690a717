"""Words for the reader: one catalogue a language, passed to whoever writes, never global.

A catalogue is a folder of `locale` named by the code of its language, one TOML file for each thing that is read (problems, report, map, …);
the file's name is the first part of its keys. Its language.toml is no part of the catalogue: it says what the language is called.
"""

from __future__ import annotations

import math
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from numbers import Number
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from actormap import files
from actormap.errors import UnknownName

if TYPE_CHECKING:
    from babel import Locale

# The first is the one that is spoken where nobody has asked for another.
LANGUAGES = files.languages()
DIGITS, DECIMALS_AT_MOST = 2, 4
EXACT, EXACT_DECIMALS = "exact", 9  # a sum of weights, with all its decimals but those that floating point adds
Said_co = TypeVar("Said_co", covariant=True)
Said = TypeVar("Said")


class Spoken(Protocol[Said_co]):
    """What is said in each language."""

    @property
    def words(self) -> Mapping[str, Said_co]:
        """What is said, by the code of the language."""
        ...


@dataclass(frozen=True, slots=True)
class Language:
    """A language as itself: its name, what stands between the cells of a table, and how one writes yes and no, the usual word first.

    `decimal` and `group` are its marks in a number, `one` the whole numbers that take the plural form `one`, where all others take `other`.
    A language that does not say them is asked of CLDR, which takes longer to read than most questions take to answer.
    """

    code: str
    name: str
    separator: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    decimal: str = ""
    group: str = ""
    one: tuple[int, ...] = ()

    @classmethod
    def load(cls, code: str) -> Language:
        """Return a shipped language."""
        said = files.table(f"locale/{code}/{files.LANGUAGE}.toml")
        lists = {key: tuple(said.get(key, ())) for key in ("yes", "no", "one")}
        return cls(code, said["name"], said["separator"], decimal=said.get("decimal", ""), group=said.get("group", ""), **lists)

    def plural_form(self, n: Any) -> str:
        """Return the plural form of a number, as CLDR names it: zero, one, two, few, many or other."""
        return ("one" if abs(n) in self.one else "other") if self.one else str(_cldr(self.code).plural_form(n))

    def number(self, value: float) -> str:
        """Return a number with the marks of the language, as many decimals as it has."""
        if not (self.decimal and math.isfinite(value)):
            from babel.numbers import format_decimal

            return format_decimal(value, format="#,##0.###", locale=self.code, decimal_quantization=False)
        whole, _, rest = format(Decimal(str(value)), ",f").partition(".")
        rest = rest.rstrip("0")
        return whole.replace(",", self.group) + (f"{self.decimal}{rest}" if rest else "")


PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")  # as CLDR names them


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

        `n` chooses among the plural forms of the language where the catalogue has them: `key.one`, `key.few`, … or else `key`, `key.other`.
        A placeholder `{ties:tie}` is the number with its noun in the right form, as the entry `counts.tie` says it; `{weight:exact}` is a
        number that is not rounded.
        """
        n = values.get("n")
        entry = None
        if isinstance(n, Number) and any(f"{key}.{form}" in self.entries for form in PLURAL_FORMS):
            entry = self.entries.get(f"{key}.{_numerals(self.lang).plural_form(n)}")
        if entry is None:
            entry = self.entries.get(key)
        if entry is None:
            entry = self.entries[f"{key}.other"]
        return entry.format_map({name: _Filled(self, value) for name, value in values.items()}) if values else entry

    def says(self, key: str) -> bool:
        """Return whether there is a text under a key, in one form or in several."""
        return key in self.entries or f"{key}.other" in self.entries

    def number(self, value: Any, decimals: int | None = None) -> str:
        r"""Return a number as the language writes it, None as a dash, anything else as its text.

        A fraction has two significant digits, as a person compares it, where nothing else is said of its decimals.

        >>> [Texts.load(lang).number(value) for lang in ("sv", "en") for value in (0.7647, 1234)]
        ['0,76', '1\xa0234', '0.76', '1,234']
        """
        if value is None:
            return "–"
        if isinstance(value, bool) or not isinstance(value, int | float):
            return str(value)
        return _numerals(self.lang).number(round(value, significant(value) if decimals is None else decimals))

    def pick(self, entry: Spoken[Said]) -> Said:
        """Return what an entry, such as one of the vocabulary, says in this language."""
        return entry.words[self.lang]

    def under(self, prefix: str) -> dict[str, str]:
        """Return every entry whose key begins with `prefix.`, without the prefix: for a page that carries its own words."""
        return {key[len(prefix) + 1 :]: text for key, text in self._near(prefix).items() if key.startswith(f"{prefix}.")}

    def has(self, prefix: str) -> bool:
        """Return whether anything is said under a key or a prefix of keys."""
        return prefix in self.entries or any(key.startswith(f"{prefix}.") for key in self._near(prefix))

    def _near(self, prefix: str) -> Mapping[str, str]:
        return self.entries.of_file(prefix.partition(".")[0]) if isinstance(self.entries, _Catalogue) else self.entries


@dataclass(frozen=True, slots=True)
class _Filled:
    """What fills a placeholder: a value as the language writes it, with a noun's key behind a colon the number with that noun."""

    texts: Texts
    value: Any

    def __format__(self, noun: str) -> str:
        if noun == EXACT:
            return self.texts.number(self.value, EXACT_DECIMALS)
        return self.texts(f"counts.{noun}", n=self.value) if noun else self.texts.number(self.value)


def significant(value: float) -> int:
    """Return with how many decimals a fraction has two significant digits: four at most, and none from ten on.

    >>> [significant(value) for value in (12.3, 1.23, 0.0123, 0.0000123)]
    [0, 1, 3, 4]
    """
    if not value or not math.isfinite(value):
        return 0
    return min(max(0, DIGITS - 1 - math.floor(math.log10(abs(value)))), DECIMALS_AT_MOST)


def placeholders(entry: str) -> frozenset[str]:
    """Return the names that an entry wants filled: two languages must agree on them."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(entry) if name)


@cache
def _numerals(lang: str) -> Language:
    """Return a language as it writes numbers; one that is not shipped is known to CLDR alone."""
    return Language.load(lang) if lang in LANGUAGES else Language(lang, lang, ",", (), ())


@cache
def _cldr(lang: str) -> Locale:
    """Return what CLDR knows of a language."""
    from babel import Locale

    return Locale.parse(lang)


class _Catalogue(Mapping[str, str]):
    """The entries of a language: a file is read when the first of its keys is asked for, once a process, and nobody can change them."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._names = sorted(path.stem for path in files.shipped(f"locale/{lang}").glob("*.toml") if path.stem != files.LANGUAGE)
        self._read: dict[str, dict[str, str]] = {}

    def __getitem__(self, key: str) -> str:
        return self._file(key.partition(".")[0])[key]

    def __iter__(self) -> Iterator[str]:
        return (key for name in self._names for key in self._file(name))

    def __len__(self) -> int:
        return sum(len(self._file(name)) for name in self._names)

    def of_file(self, name: str) -> Mapping[str, str]:
        """Return the entries of one file, none if there is no such file."""
        return self._file(name)

    def _file(self, name: str) -> dict[str, str]:
        if name not in self._read:
            known = name in self._names
            self._read[name] = dict(_flat(files.table(f"locale/{self._lang}/{name}.toml"), f"{name}.")) if known else {}
        return self._read[name]


@cache
def _entries(lang: str) -> Mapping[str, str]:
    """Return the entries of a language, the same for everybody."""
    return _Catalogue(lang)


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        pairs += _flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) else [(f"{prefix}{key}", value)]
    return pairs
