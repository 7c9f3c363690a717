"""Neo4j as a place for the contract: a real server of each release line, one for the whole test run, emptied for every claim."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

import pytest

from actormap.store.base import Store
from actormap.store.neo4j import Neo4jStore
from tests.neo4j_lines import CURRENT, LONG_TERM, Line, Missing
from tests.neo4j_server import Server, shared


def server(line: Line = LONG_TERM) -> Server:
    """Return the shared server of a line, whose password the environment then has; skip the test if it cannot be had here."""
    try:
        found = shared(line)
    except Missing as missing:
        # The current line is asked where its newer Java is found; the long-term line is what must be there.
        if line is LONG_TERM and "neo4j" in os.environ.get("ACTORMAP_REQUIRE", ""):
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    if not found.is_running():
        found.start()
    os.environ.update(found.environment())
    os.environ.pop("NEO4J_DATABASE", None)
    return found


class Neo4jPlace:
    """A database of the long-term line, emptied."""

    line: ClassVar[Line] = LONG_TERM

    def __init__(self, folder: Path) -> None:  # noqa: ARG002  # every place is given a folder
        self.server = server(self.line)
        self.server.empty()

    def open(self, *, busy_seconds: float = 60.0) -> Store:  # a server that has just started may need long for its first statement
        return Neo4jStore(self.server.uri, busy_seconds=busy_seconds)


class CurrentNeo4jPlace(Neo4jPlace):
    """The same of the current line."""

    line: ClassVar[Line] = CURRENT


PLACES = {"neo4j": Neo4jPlace, "neo4j current": CurrentNeo4jPlace}
