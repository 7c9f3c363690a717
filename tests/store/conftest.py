"""The places that every claim of the contract is asked of."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.store.neo4j_places import Neo4jPlace
from tests.store.places import PLACES


@dataclass(frozen=True)
class NewPlace:
    """A maker of empty places of a kind."""

    kind: type
    folders: pytest.TempPathFactory

    def __call__(self):
        return self.kind(self.folders.mktemp("place"))

    @property
    def server(self):
        """Whether each is asked over the wire."""
        return issubclass(self.kind, Neo4jPlace)


@pytest.fixture(params=PLACES)
def place(request, tmp_path):
    return PLACES[request.param](tmp_path)


@pytest.fixture(params=PLACES, scope="module")
def new_place(request, tmp_path_factory):
    """Return a maker of empty places, for claims that need one an example."""
    return NewPlace(PLACES[request.param], tmp_path_factory)


@pytest.fixture
def path(tmp_path):
    """Return where an SQLite store of this test lies."""
    return tmp_path / "graph.sqlite"
