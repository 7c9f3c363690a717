"""The places that every claim of the contract is asked of."""

from __future__ import annotations

import pytest

from tests import neo4j_server
from tests.store.places import PLACES

VERSIONS = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session", autouse=True)
def servers(request):
    """Stop the servers that the tests have started, and remember for the log which versions they were."""
    yield
    request.config.stash[VERSIONS] = neo4j_server.versions()
    neo4j_server.stop_shared()


def pytest_terminal_summary(terminalreporter):
    for version in terminalreporter.config.stash.get(VERSIONS, []):
        terminalreporter.write_line(f"A real server was asked: {version}")


@pytest.fixture(params=PLACES)
def place(request, tmp_path):
    return PLACES[request.param](tmp_path)


@pytest.fixture(params=PLACES, scope="module")
def new_place(request, tmp_path_factory):
    """Return a maker of empty places, for claims that need one an example."""
    return lambda: PLACES[request.param](tmp_path_factory.mktemp("place"))
