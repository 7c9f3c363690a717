"""One entry of a table of words, read from TOML: which keys it may have, what each holds, and everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, TypeVar

from actormap import files

LANGUAGES = files.languages()
EntryT = TypeVar("EntryT")
_WORDS = "words"  # the field that the keys named as languages fill
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class KeyForm:
    """What a key holds, and how that is told from anything else; a list is kept as a tuple."""

    said: str
    fits: Callable[[Any], bool]


def _list_of(kind: type, value: Any) -> bool:
    return isinstance(value, list) and all(type(each) is kind for each in value)


TEXT = KeyForm("a text", lambda value: isinstance(value, str))
COLOUR = KeyForm("a colour such as #1e3c5a", lambda value: isinstance(value, str) and _COLOUR.fullmatch(value) is not None)
FLAG = KeyForm("true or false", lambda value: isinstance(value, bool))
TEXTS = KeyForm("a list of texts", lambda value: _list_of(str, value))
NUMBERS = KeyForm("a list of whole numbers", lambda value: _list_of(int, value))
PAIR = KeyForm("a list of two texts", lambda value: _list_of(str, value) and len(value) == 2)


def key(form: KeyForm, default: Any = MISSING, name: str = "") -> Any:
    """Return the field of an entry that a key fills, named like the field unless told; without a default the key must be there."""
    return field(default=default, metadata={"form": form, "key": name})


def read(kind: type[EntryT], table: Any, place: str, faults: list[str]) -> EntryT | None:
    """Return an entry of some kind; note what is wrong with it, each with its place, and return None if anything is."""
    if not isinstance(table, Mapping):
        faults.append(f"{place} is not a table")
        return None
    before = len(faults)
    rest = dict(table)
    found: dict[str, Any] = {}
    for each in fields(kind):  # type: ignore[arg-type]  # every kind of entry is a dataclass
        form, name = each.metadata["form"], each.metadata["key"] or each.name
        if each.name == _WORDS:
            found[_WORDS] = {lang: _value(form, rest, lang, place, faults) for lang in LANGUAGES}
        elif name in rest or each.default is MISSING:
            found[each.name] = _value(form, rest, name, place, faults)
    faults.extend(f"{place}.{name} is not known" for name in rest)
    return kind(**found) if len(faults) == before else None


def _value(form: KeyForm, rest: dict[str, Any], name: str, place: str, faults: list[str]) -> Any:
    """Return what stands under a key, which is taken out of the rest; note a fault if nothing does, or something else than its form."""
    if name not in rest:
        faults.append(f"{place}.{name} is missing")
        return None
    value = rest.pop(name)
    if not form.fits(value):
        faults.append(f"{place}.{name} is not {form.said}")
    return tuple(value) if isinstance(value, list) else value
