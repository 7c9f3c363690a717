"""Which column, sheet or file somebody means by a word: the names of the tables, and the words of every language for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from actormap.i18n import LANGUAGES, Texts
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.schema import rows

_REMARK = re.compile(r"\s*[(\[][^)\]]*[)\]]$")
_GAPS = re.compile(r"[\s\-]+")
# What programs write where a column of row numbers has no heading.
_UNTITLED = re.compile(r"(?:Unnamed: ?\d+(?:_level_\d+)?|\.\.\.\d+|#)")


def column_name(heading: str) -> str:
    """Return a heading as the columns are named: `Valid from` is valid_from, `Level (0-5)` is level."""
    return _GAPS.sub("_", _REMARK.sub("", unicodedata.normalize("NFKC", heading).casefold().strip()))


@lru_cache(maxsize=10_000)  # the headings of tables are few
def column_of(table: str, heading: str) -> str | None:
    """Return the column of a table that a heading means, in whatever language it is written, or None."""
    name = column_name(heading)
    return name if name in rows.columns(table) else words_of(table).get(squeeze(name.rstrip(":*")))


def known_in(table: str, titles: Iterable[str]) -> int:
    """Return how many columns of a table some titles mean."""
    return len({column for title in titles if title and (column := column_of(table, title))})


def is_untitled(title: str) -> bool:
    """Return whether a heading says nothing."""
    return not title or _UNTITLED.fullmatch(title) is not None


@cache
def words_of(table: str) -> Mapping[str, str]:
    """Return the columns of a table by the squeezed words for them; those of the table itself go before those of all."""
    found: dict[str, str] = {squeeze(column): column for column in rows.columns(table)}
    for part in (table, "any"):
        for language in LANGUAGES:
            for column, words in Texts.load(language).under(f"headings.{part}").items():
                if column in rows.columns(table):
                    for word in words.split("|"):
                        found.setdefault(squeeze(word), column)
    return found


@cache
def tables() -> Mapping[str, str]:
    """Return the tables by the squeezed words for them."""
    found = {squeeze(table): table for table in rows.READ}
    for language in LANGUAGES:
        for table, words in Texts.load(language).under("headings.tables").items():
            for word in words.split("|"):
                found.setdefault(squeeze(word), table)
    return found


def table_of(word: str) -> str | None:
    """Return the table that a sheet or a file is called after, or None."""
    return tables().get(squeeze(word.strip()))


def named_table(word: str) -> str | None:
    """Return the table that a word in the name of a sheet or a file is called after, such as `actors - Kopia`, or None."""
    return next(_named(word), None)


def _named(word: str) -> Iterator[str]:
    parts = [part for part in re.split(r"[\s\-_.,()\[\]0-9]+", unicodedata.normalize("NFC", word).casefold()) if part]
    yield from (table for said in (word, *reversed(parts)) if (table := table_of(said)))


def likely_table(word: str, taken: Collection[str]) -> str | None:
    """Return the table, of those that are not taken, that a sheet or a file may be meant for: `nätverk 2024 - actors`, `actors-Tabell 1`.

    What programs put before and after a name is left out; of several tables in one name the last one counts.
    """
    for table in _named(word):
        if table not in taken:
            return table
    free = {spelt: table for spelt, table in tables().items() if table not in taken}
    near = closest(word.strip().casefold(), free, cutoff=0.75)
    return near[0] if near else None
