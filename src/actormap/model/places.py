"""The municipalities and counties of Sweden."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from actormap import files


@dataclass(frozen=True, slots=True)
class KnownMunicipality:
    """A municipality as Statistics Sweden lists it in 2025; `county` is the county's name, such as `Västra Götalands län`."""

    code: str
    name: str
    county: str

    @property
    def before_kommun(self) -> str:
        """Return the name as it stands before the word "kommun" where that is no plain genitive: Falu kommun."""
        return {"2080": "Falu"}.get(self.code, self.name)


@cache
def municipalities() -> tuple[KnownMunicipality, ...]:
    """Return the 290 municipalities in the order of their codes."""
    return tuple(KnownMunicipality(**row) for row in csv.DictReader(io.StringIO(files.text("model/municipalities.csv"))))


def name_of(code: str) -> str | None:
    """Return the name of the municipality that has a code, None if none has it."""
    return _names().get(code)


@cache
def _names() -> Mapping[str, str]:
    return {each.code: each.name for each in municipalities()}


@cache
def counties() -> Mapping[str, str]:
    """Return the 21 counties by the two digits that codes begin with, named without the word, such as `Västra Götaland`."""
    return {each.code[:2]: each.county.removesuffix(" län").removesuffix("s") for each in municipalities()}
