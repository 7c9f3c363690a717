"""Claims about a server that falls silent while it is used: nothing waits for it without end."""

from __future__ import annotations

import time

import pytest

from actormap.errors import StoreUnreachable
from actormap.model.records import Snapshot
from actormap.store.neo4j import Neo4jStore
from tests.store.neo4j_places import Neo4jPlace
from tests.store.neo4j_proxy import Proxy
from tests.store.places import actor, load, origin, read, small


@pytest.fixture
def place(tmp_path):
    return Neo4jPlace(tmp_path)


@pytest.mark.parametrize("limit", [100_000, 0], ids=["at once", "in steps"])
def test_a_proxy_that_stalls_in_the_middle_of_a_load_ends_it_with_a_sentence_and_the_load_can_be_done_again(place, limit):
    load(place, small())
    eight = Snapshot.of(map(actor, "abcdefgh"))
    with Proxy(place.server.port).running() as proxy:

        def stall(done, total):
            if done > total / 2 and not proxy.stalled.is_set():
                proxy.stalled.set()
                begun.append(time.monotonic())

        begun = []
        with Neo4jStore(proxy.uri, silence=3, limit=limit) as store, pytest.raises(StoreUnreachable) as refused:
            store.load(eight, origin(), allow_mass_removal=True, progress=stall)
    assert str(refused.value) == (
        f"The Neo4j server at {proxy.uri} has stopped answering: nothing came for 3 seconds. The graph is as it was, "
        "or a load is left unfinished that can be finished or undone. See that the server runs and try again."
    )
    assert time.monotonic() - begun[0] < 15
    load(place, eight, allow_mass_removal=True)
    assert read(place) == eight


def test_a_proxy_that_stalls_before_a_question_ends_it_with_a_sentence(place):
    load(place, small())
    with Proxy(place.server.port).running() as proxy, Neo4jStore(proxy.uri, silence=1) as store:
        assert store.read() == small()
        proxy.stalled.set()
        with pytest.raises(StoreUnreachable, match="has stopped answering: nothing came for 1 seconds"):
            store.status()
