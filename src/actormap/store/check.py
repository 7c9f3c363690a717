"""What any store asks of records before it writes the first of them, so that every store refuses the same things in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import isfinite
from operator import attrgetter
from typing import Any

from actormap.errors import InputError
from actormap.model.records import Evidence, Relationship, Snapshot
from actormap.store.base import Origin
from actormap.store.fields import RECORDS, FieldType, forms, says, shown

CHUNK = 2000
SEPARATOR = "|"
_LIMIT = 2**63
_WHOLE = range(-_LIMIT, _LIMIT)
_NUMBERS = (FieldType.NUMBER, FieldType.WHOLE)


def check(snapshot: Snapshot, origin: Origin | None = None) -> None:
    """Raise `InputError`, naming the record and the field, if a snapshot holds what a store cannot give back unchanged.

    That is: NUL characters, halves of surrogate pairs, numbers that are not finite or do not fit 64 bits, parts of a list that are empty or
    hold a vertical bar, attributes that come twice, and two nodes with one id.
    """
    for table, kind in RECORDS.items():
        records: Sequence[Any] = getattr(snapshot, table)
        for start in range(0, len(records), CHUNK):
            chunk = records[start : start + CHUNK]
            _check_chunk(kind, chunk)
            if kind is Relationship:
                _check_chunk(Evidence, [piece for tie in chunk for piece in tie.evidence], owners=chunk)
    if origin is not None:
        for text in chain((origin.workspace, origin.when, origin.settings), *origin.files):
            if (fault := _fault_of_text(text)) is not None:
                raise InputError(f"The name of the workspace or of one of its files, {shown(text)}, {fault}.")
    if len(snapshot.by_id) != sum(1 for _ in snapshot.nodes()):
        refuse_doubles(snapshot)


def refuse_doubles(snapshot: Snapshot) -> None:
    """Raise `InputError` if two nodes, two relationships, or two rows of another table have one id."""
    for records in (snapshot.nodes(), snapshot.relationships, snapshot.coverage, snapshot.coding()):
        seen: set[str] = set()
        for record in records:
            identity = record.id
            if identity in seen:
                raise InputError(f"There are two records with the id {shown(identity)}; one is the {says(record)}.")
            seen.add(identity)


def missing_ends(snapshot: Snapshot) -> dict[str, Relationship]:
    """Return the ids that relationships name but no node of the snapshot has, each with a relationship that names it."""
    ends = {tie.source for tie in snapshot.relationships} | {tie.target for tie in snapshot.relationships}
    missing = ends.difference(snapshot.by_id)
    if not missing:
        return {}
    return {end: tie for tie in snapshot.relationships for end in (tie.source, tie.target) if end in missing}


def require_ends(snapshot: Snapshot) -> Snapshot:
    """Return a snapshot that was read; raise `ValueError` if a relationship of it ends in nothing, as in a damaged file."""
    for end, tie in missing_ends(snapshot).items():
        raise ValueError(f"the {says(tie)} has an end, {shown(end)}, that is nowhere")
    return snapshot


def refuse_missing_end(end: str, tie: Relationship) -> None:
    """Raise the `InputError` for a relationship that ends in nothing."""
    raise InputError(f"The {says(tie)} has an end, {shown(end)}, that is neither in the records nor in the store.")


def _check_chunk(kind: type[Any], records: Sequence[Any], owners: Sequence[Relationship] = ()) -> None:
    # All texts of a chunk are looked at as one: a hundred times fewer steps than text by text, for what is hardly ever there.
    columns = forms(kind)
    clean = _is_clean_text(filter(None, _values(records, (name for name, form in columns.items() if form is FieldType.TEXT))))
    # What fits 64 bits is finite too; of any other number, such as a very large one with a decimal point, it is told one by one.
    numbers = {*_values(records, (name for name, form in columns.items() if form in _NUMBERS))} - {None}
    clean = clean and all(-_LIMIT <= number < _LIMIT for number in numbers)
    for name, form in columns.items():
        if form in (FieldType.NAMES, FieldType.PAIRS):
            clean = clean and not any(_fault(form, value) for value in filter(None, _values(records, [name])))
    if not clean:
        _refuse_first_fault(kind, records, owners)


def _values(records: Sequence[Any], names: Iterable[str]) -> Iterator[Any]:
    return chain.from_iterable(map(attrgetter(name), records) for name in names)


def _refuse_first_fault(kind: type[Any], records: Sequence[Any], owners: Sequence[Relationship]) -> None:
    pieces = [(tie, piece) for tie in owners for piece in tie.evidence] if owners else [(record, record) for record in records]
    for record, piece in pieces:
        for name, form in forms(kind).items():
            value = getattr(piece, name)
            if value is not None and (fault := _fault(form, value)) is not None:
                raise InputError(f'The {says(record)}: the field "{name}" {fault}.', hint="Mend it where the record comes from.")


def _is_clean_text(texts: Iterable[str]) -> bool:
    joined = "".join(texts)
    return "\0" not in joined and (joined.isascii() or _is_encodable(joined))


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _texts(value: Iterable[Any]) -> Iterator[str]:
    for part in value:
        if isinstance(part, str):
            yield part
        else:
            yield from _texts(part)


def _fault(form: FieldType, value: Any) -> str | None:
    match form:
        case FieldType.TEXT:
            return _fault_of_text(value)
        case FieldType.NUMBER | FieldType.WHOLE if isinstance(value, float):
            return None if isfinite(value) else f"is {value}, which is no finite number"
        case FieldType.NUMBER | FieldType.WHOLE:
            return None if value in _WHOLE else "is a number of more than 64 bits"
        case FieldType.EVIDENCE:
            return None
    fault = next((fault for text in _texts(value) if (fault := _fault_of_text(text)) is not None), None)
    if fault is None and form is FieldType.NAMES and any(not name or SEPARATOR in name for name in value):
        fault = "has an alias that is empty or holds a vertical bar, which is what stands between aliases"
    if fault is None and form is FieldType.PAIRS and len({name for name, _ in value}) != len(value):
        fault = "gives one attribute twice"
    return fault


def _fault_of_text(text: str) -> str | None:
    if "\0" in text:
        return "holds a NUL character, which is no text"
    return None if text.isascii() or _is_encodable(text) else "holds half of a surrogate pair, which is no character"
