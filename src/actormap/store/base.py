"""What a store is: the verbs that every store has, and what they tell.

A store holds one graph, which `load` makes equal to some records, all or nothing. Whatever goes wrong, a reader sees the graph from before
the load or the one after it. SQLite and Neo4j both keep this protocol, and one contract test holds them to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self

from actormap.model.records import Snapshot

TABLES = (
    "actors",
    "networks",
    "projects",
    "municipalities",
    "themes",
    "documents",
    "relationships",
    "coverage",
    "questions",
    "answers",
    "indicators",
)
BUSY_SECONDS = 5.0

Progress = Callable[[int, int], None]
"""Told how many rows are done and how many there are; the first number never falls and ends at the second."""

Waiting = Callable[[str], None]
"""Told in words what is waited for once that takes a while, and nothing ("") when the wait is over."""
NOTICE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Change:
    """What a load does to one table: the ids it adds, changes and removes, in order, and how many rows it leaves alone."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """What a load does to a store, table by table; a relationship has changed when any piece of its evidence has."""

    tables: Mapping[str, Change]

    @property
    def added(self) -> int:
        """Return how many rows are new."""
        return sum(len(change.added) for change in self.tables.values())

    @property
    def changed(self) -> int:
        """Return how many rows are there already but say something else now."""
        return sum(len(change.changed) for change in self.tables.values())

    @property
    def removed(self) -> int:
        """Return how many rows go."""
        return sum(len(change.removed) for change in self.tables.values())

    @property
    def unchanged(self) -> int:
        """Return how many rows stay as they are."""
        return sum(change.unchanged for change in self.tables.values())

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a load comes from: the workspace's name, the moment (ISO 8601, UTC) and its files with their SHA-256 in hexadecimal.

    `settings` is what the workspace says of itself, as `actormap.model.graph_settings` writes it, so that the store is whole without it.
    """

    workspace: str
    when: str
    files: tuple[tuple[str, str], ...] = ()
    settings: str = ""


@dataclass(frozen=True, slots=True)
class LoadRecord:
    """A load that the store remembers."""

    origin: Origin
    added: int
    changed: int
    removed: int
    unchanged: int

    def comes_as(self, origin: Origin) -> bool:
        """Return whether another load comes from the same files with the same settings."""
        return sorted(self.origin.files) == sorted(origin.files) and self.origin.settings == origin.settings


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """What a store says of itself: its address without credentials, its kind and version, rows a table, and its loads, newest first."""

    uri: str
    engine: str
    version: str
    counts: Mapping[str, int]
    loads: tuple[LoadRecord, ...] = field(default=())


class Store(Protocol):
    """The verbs of a store. Use it as a context manager; it is closed on the way out."""

    @property
    def place(self) -> str:
        """Return what sentences call the store."""
        ...

    def exists(self) -> bool:
        """Return whether there is a graph to read; never makes one. A store in memory exists as long as it is open."""
        ...

    def read(self) -> Snapshot:
        """Return the whole graph; records, evidence included, are equal to those that were loaded.

        Raises `StoreUnreachable` if nothing has been loaded yet; reading never makes a store.
        """
        ...

    def load(
        self,
        snapshot: Snapshot,
        origin: Origin,
        *,
        merge: bool = False,
        dry_run: bool = False,
        thorough: bool = False,
        allow_mass_removal: bool = False,
        progress: Progress | None = None,
    ) -> Difference:
        """Make the store equal to the records in one transaction, remember the load, and return what it did.

        With `merge` nothing is removed; a relationship that is in the records gets their evidence, and theirs only. A node that has become
        another record, say a municipality that was an actor, is removed from one table and added to the other; its relationships stay.
        A store may compare by fingerprints, which tell nothing of what somebody has changed in it by hand; with `thorough` it compares
        every property.
        With `dry_run` nothing is written or made, however much would go. A load that changes nothing is not remembered again unless its
        files have other hashes than those of the last one, or its settings are others.
        Raises `MassRemoval` if more than half of the nodes and relationships would go and that is not allowed; `InputError` if the records
        hold what no store can keep (`actormap.store.check`) or a relationship ends in nothing; `StoreBusy`, `StoreUnreachable` or
        `StoreTooNew` if the store cannot do it. Then, or if anything else interrupts it, nothing has been written.
        """
        ...

    def is_untouched(self) -> bool:
        """Return whether it is known that this version of actormap made the last load and nobody has written anything since."""
        ...

    def status(self) -> StoreStatus:
        """Return what the store says of itself; raise `StoreUnreachable` if nothing has been loaded yet."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...
