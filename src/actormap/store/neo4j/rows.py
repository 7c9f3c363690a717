"""Records as properties and properties as records.

A field is a property of the same name; one that is None is not there. Aliases are a list, attributes a JSON object as text. Nodes also
carry `kind` and `name` where the record has them without a field, and relationships what their evidence comes to: the firmest `status`,
the highest `confidence`, the latest `valid_to` and the `documents`. Beside each date as text stands one that can be compared, such as
`start_date`. They are derived for whoever asks in Cypher, and never read back. So is `actormap_hash`, by which a load sees whether a record
differs without fetching it.

Evidence lies on the relationship as parallel lists of texts, one list a field: `evidence_status[0]`, `evidence_document[0]` and
`evidence_locator[0]` are of the first statement. A list in which nothing is known is not there. Lists in Neo4j can hold no null, so what is
unknown is the empty text (`toFloat("")` and `toInteger("")` are null), and a text that is really empty is the NUL character, which no
record may hold.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from itertools import repeat
from operator import attrgetter, lt
from typing import Any

from actormap.files import json_value
from actormap.model.records import CODED_TABLES, LINE_TABLES, NODE_TABLES, Attributes, Coded, Evidence, Relationship, Requirement
from actormap.model.vocabulary import Vocabulary
from actormap.store.fields import RECORDS, FieldType, forms

UNKNOWN, EMPTY = "", "\0"
EACH = "evidence_"
HASH = "actormap_hash"
ANY_TYPE = "RELATED_TO"
_LONGEST_TYPE = 60
Values = tuple[Any, ...]

NODE_KEYS = tuple(sorted({name for kind in NODE_TABLES.values() for name in forms(kind)} | {"kind", "name", HASH}))
LINE_KEYS: Mapping[str, tuple[str, ...]] = {table: tuple(forms(kind)) for table, kind in LINE_TABLES.items()}
"""What a row that is neither a node nor a relationship is made of and read back from, by table."""
CODED_LABELS: Mapping[str, str] = dict(zip(CODED_TABLES, ("Question", "Answer", "Indicator"), strict=True))
_EVIDENCE = tuple(forms(Evidence))
TIE_KEYS = (
    "type",
    "role",
    "valid_from",
    "valid_to",
    "confidence",
    "status",
    "documents",
    HASH,
    *(EACH + name for name in _EVIDENCE),
)
READ_NODE_KEYS = tuple(key for key in NODE_KEYS if key != HASH)
"""What a node is read back from."""
READ_TIE_KEYS = ("type", "role", "valid_from", *(EACH + name for name in _EVIDENCE))
"""What a relationship is read back from."""
# What is made of a record: another number when that changes, so that every record is written anew.
_LAYOUT = 1


@cache
def labels() -> Mapping[str, tuple[str, ...]]:
    """Return the labels of each table's nodes besides Actormap; a municipality is an actor too."""
    words = Vocabulary.load().nodes
    own = {table: words[kind.node].label for table, kind in NODE_TABLES.items()}
    return {table: (own["actors"], label) if table == "municipalities" else (label,) for table, label in own.items()}


@cache
def table_of(carried: frozenset[str]) -> str:
    """Return the table of a node with these labels; raise `ValueError` if it cannot be told."""
    fitting = [table for table, wanted in labels().items() if carried.issuperset(wanted)]
    if "municipalities" in fitting:
        fitting.remove("actors")
    if len(fitting) != 1:
        raise ValueError(f"a node with the labels {', '.join(sorted(carried))}")
    return fitting[0]


def type_of(name: str) -> str:
    """Return the type that Neo4j gets for a relationship type: its name in capitals, as is the custom there.

    What is no plain lower_snake name would make types that nobody can write, each of them kept for ever: it becomes RELATED_TO, and the
    property `type` tells. The property holds the name as it is in any case.
    """
    capitals = name.upper()
    plain = name.isidentifier() and len(name) <= _LONGEST_TYPE and name == name.lower() == capitals.lower()
    return capitals if plain else ANY_TYPE


