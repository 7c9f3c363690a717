"""Claims about `actormap code` and `actormap agreement`: the walk, the hand-outs, and the way back."""

from __future__ import annotations

import json

import pytest

from actormap import workspace
from actormap.cli.coding_walk import CodingWalk
from actormap.i18n import Texts
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.coding import task
from actormap.workspace.schema import closed_lists
from tests.tables import written
from tests.workspace.coding.conftest import TABLES


@pytest.fixture
def place(tmp_path):
    return written(tmp_path / "mine", TABLES)


def walked(place, *typed, page=None):
    """Return what comes of typing some answers, and what was shown."""
    shown, left = [], list(typed)
    asked = task.of(workspace.read(place).snapshot, "p", coder="granskare", file=page)
    lists = closed_lists.lists(Vocabulary.load())
    found = CodingWalk(lambda _: left.pop(0) if left else None, shown.append, 80, Texts.load("sv"), asked, lists).go()
    return [(each.question, each.answer, each.locator) for each in found], "\n".join(shown)


def test_the_walk_takes_a_number_or_a_word_and_asks_where_it_stands(place):
    found, shown = walked(place, "3", "s. 4", "", "12", "rad 7", "Ett och annat", "")
    assert found == [("q1", "mycket", "s. 4"), ("q3", "12", "rad 7"), ("q4", "Ett och annat", None)]
    assert "1 av 4. Ökade närvaron?" in shown
    assert "  5  källan säger inget" in shown


def test_one_may_go_back_and_what_is_answered_before_an_end_is_kept(place):
    assert walked(place, "3", "", "b", "tyst", "", "k")[0] == [("q1", "silent", None)]
    assert walked(place, "3", "", "ja")[0] == [("q1", "mycket", None)]
    assert walked(place)[0] == []


def test_one_may_go_back_or_end_where_the_place_is_asked_for(place):
    assert walked(place, "3", "b", "lite", "s. 4", "k")[0] == [("q1", "lite", "s. 4")]
    assert walked(place, "3", "k", "lite", "s. 4")[0] == [("q1", "mycket", None)]


def test_what_is_no_answer_and_personal_data_are_asked_for_anew(place):
    found, shown = walked(place, "kanske", "Ring 070-174 06 05", "lite", "070-174 06 05", "s. 2")
    assert found == [("q1", "lite", "s. 2")]
    assert shown.count("personuppgifter") == 2
    assert "Tillåtna svar: nej, lite, mycket" in shown


def test_lines_of_the_page_are_shown_when_they_are_asked_for(place):
    page = place / "page.txt"
    page.write_text("ett\ntvå\ntre\n", encoding="utf-8")
    _, shown = walked(place, "=2", "k", page=page)
    assert "   2  två" in shown


def test_a_sheet_and_a_page_are_handed_out_and_the_answers_come_in_and_go_back(actormap_says, ask, place, tmp_path):
    before = (place / "answers.csv").read_bytes()
    assert "--from" in actormap_says("code", "p", "-w", place, "--by", "granskare", "-o", tmp_path / "p.xlsx").err
    assert "--from" in actormap_says("code", "p", "-w", place, "-o", tmp_path / "p.html").err
    page = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page
    file = tmp_path / "p.json"
    file.write_text(json.dumps({"project": "p", "document": "d", "answers": [{"question": "q1", "answer": "mycket"}]}), encoding="utf-8")
    assert "Nya svar i " in actormap_says("code", "--from", file, "-w", place, "--by", "granskare").err
    assert "svaret finns redan" in actormap_says("code", "--from", file, "-w", place, "--by", "granskare").err
    rows = ask("agreement", "-w", place)["rows"]
    assert [(row["question"], row["coded_by_several"], row["agreed"]) for row in rows] == [("q1", 1, 0)]
    listed = ask("agreement", "-w", place, "--disagreements")["rows"]
    assert listed[0]["coded"] == ["analyst: lite", "granskare: mycket"]
    assert "1 svar är tillbakataget" in actormap_says("code", "--undo", "-w", place).err
    assert (place / "answers.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("p", "--by", "070-174 06 05"), "names nobody"),
        (("p", "--by", "granskare"), "no terminal"),
        ((), "PROJECT is needed"),
        (("p", "-f", "xlsx"), "needs a file"),
    ],
)
def test_who_codes_is_a_role_and_a_walk_needs_a_terminal(in_english, place, given, said):
    assert said in in_english("code", *given, "-w", place).err


PAGE = "2019/00777 - {name}\n\nProjektnummer:\n2019/00777\nNamn:\n{name}\nProgramområde:\n2\nSpecifikt mål:\n2.1\n\nText.\n"


@pytest.mark.parametrize(("name", "told"), [("Lyftet i Nord", True), ("Plugget", False), ("Plugga", False)])
def test_a_page_that_is_about_another_project_is_noticed(actormap_says, place, tmp_path, name, told):
    page = tmp_path / "page.txt"
    page.write_text(PAGE.format(name=name), encoding="utf-8")
    said = actormap_says("code", "p", "-w", place, "--text", page, "-o", tmp_path / "p.html").err
    assert ("page.txt är sidan om Lyftet i Nord, inte om Plugga" in said) == told


def test_answers_about_a_workspace_that_cannot_be_written_are_to_be_read_into_a_copy(actormap_says, place, tmp_path):
    said = actormap_says("code", "invux", "-w", "esf", "-o", tmp_path / "p.xlsx").err
    assert "--workspace mine --by ROLL" in said
    assert "actormap init mine --from esf" in said
    assert "init mine" not in actormap_says("code", "p", "-w", place, "-o", tmp_path / "q.xlsx").err
    joined = actormap_says("code", "invux", "-w", "gria+esf", "-o", tmp_path / "r.xlsx").err
    assert "actormap init mine --from esf" in joined
    with_own = actormap_says("code", "p", "-w", f"gria+{place}", "-o", tmp_path / "s.xlsx").err
    assert f"--workspace {place} --by ROLL" in with_own


def test_a_sheet_about_a_project_that_is_not_here_is_refused_also_without_an_answer(in_english, place, tmp_path):
    in_english("code", "invux", "-w", "esf", "-o", tmp_path / "p.xlsx")
    done = in_english("code", "-w", place, "--from", tmp_path / "p.xlsx", "--by", "granskare")
    assert done.code == 1
    assert "is about a project that this workspace lacks: invux" in done.err


def test_a_workspace_is_no_coding_sheet(in_english, place, tmp_path):
    in_english("init", tmp_path / "esf.xlsx", "--xlsx", "--from", "esf", "-q")
    done = in_english("code", "-w", place, "--from", tmp_path / "esf.xlsx", "--by", "granskare")
    assert done.code == 1
    assert "esf.xlsx is a workspace and no coding sheet" in done.err


def test_back_goes_to_the_question_before_and_from_the_first_to_the_first(place):
    found, shown = walked(place, "b", "nej", "", "ja", "", "b", "b", "lite", "", "k")
    assert found == [("q2", "yes", None), ("q1", "lite", None)]
    assert [line[:7] for line in shown.splitlines() if " av 4. " in line] == [
        "1 av 4.",
        "1 av 4.",
        "2 av 4.",
        "3 av 4.",
        "2 av 4.",
        "1 av 4.",
        "2 av 4.",
    ]
