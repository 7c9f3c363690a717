"""The places that every claim of the contract is asked of."""

from __future__ import annotations

import pytest

from tests.store.places import PLACES


@pytest.fixture(params=PLACES)
def place(request, tmp_path):
    return PLACES[request.param](tmp_path)
