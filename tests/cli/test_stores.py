"""Claims about asking and copying stores from the command line."""

from __future__ import annotations

import csv

import pytest

from actormap.analysis.queries import catalogue
from actormap.atlas import trust

GRIA = ("--workspace", "gria")


def test_without_a_name_the_questions_are_listed_with_their_parameters(actormap_says):
    told = actormap_says("query").out
    assert all(name in told for name in catalogue())
    assert "--param first=gria" in told


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_named_question_is_answered_with_its_columns(name, ask, actormap_says):
    told = ask("query", name, *GRIA)
    assert told["result"] == "query"
    assert all(tuple(row) == catalogue()[name].columns for row in told["rows"])
    assert actormap_says("query", name, *GRIA, "--lang", "en").code == 0


def test_a_question_takes_parameters(ask):
    rows = ask("query", "members-of", *GRIA, "--param", "network=kompetensradet", "--param", "documents=five")["rows"]
    assert "vgr" in {row["id"] for row in rows}


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["members_off"], 1, 'Did you mean "members_of"'),
        (["members_of", "--param", "netwrk=gria"], 1, 'Did you mean "network"'),
        (["members_of", "--param", "network=grja"], 1, 'Did you mean "GRIA-nätverket"'),
        (["members_of", "--param", "network"], 2, "Write it as network=gria."),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(arguments, code, sentence, in_english):
    answer = in_english("query", *arguments, *GRIA)
    assert (answer.code, sentence in answer.err) == (code, True)


def test_one_store_becomes_another(ask, tmp_path):
    one, two = (f"sqlite:///{tmp_path / name}" for name in ("one.sqlite", "two.sqlite"))
    ask("load", "gria", "--store", one)
    assert ask("copy", one, two)["summary"]["added"] > 300
    assert ask("copy", one, two)["summary"]["added"] == 0
    assert ask("query", "members_of", "--store", two)["rows"] == ask("query", "members_of", *GRIA)["rows"]


def test_a_load_that_is_all_or_nothing_has_nothing_to_take_back(actormap_says, tmp_path):
    answer = actormap_says("load", "--undo", "--store", f"sqlite:///{tmp_path / 'one.sqlite'}")
    assert answer.code == 2
    assert "all or nothing" in answer.err


def test_the_files_for_neo4js_own_import_come_with_the_command(actormap_says, tmp_path):
    answer = actormap_says("export", "neo4j-import", "-o", tmp_path / "import", *GRIA)
    assert "neo4j-admin database import full" in answer.out
    with (tmp_path / "import" / "nodes.csv").open(encoding="utf-8", newline="") as table:
        assert "gria" in {cell for row in csv.reader(table) for cell in row}


@pytest.mark.parametrize("uri", ["neo4j://localhost:1", "bolt://localhost:1"])
def test_a_server_that_is_not_there_is_one_sentence_and_the_password_stands_nowhere(uri, actormap_says, monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "a-secret-that-nobody-may-see")
    answer = actormap_says("status", "--store", uri)
    assert answer.code == 3
    assert "localhost:1" in answer.err
    assert "a-secret" not in answer.err + answer.out


def workspace(folder, store):
    folder.mkdir()
    for name, text in {
        "actors": "id,name,kind\na,A,region\n",
        "networks": "id,name,kind\nv,V,network\n",
        "relationships": "source,type,target\na,member_of,v\n",
    }.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "actormap.toml").write_text(f'title = "{folder.name}"\nlanguage = "en"\n{store}', encoding="utf-8")
    return folder


def test_the_workspace_that_is_named_is_trusted_and_not_the_one_one_stands_in(actormap_says, tmp_path, monkeypatch):
    monkeypatch.setenv("ACTORMAP_CONFIG", str(tmp_path / "config"))
    here = workspace(tmp_path / "here", "")
    there = workspace(tmp_path / "there", 'store = "neo4j://example.invalid"\n')
    monkeypatch.chdir(here)
    assert actormap_says("trust").code == 2
    assert "there may use neo4j://example.invalid from now on." in actormap_says("trust", there).err
    assert trust.servers(there) == ("neo4j://example.invalid",)
    assert trust.servers(here) == ()
    assert "there may use no server any more" in actormap_says("trust", "--undo", there).err
    assert trust.servers(there) == ()


@pytest.mark.parametrize("arguments", [(), ("Row",), ("Row", "Column")])
def test_an_answer_names_its_cell_and_what_is_said_of_it(arguments, actormap_says, tmp_path):
    told = actormap_says("answer", *arguments, "--workspace", workspace(tmp_path / "w", ""))
    assert told.code == 2
    assert "ROW, COLUMN and yes, no or unknown are needed." in told.err
