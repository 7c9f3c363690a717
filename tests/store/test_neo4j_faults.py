"""Claims about what is said of a server that is not there, lets nobody in or fails in the middle; and that the password never is."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import signal
import socket
import sys
import traceback
from copy import copy

import pytest

from actormap.cli.main import run
from actormap.errors import StoreBusy, StoreError, StoreUnreachable
from actormap.model.records import Snapshot
from actormap.store import open_store
from actormap.store.neo4j import Neo4jStore
from actormap.store.neo4j.connection import new_enough
from tests.neo4j_server import Server
from tests.store.neo4j_places import Neo4jPlace
from tests.store.places import actor, load, origin, read, small

SECRET = "hemligt-8f3a91"  # noqa: S105  # a word to look for, and nobody's password


@pytest.fixture
def place(tmp_path):
    return Neo4jPlace(tmp_path)


@contextlib.contextmanager
def listening_closely():
    """Collect everything that any logger says inside the block, the driver's own included."""
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    root, driver = logging.getLogger(), logging.getLogger("neo4j")
    level = root.level, driver.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    driver.setLevel(logging.DEBUG)
    try:
        yield heard
    finally:
        root.removeHandler(handler)
        root.setLevel(level[0])
        driver.setLevel(level[1])


def said_by(error):
    """Return everything that an error could show: itself, its causes and its traceback."""
    return "".join(traceback.format_exception(error)) + repr(error) + repr(error.__cause__)


# --- not let in ----------------------------------------------------------------------------------------------------------------------


