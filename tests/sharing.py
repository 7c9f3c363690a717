"""How tests are shared out among processes: what one of them has started is used by one of them alone."""

from __future__ import annotations

from functools import cache
from types import ModuleType

import pytest

from tests import neo4j_server
from tests.store.neo4j_places import CurrentNeo4jPlace, Neo4jPlace, server

LONG_TERM, CURRENT = "neo4j", "neo4j current"
# What a test is given that is asked of a line, or of the other.
OF_LONG_TERM = {LONG_TERM, neo4j_server.LONG_TERM, Neo4jPlace}
OF_CURRENT = {CURRENT, neo4j_server.CURRENT, CurrentNeo4jPlace}


def group(item: pytest.Function) -> str:
    """Return the name of the tests that it must run with: those of one server line, or those of its module."""
    given = item.callspec.params.values() if hasattr(item, "callspec") else ()
    asked = {one for one in given if isinstance(one, (str, type, neo4j_server.Line))}
    if asked & OF_CURRENT:
        return CURRENT
    if asked & OF_LONG_TERM or starts_a_server(item.module):
        return LONG_TERM
    return item.nodeid.partition("::")[0]


@cache
def starts_a_server(module: ModuleType) -> bool:
    """Return whether the tests of a module begin by having the server of the long-term line."""
    return any(one is server or one is Neo4jPlace for one in vars(module).values())


def turn(item: pytest.Function) -> int:
    """Return when it is begun: what cannot be divided comes first, so that no process waits for another at the end."""
    of = group(item)
    if of in (LONG_TERM, CURRENT):
        return 0 if of == LONG_TERM else 1
    return 2 if "browser" in item.fixturenames else 3
