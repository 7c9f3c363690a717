"""What may stand in a graph and how it is said: the closed lists, read from vocabulary.toml and extended by a workspace."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from actormap import files
from actormap.errors import InvalidVocabulary, UnknownName, several
from actormap.model import entry, lookup
from actormap.model.entry import COLOUR, FLAG, NUMBERS, PAIR, TEXT, TEXTS, key
from actormap.model.graph_settings import union

NODES = ("actor", "network", "project", "municipality", "theme", "document")
VENUE_NODES = ("network", "project")
ACTOR_NODES = ("actor", "municipality")
Words = tuple[str, str]
OneWord = Mapping[str, str]  # by language
TwoWords = Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class NodeWords:
    """A kind of record: its label in the graph database and its words, singular and plural."""

    words: TwoWords = key(PAIR)
    label: str = key(TEXT)


@dataclass(frozen=True, slots=True)
class Style:
    """How a family of kinds looks on the map and in its legend."""

    words: OneWord = key(TEXT)
    colour: str = key(COLOUR)
    shape: str = key(TEXT)


@dataclass(frozen=True, slots=True)
class Kind:
    """A word of the closed list of kinds of one record; words are singular and plural, and `also` what is written for it as well."""

    words: TwoWords = key(PAIR)
    also: tuple[str, ...] = key(TEXTS, ())
    style: str = key(TEXT, "part")
    analysed: bool = key(FLAG, True)
    local: bool = key(FLAG, True)
    org: str | None = key(TEXT, None)
    ftm: str | None = key(TEXT, None)


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A relationship type: who may stand at its ends, its words forwards and backwards, and the views whose ties it makes."""

    words: TwoWords = key(PAIR)
    sources: tuple[str, ...] = key(TEXTS, name="from")
    targets: tuple[str, ...] = key(TEXTS, name="to")
    views: tuple[str, ...] = key(TEXTS, ())
    colour: str = key(COLOUR, "#4a5563")
    dash: tuple[int, ...] = key(NUMBERS, ())
    org: str | None = key(TEXT, None)
    ftm: str | None = key(TEXT, None)

    @property
    def directed(self) -> bool:
        """Return whether it is said in other words from its other end, as owning is, and contact is not."""
        return any(forwards != backwards for forwards, backwards in self.words.values())


@dataclass(frozen=True, slots=True)
class Status:
    """How firmly a statement is made; `default` ones make ties unless others are chosen."""

    words: OneWord = key(TEXT)
    default: bool = key(FLAG, False)


@dataclass(frozen=True, slots=True)
class NetworkStatus:
    """Whether a network exists, is temporary or is only planned."""

    words: OneWord = key(TEXT)


@dataclass(frozen=True, slots=True)
class Programme:
    """A funding programme's years, which date a project that has no dates of its own."""

    start: str = key(TEXT)
    end: str = key(TEXT)


@dataclass(frozen=True, slots=True)
class Check:
    """A kind of actor or profession to ask for: its words, and what shows that a source names it; `sought` are its `words` in the file."""

    words: OneWord = key(TEXT)
    sought: tuple[str, ...] = key(TEXTS, (), "words")
    kinds: tuple[str, ...] = key(TEXTS, ())
    unless: tuple[str, ...] = key(TEXTS, ())


@dataclass(frozen=True, slots=True)
class LookedFor:
    """Words whose finding in the data is told, under what they show."""

    participation: tuple[str, ...] = key(TEXTS, ())
    unnamed: tuple[str, ...] = key(TEXTS, ())


