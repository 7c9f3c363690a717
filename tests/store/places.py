"""The stores that the contract is asked of. A new kind of store joins by a class here and a line in `PLACES`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Protocol

from actormap.model.records import Actor, Evidence, Network, Relationship, Requirement, Snapshot
from actormap.store import Origin, Store, open_store
from tests.store.neo4j_places import PLACES as NEO4J_PLACES


class Place(Protocol):
    """Somewhere a store may be: empty to begin with, and the same store each time it is opened."""

    def __init__(self, folder: Path) -> None: ...

    def open(self, *, busy_seconds: float = 5.0) -> Store: ...


class SqlitePlace:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open(self, *, busy_seconds: float = 5.0) -> Store:
        return open_store("sqlite:///graph.sqlite", base=self.folder, busy_seconds=busy_seconds)


PLACES: dict[str, type[Place]] = {"sqlite": SqlitePlace, **NEO4J_PLACES}


def origin(name: str = "gria", *files: tuple[str, str], when: str = "2025-01-01T00:00:00+00:00") -> Origin:
    return Origin(name, when, files or (("actors.csv", "aa"), ("relationships.csv", "bb")))


def load(place: Place, snapshot: Snapshot, **options: object):
    with closing(place.open()) as store:
        return store.load(snapshot, options.pop("origin", origin()), **options)


def read(place: Place) -> Snapshot:
    with closing(place.open()) as store:
        return store.read()


def status(place: Place):
    with closing(place.open()) as store:
        return store.status()


def actor(name: str, **fields: object) -> Actor:
    return Actor(id=name, name=name.title(), kind="unit", **fields)


def network(name: str, **fields: object) -> Network:
    return Network(id=name, name=name.title(), kind="network", **fields)


def tie(source: str, target: str, *evidence: Evidence, **fields: object) -> Relationship:
    return Relationship(source=source, type="member_of", target=target, evidence=evidence or (Evidence(document="report"),), **fields)


def small() -> Snapshot:
    """Return two actors in one network, with one requirement on it."""
    return Snapshot.of(
        [actor("anna"), actor("bo"), network("ring")],
        [tie("anna", "ring"), tie("bo", "ring", Evidence(document="a", locator="s. 1"), Evidence(document="b", locator="s. 2"))],
        [Requirement(network="ring", row="skola", column="norr")],
    )


def without(snapshot: Snapshot, *ids: str) -> Snapshot:
    """Return a graph without some nodes and what is tied to them."""
    kept = [node for node in snapshot.nodes() if node.id not in ids]
    ties = [one for one in snapshot.relationships if one.source not in ids and one.target not in ids]
    return Snapshot.of(kept, ties, snapshot.coverage)
