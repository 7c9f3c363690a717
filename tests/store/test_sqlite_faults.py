"""Claims about what the embedded store says of files that are no store, of others at work, and of disks that are full or read-only."""

from __future__ import annotations

import _thread
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest

from actormap.errors import StoreBusy, StoreUnreachable
from actormap.model.records import Actor, Snapshot
from actormap.store import open_store
from tests.store.disks import NotHere, any_disk, read_only, small_disk
from tests.store.generated import graph
from tests.store.places import SqlitePlace, load, origin, read, small
from tests.store.tool import ask, one, rich, tool

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def place(tmp_path):
    return SqlitePlace(tmp_path)


@pytest.mark.parametrize("damage", [(b"CREATE TABLE", b"CREATE TAB\xffE"), (b"Skolan i", b"Sk\xfflan i")], ids=["schema", "text"])
def test_bytes_that_are_no_text_are_a_damaged_database_in_one_sentence(place, path, damage):
    load(place, Snapshot.of([Actor(id="a", name="Skolan i Å", kind="unit")]))
    path.write_bytes(path.read_bytes().replace(*damage))
    with pytest.raises(StoreUnreachable) as raised:
        read(place)
    assert str(raised.value) == f"{path} is a damaged database. Move it away and load again, or restore a backup."


# --- files that are no store ---------------------------------------------------------------------------------------------------------


def refused(place, path, sentence, *, error=StoreUnreachable):
    """Claim that loading and reading are refused in that sentence, and that the file stays as it is."""
    before = path.read_bytes() if path.is_file() else None
    for verb in (lambda: load(place, small()), lambda: load(place, small(), dry_run=True), lambda: read(place)):
        with pytest.raises(error, match=sentence) as found:
            verb()
        assert str(path) in str(found.value)
        assert found.value.hint
        assert found.value.exit_code == 3
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(place, path):
    path.write_text("id;namn\n1;Ale\n" * 100, encoding="utf-8")
    refused(place, path, "is no database")


def test_another_applications_database_is_refused_and_left_alone(place, path):
    ask(path, "CREATE TABLE kunder (id)")
    refused(place, path, "another application's database")


def test_another_applications_database_is_left_in_its_own_journal_mode(place, path):
    ask(path, "CREATE TABLE kunder (id)")
    ask(path, "PRAGMA journal_mode = WAL")
    refused(place, path, "another application's database")
    assert one(path, "PRAGMA journal_mode") == "wal"


def test_a_database_that_another_application_has_only_signed_is_refused(place, path):
    with tool(path) as db:
        db.execute("PRAGMA application_id = 7")
        db.execute("CREATE TABLE t (x)")
        db.execute("DROP TABLE t")
    refused(place, path, "another application's database")


def test_an_empty_file_is_as_good_as_none(place, path):
    path.touch()
    with pytest.raises(StoreUnreachable, match="holds no graph yet"):
        read(place)
    load(place, small(), dry_run=True)
    assert path.stat().st_size == 0
    load(place, small())
    assert read(place) == small()


def test_a_folder_is_no_store(place, path):
    path.mkdir()
    refused(place, path, "is a folder")


def test_a_path_through_a_file_is_refused(tmp_path):
    (tmp_path / "fil").write_text("här", encoding="utf-8")
    with open_store("sqlite:///fil/graph.sqlite", base=tmp_path) as store, pytest.raises(StoreUnreachable, match="cannot be used"):
        store.load(small(), origin())


def test_a_damaged_database_is_refused(place, path):
    load(place, graph(400, 2000))
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreUnreachable, match="damaged"):
        read(place)


def test_a_database_that_is_cut_off_is_refused(place, path):
    load(place, graph(400, 2000))
    path.write_bytes(path.read_bytes()[: 4096 * 3])
    with pytest.raises(StoreUnreachable, match="damaged"):
        read(place)


@pytest.mark.parametrize("value", ["'{'", "'[1]'", "7", "CAST(x'ff' AS TEXT)", f"'{'[' * 100_000}'"])
def test_a_row_that_somebody_has_spoilt_by_hand_is_said_and_mended_by_a_load(place, path, value):
    load(place, small())
    ask(path, f"UPDATE actors SET attributes = {value} WHERE id = 'bo'")  # noqa: S608  # what somebody types into a tool
    with pytest.raises(StoreUnreachable, match=r"graph\.sqlite"):
        read(place)
    load(place, small())
    assert read(place) == small()


def test_a_relationship_that_somebody_has_redirected_by_hand_is_put_back_by_a_load(place, path):
    load(place, small())
    ask(path, "UPDATE relationships SET source = 'anna', role = 'ny'")
    assert len(load(place, small()).tables["relationships"].changed) == 2
    assert read(place) == small()


def test_a_view_in_the_place_of_a_table_is_never_asked(place, path):
    load(place, small())
    with tool(path) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("ALTER TABLE coverage RENAME TO coverage_before")
        db.execute("CREATE VIEW coverage AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM coverage_before, n")
    refused(place, path, "has a view, coverage, where a store has a table")


