"""Claims about a load of what may be in the store already."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from actormap import workspace
from actormap.atlas import sync
from actormap.errors import ForeignStore, StoreUnreachable

ACTORS = "id,name,kind\nale,Ale,unit\nbo,Bo,unit\n"
STORE = "sqlite:///graph.sqlite"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "actors.csv").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "relationships.csv").write_text("source,type,target\nale,part_of,bo\n", encoding="utf-8")
    return tmp_path


def load(folder, **options):
    return sync.load(workspace.read(folder), store=STORE, **options)


def change(folder, statement):
    """Change the store as somebody with a tool does, and keep the file's time, which nobody does."""
    path = folder / "graph.sqlite"
    moment = path.stat().st_mtime_ns
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)
    return path, moment


def test_the_same_files_again_are_not_compared_row_by_row(folder, monkeypatch):
    first = load(folder)
    assert first.added == 3
    monkeypatch.setattr("actormap.store.sqlite.loading.compare", None)
    again = load(folder)
    assert (again.added, again.changed, again.removed, again.unchanged) == (0, 0, 0, 3)
    assert {table: change.unchanged for table, change in again.tables.items() if change.unchanged} == {"actors": 2, "relationships": 1}
    assert load(folder, dry_run=True) == again


def test_what_somebody_has_changed_in_the_store_is_put_back_by_the_same_files(folder):
    load(folder)
    change(folder, "UPDATE actors SET name = 'Bo A' WHERE id = 'bo'")
    assert load(folder).tables["actors"].changed == ("bo",)


def test_other_files_are_compared(folder):
    load(folder)
    (folder / "actors.csv").write_text(ACTORS.replace("Bo,", "Bo A,"), encoding="utf-8")
    assert load(folder).tables["actors"].changed == ("bo",)


def test_more_than_the_files_say_from_a_merge_before_goes_with_a_load_of_the_same_files(folder):
    (folder / "actors.csv").write_text(ACTORS + "ce,Ce,unit\n", encoding="utf-8")
    load(folder)
    (folder / "actors.csv").write_text(ACTORS, encoding="utf-8")
    assert load(folder, merge=True).removed == 0
    assert load(folder).tables["actors"].removed == ("ce",)


def test_a_store_that_is_the_workspaces_alone_takes_it_under_another_title_and_a_named_one_does_not(folder):
    read = workspace.read(folder)
    renamed = replace(read, title="Another")
    assert sync.load(read).added == 3
    assert sync.load(renamed).unchanged == 3
    load(folder)
    with pytest.raises(ForeignStore, match=r"and this is Another\."):
        sync.load(renamed, store=STORE)


def test_a_store_in_memory_says_what_the_workspace_holds_and_any_other_what_was_loaded(folder):
    read = workspace.read(folder)
    assert len(sync.status(read, store="sqlite:///:memory:")[0].loads) == 1
    with pytest.raises(StoreUnreachable, match="holds no graph yet"):
        sync.status(read, store=STORE)
