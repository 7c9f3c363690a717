"""Claims about `actormap duplicates` and what `load` says of pairs that await judgement."""

from __future__ import annotations

import json

import pytest
from openpyxl import load_workbook

from actormap.cli import duplicates
from actormap.workspace.identity.journal import WalkJournal
from actormap.workspace.identity.judgements import Judgement
from tests.tables import written
from tests.workspace.identity.conftest import TABLES


@pytest.fixture
def place(tmp_path):
    return written(tmp_path / "plats", TABLES)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def at_a_terminal(monkeypatch):
    def answers(*given):
        left = list(given)
        monkeypatch.setattr(duplicates.sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(duplicates, "_typed", lambda _: left.pop(0) if left else None)

    return answers


def test_pairs_are_listed_where_nobody_can_be_asked(ask, actormap_says, place):
    told = ask("duplicates", place)
    assert told["figures"] == {"same": 4, "parts": 2, "postponed": 0}
    assert (told["rows"][0]["a"], told["rows"][0]["b"], told["rows"][0]["reason"]) == ("goteborg", "stad", "words")
    assert "Göteborg och Göteborgs Stad: samma? Samma ord i namnen." in actormap_says("duplicates", place, "--list").out
    assert {row["may_be"] for row in ask("duplicates", place, "--only", "part_of")["rows"]} == {"part_of"}


def test_a_folder_without_tables_has_no_pairs_to_list_but_a_fault(in_english, tmp_path):
    answer = in_english("duplicates", tmp_path)
    assert (answer.code, answer.out) == (1, "")
    assert "There are no tables here." in answer.err


def test_a_walk_is_written_told_and_taken_back_to_the_same_bytes(actormap_says, place, at_a_terminal):
    before = contents(place)
    at_a_terminal("n", "j", "q")
    told = actormap_says("duplicates", place, "--by", "samordnare", "--date", "2026-01-31")
    assert "Göteborgsregionen: 1 → 2 sammanhang" in told.err
    assert "identity.csv:3: varning: gr2 säger något annat än gr om kind" in told.err
    written = (place / "identity.csv").read_text(encoding="utf-8").splitlines()
    assert written[1:] == ["goteborg,stad,different,samordnare,2026-01-31,", "gr,gr2,same,samordnare,2026-01-31,"]
    assert "Göteborgsregionen: 2 → 1 sammanhang" in actormap_says("duplicates", place, "--undo").err
    assert contents(place) == before


def test_a_sheet_goes_out_and_comes_back(actormap_says, ask, place, tmp_path):
    file = tmp_path / "par.xlsx"
    assert "--from" in actormap_says("duplicates", place, "-o", file).err
    book = load_workbook(file)
    for row, verdict in ((2, "samma"), (3, "samma"), (4, "olika")):
        book["identity"].cell(row, 5, verdict)
    book.save(file)
    assert "Skrev 3 omdömen" in actormap_says("duplicates", place, "--from", file, "--by", "samordnare").err
    assert "Inga nya omdömen." in actormap_says("duplicates", place, "--from", file, "--by", "samordnare").err
    assert [(row["a"], row["b"]) for row in ask("duplicates", place)["rows"]] == [("skola", "goteborg")]


def test_a_contradiction_is_shown_and_an_id_that_is_gone_is_no_error(actormap_says, place, tmp_path):
    file = tmp_path / "par.csv"
    file.write_text("a,b,verdict\ngr,gr2,same\ngr2,gr3,same\ngr,gr3,different\ngr,borta,same\n", encoding="utf-8")
    told = actormap_says("duplicates", place, "--from", file)
    assert told.code == 0
    assert "identity.csv:4: varning: verdict" in told.err
    assert "enligt rad 2, 3" in told.err
    assert "identity.csv:5: varning: b" in told.err
    assert actormap_says("check", place).code == 0


def test_load_says_how_many_pairs_await_judgement_until_none_does(actormap_says, place, at_a_terminal):
    assert "Par som kan vara samma aktör: 4." in actormap_says("load", place).err
    at_a_terminal(*["n"] * 6)
    actormap_says("duplicates", place)
    assert "kan vara samma" not in actormap_says("load", place).err
    assert "Inget par väntar" in actormap_says("duplicates", place).out


def test_every_command_sees_one_actor_and_so_does_a_store_alone(actormap_says, ask, place, tmp_path):
    (place / "identity.csv").write_text("a,b,verdict\ngr,gr2,same\n", encoding="utf-8")
    store = f"sqlite:///{tmp_path}/alone.sqlite"
    assert actormap_says("load", place, "--store", store).code == 0
    ranked = [ask("centrality", *where, "--no-certainty")["rows"] for where in (("-w", place), ("--store", store))]
    assert ranked[0] == ranked[1]
    assert "gr2" not in {row["id"] for row in ranked[0]}
    backup, again = tmp_path / "b.jsonl.gz", f"sqlite:///{tmp_path}/again.sqlite"
    assert actormap_says("backup", backup, "-w", place).code == 0
    assert actormap_says("restore", backup, "--store", again).code == 0
    told = [
        actormap_says("explain", "gr2", *where, "--no-certainty").out for where in (("-w", place), ("--store", store), ("--store", again))
    ]
    assert told[0] == told[1] == told[2]
    assert told[0].startswith("Göteborgsregionen")


def test_the_built_in_workspace_has_no_two_of_one_and_is_not_written_to(ask, in_english, at_a_terminal):
    assert ask("duplicates", "gria")["figures"]["same"] == 0
    at_a_terminal("n")
    assert "read-only" in in_english("duplicates", "gria").err
    assert json.loads(in_english("duplicates", "gria", "-f", "json").out)["rows"]


def test_import_says_so_too(actormap_says, tmp_path):
    (tmp_path / "lista.csv").write_text("från,till\nSkogsstyrelsen,Boverket\nSkogstyrelsen,Lantmäteriet\n", encoding="utf-8")
    told = actormap_says("import", tmp_path / "lista.csv", "--into", tmp_path / "ny", "--yes", "--lang", "sv")
    assert told.code == 0
    assert "Par som kan vara samma aktör: 1." in told.err


def test_a_walk_that_was_killed_is_taken_up_where_it_was(actormap_says, place, at_a_terminal):
    journal = WalkJournal.of(place)
    journal.keep([Judgement("goteborg", "stad", "different", "samordnare", "2026-01-31")])
    at_a_terminal("q")
    assert "1 omdöme från en genomgång som bröts tas upp igen" in actormap_says("duplicates", place).err
    assert "goteborg,stad,different" in (place / "identity.csv").read_text(encoding="utf-8")
    assert journal.kept() == []


@pytest.mark.parametrize(("columns", "widest"), [(30, 40), (60, 60), (300, 100)])
def test_a_walk_is_as_wide_as_the_terminal_but_never_too_narrow_nor_too_wide_to_read(
    actormap_says, place, at_a_terminal, monkeypatch, columns, widest
):
    monkeypatch.setenv("COLUMNS", str(columns))
    head, *rows = (place / "actors.csv").read_text("utf-8").splitlines()
    noted = [f"{head},note", *(f"{row},{row[:3]} {'abc ' * 20}" for row in rows)]
    (place / "actors.csv").write_text("\n".join(noted), "utf-8")
    at_a_terminal("n", "q")
    lines = actormap_says("duplicates", place).out.splitlines()
    assert widest - 6 <= max(map(len, lines)) <= widest


def test_pairs_that_await_judgement_are_told_to_nobody_who_wants_quiet_nor_of_what_is_built_in(actormap_says, place, monkeypatch):
    monkeypatch.setattr("actormap.workspace.identity.waiting.count", lambda _: None)
    told = "par som kan vara samma har inte letats upp"
    assert told in actormap_says("load", place).err
    english = "There are more than 5,000 actors, so pairs that may be one have not been looked for."
    assert f"{english} Do so with: actormap duplicates {place}\n" in actormap_says("load", place, "--lang", "en").err
    assert told not in actormap_says("load", place, "--quiet").err
    assert told not in actormap_says("load", "gria", "--store", "sqlite:///:memory:").err