def test_a_journal_without_its_database_is_no_hindrance(place, path):
    path.with_name("graph.sqlite-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600)
    load(place, small())
    assert read(place) == small()


# --- others, and disks ---------------------------------------------------------------------------------------------------------------


def test_a_tool_that_is_writing_makes_the_store_busy(place, path):
    load(place, small())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for verb in ("read", "load"):
            with place.open(busy_seconds=0.05) as store, pytest.raises(StoreBusy, match="somebody else"):
                store.read() if verb == "read" else store.load(Snapshot(), origin())
        other.execute("ROLLBACK")
    assert read(place) == small()


def test_a_tool_that_reads_for_long_makes_the_commit_busy_and_nothing_is_written(place, path):
    load(place, small())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM actors").fetchone()
        with place.open(busy_seconds=0.05) as store, pytest.raises(StoreBusy):
            store.load(rich(), origin(), allow_mass_removal=True)
        other.execute("ROLLBACK")
    assert read(place) == small()


@pytest.mark.parametrize("work", ["a long statement", "another that writes"])
def test_ctrl_c_ends_a_load_in_the_midst_of_a_statement_and_of_a_wait_and_leaves_the_old_graph(place, path, work):
    load(place, small())
    counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT count(*) FROM n"

    def stopped_in(*_):
        Timer(0.05, _thread.interrupt_main).start()
        store._connection().execute(counting).fetchone()

    with place.open(busy_seconds=60) as store, tool(path) as other:
        if work == "another that writes":
            other.execute("BEGIN IMMEDIATE")
            Timer(0.05, _thread.interrupt_main).start()
        with pytest.raises(KeyboardInterrupt) as stopped:
            store.load(Snapshot.of([]), origin(), allow_mass_removal=True, progress=stopped_in)
    if work == "a long statement":  # else it was heard when the statement was done
        assert isinstance(stopped.value.__cause__, sqlite3.OperationalError)
    assert read(place) == small()


def test_whoever_waits_for_the_turn_to_write_is_told_so(place, path):
    load(place, small())
    told = []
    with closing(open_store(f"sqlite:///{path}", busy_seconds=1.3, waiting=told.append)) as store, tool(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            store.load(small(), origin(), allow_mass_removal=True)
    assert told == ["the turn to write"]


def test_a_relationship_that_has_lost_its_end_is_a_row_that_is_no_record(place, path):
    load(place, small())
    with tool(path) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("UPDATE relationships SET source = 'nobody' WHERE source = 'anna'")
    with pytest.raises(StoreUnreachable, match=r'has a row that is no record: the relationship .* has an end, "nobody", that is nowhere'):
        read(place)


def test_a_full_disk_is_said_and_the_old_graph_stays(tmp_path):
    try:
        with small_disk(tmp_path / "disk", kilobytes=600) as folder:
            place = SqlitePlace(folder)
            load(place, small())
            with pytest.raises(StoreUnreachable, match=r"no room left for .*graph\.sqlite.*Nothing has been changed"):
                load(place, graph(2000, 10_000), allow_mass_removal=True)
            assert read(place) == small()
            assert [file.name for file in folder.iterdir()] == ["graph.sqlite"]
    except NotHere as reason:
        pytest.skip(str(reason))


def test_a_full_disk_at_the_first_load_leaves_no_graph(tmp_path):
    try:
        with small_disk(tmp_path / "disk", kilobytes=600) as folder:
            place = SqlitePlace(folder)
            with pytest.raises(StoreUnreachable, match="no room left"):
                load(place, graph(2000, 10_000))
            with place.open() as store:
                assert not store.exists()
            load(place, small())
            assert read(place) == small()
    except NotHere as reason:
        pytest.skip(str(reason))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_file_that_may_not_grow_is_said_and_the_old_graph_stays(place, path):
    load(place, small())
    code = """
import resource, sys
from pathlib import Path
from actormap.errors import StoreUnreachable
from tests.store.generated import graph
from tests.store.places import SqlitePlace, load
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    load(SqlitePlace(Path(sys.argv[1])), graph(2000, 10_000), allow_mass_removal=True)
except StoreUnreachable as error:
    print(error)
"""
    command = [sys.executable, "-c", code, path.parent]
    told = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True, encoding="utf-8").stdout
    assert "graph.sqlite" in told
    assert "Nothing has been changed." in told
    assert read(place) == small()


def test_a_read_only_disk_can_be_read_and_asked_but_not_loaded(tmp_path):
    try:
        with any_disk(tmp_path / "disk") as folder:
            place = SqlitePlace(folder)
            load(place, small())
            with read_only(folder):
                assert read(place) == small()
                assert load(place, Snapshot(), dry_run=True).removed == 6
                with pytest.raises(StoreUnreachable, match=r"graph\.sqlite.*read-only.*folder of your own"):
                    load(place, rich(), allow_mass_removal=True)
            assert read(place) == small()
    except NotHere as reason:
        pytest.skip(str(reason))


def test_a_new_store_on_a_read_only_disk_is_refused(tmp_path):
    try:
        with any_disk(tmp_path / "disk") as folder, read_only(folder):
            with pytest.raises(StoreUnreachable, match=r"graph\.sqlite.*cannot be opened"):
                load(SqlitePlace(folder), small())
            with pytest.raises(StoreUnreachable, match="cannot be used"):
                load(SqlitePlace(folder / "ny"), small())
    except NotHere as reason:
        pytest.skip(str(reason))
