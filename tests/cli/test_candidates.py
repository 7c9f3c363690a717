"""Claims about `actormap candidates`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap

import pytest
from openpyxl import load_workbook

from actormap.cli import candidates
from actormap.workspace.pages import entry
from tests.workspace.decisions.conftest import BODY, contents
from tests.workspace.pages import samples

PEOPLE = (samples.PERSON, samples.EMAIL, samples.TELEPHONE, "Grävling", "Igelkotta")


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "bron.txt"
    path.write_text(samples.page("1420B", body=(*BODY, "Igelkotta Svensson, projektledare, säger att Lerum deltar.")), encoding="utf-8")
    return path


@pytest.fixture
def place(tmp_path, page):
    entry.enter(tmp_path / "mine", [page])
    return tmp_path / "mine"


@pytest.fixture
def at_a_terminal(monkeypatch):
    def answers(*given):
        left = list(given)
        monkeypatch.setattr(candidates.sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(candidates, "_typed", lambda _: left.pop(0) if left else None)

    return answers


def test_candidates_are_listed_where_nobody_can_be_asked(ask, place, page):
    told = ask("candidates", page, "-w", place)
    assert told["figures"] == {"waiting": 4, "postponed": 0, "decided": 1}
    first = told["rows"][0]
    assert (first["file"], first["line"], first["type"], first["target"]) == (page.as_posix(), 38, "participates_in", "bron-till-arbete")
    assert (first["cue"], first["direction"], first["stated_by"]) == ("Projektet drivs i", "backwards", "")


def test_a_walk_shows_the_sentence_and_is_taken_back_to_the_same_bytes(actormap_says, place, page, at_a_terminal):
    before = contents(place)
    at_a_terminal("j", "n", "å", "s", "b", "", "finansierar", "", "q")
    told = actormap_says("candidates", page, "-w", place, "--by", "samordnare", "--date", "2026-01-31")
    assert "»Projektet drivs i« samarbete med Lerums kommun" in " ".join(told.out.split())
    assert "Folkhögskolan i Vara (ny: skola) – deltar i – Bron till arbete" in " ".join(told.out.split())
    assert "Skrev 3 beslut." in told.err
    verdicts = [line.split(";")[5:8] for line in (place / "candidates.csv").read_text(encoding="utf-8-sig").splitlines()[1:]]
    assert [(verdict, type_) for verdict, _, type_ in verdicts] == [("accepted", ""), ("later", ""), ("accepted", "funds")]
    assert "Tog tillbaka 3 beslut." in actormap_says("candidates", "-w", place, "--undo").err
    assert contents(place) == before


def test_a_change_that_no_row_can_have_is_told_and_the_candidate_asked_about_again(actormap_says, place, page, at_a_terminal):
    at_a_terminal("b", "", "har säte i", "", "b", "", "tycker om", "", "", "q")
    told = actormap_says("candidates", page, "-w", place)
    assert "located_in står mellan andra" in told.out
    assert "Det finns ingen sådan relation. De som finns: äger, genomför" in told.out
    assert told.out.count("1 av 4.") == 2
    assert "Skrev ett beslut." in told.err


def test_a_name_put_in_that_nobody_has_is_shown_as_new_with_what_it_is_like_and_asked_about(actormap_says, place, page, at_a_terminal):
    at_a_terminal("b", "Kvarnen", "", "Bron till arbet", "å", "b", "", "äger", "bron-till-arbete", "j", "q")
    told = " ".join(actormap_says("candidates", page, "-w", place).out.split())
    assert "Blir: Kvarnen (ny: skola) – deltar i – Bron till arbet (ny: projekt; kanske Bron till arbete)" in told
    assert told.count("1 av 4.") == 2
    assert "kvarnen" not in (place / "actors.csv").read_text(encoding="utf-8-sig")
    assert "folkhogskolan-i-vara;owns;bron-till-arbete" in (place / "relationships.csv").read_text(encoding="utf-8-sig")


def test_a_new_name_that_is_kept_becomes_a_record_of_its_own_kind_and_one_may_leave_in_the_middle_of_a_change(
    actormap_says, place, page, at_a_terminal
):
    at_a_terminal("b", "Lerum", "äger", "", "j", "b", "Kvarnen", "q")
    assert "Blir: Lerum (ny: kommun) – äger – Bron till arbete" in " ".join(actormap_says("candidates", page, "-w", place).out.split())
    assert "lerum;owns;bron-till-arbete" in (place / "relationships.csv").read_text(encoding="utf-8-sig")
    assert "Lerum" in (place / "municipalities.csv").read_text(encoding="utf-8-sig")
    decided = (place / "candidates.csv").read_text(encoding="utf-8-sig")
    assert (decided.count("accepted"), "Kvarnen" in decided) == (1, False)


@pytest.mark.parametrize(("where", "told"), [("gria+esf", "gria+esf är flera arbetsytor"), ("esf", "actormap init mine --from esf")])
def test_a_sheet_that_cannot_be_read_back_where_it_is_made_says_so(actormap_says, page, tmp_path, where, told):
    page.write_text("Projektet Plug In ägs av Partille.", encoding="utf-8")
    said = actormap_says("candidates", page, "-w", where, "-o", tmp_path / "k.xlsx").err
    assert told in said
    assert "--from k.xlsx" not in said


def test_what_a_killed_walk_left_and_cannot_be_written_is_told_with_where_it_stands(actormap_says, place, page):
    left = place / ".actormap" / "candidates.jsonl"
    left.write_text(
        '{"source":"a","type":"funds","target":"bron-till-arbete","document":"d","verdict":"accepted","source_kind":"kung"}', "utf-8"
    )
    told = actormap_says("candidates", page, "-w", place, "--list")
    assert "candidates.jsonl" in told.err
    assert left.exists()


def test_nobody_of_a_page_is_in_any_form_of_the_answer_nor_in_what_is_written(actormap_says, place, page, at_a_terminal, tmp_path):
    said = b""
    for form in ("table", "csv", "json", "md", "xlsx"):
        answer = actormap_says("candidates", page, "-w", place, "-f", form, "-o", tmp_path / f"out.{form}")
        said += (tmp_path / f"out.{form}").read_bytes() + f"{answer.out}{answer.err}".encode()
    book = load_workbook(tmp_path / "out.xlsx")
    said += str([list(row) for sheet in book.worksheets for row in sheet.values]).encode()
    at_a_terminal(*["j"] * 9)
    answer = actormap_says("candidates", page, "-w", place)
    said += f"{answer.out}{answer.err}".encode() + b"".join(path.read_bytes() for path in place.rglob("*") if path.is_file())
    assert [part for part in PEOPLE if part.encode() in said] == []


def test_a_sheet_goes_out_and_comes_back(actormap_says, ask, place, page, tmp_path):
    file = tmp_path / "kandidater.xlsx"
    assert "--from" in actormap_says("candidates", page, "-w", place, "-o", file).err
    book = load_workbook(file)
    assert book["candidates"]["A2"].alignment.wrap_text
    book["candidates"].cell(2, 7, "godtagen")
    book["candidates"].cell(3, 7, "avvisad")
    book.save(file)
    assert "Skrev 2 beslut" in actormap_says("candidates", "-w", place, "--from", file, "--by", "samordnare").err
    assert "Inga nya beslut." in actormap_says("candidates", "-w", place, "--from", file).err
    assert ask("candidates", page, "-w", place)["figures"]["waiting"] == 2


def test_a_page_that_has_changed_is_told_and_without_pages_nothing_is_asked(actormap_says, place, page):
    page.write_text(page.read_text(encoding="utf-8") + "\nMer.", encoding="utf-8")
    assert "har ändrats sedan den lästes in" in actormap_says("candidates", page, "-w", place, "--list").err
    assert "Ingen sida är angiven." in actormap_says("candidates", "-w", place).err


KILLED = """
    import os, signal
    from actormap.cli import candidates
    from actormap.cli.main import run
    left = ["j", "n"]
    def typed(_):
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return left.pop(0)
    candidates._typed = typed
    candidates.sys.stdin.isatty = lambda: True
    run(["candidates", {page!r}, "-w", {place!r}, "--date", "2026-01-31"])
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="has no such signal")
def test_a_walk_that_is_killed_loses_nothing_that_was_decided(actormap_says, ask, place, page):
    before = contents(place)
    code = textwrap.dedent(KILLED).format(page=str(page), place=str(place))
    code = code.replace(
        "candidates.sys.stdin.isatty = lambda: True", "candidates.sys.stdin = type('T', (), {'isatty': lambda self: True})()"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert run.returncode == -signal.SIGKILL, run.stderr
    assert contents(place) == before
    assert "de 2 besluten i den är nu skrivna" in actormap_says("candidates", page, "-w", place, "--list").err
    assert ask("candidates", page, "-w", place)["figures"]["waiting"] == 2
    assert "Tog tillbaka 2 beslut." in actormap_says("candidates", "-w", place, "--undo").err
    assert contents(place) == before
