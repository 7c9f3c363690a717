"""A municipality code of another municipality than the one that is named, as when rows have slipped."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from actormap.model import places
from actormap.workspace.problems import Fault

_SUFFIXES = (" kommun", " stad")


def look(row: Any) -> tuple[str, Fault] | None:
    """Return the column and what is wrong if a code is another's than that of the Swedish municipality with this name."""
    code, owner = _by_name().get(_bare(row.name)), places.name_of(row.code) if row.code else None
    if code is None or owner is None or code == row.code:
        return None
    return "code", Fault("other_municipality", code, owner=owner, name=row.name)


def _bare(name: str) -> str:
    said = name.casefold().strip()
    for suffix in _SUFFIXES:
        if said.endswith(suffix):
            stem = said.removesuffix(suffix)
            return stem if stem in _by_name() else stem.removesuffix("s")
    return said


@cache
def _by_name() -> Mapping[str, str]:
    return {each.name.casefold(): each.code for each in places.municipalities()}
