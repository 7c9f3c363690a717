"""Many at one store at once lose nothing that was acknowledged, and read no half."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.store.crowd import Crowd
from tests.store.neo4j_places import server

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", ["sqlite", "neo4j"])
def test_writers_readers_and_restored_backups_beside_each_other_lose_nothing_and_read_no_half(kind, tmp_path):
    if kind == "neo4j":
        server().empty()
    uri = server().uri if kind == "neo4j" else f"sqlite:///{tmp_path / 'graph.sqlite'}"
    crowd = Crowd(uri, tmp_path, writers=2, readers=1, keepers=1, times=2, relationships=60)
    with ThreadPoolExecutor(4) as threads:
        outcome = crowd.gather(threads)
    assert (outcome.lost, outcome.whole, outcome.told.strange) == ((), True, 0)
    assert len(outcome.told.kept) == 6
    assert outcome.told.read > 2
