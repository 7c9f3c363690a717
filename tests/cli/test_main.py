"""Claims about the command line as a whole: contents, exit codes, one sentence for what went wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["gaps", "--workspace", "gria", "--network", "grja"], 1, 'Did you mean "GRIA-nätverket"?'),
        (["centrality", "-w", "gria", "-m", "degre"], 1, 'measure "degre" is unknown. Did you mean "degree" or "in_degree"?'),
        (["centrality", "-w", "gria", "-d", "fiv"], 1, 'Did you mean "five"'),
        (["centrality", "-w", "gria", "--with", "fund"], 1, 'Did you mean "funds"?'),
        (["centrality", "-w", "gria", "--from", "2020", "--to", "2010"], 2, "--to 2010 lies before --from 2020."),
        (["centrality", "-w", "gria", "--where", "kind=municipalty"], 1, 'Did you mean "municipality"'),
        (["centrality", "-w", "gria", "--at", "2014-13"], 2, '--at "2014-13" is no date.'),
        (["centrality", "-w", "gria", "--where", "kind"], 2, "Write it as kind=municipality."),
        (["centrality", "-w", "gria", "--top", "0"], 2, "--top"),
        (["centrality", "-w", "gria", "-f", "xlsx"], 2, "Say --output centrality.xlsx"),
        (["centralty"], 2, "No such command 'centralty'. Did you mean 'centrality'?"),
        (["articulation-point"], 2, "Did you mean 'articulation-points'?"),
        (["xyz"], 2, "No such command 'xyz'."),
        (["centrality", "-w", "nowhere"], 1, "nowhere"),
        (["status", "--store", "sqlite:///nowhere/at/all.sqlite"], 3, "all.sqlite"),
    ],
)
def test_what_went_wrong_is_one_clear_sentence(arguments, code, sentence, in_english, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = in_english(*arguments)
    assert (answer.code, answer.out) == (code, "")
    assert sentence in answer.err
    assert "Traceback" not in answer.err


LONG = "x" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        *(("gaps", "-w", LONG), ("gaps", LONG), ("explain", f"{LONG}+y", "-w", LONG), ("load", f"{LONG}+y"), ("init", LONG)),
        *(("read", LONG, "--into", "mine"), ("map", "-w", "gria", "-o", f"{LONG}.html")),
        *(("map", "-w", "gria", "--story", LONG), ("code", "--from", LONG, "-w", "gria"), ("check", f"a\N{COMBINING DIAERESIS}{LONG}")),
    ],
)
def test_a_name_that_no_file_can_have_is_one_sentence(arguments, in_english, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = in_english(*arguments, *(("-q",) if "map" in arguments else ()))
    assert answer.code == 1
    assert answer.err.startswith("Error: ")
    assert answer.err.count("\n") == 1


def test_a_folder_without_tables_is_answered_with_what_to_do(actormap_says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = actormap_says("gaps")
    assert answer.code == 2
    assert "--workspace gria" in answer.err


def test_a_reader_that_has_had_enough_ends_it_quietly():
    script = "from actormap.cli.main import main; main(['centrality', '-w', 'gria', '--no-certainty', '-f', 'csv'])"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        assert running.stderr.read() == b""


def test_completion_offers_the_commands():
    code = "import os; os.environ['_ACTORMAP_COMPLETE'] = 'bash_source'; from actormap.cli.main import cli; cli(prog_name='actormap')"
    assert "_actormap_completion" in subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize(
    ("asked", "word"), [((), "Relationstypen"), (("--lang", "en"), "relationship type"), (("--lang=en",), "relationship type")]
)
def test_what_is_wrong_is_told_in_the_language_asked_for_or_else_the_workspaces(actormap_says, tmp_path, asked, word):
    (tmp_path / "actors.csv").write_text("id,name,kind\na,A,unit\nb,B,unit\n", encoding="utf-8")
    (tmp_path / "relationships.csv").write_text("source,type,target\na,deltagr i,b\n", encoding="utf-8")
    told = actormap_says("centrality", "--workspace", tmp_path, *asked)
    assert told.code == 1
    assert word in told.err


@pytest.mark.parametrize("value", ["", " "])
@pytest.mark.parametrize("variable", ["ACTORMAP_WORKSPACE", "ACTORMAP_STORE", "ACTORMAP_CONFIG"])
def test_a_variable_that_is_set_and_holds_nothing_is_a_sentence(variable, value, in_english, monkeypatch):
    monkeypatch.setenv(variable, value)
    answer = in_english("status", "gria")
    assert (answer.code, answer.err) == (2, f"Error: The variable {variable} is set, and holds nothing. Give it a value, or unset it.\n")


@pytest.mark.parametrize(
    ("notes", "said"),
    [((), "Stopped; nothing has been changed."), (("the load is left unfinished",), "Stopped; the load is left unfinished.")],
)
def test_ctrl_c_is_answered_with_what_it_leaves(notes, said, in_english, monkeypatch):
    def stop(*_, **__):
        stopping = KeyboardInterrupt()
        for note in notes:
            stopping.add_note(note)
        raise stopping

    monkeypatch.setattr("actormap.workspace.read", stop)
    answer = in_english("load", "gria", "--store", "sqlite:///:memory:")
    assert (answer.code, answer.err.strip()) == (130, said)


def stopped_at(place, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(place, stop)


@pytest.mark.parametrize(
    ("store", "said"),
    [
        ("sqlite:///graph.sqlite", "Stopped; what had been written by then is kept."),
        ("sqlite:///:memory:", "Stopped; nothing has been changed."),
    ],
)
def test_ctrl_c_after_a_load_is_not_told_as_one_before_it(store, said, in_english, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    stopped_at("actormap.output.listings.load", monkeypatch)
    answer = in_english("load", "gria", "--store", store)
    assert (answer.code, answer.err.strip()) == (130, said)
    # The same again writes nothing.
    assert in_english("load", "gria", "--store", store).err.strip() == "Stopped; nothing has been changed."


def test_ctrl_c_after_a_file_has_been_written_says_that_it_is_there(actormap_says, monkeypatch, tmp_path):
    stopped_at("actormap.cli.output.say", monkeypatch)
    answer = actormap_says("backup", tmp_path / "gria.gz", "--workspace", "gria", "--lang", "sv")
    assert (answer.code, answer.err.strip()) == (130, "Avbrutet; det som redan hade skrivits finns kvar.")
    assert (tmp_path / "gria.gz").is_file()


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="symbolic links are a right of their own on Windows")
def test_a_link_that_leads_back_to_itself_is_a_sentence_wherever_something_is_written(in_english, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for one, other in (("a", "b"), ("b", "a")):
        Path(one).symlink_to(other)
    for asked in (["gaps", "gria", "--output", "a"], ["backup", "a", "--workspace", "gria"], ["init", "a"], ["init", "a/x"]):
        answer = in_english(*asked)
        assert answer.code, asked
        assert re.search("leads back to itself|cannot be written", answer.err), (asked, answer.err)


def test_an_answer_is_written_where_tilde_stands_for_the_home_folder_or_not_at_all(in_english, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert in_english("gaps", "gria", "--output", "~/gaps.csv").code == 0
    assert (tmp_path / "home" / "gaps.csv").is_file()
    answer = in_english("gaps", "gria", "--output", "~nobody-here/gaps.csv")
    assert (answer.code, answer.err.startswith("Error: ~nobody-here/gaps.csv begins with ~ and names no user.")) == (1, True)
    assert [each.name for each in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize(("said", "found"), [("~", "home/a"), ("./~", "~/a")])
def test_a_workspace_is_made_and_read_where_tilde_stands_for_the_home_folder_and_here_where_a_dot_says_so(
    in_english, monkeypatch, tmp_path, said, found
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    for asked in (["init", f"--workspace={said}/a"], ["check", f"{said}/a"], ["gaps", f"{said}/a", "--output", f"{said}/a/gaps.csv"]):
        assert in_english(*asked).code == 0, asked
    assert (tmp_path / found / "gaps.csv").is_file()
    assert (tmp_path / found / "actors.csv").is_file()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_wrong_option_is_told_with_the_usage_and_with_help_by_its_long_name(in_english):
    assert in_english("gaps", "--nope").err.splitlines()[:2] == [
        "Usage: actormap gaps [OPTIONS] [PLACE]",
        "Try 'actormap gaps --help' for help.",
    ]