@cache
def node_packer(table: str) -> Callable[[Any], Values]:
    """Return the function that makes a node of a table into the values of `NODE_KEYS`."""
    known = forms(NODE_TABLES[table])
    folds = [_FOLD.get(known[name]) if name in known else None for name in NODE_KEYS]
    present = [name in known or name in ("kind", "name") for name in NODE_KEYS]
    columns = tuple(zip(NODE_KEYS, present, folds, strict=True))

    place = NODE_KEYS.index(HASH)
    fingerprint = node_fingerprint(table)

    def pack(record: Any) -> Values:
        values = [(fold(getattr(record, name)) if fold else getattr(record, name)) if there else None for name, there, fold in columns]
        values[place] = fingerprint(record)
        return tuple(values)

    return pack


@cache
def node_fingerprint(table: str) -> Callable[[Any], int]:
    """Return the function that makes all that a node of a table says into one number of 64 bits."""
    fields = attrgetter(*forms(NODE_TABLES[table]))
    return lambda record: fingerprint((table, fields(record)))


def tie_fingerprint(tie: Relationship) -> int:
    """Return all that a relationship says as one number of 64 bits, the same for its evidence in any order."""
    return fingerprint((_KEY(tie), list(map(_PIECE, _ordered(tie)))))


def fingerprint(values: Any) -> int:
    """Return plain values as one number of 64 bits."""
    # Version 0 of marshal writes equal values as equal bytes, and is several times as fast as JSON. If another Python writes others,
    # records are taken to differ, and written anew.
    return int.from_bytes(blake2b(marshal.dumps((_LAYOUT, values), 0), digest_size=8).digest(), signed=True)


def _ordered(tie: Relationship) -> Sequence[Evidence]:
    evidence = tie.evidence
    if len(evidence) < 2:
        return evidence
    # Mostly it is in order, and document and locator tell that, which come first in what orders it: the whole takes ten times as long.
    places = [(piece.document or "", piece.locator or "") for piece in evidence]
    return evidence if all(map(lt, places, places[1:])) else sorted(evidence, key=Evidence.sort_key)


@cache
def unpacker(table: str, keys: tuple[str, ...]) -> Callable[[Sequence[Any]], Any]:
    """Return the function that makes the values of some keys into the record of a table they came from.

    A key that is missing is one that no record has a value of.
    """
    kind = RECORDS[table]
    columns = [(name, keys.index(name), _UNFOLD.get(form)) for name, form in forms(kind).items() if name in keys]

    def unpack(values: Sequence[Any]) -> Any:
        return kind(**{name: unfold(values[place]) if unfold else values[place] for name, place, unfold in columns})

    return unpack


def pack_tie(tie: Relationship) -> Values:
    """Return the values of `TIE_KEYS` for a relationship, its evidence in order whatever order it came in."""
    evidence = _ordered(tie)
    return (
        tie.type,
        tie.role,
        tie.valid_from,
        tie.valid_to,
        tie.confidence,
        min((piece.status for piece in evidence), key=_weight, default=None),
        sorted({piece.document for piece in evidence if piece.document}) or None,
        tie_fingerprint(tie),
        *_pack_lists(evidence),
    )


@cache
def tie_unpacker(keys: tuple[str, ...]) -> Callable[[str, str, Sequence[Any]], Relationship]:
    """Return the function that makes two ends and the values of some of `READ_TIE_KEYS` into the relationship they came from.

    A key that is missing is one that no relationship has a value of. What is made of a list that has another length than that of the
    statuses is a `ValueError`.
    """
    columns = [(name, keys.index(EACH + name), _OF_TEXT[form]) for name, form in forms(Evidence).items() if EACH + name in keys]
    plain = [(name, keys.index(name)) for name in ("type", "role", "valid_from") if name in keys]
    status = keys.index(EACH + "status") if EACH + "status" in keys else None

    def unpack(source: str, target: str, values: Sequence[Any]) -> Relationship:
        # What is in no list is unknown, which is what a statement says that is told nothing of it.
        told = [(name, values[place], unfold) for name, place, unfold in columns if values[place]]
        count = len(values[status] or ()) if status is not None else 0
        if count == 1:
            evidence: tuple[Evidence, ...] = (Evidence(**{name: unfold(only) for name, (only,), unfold in told}),)
        else:
            pieces = zip(*(map(unfold, column) for _, column, unfold in told), strict=True)
            names = [name for name, _, _ in told]
            evidence = tuple(Evidence(**dict(zip(names, piece, strict=True))) for piece in pieces)
            if len(evidence) != count:
                raise ValueError(f"{len(evidence)} statements and {count} statuses")
        return Relationship(source=source, target=target, evidence=evidence, **{name: values[place] for name, place in plain})

    return unpack


