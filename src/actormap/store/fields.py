"""What each field of a record holds, read off the records themselves, so that no store or backup keeps a list of fields of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import Enum, auto
from typing import Any

from actormap.model.coding import CodedAnswer, Indicator, SetQuestion
from actormap.model.records import LINE_TABLES, NODE_TABLES, Evidence, Relationship, Requirement

RECORDS: Mapping[str, type[Any]] = {**NODE_TABLES, "relationships": Relationship, **LINE_TABLES}


class FieldType(Enum):
    """What kind of value a field holds."""

    TEXT = auto()
    NUMBER = auto()
    WHOLE = auto()
    NAMES = auto()
    PAIRS = auto()
    EVIDENCE = auto()


_FORMS = {
    "str": FieldType.TEXT,
    "float": FieldType.NUMBER,
    "int": FieldType.WHOLE,
    "tuple[str, ...]": FieldType.NAMES,
    "Attributes": FieldType.PAIRS,
    "tuple[Evidence, ...]": FieldType.EVIDENCE,
}
# An annotation that nobody has told the stores about is a KeyError here, at the first import.
_OF: dict[type[Any], dict[str, FieldType]] = {
    kind: {field.name: _FORMS[str(field.type).removesuffix(" | None")] for field in fields(kind)} for kind in (*RECORDS.values(), Evidence)
}


def forms(kind: type[Any]) -> Mapping[str, FieldType]:
    """Return the form of every field of a record type, in the order of its fields."""
    return _OF[kind]


def required(kind: type[Any]) -> tuple[str, ...]:
    """Return the fields that a record of a type cannot be made without."""
    return tuple(field.name for field in fields(kind) if field.default is MISSING)


def says(record: Any) -> str:
    """Return what a sentence calls a record: `actor "skola"`, or a relationship by its ends."""
    if isinstance(record, Relationship):
        return f"relationship {shown(record.source)} {shown(record.type)} {shown(record.target)}"
    if isinstance(record, Requirement):
        return f"coverage of {shown(record.network)}, {shown(record.row)}, {shown(record.column)}"
    if isinstance(record, SetQuestion):
        return f"question {shown(record.id)}"
    if isinstance(record, CodedAnswer):
        return f"answer of {shown(record.project)} to {shown(record.question)}"
    if isinstance(record, Indicator):
        return f"indicator {shown(record.indicator)} of {shown(record.project)}"
    return f"{record.node} {shown(record.id)}"


def shown(text: str) -> str:
    """Return a text in quotation marks, with what cannot be shown written as an escape."""
    return f'"{text}"' if text.isprintable() else f'"{ascii(text)[1:-1]}"'
