"""Claims about a change to a workspace: written all or nothing, noted, and taken back to the very same bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actormap.errors import InputError, UsageError
from actormap.workspace import editing
from actormap.workspace.editing.undo import FOLDER

ABOUT = {"row": "r", "column": "c"}
COVERAGE = "network,row,column\nv,r,c\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "coverage.csv").write_text(COVERAGE, encoding="utf-8")
    (tmp_path / "networks.csv").write_text("id,name,kind\nv,V,network\n", encoding="utf-8")
    return tmp_path


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def add(folder, column="d", table="coverage"):
    change = editing.begin(folder)
    change.table(table).add({"network": "v", "row": "r", "column": column} if table == "coverage" else {"id": column, "title": column})
    return change.write(ABOUT)


def test_a_change_is_written_and_taken_back_to_the_same_bytes(folder):
    before = contents(folder)
    assert [path.name for path in add(folder)] == ["coverage.csv"]
    assert (folder / "coverage.csv").read_text(encoding="utf-8") == COVERAGE + "v,r,d\n"
    assert editing.take_back(folder) == ABOUT
    assert contents(folder) == before


def test_several_changes_are_taken_back_one_by_one_the_latest_first(folder):
    stages = [contents(folder)]
    for column in "xyz":
        add(folder, column)
        stages.append(contents(folder))
    for stage in reversed(stages[:-1]):
        editing.take_back(folder)
        assert contents(folder) == stage
    assert editing.take_back(folder) is None


def test_a_table_that_a_change_made_is_gone_when_it_is_taken_back(folder):
    add(folder, table="documents")
    assert (folder / "documents.csv").read_text(encoding="utf-8").splitlines()[0].startswith("id,title,")
    editing.take_back(folder)
    assert not (folder / "documents.csv").exists()


def test_a_file_of_somebody_elses_among_the_changes_is_left_alone(folder):
    before = contents(folder)
    stray = folder / FOLDER / "x.json"
    stray.parent.mkdir(parents=True)
    stray.write_text("no change", encoding="utf-8")
    add(folder)
    assert editing.take_back(folder) == ABOUT
    assert editing.take_back(folder) is None
    assert (contents(folder), stray.read_text(encoding="utf-8")) == (before, "no change")


@pytest.mark.parametrize(
    "note",
    [
        "[" * 100_000,
        "[]",
        '{"files": {"../secret.csv": {"before": null, "after": "x"}}, "about": {"row": "r", "column": "c"}}',
        '{"files": {"a.csv": {"before": 1, "after": "x"}}, "about": {"row": "r", "column": "c"}}',
        '{"files": {"a.csv": {"before": "a", "after": "x"}}, "about": {}}',
    ],
    ids=["deep", "list", "elsewhere", "number", "about nothing"],
)
def test_a_note_that_was_not_written_here_is_one_sentence_and_nothing_is_done(folder, note):
    (folder / FOLDER).mkdir(parents=True)
    (folder / FOLDER / "000001.json").write_text(note, encoding="utf-8")
    before = contents(folder)
    with pytest.raises(InputError, match=r"000001\.json is no note of a change"):
        editing.take_back(folder)
    assert contents(folder) == before


def test_a_change_of_nothing_is_not_noted(folder):
    change = editing.begin(folder)
    change.table("coverage")
    assert change.write(ABOUT) == ()
    assert editing.take_back(folder) is None


def test_a_file_that_has_been_changed_since_is_left_alone(folder):
    add(folder)
    with (folder / "coverage.csv").open("a", encoding="utf-8") as file:
        file.write("v,r,own\n")
    edited = contents(folder)
    with pytest.raises(InputError, match=r"coverage\.csv has been changed since r, c was answered"):
        editing.take_back(folder)
    assert contents(folder) == edited


def test_a_change_that_was_cut_short_can_be_taken_back(folder):
    before = contents(folder)
    change = editing.begin(folder)
    change.table("documents").add({"id": "d", "title": "D"})
    change.table("coverage").add({"network": "v", "row": "r", "column": "d"})
    change.write(ABOUT)
    (folder / "coverage.csv").write_bytes(before["coverage.csv"])  # as if only documents.csv had been reached
    assert editing.take_back(folder) == ABOUT
    assert contents(folder) == before


def test_a_change_that_cannot_be_written_whole_is_not_written_at_all(folder, monkeypatch):
    before = contents(folder)
    change = editing.begin(folder)
    change.table("documents").add({"id": "d", "title": "D"})
    change.table("coverage").add({"network": "v", "row": "r", "column": "d"})
    put_in_place = Path.replace

    def locked(self, target):  # as Windows does for a file that Excel has open
        if Path(target).name == "coverage.csv":
            raise PermissionError(13, "in use")
        return put_in_place(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(InputError, match=r"coverage\.csv cannot be written"):
        change.write(ABOUT)
    assert contents(folder) == before
    assert editing.take_back(folder) is None


def test_a_workspace_that_may_not_be_written_is_to_be_copied(folder, monkeypatch):
    before = contents(folder)

    def forbidden(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.open", forbidden)
    with pytest.raises(InputError, match="cannot be written: Permission denied") as raised:
        add(folder)
    assert raised.value.hint == f"Make a copy of your own: actormap init mine --from {folder}"
    assert contents(folder) == before


def test_the_built_in_workspace_is_read_only_and_the_error_says_how_to_copy_it():
    for attempt in (editing.begin, editing.take_back):
        with pytest.raises(UsageError, match="actormap init my-gria --from gria"):
            attempt("gria")


def test_what_a_change_was_about_stands_beside_the_files(folder):
    add(folder)
    (entry,) = (folder / FOLDER).iterdir()
    assert json.loads(entry.read_text(encoding="utf-8"))["about"] == ABOUT