def test_a_wrong_password_is_one_sentence_and_is_nowhere(place, monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    with (
        listening_closely() as heard,
        place.open() as store,
        pytest.raises(StoreUnreachable, match="does not accept the user name and password") as refused,
    ):
        store.read()
    assert refused.value.exit_code == 3
    assert "NEO4J_PASSWORD" in str(refused.value)
    assert SECRET not in said_by(refused.value)
    assert SECRET not in heard.getvalue()
    assert SECRET not in repr(vars(store)) + repr(vars(store._connection))


def test_the_right_password_is_in_no_log_no_state_and_no_graph(place):
    with listening_closely() as heard, place.open() as store:
        store.load(small(), origin())
        store.read()
        store.status()
        shown = repr(vars(store)) + repr(vars(store._connection)) + repr(store.status()) + repr(store.read())
    assert place.server.password not in heard.getvalue()
    assert place.server.password not in shown


def test_without_a_password_in_the_environment_nothing_is_tried(place, monkeypatch):
    monkeypatch.delenv("NEO4J_PASSWORD")
    with place.open() as store, pytest.raises(StoreUnreachable, match="NEO4J_PASSWORD is not set"):
        store.exists()


def test_another_user_is_taken_from_the_environment(place, monkeypatch):
    monkeypatch.setenv("NEO4J_USERNAME", "nobody-here")
    with place.open() as store, pytest.raises(StoreUnreachable, match="does not accept"):
        store.exists()


def test_a_database_that_is_not_there_is_named_as_what_to_set(place, monkeypatch):
    monkeypatch.setenv("NEO4J_DATABASE", "finns-inte")
    for verb in (lambda store: store.read(), lambda store: store.load(small(), origin())):
        with place.open() as store, pytest.raises(StoreUnreachable, match="no database of the name that NEO4J_DATABASE gives"):
            verb(store)


def test_the_database_of_the_environment_is_used(place, monkeypatch):
    monkeypatch.setenv("NEO4J_DATABASE", "neo4j")
    load(place, small())
    assert read(place) == small()


# --- not there -----------------------------------------------------------------------------------------------------------------------


def test_a_server_that_is_down_is_said_at_once(monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for scheme in ("bolt", "neo4j"):
        with (
            open_store(f"{scheme}://127.0.0.1:{port}") as store,
            pytest.raises(StoreUnreachable, match="nothing listens at that port") as refused,
        ):
            store.read()
        assert refused.value.exit_code == 3
        assert SECRET not in said_by(refused.value)


@pytest.mark.parametrize("agent", ["Neo4j/5.25.1", "Neo4j/4.4.38", "Neo4j/3.5.0"])
def test_an_older_server_is_refused_with_its_version(agent):
    with pytest.raises(StoreUnreachable, match=f"has version {agent.partition('/')[2]}, and 5.26 or later is needed"):
        new_enough(agent, "The Neo4j server")


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2025.01.0", "Neo4j/2026.08.1"])
def test_a_server_that_is_new_enough_is_welcome(agent):
    assert new_enough(agent, "The Neo4j server") == agent.partition("/")[2]


@pytest.mark.parametrize("agent", ["Memgraph/2.0", "Neo4j/v5.11.0 compatible graph database server - Memgraph", ""])
def test_another_make_of_server_is_refused_by_its_name(agent):
    with pytest.raises(StoreUnreachable, match="is no Neo4j server"):
        new_enough(agent, "The Neo4j server")


# --- in the middle -------------------------------------------------------------------------------------------------------------------


def test_a_server_that_dies_in_the_middle_and_stays_away_is_said_and_the_old_graph_is_there_afterwards(place):
    load(place, small())
    try:
        with (
            Neo4jStore(place.server.uri, patience=1) as store,
            pytest.raises(StoreUnreachable, match="has stopped answering in the middle"),
        ):
            store.load(Snapshot(), origin(), allow_mass_removal=True, progress=lambda *_: kill_once(place.server))
    finally:
        place.server.start()
    assert read(place) == small()


def test_a_server_that_is_restarted_in_the_middle_is_waited_for(place):
    load(place, small())
    restarted = []

    def restart(*_):
        if not restarted:
            restarted.append(True)
            place.server.kill()
            place.server.start()

    told = []
    with Neo4jStore(place.server.uri, patience=60) as store:
        difference = store.load(
            Snapshot.of(map(actor, "abcdefgh")),
            origin("second"),
            allow_mass_removal=True,
            progress=lambda done, total: (told.append(done), restart() if done > total / 2 else None),
        )
        assert restarted
        assert difference.added == 8
        assert store.read() == Snapshot.of(map(actor, "abcdefgh"))
        assert [record.origin.workspace for record in store.status().loads] == ["second", "gria"]
    assert told == sorted(told)


def test_a_server_that_is_stopped_in_order_in_the_middle_leaves_the_old_graph(place):
    load(place, small())
    stopped = []

    def stop(done, total):
        if done > total / 2 and not stopped:
            stopped.append(True)
            place.server.stop()

    try:
        with Neo4jStore(place.server.uri, patience=1) as store, pytest.raises(StoreUnreachable):
            store.load(Snapshot.of(map(actor, "abcdefgh")), origin(), allow_mass_removal=True, progress=stop)
    finally:
        place.server.start()
    assert stopped
    assert read(place) == small()


def test_somebody_else_who_writes_without_end_is_said_when_the_first_load_wants_its_constraints(place, monkeypatch):
    monkeypatch.setattr("actormap.store.neo4j.connection.SCHEMA_SECONDS", 2)
    place.server.empty(constraints=True)
    with place.server.driver() as driver, driver.session() as session, session.begin_transaction() as theirs:
        theirs.run("CREATE (:Thing)-[:MEMBER_OF]->(:Thing)").consume()
        with place.open(busy_seconds=1) as store:
            with pytest.raises(StoreBusy, match="somebody else is writing to it"):
                store.load(small(), origin())
            theirs.commit()
            store.load(small(), origin())
            assert store.read() == small()


def kill_once(server):
    if server.is_running():
        server.kill()


@pytest.fixture
def unharmed(place, tmp_path, monkeypatch):
    """Return a place on a server of its own: what a full disk or a kill has done to an index is mended by writing."""
    own = Server(place.server.line, tmp_path / "home", place.server.jars, place.server.java, flags=place.server.flags)
    own.prepare()
    own.start()
    for name, value in own.environment().items():
        monkeypatch.setenv(name, value)
    here = copy(place)
    here.server = own
    yield here
    own.kill()


def test_a_database_that_may_only_be_read_is_read_and_not_written(unharmed):
    place = unharmed
    load(place, small())
    place.server.restart("server.databases.read_only=neo4j")
    with place.open() as store:
        assert store.read() == small()
        assert store.status().counts["actors"] == 2
        assert store.load(Snapshot.of([actor("c")]), origin(), dry_run=True).added == 1
        for snapshot in (small(), Snapshot.of(map(actor, "abcdefgh"))):
            with pytest.raises(StoreUnreachable, match="is read-only, so nothing can be loaded"):
                store.load(snapshot, origin(), allow_mass_removal=True)
    assert read(place) == small()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a process's largest file can be set from outside on Linux only")
@pytest.mark.parametrize("limit", [100_000, 0], ids=["at once", "in steps"])
def test_a_full_disk_is_said_and_nothing_is_half_read(place, limit):
    import resource

    load(place, small())
    # No file of the server may grow beyond what the largest has now: to the server that is a disk that takes no more.
    logs = sorted((place.server.home / "data" / "transactions" / "neo4j").glob("neostore.transaction.db.*"))
    largest = max(log.stat().st_size for log in logs)
    many = Snapshot.of([actor(f"a{number}", note="å" * 20_000) for number in range(400)])
    try:
        resource.prlimit(place.server.process.pid, resource.RLIMIT_FSIZE, (largest + 100_000, largest + 100_000))
        with (
            Neo4jStore(place.server.uri, patience=1, limit=limit) as store,
            pytest.raises(StoreUnreachable, match="cannot write to its disk"),
        ):
            store.load(many, origin(), allow_mass_removal=True)
    finally:
        place.server.kill()
        place.server.start()
    with place.open() as store:
        try:
            assert store.read() == small()
        except StoreBusy:
            store.undo()
            assert store.read() == small()
        store.load(many, origin(), allow_mass_removal=True)
        assert store.read() == many


def test_a_server_that_hangs_for_a_while_is_waited_for(place):
    load(place, small())
    place.server.process.send_signal(signal.SIGSTOP)
    import threading

    waker = threading.Timer(1.5, lambda: place.server.process.send_signal(signal.SIGCONT))
    waker.start()
    try:
        assert read(place) == small()
    finally:
        waker.join()


def test_the_command_line_says_one_sentence_and_gives_the_code_of_a_store(place, monkeypatch, capsys):
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    assert run(["status", "--store", place.server.uri]) == 3
    told = capsys.readouterr()
    assert "does not accept" in told.err
    assert "Traceback" not in told.err
    assert SECRET not in told.out + told.err


def test_every_fault_of_the_store_has_the_same_code():
    assert {kind.exit_code for kind in StoreError.__subclasses__()} == {3}


def test_nothing_of_the_environment_is_written_to_disk_by_the_store(place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    load(place, small())
    assert [name for _, _, names in os.walk(tmp_path) for name in names] == []
