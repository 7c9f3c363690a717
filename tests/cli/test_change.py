"""Claims about asking what might be, from the command line."""

from __future__ import annotations

import json

import openpyxl
import pytest

from actormap.cli import change
from actormap.errors import UsageError
from tests.output.charts.test_charts import read, texts

GRIA = ("--workspace", "gria")
SUNSET = ("sunset", "Plug In 2.0", "--at", "2018-12-31", *GRIA)
WHATIF = ("whatif", *GRIA, "--resamples", "5", "--add-member", "vgr", "--remove", "plug-in-2", "--remove", "gr,coordinates,kompetensradet")


def test_a_sunset_is_one_row_a_finding_with_its_evidence(ask):
    told = ask(*SUNSET)
    assert {"finding", "ids", "evidence"} <= set(told["rows"][0])
    assert all(row["evidence"] for row in told["rows"])
    assert told["parameters"]["at"] == "2018-12-31"
    assert told["figures"]["memberships_contact"] == 8


@pytest.mark.parametrize("command", [SUNSET, WHATIF, ("sunset", "--calendar", *GRIA), ("vacant", *GRIA), ("vacant", "KIA-ansvarig", *GRIA)])
def test_an_answer_is_told_in_both_languages_and_in_every_form(command, actormap_says, tmp_path):
    swedish, english = (actormap_says(*command, "--lang", lang) for lang in ("sv", "en"))
    assert (swedish.code, english.code) == (0, 0), swedish.err
    assert swedish.out != english.out
    for form in ("md", "csv", "json"):
        assert actormap_says(*command, "--format", form).out
    book = tmp_path / "answer.xlsx"
    assert actormap_says(*command, "--output", book).code == 0
    assert openpyxl.load_workbook(book).worksheets[0].max_row > 1


@pytest.mark.parametrize("command", [SUNSET, WHATIF, ("vacant", *GRIA), ("sunset", "--calendar", *GRIA)])
def test_the_statements_behind_can_be_listed(command, ask, actormap_says):
    rows = ask(*command, "--evidence")["evidence"]
    assert {"relationship", "document", "locator", "status"} <= set(rows[0])
    assert "esf" in actormap_says(*command, "--evidence").out


def test_the_calendar_is_a_picture_too(actormap_says, tmp_path):
    picture = tmp_path / "calendar.svg"
    assert actormap_says("sunset", "--calendar", *GRIA, "--picture", picture, "--lang", "en").code == 0
    names = texts(read(picture.read_text(encoding="utf-8")))
    assert {"InVux", "Plug In 2.0", "25 relationships, 100 pairs"} <= set(names)


@pytest.mark.parametrize(
    "arguments", [("sunset", *GRIA), ("sunset", "invux", "--calendar", *GRIA), ("sunset", "invux", "--picture", "x.svg", *GRIA)]
)
def test_a_sunset_is_of_a_project_or_a_calendar(arguments, actormap_says):
    assert actormap_says(*arguments).code == 2


def test_a_scenario_file_and_options_go_together(ask, tmp_path):
    file = tmp_path / "try.toml"
    file.write_text('title = "Tried"\nremove_members = ["Tjörn"]', encoding="utf-8")
    told = ask("whatif", file, *WHATIF[1:])
    assert {(row["id"], row["change"]) for row in told["rows"] if row["aspect"] == "seat"} == {("vgr", "came"), ("tjorn", "went")}
    assert told["parameters"]["scenario"] == "Tried"


def test_the_measures_to_compare_can_be_chosen(ask):
    told = ask(*WHATIF, "--measure", "degree")
    assert {row["measure"] for row in told["rows"] if row["aspect"] == "measure"} == {"degree"}


def test_broken_options_and_files_are_told_together(actormap_says, tmp_path):
    file = tmp_path / "try.toml"
    file.write_text('add_members = ["nobody"]\nnonsense = 1', encoding="utf-8")
    answer = actormap_says("whatif", file, *GRIA, "--add-member", "ale", "--remove", "gr,funds,gria")
    assert answer.code == 1
    assert [line.split(": ")[0] for line in answer.err.splitlines()[:4]] == ["try.toml:1", "try.toml:2", "--add-member", "--remove"]


@pytest.mark.parametrize("arguments", [("--add", "a,b"), ("--remove", "a,b"), ("--add", "a,,b")])
def test_a_relationship_has_two_ends_and_a_type(arguments, actormap_says):
    assert actormap_says("whatif", *GRIA, *arguments).code == 2


def test_the_map_of_the_difference_is_a_page(actormap_says, tmp_path):
    page = tmp_path / "difference.html"
    assert actormap_says(*WHATIF, "--map", page, "--date", "2026-01-31").code == 0
    text = page.read_text(encoding="utf-8")
    assert all(
        json.dumps(word, ensure_ascii=False) in text for word in ("Försvinner", "kommer till", "försvinner", "Gets a seat in the network")
    )


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("a, owns ,b", {"source": "a", "type": "owns", "target": "b"}),
        ("a,owns,b,chair", {"source": "a", "type": "owns", "target": "b", "role": "chair"}),
        ("a,owns,b,chair,more", None),
        ("a,owns,b, ", None),
    ],
)
def test_a_relationship_may_have_a_role_and_nothing_after_it(text, row):
    if row:
        assert change._row(text, "--add") == row
    else:
        with pytest.raises(UsageError, match=f'--add "{text}" is no relationship'):
            change._row(text, "--add")


def test_what_is_said_in_options_fills_the_keys_of_a_scenario():
    told = change._changes(("a",), ("b",), ("a,owns,b",), ("c", "a,funds,b"))
    assert [(option, key, entries) for option, key, entries in told if key != "relationships"] == [
        ("--add-member", "add_members", ["a"]),
        ("--remove-member", "remove_members", ["b"]),
        ("--remove", "remove", ["c"]),
        ("--remove", "remove_relationships", [{"source": "a", "type": "funds", "target": "b"}]),
    ]
