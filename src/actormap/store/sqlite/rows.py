"""Records as rows and rows as records."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Any

from actormap.files import json_value
from actormap.model.records import Attributes, Evidence, Relationship
from actormap.store.check import SEPARATOR
from actormap.store.fields import FieldType, forms
from actormap.store.sqlite.columns import KEY

Row = tuple[Any, ...]
_WHERE = ("document", "locator", "status", "confidence")
_MORE = tuple(name for name in forms(Evidence) if name not in _WHERE)
_NO_MORE = tuple(() if forms(Evidence)[name] is FieldType.PAIRS else None for name in _MORE)


def packer(kind: type[Any]) -> Callable[[Any], Row]:
    """Return the function that makes a record of a type into a row, its columns in the order of the fields."""
    columns = forms(kind)
    fields = attrgetter(*columns)
    folded = [(place, _FOLD[form]) for place, form in enumerate(columns.values()) if form in _FOLD]

    def pack(record: Any) -> Row:
        row = list(fields(record))
        for place, fold in folded:
            row[place] = fold(row[place]) if row[place] else None
        return tuple(row)

    return pack


def line_packer(kind: type[Any]) -> Callable[[Any], Row]:
    """Return the function that makes a record of a type into a row that begins with its id, be that a field or not."""
    pack = packer(kind)
    return pack if "id" in forms(kind) else lambda record: (record.id, *pack(record))


def line_unpacker(kind: type[Any]) -> Callable[[Sequence[Any]], Any]:
    """Return the function that makes such a row into the record it was."""
    unpack = unpacker(kind)
    return unpack if "id" in forms(kind) else lambda row: unpack(row[1:])


def unpacker(kind: type[Any]) -> Callable[[Sequence[Any]], Any]:
    """Return the function that makes such a row into the record it was."""
    make = _maker(kind)
    folded = [(place, _UNFOLD[form]) for place, form in enumerate(forms(kind).values()) if form in _UNFOLD]

    def unpack(row: Sequence[Any]) -> Any:
        values = list(row)
        for place, unfold in folded:
            values[place] = unfold(values[place]) if values[place] else ()
        return make(values)

    return unpack


def keys(ties: Iterable[Relationship]) -> list[Row]:
    """Return one row a relationship: its id and what the id is derived from."""
    key = attrgetter(*KEY)
    return [(tie.id, *key(tie)) for tie in ties]


def statements(ties: Iterable[Relationship], ids: Iterable[str]) -> tuple[list[Row], list[Row]]:
    """Return one row a piece of evidence: first those that only say where and how firmly, in four columns, then the others, in all.

    Pieces stand in the order of their relationship's evidence, whatever order it came in.
    """
    # Most statements say no more, and sqlite3 takes three times as long to pass a None as a text.
    brief: list[Row] = []
    full: list[Row] = []
    pack, where, more = packer(Evidence), attrgetter(*_WHERE), attrgetter(*_MORE)
    for tie, identity in zip(ties, ids, strict=True):
        for position, piece in enumerate(_ordered(tie.evidence), 1):
            if more(piece) == _NO_MORE:
                brief.append((identity, position, *where(piece)))
            else:
                full.append((identity, position, *pack(piece)))
    return brief, full


def relationships(ties: Iterable[Row], evidence: Iterable[Row]) -> Iterator[Relationship]:
    """Yield the relationships of rows in the order of their ids; the pieces of evidence are rows in the same order, with whose they are."""
    make, unpack = _maker(Relationship), unpacker(Evidence)
    pieces = iter(evidence)
    none: Row = (None,)
    piece = next(pieces, none)
    for identity, *key in ties:
        together = []
        while piece[0] == identity:
            together.append(unpack(piece[2:]))
            piece = next(pieces, none)
        yield make((*key, tuple(together)))


def _maker(kind: type[Any]) -> Callable[[Iterable[Any]], Any]:
    # The __init__ of a frozen record takes twice as long as putting each value into its slot, and there are a million of them.
    new, puts = object.__new__, tuple(getattr(kind, name).__set__ for name in forms(kind))

    def make(values: Iterable[Any]) -> Any:
        record = new(kind)
        for put, value in zip(puts, values, strict=True):
            put(record, value)
        return record

    return make


def _ordered(evidence: tuple[Evidence, ...]) -> Sequence[Evidence]:
    if len(evidence) < 2:
        return evidence
    # The whole key is slow to make, begins with these two, and is seldom needed: a `Snapshot.of` has put them in order already.
    begins = [(piece.document or "", piece.locator or "") for piece in evidence]
    return evidence if all(one < other for one, other in pairwise(begins)) else sorted(evidence, key=Evidence.sort_key)


def _fold_pairs(pairs: Attributes) -> str:
    return json.dumps(dict(pairs), ensure_ascii=False, separators=(",", ":"))


def _unfold_pairs(text: str) -> Attributes:
    return tuple(json_value(text).items())


def _unfold_names(text: str) -> tuple[str, ...]:
    return tuple(text.split(SEPARATOR))


_FOLD: dict[FieldType, Callable[[Any], str]] = {FieldType.NAMES: SEPARATOR.join, FieldType.PAIRS: _fold_pairs}
_UNFOLD: dict[FieldType, Callable[[str], Any]] = {FieldType.NAMES: _unfold_names, FieldType.PAIRS: _unfold_pairs}
