"""The records: what the files say, validated once and trusted from here on.

All records are frozen and compare by value. A missing value is None, never an empty text; text columns that actormap does not know are kept
in `attributes`, as pairs in the order of their names. `Snapshot` is one whole graph, its records in the order of their ids, so that two
equal graphs are equal objects and give equal bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

from actormap.model import dates
from actormap.model.coding import CodedAnswer, Indicator, SetQuestion
from actormap.model.digest import relationship_id
from actormap.model.requirement import Requirement as Requirement  # noqa: PLC0414  # a record, looked for here

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An organisation, a part of one, a role in one (never a person), or an unnamed group."""

    node: ClassVar[str] = "actor"

    id: str
    name: str
    kind: str
    municipality: str | None = None
    region: str | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None
    document: str | None = None
    locator: str | None = None
    status: str | None = None
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A venue that lasts: a network, council, group or team. `status` says whether it exists."""

    node: ClassVar[str] = "network"

    id: str
    name: str
    kind: str
    status: str | None = None
    purpose: str | None = None
    region: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None
    document: str | None = None
    locator: str | None = None
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A venue with an end: a project, pre-study or programme. Amounts are in Swedish kronor."""

    node: ClassVar[str] = "project"

    id: str
    name: str
    kind: str
    number: str | None = None
    programme: str | None = None
    programme_area: str | None = None
    objective: str | None = None
    intervention: str | None = None
    region: str | None = None
    start: str | None = None
    end: str | None = None
    total_budget_sek: float | None = None
    esf_support_sek: float | None = None
    union_rate_percent: float | None = None
    planned_participants: float | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None
    document: str | None = None
    locator: str | None = None
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """An organisation that acts and a place. `code` is Statistics Sweden's, four digits; latitude and longitude are degrees, WGS 84."""

    node: ClassVar[str] = "municipality"
    kind: ClassVar[str] = "municipality"

    id: str
    name: str
    code: str | None = None
    county: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: float | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None
    document: str | None = None
    locator: str | None = None
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What is worked on: a problem area, target group, method, factor, indicator or function."""

    node: ClassVar[str] = "theme"

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    note: str | None = None
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source. `collection` gathers documents that are chosen together; `read` is how much has been: whole, part or title."""

    node: ClassVar[str] = "document"
    kind: ClassVar[str] = "document"

    id: str
    title: str
    publisher: str | None = None
    published: str | None = None
    address: str | None = None
    collection: str | None = None
    read: str | None = None
    note: str | None = None
    attributes: Attributes = ()

    @property
    def name(self) -> str:
        """Return the title, so that every node has a name."""
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One statement for a relationship: who says so, where, how firmly, and what it says of it.

    `level` is Frey's 0 to 5, `influence` to `openness` are PARTNER's 1 to 4 (`model.ratings`).
    """

    document: str | None = None
    locator: str | None = None
    status: str = "stated"
    confidence: float | None = None
    informant: str | None = None
    valid_to: str | None = None
    weight: float | None = None
    level: int | None = None
    influence: int | None = None
    involvement: int | None = None
    contribution: int | None = None
    reliability: int | None = None
    mission: int | None = None
    openness: int | None = None
    value: str | None = None
    unit: str | None = None
    note: str | None = None
    attributes: Attributes = ()

    def sort_key(self) -> tuple[str, ...]:
        """Return what orders the pieces of evidence of one relationship, whatever the order of the files."""
        return (
            self.document or "",
            self.locator or "",
            *(repr(getattr(self, name)) for name in self.__slots__ if name not in ("document", "locator")),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """What one or more statements agree on. Rows with the same source, type, target, role and valid_from are one relationship."""

    source: str
    type: str
    target: str
    role: str | None = None
    valid_from: str | None = None
    evidence: tuple[Evidence, ...]

    @property
    def id(self) -> str:
        """Return the id that follows from the key, so that a corrected locator never doubles a relationship."""
        return relationship_id(self.source, self.type, self.target, self.role, self.valid_from)

    @property
    def valid_to(self) -> str | None:
        """Return the end whose last day is the latest of those that statements give, or None if none gives any."""
        return dates.latest_end(e.valid_to for e in self.evidence if e.valid_to)

    @property
    def confidence(self) -> float | None:
        """Return the highest confidence that a statement gives, or None if none does."""
        return max((e.confidence for e in self.evidence if e.confidence is not None), default=None)


ActorLike = Actor | Municipality
Venue = Network | Project
Coded = SetQuestion | CodedAnswer | Indicator
Node = Actor | Network | Project | Municipality | Theme | Document


@dataclass(frozen=True)
class Snapshot:
    """One whole graph as records, each tuple in the order of ids. Build it with `Snapshot.of`, which sorts."""

    actors: tuple[Actor, ...] = ()
    networks: tuple[Network, ...] = ()
    projects: tuple[Project, ...] = ()
    municipalities: tuple[Municipality, ...] = ()
    themes: tuple[Theme, ...] = ()
    documents: tuple[Document, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    coverage: tuple[Requirement, ...] = ()
    questions: tuple[SetQuestion, ...] = ()
    answers: tuple[CodedAnswer, ...] = ()
    indicators: tuple[Indicator, ...] = ()

    @classmethod
    def of(
        cls,
        nodes: Iterable[Node],
        relationships: Iterable[Relationship] = (),
        coverage: Iterable[Requirement] = (),
        coding: Iterable[Coded] = (),
    ) -> Snapshot:
        """Return the snapshot of some records, whatever their order; evidence is ordered too."""
        ordered = sorted(nodes, key=lambda node: node.id)
        coded = sorted(coding, key=lambda row: row.id)
        return cls(
            actors=tuple(node for node in ordered if isinstance(node, Actor)),
            networks=tuple(node for node in ordered if isinstance(node, Network)),
            projects=tuple(node for node in ordered if isinstance(node, Project)),
            municipalities=tuple(node for node in ordered if isinstance(node, Municipality)),
            themes=tuple(node for node in ordered if isinstance(node, Theme)),
            documents=tuple(node for node in ordered if isinstance(node, Document)),
            relationships=tuple(sorted(map(_with_ordered_evidence, relationships), key=lambda tie: tie.id)),
            coverage=tuple(sorted(coverage, key=lambda line: line.id)),
            questions=tuple(row for row in coded if isinstance(row, SetQuestion)),
            answers=tuple(row for row in coded if isinstance(row, CodedAnswer)),
            indicators=tuple(row for row in coded if isinstance(row, Indicator)),
        )

    @classmethod
    def of_tables(cls, tables: Mapping[str, Iterable[Any]]) -> Snapshot:
        """Return the snapshot of the records of each table, whatever their order."""
        nodes = (node for name in NODE_TABLES for node in tables.get(name, ()))
        coding = (row for name in CODED_TABLES for row in tables.get(name, ()))
        return cls.of(nodes, tables.get("relationships", ()), tables.get("coverage", ()), coding)

    def nodes(self) -> Iterator[Node]:
        """Yield every node: actors, networks, projects, municipalities, themes, documents."""
        for name in NODE_TABLES:
            yield from getattr(self, name)

    def coding(self) -> Iterator[Coded]:
        """Yield all that is coded of projects: questions, answers, indicators."""
        for name in CODED_TABLES:
            yield from getattr(self, name)

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """Return every node under its id."""
        return {node.id: node for node in self.nodes()}


NODE_TABLES: Mapping[str, type[Node]] = {
    "actors": Actor,
    "networks": Network,
    "projects": Project,
    "municipalities": Municipality,
    "themes": Theme,
    "documents": Document,
}


CODED_TABLES: Mapping[str, type[Coded]] = {kind.table: kind for kind in (SetQuestion, CodedAnswer, Indicator)}
LINE_TABLES: Mapping[str, type[Requirement | Coded]] = {"coverage": Requirement, **CODED_TABLES}
"""The tables of rows that are neither nodes nor relationships."""


def _with_ordered_evidence(tie: Relationship) -> Relationship:
    # Most relationships rest on one statement, and then there is nothing to order.
    return tie if len(tie.evidence) < 2 else replace(tie, evidence=tuple(sorted(tie.evidence, key=Evidence.sort_key)))
