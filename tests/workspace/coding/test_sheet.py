"""Claims about a coding sheet: what it asks, what it lets choose, and that what is filled in comes back as answers, checked."""

from __future__ import annotations

import json

import pytest
from openpyxl import load_workbook

from actormap import workspace
from actormap.errors import InputError, InvalidWorkspace, UnknownName, UsageError
from actormap.i18n import Texts
from actormap.model.coding import NOT_MEASURED, SILENT
from actormap.workspace.coding import filled_sheet, sheet, task

SV = Texts.load("sv")


@pytest.fixture
def read(place):
    return workspace.read(place)


def filled_in(place, read, answers, **options):
    """Return what is read back when the column answer of a sheet is filled in, by question."""
    file = place / "sheet.xlsx"
    file.write_bytes(sheet.write(task.of(read.snapshot, "p", **options), SV))
    book = load_workbook(file)
    for row in book["answers"].iter_rows(min_row=2):
        cells = dict(zip(sheet.COLUMNS, row, strict=True))
        if cells["question"].value in answers:
            cells["answer"].value = answers[cells["question"].value]
    book.save(file)
    return file


def test_each_question_has_a_row_and_a_list_of_what_it_may_be_answered_with(place, read):
    book = load_workbook(filled_in(place, read, {}, coder="granskare"))
    rows = [dict(zip(sheet.COLUMNS, row, strict=True)) for row in book["answers"].iter_rows(min_row=2, values_only=True)]
    assert [(row["asked"], row["may_be"], row["answer"], row["document"], row["coder"]) for row in rows] == [
        ("Ökade närvaron?", "ordnad skala", None, "d", "granskare"),
        ("Nämns samverkan?", "ja eller nej", None, "d", "granskare"),
        ("Hur många?", "tal", None, "d", "granskare"),
        ("Vad?", "fri text", None, "d", "granskare"),
    ]
    words = book["Ordlista"]
    lists = {str(each.sqref): each.formula1 for each in book["answers"].data_validations.dataValidation}
    first, last = lists["C2"].replace("$B$", "").split("!")[1].split(":")
    assert [words.cell(number, 2).value for number in range(int(first), int(last) + 1)] == [
        *("nej", "lite", "mycket", "planerat"),
        *("källan säger inget", "ej mätt"),
    ]
    assert {"C3", "C4", "C5"} <= lists.keys()


def test_what_the_same_role_has_coded_stands_there_and_nobody_elses(place, read):
    mine = load_workbook(filled_in(place, read, {}, coder="analyst"))["answers"]
    assert next((row[2], row[3], row[4]) for row in mine.iter_rows(min_row=2, values_only=True)) == ("lite", "s. 4", "projektet")
    assert task.of(read.snapshot, "Plugget", coder="granskare").given == {}


def test_what_is_filled_in_comes_back_and_an_empty_row_is_no_answer(place, read):
    said = {"q1": "källan säger inget", "q2": "ja", "q3": "1 200", "q4": None}
    found = filled_sheet.read(filled_in(place, read, said), read, "sv", coder="granskare")
    assert [(each.project, each.question, each.answer, each.document, each.coder) for each in found] == [
        ("p", "q1", SILENT, "d", "granskare"),
        ("p", "q2", "yes", "d", "granskare"),
        ("p", "q3", "1200", "d", "granskare"),
    ]


def test_what_the_page_saves_comes_back_too(place, read):
    file = place / "p.json"
    answers = [{"question": "q2", "answer": NOT_MEASURED, "locator": "rad 3"}, {"question": "q4", "answer": "Annat", "document": "e"}]
    file.write_text(json.dumps({"project": "p", "document": "d", "coder": "granskare", "answers": answers}), encoding="utf-8")
    found = filled_sheet.read(file, read, "sv")
    assert [(each.answer, each.document, each.locator, each.coder) for each in found] == [
        (NOT_MEASURED, "d", "rad 3", "granskare"),
        ("Annat", "e", None, "granskare"),
    ]


