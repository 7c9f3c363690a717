"""The places that every claim of the contract is asked of."""

from __future__ import annotations

import pytest

from tests.store.places import PLACES


@pytest.fixture(params=PLACES)
def place(request, tmp_path):
    return PLACES[request.param](tmp_path)


@pytest.fixture(params=PLACES, scope="module")
def new_place(request, tmp_path_factory):
    """Return a maker of empty places, for claims that need one an example."""
    return lambda: PLACES[request.param](tmp_path_factory.mktemp("place"))
