"""Which node is meant by an id or a name, over all files: spellings of one name are one node, two ids are two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from actormap.workspace.importing.cleaning import cell_text
from actormap.workspace.importing.found import Found, FoundNode, Noticed, Spot
from actormap.workspace.reading.fuzzy import squeeze

_LONGEST_NUMBER = 19


@dataclass(slots=True)
class Gathered:
    """A node as all files together have it; the first file that says something of it is right."""

    spot: Spot
    name: str
    id: str | None = None
    kind: str | None = None
    node: str | None = None
    values: dict[str, Any] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    declared: bool = False
    spellings: dict[str, None] = field(default_factory=dict)


class Register:
    """The nodes so far, found by their ids, their names and their other names."""

    def __init__(self) -> None:
        self.nodes: list[Gathered] = []
        self.remarks: list[Noticed] = []
        self.undeclared: list[str] = []
        self._ids: dict[str, Gathered] = {}
        self._names: dict[str, list[Gathered]] = {}

    def declare(self, found: Iterable[Found]) -> None:
        """Take in every node of some files: first those with ids, so that names lead to them."""
        nodes = [node for each in found for node in each.nodes]
        for node in [*(node for node in nodes if node.id), *(node for node in nodes if not node.id)]:
            self._declare(node)

    def _declare(self, node: FoundNode) -> None:
        name = cell_text(node.name or node.id)
        if not name:
            return
        there = self._ids.get(node.id) if node.id else self._ids.get(name) or next(iter(self._named(name)), None)
        if there is None:
            there = Gathered(node.spot, name, node.id, declared=True)
            self._add(there)
            # A document often carries its project's name, and nobody mistakes one for the other.
            alike = [other for other in self._named(name) if other is not there and not _is_document(other)]
            if node.id and node.name and alike and not _is_document(node):
                self.remarks.append(Noticed("same_name", {"name": name, "ids": ", ".join(str(each.id) for each in [*alike, there])}))
        elif node.id and there.declared and node.name and squeeze(node.name) != squeeze(there.name):
            self.remarks.append(Noticed("id_twice", {"id": node.id, "name": there.name, "other": node.name, "spot": str(node.spot)}))
        there.kind, there.node = there.kind or node.kind, there.node or node.node
        there.values = {**node.values, **there.values}
        there.attributes = {**node.attributes, **there.attributes}
        there.spellings.setdefault(name)
        for alias in node.values.get("aliases", ()):
            self._names.setdefault(squeeze(alias), []).append(there)

    def _add(self, node: Gathered) -> None:
        self.nodes.append(node)
        if node.id:
            self._ids[node.id] = node
        self._names.setdefault(squeeze(node.name), []).append(node)

    def _named(self, name: str) -> list[Gathered]:
        return self._names.get(squeeze(name), [])

    def meant(self, word: str, spot: Spot) -> Gathered:
        """Return the node that an end of a tie means; a name that nobody has declared is a node of its own from now on."""
        if known := self._ids.get(word) or self._numbered(word):
            return known
        found = self._named(word)
        if not found:
            node = Gathered(spot, word)
            if any(each.declared and each.id for each in self.nodes[:1]):
                self.undeclared.append(word)
            self._add(node)
            found = [node]
        found[0].spellings.setdefault(word)
        return found[0]

    def _numbered(self, word: str) -> Gathered | None:
        """Return the node whose id is the same number: a spreadsheet makes 7 of 007, and 7.0 of 7."""
        number = _number(word)
        alike = [] if number is None else [node for id_, node in self._ids.items() if _number(id_) == number]
        if len(alike) == 1 and not self._named(word):
            self.remarks.append(Noticed("same_number", {"id": str(alike[0].id), "other": word}))
            return alike[0]
        return None

    def spelt(self) -> Mapping[str, tuple[str, ...]]:
        """Return the names that are written in several ways, each with all of them."""
        return {
            node.name: tuple(node.spellings)
            for node in self.nodes
            if len({each for each in node.spellings if squeeze(each) == squeeze(node.name)}) > 1
        }


def _number(word: str) -> int | None:
    whole = word.removesuffix(".0")
    return int(whole) if whole.isascii() and whole.isdigit() and len(whole) < _LONGEST_NUMBER else None


def _is_document(node: FoundNode | Gathered) -> bool:
    return "document" in (node.node, node.kind)