def test_everything_that_is_wrong_is_told_where_it_stands_and_personal_data_are_refused(place, read):
    said = {"q1": "mycke", "q2": "070-174 06 05", "q4": "Ring 070-174 06 05"}
    with pytest.raises(InvalidWorkspace) as caught:
        filled_sheet.read(filled_in(place, read, said), read, "sv", coder="granskare")
    assert [(each.row, each.column, each.key, each.suggestion) for each in caught.value.problems] == [
        (2, "answer", "answer_outside_scale", "mycket"),
        (3, "answer", "telephone", None),
        (3, "answer", "answer_outside_scale", None),
        (5, "answer", "telephone", None),
    ]
    assert "174" not in str([each.found for each in caught.value.problems])


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ([{"question": "q9", "answer": "ja"}], ["unknown_question"]),
        ([{"question": "q2", "answer": "ja", "document": "x", "voice": "rykte"}], ["unknown_word", "unknown_document"]),
        ([{"question": "q2", "answer": "ja", "project": "x"}], ["unknown_project"]),
    ],
)
def test_what_the_workspace_does_not_know_is_told(place, read, answers, wrong):
    file = place / "p.json"
    file.write_text(json.dumps({"project": "p", "answers": answers}), encoding="utf-8")
    with pytest.raises(InvalidWorkspace) as caught:
        filled_sheet.read(file, read, "sv", coder="granskare")
    assert sorted(each.key for each in caught.value.problems) == sorted(wrong)


def test_two_answers_of_one_role_to_one_closed_question_are_told_and_free_texts_may_be_several(place, read):
    file = place / "p.json"
    twice = [
        {"question": which, "answer": answer, "document": "d"} for which, answer in (("q2", "ja"), ("q2", "nej"), ("q4", "A"), ("q4", "B"))
    ]
    file.write_text(json.dumps({"project": "p", "answers": twice}), encoding="utf-8")
    with pytest.raises(InvalidWorkspace) as caught:
        filled_sheet.read(file, read, "sv", coder="granskare")
    assert [(each.row, each.key, each.values["row"]) for each in caught.value.problems] == [(2, "answered_otherwise", 1)]


def test_what_is_no_sheet_or_by_nobody_is_refused(place, read):
    file = place / "p.json"
    for text in ("[1]", "{", '{"answers": 3}', "{}"):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(InputError, match="holds no answers"):
            filled_sheet.read(file, read, "sv")
    page = place / "p.html"
    page.write_text("<!doctype html>", encoding="utf-8")
    with pytest.raises(InputError, match="save the answers there"):
        filled_sheet.read(page, read, "sv")
    file.write_text('[{"project": "p", "question": "q2", "answer": "ja"}]', encoding="utf-8")
    with pytest.raises(UsageError, match="who has coded"):
        filled_sheet.read(file, read, "sv")


def test_questions_are_chosen_by_id_or_group_and_what_is_not_there_is_told(read):
    assert [each.id for each in task.of(read.snapshot, "p", groups=("more", "q2")).questions] == ["q2", "q4"]
    for options in ({"groups": ("x",)}, {"document": "x"}):
        with pytest.raises(UnknownName):
            task.of(read.snapshot, "p", **options)
    with pytest.raises(UsageError, match="no set questions"):
        task.of(type(read.snapshot)(projects=read.snapshot.projects), "p")


def test_the_text_of_the_page_is_shown_line_by_line_without_personal_data(place, read):
    page = place / "page.txt"
    page.write_text("Närvaron ökade.\nRing 070-174 06 05.\nKontaktperson: Nomen Nescio\n", encoding="utf-8")
    shown = task.of(read.snapshot, "p", file=page).page
    assert shown.lines[0] == "Närvaron ökade."
    assert not {"174", "Nescio"} & set(" ".join(shown.lines).replace("-", " ").split())
    with pytest.raises(InputError, match="cannot be opened"):
        task.of(read.snapshot, "p", file=place / "none.txt")


def test_one_answer_that_nobody_is_said_to_have_coded_is_enough_to_ask_who(place, read):
    file = place / "p.json"
    answers = [{"project": "p", "question": "q2", "answer": "ja", "coder": "analyst"}, {"project": "p", "question": "q3", "answer": "3"}]
    file.write_text(json.dumps(answers), encoding="utf-8")
    with pytest.raises(UsageError, match="who has coded"):
        filled_sheet.read(file, read, "sv")
    assert {each.coder for each in filled_sheet.read(file, read, "sv", coder="granskare")} == {"granskare"}
