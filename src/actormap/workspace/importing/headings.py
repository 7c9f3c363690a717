"""Which field each column of an imported sheet holds, by its heading, in any language and by what other programs call it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from actormap.errors import UnknownName, UsageError, parameter
from actormap.model.records import NODE_TABLES
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.importing.cleaning import in_each_language
from actormap.workspace.importing.inputs import Grid, Line
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.reading.titles import column_name
from actormap.workspace.schema import rows

FIRST_ROWS = 10
IGNORED, ATTRIBUTE = "ignored", "attribute"
ENDS = ("source", "target")
# What ties and nodes have besides the columns of their tables.
TIE_FIELDS = ("direction", "label", "timeset", "evidence", "kind", "id")
NODE_FIELDS = ("node", "label")
PEOPLE = ("respondent", "partner", "frequency", "time")
_NEAR, _LONG = 0.83, 5  # how alike a misspelt heading is, and how many letters tell
_PARTS = re.compile(r"\s+-\s+|-(?=Tabell|Table)|\s*\(\d+\)$")
_MARKS = re.compile(r"[()\[\]:?!.*\"']+")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a sheet: the field of each, and the rows under the headings. `passed` are the rows above them.

    `cut` says that a row has as many cells as were written in it, which is so in CSV.
    """

    titles: tuple[str, ...]
    fields: tuple[str, ...]
    lines: Sequence[Line]
    row: int | None
    passed: tuple[Line, ...] = ()
    cut: bool = False

    def has(self, *fields: str) -> bool:
        """Return whether there is a column for each of some fields."""
        return all(field in self.fields for field in fields)


def tie_fields() -> tuple[str, ...]:
    """Return the fields of a relationship."""
    return (*rows.columns("relationships"), *TIE_FIELDS)


def node_fields() -> tuple[str, ...]:
    """Return the fields of a node, whatever table it stands in."""
    own = dict.fromkeys(column for table in NODE_TABLES for column in rows.columns(table))
    return (*own, *NODE_FIELDS)


def record_of(table: str) -> str | None:
    """Return the kind of record that a sheet or file holds by its name, such as `Kommuner` or `Karta 2024 - actors`; None if none."""
    for part in (table, *_PARTS.split(table)):
        if found := _records().get(squeeze(part)):
            return found
    return None


@cache
def _records() -> Mapping[str, str]:
    named = {squeeze(table): node for table, node in rows.NODES_OF.items()}
    vocabulary = Vocabulary.load()
    return {squeeze(plural): node for node, said in vocabulary.nodes.items() for _, plural in said.words.values()} | named


def every_field() -> tuple[str, ...]:
    """Return every field that a column can be mapped to."""
    return tuple(dict.fromkeys((*tie_fields(), *node_fields(), *PEOPLE, ATTRIBUTE, IGNORED)))


def mapping(texts: Sequence[str]) -> dict[str, str]:
    """Return what `column=field` says, by column; raise `UsageError` if it is written otherwise, `UnknownName` for a field that is none."""
    found: dict[str, str] = {}
    for text in texts:
        column, equals, field = (part.strip() for part in text.rpartition("="))
        if not (column and equals and field):
            raise UsageError(f'{parameter("map")} "{text}" names no field.', hint="Write it as Organisation=source.")
        if field not in every_field():
            raise UnknownName("field", field, every_field())
        found[column] = field
    return found


def find(grid: Grid, given: Mapping[str, str], fields: Sequence[str]) -> Columns | None:
    """Return the columns by the row among the first ten with most headings that are known; None if no row has any."""
    best: tuple[int, int] = (0, 0)
    for place, (_, cells) in enumerate(grid.lines[:FIRST_ROWS]):
        known = len({field for field in _fields(cells, given, fields) if field not in (ATTRIBUTE, IGNORED)})
        best = max(best, (known, -place))
    if best[0] == 0:
        return None
    place = -best[1]
    number, cells = grid.lines[place]
    passed = tuple(grid.lines[:place])
    return Columns(tuple(cells), _fields(cells, given, fields), grid.lines[place + 1 :], number, passed, cut=grid.written)


def lies_on_its_side(grid: Grid) -> bool:
    """Return whether the fields of nodes stand below each other in the first column, and not beside each other in the first row."""
    first = [cells[0] for _, cells in grid.lines]
    down = {field_of(cell, node_fields()) for cell in first} - {ATTRIBUTE, IGNORED}
    across = {field_of(cell, node_fields()) for cell in grid.lines[0][1][1:]} - {ATTRIBUTE, IGNORED}
    return "name" in down and len(down) > 1 and len(down) * 2 >= len(first) and not across


def by_letter(grid: Grid, given: Mapping[str, str]) -> Columns | None:
    """Return the columns of a sheet without headings that `given` names by their letters; None if it names none."""
    from openpyxl.utils import get_column_letter

    width = max((len(cells) for _, cells in grid.lines), default=0)
    letters = [get_column_letter(place) for place in range(1, width + 1)]
    if not any(letter in given for letter in letters):
        return None
    fields = tuple(given.get(letter, ATTRIBUTE) for letter in letters)
    return Columns(tuple(letters), fields, grid.lines, None)


def _fields(cells: Sequence[str], given: Mapping[str, str], fields: Sequence[str]) -> tuple[str, ...]:
    mapped = {squeeze(column): field for column, field in given.items()}
    result: list[str] = []
    for cell in cells:
        said = mapped.get(squeeze(cell))
        # Of two columns with one meaning the first has it; what is said outright may be said of several.
        meant = (field for field in fields_of(cell, fields) if field not in result)
        result.append(said or next(meant, ATTRIBUTE if cell else IGNORED))
    return tuple(result)


def field_of(heading: str, fields: Sequence[str]) -> str:
    """Return the field among some that a heading means, `attribute` if none, `ignored` for an empty one."""
    return next(iter(fields_of(heading, fields)), ATTRIBUTE if heading else IGNORED)


def fields_of(heading: str, fields: Sequence[str]) -> list[str]:
    """Return the fields among some that a heading may mean, the likeliest first."""
    found: list[str] = []
    spellings = (column_name(heading), squeeze(_MARKS.sub("", heading)), squeeze(_MARKS.sub("", column_name(heading))))
    for name in dict.fromkeys(spellings) if heading else ():
        found += [field for field in (name, *known().get(squeeze(name), ())) if field in fields]
    return found or _near(heading, fields)


def _near(heading: str, fields: Sequence[str]) -> list[str]:
    """Return the end of a relationship that a misspelt heading seems to mean; other fields are not guessed."""
    slip = squeeze(heading)
    if len(slip) < _LONG or slip in known():
        return []
    ends = {word: field for word, meant in known().items() for field in meant if field in ENDS and field in fields}
    # A slip is a letter more or less, or two that have changed places; "organisation" is none of "to organisation".
    words = {word: field for word, field in ends.items() if word[0] == slip[0] and abs(len(word) - len(slip)) <= 1}
    return list(closest(heading, words, cutoff=_NEAR))


@cache
def known() -> Mapping[str, tuple[str, ...]]:
    """Return which fields each heading may mean, squeezed, in every language."""
    found: dict[str, dict[str, None]] = {}
    for named in in_each_language("headings").values():
        for field, headings in named.items():
            for heading in headings.split("|"):
                found.setdefault(squeeze(heading), {})[field] = None
    # "Fr o m" is spelt as "from" without its spaces; where a column is free to be an end, it is one.
    return {heading: tuple(sorted(fields, key=lambda field: field not in ENDS)) for heading, fields in found.items()}
