"""What may stand in a graph and how it is said: the closed lists, read from vocabulary.toml and extended by a workspace."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from actormap import files
from actormap.errors import InvalidVocabulary, UnknownName, several
from actormap.model import lookup
from actormap.model.graph_settings import union

NODES = ("actor", "network", "project", "municipality", "theme", "document")
VENUE_NODES = ("network", "project")
ACTOR_NODES = ("actor", "municipality")
LANGUAGES = files.languages()
Words = tuple[str, str]
_SAID = "(said)"  # where the words of an entry stand while it is checked: the file has them beside its other keys

if TYPE_CHECKING:
    OneWord = Mapping[str, str]
    TwoWords = Mapping[str, Words]
else:
    from typing_extensions import TypedDict

    OneWord = TypedDict("OneWord", dict.fromkeys(LANGUAGES, str))
    TwoWords = TypedDict("TwoWords", dict.fromkeys(LANGUAGES, Words))


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class _Spoken(_Entry):
    """An entry that is said in every language: `words` are what it says, by language."""

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, table: Any) -> Any:
        if not isinstance(table, Mapping):
            return table
        said = {lang: table[lang] for lang in LANGUAGES if lang in table}
        return {key: value for key, value in table.items() if key not in said} | {_SAID: said}


class NodeWords(_Spoken):
    """A kind of record: its label in the graph database and its words, singular and plural."""

    label: str
    words: TwoWords = Field(validation_alias=_SAID)


class Style(_Spoken):
    """How a family of kinds looks on the map and in its legend."""

    words: OneWord = Field(validation_alias=_SAID)
    colour: str = Field(pattern=r"^#[0-9a-f]{6}$")
    shape: str


class Kind(_Spoken):
    """A word of the closed list of kinds of one record; words are singular and plural, and `also` what is written for it as well."""

    words: TwoWords = Field(validation_alias=_SAID)
    also: tuple[str, ...] = ()
    style: str = "part"
    analysed: bool = True
    local: bool = True
    org: str | None = None
    ftm: str | None = None


class RelationshipType(_Spoken):
    """A relationship type: who may stand at its ends, its words forwards and backwards, and the views whose ties it makes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    words: TwoWords = Field(validation_alias=_SAID)
    sources: tuple[str, ...] = Field(alias="from")
    targets: tuple[str, ...] = Field(alias="to")
    views: tuple[str, ...] = ()
    colour: str = Field(default="#4a5563", pattern=r"^#[0-9a-f]{6}$")
    dash: tuple[int, ...] = ()
    org: str | None = None
    ftm: str | None = None

    @property
    def directed(self) -> bool:
        """Return whether it is said in other words from its other end, as owning is, and contact is not."""
        return any(forwards != backwards for forwards, backwards in self.words.values())


class Status(_Spoken):
    """How firmly a statement is made; `default` ones make ties unless others are chosen."""

    words: OneWord = Field(validation_alias=_SAID)
    default: bool = False


class NetworkStatus(_Spoken):
    """Whether a network exists, is temporary or is only planned."""

    words: OneWord = Field(validation_alias=_SAID)


class Programme(_Entry):
    """A funding programme's years, which date a project that has no dates of its own."""

    start: str
    end: str


class Check(_Spoken):
    """A kind of actor or profession to ask for: its words, and what shows that a source names it; `sought` are its `words` in the file."""

    words: OneWord = Field(validation_alias=_SAID)
    sought: tuple[str, ...] = Field(default=(), alias="words")
    kinds: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class LookedFor(_Entry):
    """Words whose finding in the data is told, under what they show."""

    participation: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    nodes: dict[str, NodeWords]
    styles: dict[str, Style]
    kinds: dict[str, dict[str, Kind]]
    types: dict[str, RelationshipType]
    statuses: dict[str, Status]
    network_statuses: dict[str, NetworkStatus]
    programmes: dict[str, Programme]
    checklist: dict[str, Check]
    looked_for: LookedFor


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
        merged = union(files.table("model/vocabulary.toml"), extension or {})
        try:
            file = _File.model_validate(merged)
        except ValidationError as error:
            faults = [f"{'.'.join(str(part) for part in e['loc'] if part != _SAID)}: {e['msg']}" for e in error.errors()]
            raise InvalidVocabulary(f"The vocabulary cannot be read: {several(faults, '; ')}.") from error
        vocabulary = cls(**{name: getattr(file, name) for name in _File.model_fields})
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
