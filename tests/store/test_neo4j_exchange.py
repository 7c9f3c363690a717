"""Claims about a server that falls silent while it is used: nothing waits for it without end."""

from __future__ import annotations

import _thread
import time
from threading import Event, Timer

import neo4j
import pytest
from neo4j import exceptions

from actormap.errors import StoreBusy, StoreUnreachable
from actormap.model.records import Snapshot
from actormap.store.neo4j import Neo4jStore, connection, error_messages, write_lock
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
    with Proxy(place.server.port).running() as proxy, Neo4jStore(proxy.uri, silence=3) as store:
        assert store.read() == small()
        proxy.stalled.set()
        with pytest.raises(StoreUnreachable, match="has stopped answering: nothing came for 3 seconds"):
            store.status()


def test_a_proxy_that_stops_reading_ends_a_load_whatever_is_still_to_be_sent_and_the_same_load_resumes(place):
    load(place, small())
    large = Snapshot.of([actor(name, note=name * 2_000_000) for name in "abcdefgh"])  # no buffer on the way holds a step of that
    with Proxy(place.server.port).running() as proxy:

        def stall(done, total):
            if done >= total / 2:
                proxy.stalled.set()

        with Neo4jStore(proxy.uri, silence=3) as store, pytest.raises(StoreUnreachable, match="nothing came for 3 seconds"):
            store.load(large, origin(), allow_mass_removal=True, progress=stall)
        assert read(place) == small()
        proxy.stalled.clear()
        with Neo4jStore(proxy.uri) as store:
            store.load(large, origin(), allow_mass_removal=True)
            assert store.read() == large


@pytest.mark.parametrize("limit", [100_000, 0], ids=["at once", "in steps"])
def test_a_proxy_that_drops_every_connection_ends_a_load_with_a_sentence_and_the_same_load_resumes(place, limit):
    load(place, small())
    eight = Snapshot.of(map(actor, "abcdefgh"))
    with Proxy(place.server.port).running() as proxy:

        def drop(done, total):
            if done > total / 2:
                proxy.dropping.set()

        with Neo4jStore(proxy.uri, patience=2, limit=limit) as store, pytest.raises(StoreUnreachable, match="The graph is as it was, or"):
            store.load(eight, origin(), allow_mass_removal=True, progress=drop)
        if limit:
            assert read(place) == small()
        proxy.dropping.clear()
        with Neo4jStore(proxy.uri, limit=limit) as store:
            store.load(eight, origin(), allow_mass_removal=True)
            assert store.read() == eight


@pytest.mark.parametrize("limit", [100_000, 0], ids=["at once", "in steps"])
def test_a_proxy_that_drops_its_connections_once_is_connected_to_again_and_the_load_goes_on(place, limit):
    load(place, small())
    eight = Snapshot.of(map(actor, "abcdefgh"))
    times = []
    with Proxy(place.server.port).running() as proxy:

        def drop(done, total):
            if done > total / 2 and not times:
                times.append(done)
                proxy.dropping.set()
                Timer(0.5, proxy.dropping.clear).start()

        with Neo4jStore(proxy.uri, limit=limit) as store:
            store.load(eight, origin(), allow_mass_removal=True, progress=drop)
    assert times
    assert read(place) == eight


@pytest.mark.parametrize("limit", [100_000, 0], ids=["at once", "in steps"])
def test_ctrl_c_ends_a_load_that_waits_for_an_answer_and_leaves_the_old_graph_or_a_load_that_can_be_undone(place, limit):
    load(place, small())
    with Proxy(place.server.port).running() as proxy:

        def stall(done, total):
            if done > total / 2 and not proxy.stalled.is_set():
                proxy.stalled.set()
                Timer(0.1, _thread.interrupt_main).start()

        with Neo4jStore(proxy.uri, limit=limit) as store, pytest.raises(KeyboardInterrupt) as stopped:
            store.load(Snapshot.of(map(actor, "abcdefgh")), origin(), allow_mass_removal=True, progress=stall)
    if not limit:
        assert stopped.value.__notes__ == [
            "the load is left unfinished: the same command finishes it, and actormap load --undo takes it back"
        ]
        with place.open() as store:
            store.undo()
    assert read(place) == small()


def test_ctrl_c_does_not_wait_for_the_driver_to_take_its_leave(place, monkeypatch):
    load(place, small())
    left, close = Event(), neo4j.Driver.close
    monkeypatch.setattr(neo4j.Driver, "close", lambda driver: left.wait() and close(driver))
    monkeypatch.setattr(connection, "LEAVE_SECONDS", 10_000)

    def stop(*_):
        raise KeyboardInterrupt

    with place.open() as store, pytest.raises(KeyboardInterrupt):
        store.load(Snapshot.of(map(actor, "abcdefgh")), origin(), allow_mass_removal=True, progress=stop)
    assert not left.is_set()
    left.set()
    assert read(place) == small()


def test_a_turn_to_write_that_nobody_keeps_is_over_and_one_that_is_kept_is_not(place):
    load(place, small())
    with place.open() as first, place.open() as second:
        one, other = first._connection, second._connection
        one.driver(), other.driver()
        with write_lock.taken(one, 60, seconds=0.3), write_lock.taken(other, 60):
            pass
        with write_lock.taken(one, 60, seconds=600) as keep:
            keep()
            with pytest.raises(StoreBusy), write_lock.taken(other, 0.05):
                pass
        with write_lock.taken(one, 60, seconds=0) as keep:
            keep()  # and takes it anew
            keep()


def test_what_is_waited_for_is_told_once_it_takes_a_while(place):
    load(place, small())
    told = []
    with Proxy(place.server.port).running() as proxy, Neo4jStore(proxy.uri, silence=3, waiting=told.append) as store:
        store.read()
        told.clear()  # a busy machine may have been waited for
        proxy.stalled.set()
        with pytest.raises(StoreUnreachable):
            store.status()
    assert told == ["the server's answer"]


def test_a_statement_that_takes_longer_than_it_may_has_a_sentence_of_its_own():
    over = exceptions.Neo4jError._hydrate_neo4j(code="Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", message="m")
    with pytest.raises(StoreUnreachable) as told, error_messages.sentences("It"):
        raise over
    assert told.value.message == "It did not get done with it in the time that it may take, and stopped."
