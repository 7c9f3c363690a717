"""Claims about the embedded store's file: what it says of itself, and its versions."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest

from actormap.errors import MassRemoval, StoreTooNew
from actormap.model.records import CODED_TABLES, NODE_TABLES, Evidence, Requirement, Snapshot
from actormap.store import Origin, open_store
from actormap.store.fields import forms
from actormap.store.sqlite import SqliteStore, schema, statements
from tests.store.places import SqlitePlace, load, origin, read, small
from tests.store.tool import ask, one, rich


@pytest.fixture
def place(tmp_path):
    return SqlitePlace(tmp_path)


def test_the_file_says_whose_it_is_and_its_version(place, path):
    load(place, small())
    assert one(path, "PRAGMA application_id") == int.from_bytes(b"Actm", "big")
    assert one(path, "PRAGMA user_version") == schema.latest() == 6


def test_the_columns_of_each_table_are_the_fields_of_its_record(place, path):
    load(place, small())
    # A column that a later version added stands last.
    for table, kind in {**NODE_TABLES, **CODED_TABLES}.items():
        assert {row["name"] for row in ask(path, f"PRAGMA table_info({table})")} == {"id", *forms(kind)}
    assert {row["name"] for row in ask(path, "PRAGMA table_info(evidence)")} == {"relationship", "position", *forms(Evidence)}
    assert [row["name"] for row in ask(path, "PRAGMA table_info(coverage)")] == ["id", *forms(Requirement)]


def test_every_table_and_view_explains_itself_in_the_file(place, path):
    load(place, small())
    rows = ask(path, "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view')")
    assert len(rows) > 15
    assert [row["name"] for row in rows if "-- " not in row["sql"]] == []


def test_a_tool_reads_aliases_and_attributes(place, path):
    load(place, rich())
    assert ask(path, "SELECT aliases, json_extract(attributes, '$.färg') AS colour FROM actors WHERE id = 'af'") == [
        {"aliases": "AF|Af", "colour": "blå"}
    ]


def test_relationships_to_nothing_cannot_be_written_by_hand(place, path):
    load(place, small())
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("INSERT INTO relationships (id, source, type, target) VALUES ('x', 'anna', 'owns', 'nowhere')")
        with pytest.raises(sqlite3.IntegrityError):
            db.commit()


def test_the_journal_is_the_one_that_works_on_network_drives(place, path):
    load(place, small())
    assert one(path, "PRAGMA journal_mode") == "delete"


def test_a_load_takes_back_the_journal_that_somebody_has_changed(place, path):
    load(place, small())
    assert one(path, "PRAGMA journal_mode = WAL") == "wal"
    load(place, rich(), allow_mass_removal=True)
    assert one(path, "PRAGMA journal_mode") == "delete"
    assert read(place) == rich()


def test_nothing_is_left_beside_the_file(place, path):
    load(place, small())
    read(place)
    assert list(path.parent.iterdir()) == [path]


# --- versions ------------------------------------------------------------------------------------------------------------------------


def first_version(path):
    """Make the store that the first version of the schema would have made of one actor."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        statements.run(db, schema.migrations()[0])
        db.execute("INSERT INTO nodes VALUES ('anna', 'actor')")
        db.execute("INSERT INTO actors (id, name, kind) VALUES ('anna', 'Anna', 'unit')")


def test_an_older_store_is_brought_up_to_date_when_it_is_read(place, path):
    first_version(path)
    assert [actor.id for actor in read(place).actors] == ["anna"]
    assert one(path, "PRAGMA user_version") == schema.latest()
    assert one(path, "SELECT name FROM v_nodes") == "Anna"


def test_an_older_store_is_brought_up_to_date_by_a_load(place, path):
    first_version(path)
    assert load(place, small()).tables["actors"].unchanged == 1
    assert one(path, "PRAGMA user_version") == schema.latest()


def test_a_dry_run_leaves_an_older_store_at_its_version(place, path):
    first_version(path)
    before = path.read_bytes()
    load(place, small(), dry_run=True)
    assert path.read_bytes() == before


def test_a_load_that_fails_leaves_an_older_store_at_its_version(place, path):
    first_version(path)
    with pytest.raises(MassRemoval):
        load(place, Snapshot())
    assert one(path, "PRAGMA user_version") == 1


def test_the_schema_files_are_numbered_from_one_without_a_gap():
    assert [int(name.removeprefix("schema/")[:3]) for name in schema.migrations()] == list(range(1, schema.latest() + 1))


def test_a_newer_store_is_refused_with_both_numbers(place, path):
    load(place, small())
    ask(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    for verb in (read, lambda place: load(place, Snapshot())):
        with pytest.raises(StoreTooNew, match=r"graph\.sqlite has schema version 99, and this actormap knows up to 6.*Update"):
            verb(place)
    assert path.read_bytes() == before


# --- in memory -----------------------------------------------------------------------------------------------------------------------


def test_a_store_in_memory_holds_its_graph_while_it_is_open():
    with open_store("sqlite:///:memory:") as store:
        assert store.exists()
        assert store.read() == Snapshot()
        assert store.load(rich(), Origin("w", "2025")).added == 17
        assert store.read() == rich()
        assert not store.load(rich(), Origin("w", "2025"))
        assert store.status().counts["actors"] == 2


def test_two_stores_in_memory_are_two():
    with SqliteStore(None) as first, SqliteStore(None) as second:
        first.load(small(), origin())
        assert second.read() == Snapshot()


def test_a_load_is_half_done_when_its_rows_are_there_and_the_rest_is_writing_them(tmp_path):
    told = []
    load(SqlitePlace(tmp_path), small())
    with closing(SqlitePlace(tmp_path).open()) as store:
        store.load(small(), origin(), progress=lambda done, total: told.append((done, total)))
    (total,) = {total for _, total in told}
    halves = [done for done, _ in told if done != total]
    assert max(halves) == total // 2
    assert told[-1] == (total, total)


def untouched(place):
    with closing(place.open()) as store:
        return store.is_untouched()


def test_the_first_load_leaves_the_indexes_that_the_schema_has(place, path):
    with closing(sqlite3.connect(path)) as db:
        statements.run(db, "schema/001-tables")
        made = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name").fetchall()
    path.unlink()
    load(place, small())
    found = ask(path, "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name")
    assert [(row["name"], row["sql"]) for row in found] == made


def test_a_store_is_untouched_from_its_load_until_somebody_writes_to_it(place, path):
    assert not untouched(place)
    load(place, small())
    assert untouched(place)
    ask(path, "UPDATE actors SET name = 'Bo A' WHERE id = 'bo'")
    assert not untouched(place)
    load(place, small())
    assert untouched(place)


def test_a_load_that_finds_nothing_to_do_knows_the_file_again(place, path):
    load(place, small())
    os.utime(path, ns=(1, 1))
    assert not untouched(place)
    load(place, small())
    assert untouched(place)


def test_what_another_version_of_actormap_loaded_is_not_taken_to_be_untouched(place, path):
    load(place, small())
    moment = path.stat().st_mtime_ns
    ask(path, "UPDATE loads SET version = '0.0.9'")
    os.utime(path, ns=(moment, moment))
    assert not untouched(place)
