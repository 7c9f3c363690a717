"""Claims about taking changes back: the latest of the workspace that is meant, numbered as they came."""

from __future__ import annotations

from actormap.workspace.editing import undo


def changed(base, name, about):
    """Note a change of a file, make it, and return the entry's name."""
    entry = undo.record(base, {base / name: about.encode()}, {"row": about, "column": "c"})
    (base / name).write_text(about, encoding="utf-8")
    return entry.name


def test_changes_are_numbered_as_they_come_the_tenth_after_the_ninth(tmp_path):
    assert [changed(tmp_path, "a.csv", f"n{number}") for number in range(1, 11)][-2:] == ["000009.json", "000010.json"]
    assert undo.take_back(tmp_path)["row"] == "n10"
    assert changed(tmp_path, "a.csv", "again") == "000010.json"
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "again"


def test_of_tables_and_a_workbook_in_one_folder_the_change_of_the_one_that_is_meant_is_taken_back(tmp_path):
    for name, about in (("a.csv", "first"), ("w.xlsx", "second"), ("a.csv", "third"), ("other.xlsx", "fourth")):
        changed(tmp_path, name, about)
    assert undo.take_back(tmp_path, tmp_path / "w.xlsx")["row"] == "second"
    assert undo.take_back(tmp_path, tmp_path / "w.xlsx") is None
    assert [undo.take_back(tmp_path)["row"] for _ in range(2)] == ["third", "first"]
    assert undo.take_back(tmp_path) is None
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["other.xlsx"]


def test_a_file_that_is_as_it_was_needs_nothing_and_the_change_is_gone(tmp_path):
    (tmp_path / "a.csv").write_text("before", encoding="utf-8")
    undo.record(tmp_path, {tmp_path / "a.csv": b"after"}, {"row": "r", "column": "c"})
    assert undo.take_back(tmp_path) == {"row": "r", "column": "c"}
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "before"
    assert undo.take_back(tmp_path) is None
