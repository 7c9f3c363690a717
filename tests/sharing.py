"""How tests are shared out among processes: what one of them has started is used by one of them alone."""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType

import pytest

# The longest line has two servers: one that keeps the contract, and one that is killed and started again.
LONG_TERM, FAULTS, CURRENT = "neo4j", "neo4j faults", "neo4j current"
SERVERS = (LONG_TERM, CURRENT, FAULTS)  # the first archives the classes of its server, and the last finds them
OF_FAULTS = "tests/store/test_neo4j"


def group(item: pytest.Function) -> str:
    """Return the name of the tests that it must run with: those of one server line, or those of its module."""
    places = sys.modules.get("tests.store.neo4j_places")
    if places is not None:
        given = item.callspec.params.values() if hasattr(item, "callspec") else ()
        asked = {one for one in given if isinstance(one, (str, type, places.Line))}
        if asked & {CURRENT, places.CURRENT, places.CurrentNeo4jPlace}:
            return CURRENT
        if asked & {LONG_TERM, places.LONG_TERM, places.Neo4jPlace} or starts_a_server(item.module, places):
            return FAULTS if item.nodeid.startswith(OF_FAULTS) else LONG_TERM
    return item.nodeid.partition("::")[0]


@cache
def starts_a_server(module: ModuleType, places: ModuleType) -> bool:
    """Return whether the tests of a module begin by having the server of the long-term line."""
    return any(one is places.server or one is places.Neo4jPlace for one in vars(module).values())


def has_server(item: pytest.Function) -> bool:
    """Return whether it is one of those that have a server in common."""
    return group(item) in SERVERS


def turn(item: pytest.Function) -> int:
    """Return when it is begun: what cannot be divided comes first, so that no process waits for another at the end."""
    if has_server(item):
        return SERVERS.index(group(item))
    return 3 if "browser" in item.fixturenames else 4