_TABLES = {
    "nodes": NodeWords,
    "styles": Style,
    "types": RelationshipType,
    "statuses": Status,
    "network_statuses": NetworkStatus,
    "programmes": Programme,
    "checklist": Check,
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The closed lists in force. Orders are those of the file; the order of `statuses` is their weight as evidence, heaviest first."""

    nodes: Mapping[str, NodeWords]
    styles: Mapping[str, Style]
    kinds: Mapping[str, Mapping[str, Kind]]
    types: Mapping[str, RelationshipType]
    statuses: Mapping[str, Status]
    network_statuses: Mapping[str, NetworkStatus]
    programmes: Mapping[str, Programme]
    checklist: Mapping[str, Check]
    looked_for: LookedFor
    _all_kinds: Mapping[tuple[str, str], Kind] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        flat = {(node, name): kind for node, kinds in self.kinds.items() for name, kind in kinds.items()}
        object.__setattr__(self, "_all_kinds", flat)

    @classmethod
    def load(cls, extension: Mapping[str, Any] | None = None) -> Vocabulary:
        """Return the shipped vocabulary, extended by the tables of a workspace's actormap.toml that have its form.

        An extension may add words and change looks; it may not take away.
        Raises `InvalidVocabulary` with every fault, each with its place in the file.
        """
        return cls.of(union(_shipped_tables(), extension)) if extension else _shipped()

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> Vocabulary:
        """Return the vocabulary that whole tables make; raise `InvalidVocabulary` as `load` does."""
        merged = dict(tables)
        faults: list[str] = []
        lists: dict[str, Any] = {name: _entries(kind, merged.pop(name, {}), name, faults) for name, kind in _TABLES.items()}
        kinds = merged.pop("kinds")
        if isinstance(kinds, Mapping):
            lists["kinds"] = {node: _entries(Kind, words, f"kinds.{node}", faults) for node, words in kinds.items()}
        else:
            faults.append("kinds is not a table")
        lists["looked_for"] = entry.read(LookedFor, merged.pop("looked_for"), "looked_for", faults)
        faults.extend(f"{name} is not a table of words" for name in merged)
        if faults:
            raise InvalidVocabulary(f"The vocabulary cannot be read: {several(faults, '; ')}.")
        vocabulary = cls(**lists)
        vocabulary._check_references()
        return vocabulary

    def _check_references(self) -> None:
        faults = [
            f"kinds.{node}.{name}: there is no style {kind.style}"
            for (node, name), kind in self._all_kinds.items()
            if kind.style not in self.styles
        ]
        faults += [f"kinds.{node}: there is no such record" for node in self.kinds if node not in NODES]
        faults += [
            f"types.{name}: there is no record {end}"
            for name, kind in self.types.items()
            for end in (*kind.sources, *kind.targets)
            if end not in NODES
        ]
        faults += [
            f"checklist.{name}: there is no kind of actor {kind}"
            for name, check in self.checklist.items()
            for kind in (*check.kinds, *check.unless)
            if kind not in self.kinds["actor"]
        ]
        if faults:
            raise InvalidVocabulary(f"The vocabulary contradicts itself: {several(faults, '; ')}.")

    def kind(self, node: str, name: str) -> Kind:
        """Return the kind `name` of the record `node`; raise `UnknownName` if the list does not have it."""
        try:
            return self._all_kinds[node, name]
        except KeyError:
            raise UnknownName(f"{node} kind", name, self.kinds[node]) from None

    def type(self, name: str) -> RelationshipType:
        """Return the relationship type `name`; raise `UnknownName` if the list does not have it."""
        try:
            return self.types[name]
        except KeyError:
            raise UnknownName("relationship type", name, self.types) from None

    def types_of_view(self, view: str, also: Collection[str] = ()) -> frozenset[str]:
        """Return the types that make the ties of a view, with those asked for besides."""
        named = {lookup.word("relationship type", name, self.types) for name in also}
        return frozenset(name for name, kind in self.types.items() if view in kind.views or name in named)

    def default_statuses(self) -> tuple[str, ...]:
        """Return the statuses whose statements are ties unless others are chosen."""
        return tuple(name for name, status in self.statuses.items() if status.default)

    def weight_of(self, status: str) -> int:
        """Return how far down the list of evidence a status stands; 0 is the firmest."""
        return list(self.statuses).index(status)

    def best(self, statuses: Iterable[str]) -> str:
        """Return the firmest of some statuses."""
        return min(statuses, key=self.weight_of)


@cache
def _shipped_tables() -> Mapping[str, Any]:
    return files.table("model/vocabulary.toml")


@cache
def _shipped() -> Vocabulary:
    return Vocabulary.of(_shipped_tables())


def _entries(kind: type[entry.EntryT], table: Any, place: str, faults: list[str]) -> Mapping[str, entry.EntryT]:
    """Return the entries of a table that can be read, and note what is wrong with the others."""
    if not isinstance(table, Mapping):
        faults.append(f"{place} is not a table")
        return {}
    read = {name: entry.read(kind, words, f"{place}.{name}", faults) for name, words in table.items()}
    return {name: each for name, each in read.items() if each is not None}