def pack_line(line: Requirement | Coded) -> Values:
    """Return the values of the `LINE_KEYS` of its table for a row that is neither a node nor a relationship."""
    return tuple(_fold(form, getattr(line, name)) for name, form in forms(type(line)).items())


def filled(keys: Sequence[str], values: Values) -> dict[str, Any]:
    """Return the properties that are there."""
    return {key: value for key, value in zip(keys, values, strict=True) if value is not None}


def every(keys: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """Return all properties, those that are not there as null, which removes what an older version had."""
    return dict(zip(keys, values, strict=True))


@cache
def _weight(status: str) -> int:
    # What the shipped lists do not know is weaker than all that they know.
    statuses = list(Vocabulary.load().statuses)
    return statuses.index(status) if status in statuses else len(statuses)


def _pack_lists(evidence: Sequence[Evidence]) -> list[list[str] | None]:
    if len(evidence) == 1:  # as most are: there is nothing to be put beside another
        piece = _PIECE(evidence[0])
        return [None if value is None or value == () else [to_text(value)] for value, to_text in zip(piece, _TEXTS, strict=True)]
    columns = zip(*map(_PIECE, evidence), strict=True) if evidence else repeat((), len(_TEXTS))
    return [
        None if all(value is None or value == () for value in values) else list(map(to_text, values))
        for values, to_text in zip(columns, _TEXTS, strict=True)
    ]


def _text_of_text(value: str | None) -> str:
    return UNKNOWN if value is None else value or EMPTY


def _text_of_pairs(value: Attributes) -> str:
    return _fold_pairs(value) or UNKNOWN


def _text_of_number(value: float | None) -> str:
    return UNKNOWN if value is None else repr(value)


def _unfold_text(text: str) -> str | None:
    return None if text == UNKNOWN else "" if text == EMPTY else text


def _unfold_number(text: str) -> float | None:
    if text == UNKNOWN:
        return None
    return int(text) if text.removeprefix("-").isdigit() else float(text)


def _fold_pairs(pairs: Attributes) -> str | None:
    return json.dumps(dict(pairs), ensure_ascii=False, separators=(",", ":")) if pairs else None


def _unfold_pairs(text: str | None) -> Attributes:
    return tuple(json_value(text).items()) if text else ()


def _fold_names(names: tuple[str, ...]) -> list[str] | None:
    return list(names) or None


def _unfold_names(names: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(names or ())


def _fold(form: FieldType, value: Any) -> Any:
    fold = _FOLD.get(form)
    return fold(value) if fold else value


_FOLD: dict[FieldType, Callable[[Any], Any]] = {FieldType.NAMES: _fold_names, FieldType.PAIRS: _fold_pairs}
_UNFOLD: dict[FieldType, Callable[[Any], Any]] = {FieldType.NAMES: _unfold_names, FieldType.PAIRS: _unfold_pairs}
_OF_TEXT: dict[FieldType, Callable[[str], Any]] = {
    FieldType.TEXT: _unfold_text,
    FieldType.NUMBER: _unfold_number,
    FieldType.WHOLE: _unfold_number,
    FieldType.PAIRS: _unfold_pairs,
}
_TO_TEXT: dict[FieldType, Callable[[Any], str]] = {FieldType.TEXT: _text_of_text, FieldType.PAIRS: _text_of_pairs}
_TEXTS = tuple(_TO_TEXT.get(form, _text_of_number) for form in forms(Evidence).values())
_KEY, _PIECE = attrgetter("source", "type", "target", "role", "valid_from"), attrgetter(*_EVIDENCE)
