"""How tests are shared out among processes: what one of them has started is used by one of them alone."""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType

import pytest

LONG_TERM, CURRENT = "neo4j", "neo4j current"


def group(item: pytest.Function) -> str:
    """Return the name of the tests that it must run with: those of one server line, or those of its module."""
    places = sys.modules.get("tests.store.neo4j_places")
    if places is not None:
        given = item.callspec.params.values() if hasattr(item, "callspec") else ()
        asked = {one for one in given if isinstance(one, (str, type, places.Line))}
        if asked & {CURRENT, places.CURRENT, places.CurrentNeo4jPlace}:
            return CURRENT
        if asked & {LONG_TERM, places.LONG_TERM, places.Neo4jPlace} or starts_a_server(item.module, places):
            return LONG_TERM
    return item.nodeid.partition("::")[0]


@cache
def starts_a_server(module: ModuleType, places: ModuleType) -> bool:
    """Return whether the tests of a module begin by having the server of the long-term line."""
    return any(one is places.server or one is places.Neo4jPlace for one in vars(module).values())


def turn(item: pytest.Function) -> int:
    """Return when it is begun: what cannot be divided comes first, so that no process waits for another at the end."""
    of = group(item)
    if of in (LONG_TERM, CURRENT):
        return 0 if of == LONG_TERM else 1
    return 2 if "browser" in item.fixturenames else 3
