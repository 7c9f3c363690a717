"""What questions there are: read off the comments at the head of the files in cypher/explore.

    // Who sits in a network?                                the purpose
    // $network: network = "gria" — the network              a parameter: its kind, its default (JSON), what it means
    // columns: id, name                                     what a row has
    // order: -statements, name                              what rows are ordered by; a minus puts the greatest first

The lines `:param …` after them say the defaults once more, to Neo4j Browser and cypher-shell.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from actormap import files
from actormap.errors import UnknownName, UsageError

FOLDER = "cypher/explore"
LISTS = ("documents", "statuses", "types", "kinds")
NUMBERS = ("year", "count")
LARGEST = 2**63 - 1  # what a store that answers questions itself can be asked
NODES = ("actor", "network", "project", "municipality", "theme", "node")
_PARAMETER = re.compile(r"\$(\w+): (\w+) = (.+?) — (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be told: a node's id (`kind` says of which record), a list of words, or a number."""

    name: str
    kind: str
    default: Any
    meaning: str

    def value(self, given: Any) -> Any:
        """Return what was given, as what the question takes: a list may come as text with commas, a number as text.

        Raises `UsageError` if it cannot be meant.
        """
        if self.kind in LISTS:
            words = [word.strip() for word in given.split(",")] if isinstance(given, str) else list(given)
            return [word for word in words if word]
        if self.kind in NUMBERS:
            try:
                number = int(given)
            except (TypeError, ValueError):
                raise UsageError(f'The parameter {self.name} takes a whole number, not "{given}".') from None
            if not -LARGEST <= number <= LARGEST:
                raise UsageError(f"The parameter {self.name} takes a whole number between {-LARGEST} and {LARGEST}.")
            return number
        return str(given)


@dataclass(frozen=True, slots=True)
class Question:
    """A named question. `order` names the columns that rows are ordered by, with a minus where the greatest comes first."""

    name: str
    purpose: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    order: tuple[str, ...]

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return a value for every parameter, its default where none is given; raise `UnknownName` for one that it does not have."""
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in known:
                raise UnknownName(f"parameter of {self.name}", name, known)
        return {name: known[name].value(given[name]) if name in given else known[name].default for name in known}


@cache
def catalogue() -> Mapping[str, Question]:
    """Return every question under its name, in the order of names."""
    paths = sorted(files.shipped(FOLDER).glob("*.cypher"))
    return {path.stem: _declared(path.stem, path.read_text(encoding="utf-8")) for path in paths}


def question(name: str) -> Question:
    """Return the question of a name, hyphens as good as underscores; raise `UnknownName` if there is none."""
    found = catalogue().get(name.replace("-", "_"))
    if found is None:
        raise UnknownName("question", name, catalogue())
    return found


def _declared(name: str, text: str) -> Question:
    purpose, *rest = (line.removeprefix("// ") for line in text.splitlines() if line.startswith("// "))
    parameters, lists = [], {}
    for line in rest:
        match = _PARAMETER.fullmatch(line)
        if match:
            parameters.append(Parameter(match[1], match[2], json.loads(match[3]), match[4]))
        else:
            what, _, words = line.partition(": ")
            lists[what] = tuple(words.split(", "))
    return Question(name, purpose, tuple(parameters), lists["columns"], lists["order"])
