"""Claims about init, check, load, status, backup and restore, on real files."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def mine(tmp_path, actormap_says, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert actormap_says("init", "mine", "--lang", "en", "-q").code == 0
    return tmp_path / "mine"


def relationships(folder):
    return folder / "relationships.csv"


def test_a_new_workspace_passes_and_loads(mine, ask):
    assert ask("check", mine)["rows"] == []
    assert sum(row["added"] for row in ask("load", mine)["rows"]) > 0
    assert (mine / ".actormap" / "graph.sqlite").exists()


def test_a_new_workbook_passes_and_loads(tmp_path, actormap_says, ask):
    book = tmp_path / "mine.xlsx"
    assert actormap_says("init", book, "--xlsx", "--lang", "en").code == 0
    assert ask("check", book)["rows"] == []
    assert ask("load", book)["summary"]["added"] > 0


def test_nothing_that_exists_is_overwritten(mine, actormap_says):
    before = {path: path.read_bytes() for path in mine.iterdir() if path.is_file()}
    answer = actormap_says("init", mine)
    assert (answer.code, bool(answer.err)) == (1, True)
    assert before == {path: path.read_bytes() for path in mine.iterdir() if path.is_file()}


def test_a_second_load_changes_nothing(mine, ask):
    ask("load", mine)
    summary = ask("load", mine)["summary"]
    assert (summary["added"], summary["changed"], summary["removed"]) == (0, 0, 0)
    assert summary["unchanged"] > 0


def test_a_dry_run_says_what_would_change_and_changes_nothing(mine, ask, actormap_says):
    assert ask("load", mine, "--dry-run")["summary"]["added"] > 0
    assert actormap_says("status", mine).code == 3


def test_errors_stop_a_load_and_all_are_told(mine, actormap_says):
    text = relationships(mine).read_text(encoding="utf-8-sig")
    header, first = text.splitlines()[:2]
    bad = first.replace(",", ",unheard_of", 1)
    relationships(mine).write_text("\n".join([header, bad, bad.replace("unheard_of", "never_heard_of")]) + "\n", encoding="utf-8")
    answer = actormap_says("load", mine)
    assert (answer.code, answer.out) == (1, "")
    assert "relationships.csv:2" in answer.err
    assert "relationships.csv:3" in answer.err
    assert actormap_says("check", mine).code == 1


def test_what_would_remove_more_than_half_needs_a_yes(mine, actormap_says, ask):
    ask("load", mine)
    for name in ("relationships", "networks", "projects", "themes", "coverage", "questions", "answers", "indicators"):
        table = mine / f"{name}.csv"
        table.write_text(table.read_text(encoding="utf-8-sig").splitlines()[0] + "\n", encoding="utf-8")
    (mine / "actormap.toml").unlink()
    answer = actormap_says("load", mine)
    assert answer.code == 1
    assert "--yes" in answer.err
    assert ask("load", mine, "--merge")["summary"]["removed"] == 0
    assert ask("load", mine, "--yes")["summary"]["removed"] > 0


def test_asking_brings_the_store_up_to_date_first_and_says_so(mine, actormap_says):
    assert actormap_says("centrality", "-w", mine).err != ""
    assert actormap_says("centrality", "-w", mine).err == ""


def test_status_says_what_was_loaded_when_and_from_which_files(mine, ask, actormap_says):
    ask("load", mine)
    told = ask("status", mine)
    assert {row["table"]: row["rows"] for row in told["rows"]}["relationships"] > 0
    (loaded,) = told["summary"]["loads"]
    assert set(loaded["files"]) >= {"actors.csv", "relationships.csv"}
    answer = actormap_says("status", mine)
    assert ("graph.sqlite" in answer.err, "graph.sqlite" in answer.out) == (True, False)


def test_status_of_a_folder_without_tables_says_so_in_one_language(in_english, actormap_says, tmp_path):
    answer = in_english("status", tmp_path)
    assert answer.code == 1
    assert "There are no tables here." in answer.err
    assert "holds no graph yet" not in answer.err
    swedish = actormap_says("status", tmp_path).err
    assert "Här finns inga tabeller." in swedish
    assert "Error" not in swedish
    assert not list(tmp_path.iterdir())


def test_status_of_a_workspace_that_nobody_has_loaded_says_that_of_its_store(mine, in_english):
    answer = in_english("status", mine)
    assert answer.code == 3
    assert "holds no graph yet. Load a workspace into it first." in answer.err


def test_a_backup_restores_to_the_same_graph_and_the_same_bytes(mine, actormap_says, tmp_path):
    store = f"sqlite:///{tmp_path / 'again.sqlite'}"
    assert actormap_says("backup", tmp_path / "one.gz", "-w", mine).code == 0
    assert actormap_says("restore", tmp_path / "one.gz", "--store", store).code == 0
    assert actormap_says("backup", tmp_path / "two.gz", "--store", store).code == 0
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()


def test_a_store_can_be_asked_without_its_tables(mine, ask, tmp_path):
    store = f"sqlite:///{tmp_path / 'kept.sqlite'}"
    ask("load", mine, "--store", store)
    assert ask("centrality", "--store", store)["rows"] == ask("centrality", "-w", mine)["rows"]


def test_check_rows_have_the_seven_columns(mine, actormap_says):
    with relationships(mine).open("a", encoding="utf-8") as table:
        table.write("nobody,owns,nothing\n")
    rows = json.loads(actormap_says("check", mine, "-f", "json").out)["rows"]
    assert all(list(row) == ["severity", "file", "row", "column", "found", "meant", "suggestion"] for row in rows)
    assert {row["found"] for row in rows} >= {"nobody", "nothing"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "It is not said where the workspace is to lie. Name one folder, or one workbook: actormap init my-network"),
        (("new", "--from", "gria+esf"), "gria+esf is 2 workspaces joined, and a copy is made of one."),
    ],
)
def test_a_workspace_is_made_in_one_place_and_a_copy_of_one_workspace(words, said, in_english, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = in_english("init", *words)
    assert (answer.code, list(tmp_path.iterdir())) == (2, [])
    assert said in answer.err
