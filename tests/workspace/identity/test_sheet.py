from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from actormap import workspace
from actormap.errors import InputError, InvalidWorkspace
from actormap.i18n import Texts
from actormap.workspace.identity import sheet, waiting

SV, EN = Texts.load("sv"), Texts.load("en")


@pytest.fixture
def read(folder):
    return workspace.read(folder)


def fill_in(data, verdicts):
    book = load_workbook(io.BytesIO(data))
    lines = book["identity"]
    column = [cell.value for cell in lines[1]].index("verdict") + 1
    for row, verdict in enumerate(verdicts, start=2):
        lines.cell(row, column, verdict)
    return book


def test_a_workbook_comes_back_with_what_was_filled_in(read, tmp_path):
    pairs = waiting.pairs(read)
    file = tmp_path / "par.xlsx"
    fill_in(sheet.write(pairs, SV, as_workbook=True), ["samma", None, "Olika", "del av", "senare"]).save(file)
    said = [(each.a, each.b, each.verdict) for each in sheet.read(file, read.vocabulary, "sv")]
    verdicts = ["same", None, "different", "part_of", "later"]
    assert said == [(pair.a, pair.b, verdict) for pair, verdict in zip(pairs, verdicts, strict=False) if verdict]


@pytest.mark.parametrize(("texts", "separator"), [(SV, ";"), (EN, ",")])
def test_a_csv_file_opens_in_an_excel_of_the_language_and_comes_back(read, tmp_path, texts, separator):
    data = sheet.write(waiting.pairs(read), texts, as_workbook=False).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(data), delimiter=separator))
    assert lines[0] | {"likeness": ""} == {
        **dict.fromkeys(sheet.COLUMNS, ""),
        "a_name": "Göteborg",
        "b_name": "Göteborgs Stad",
        "reason": texts("duplicates.reason.words"),
        "a": "goteborg",
        "b": "stad",
    }
    file = tmp_path / "par.csv"
    file.write_text(data.replace(f"{separator * 4}goteborg", f"{separator}same{separator * 3}goteborg", 1), encoding="utf-8")
    assert [(each.a, each.b, each.verdict) for each in sheet.read(file, read.vocabulary, "sv")] == [("goteborg", "stad", "same")]


def test_the_same_pairs_give_the_same_bytes(read):
    pairs = waiting.pairs(read)
    assert sheet.write(pairs, SV, as_workbook=True) == sheet.write(pairs, SV, as_workbook=True)


def test_what_is_wrong_is_told_with_its_row(read, tmp_path):
    file = tmp_path / "par.csv"
    file.write_text("a,b,verdict\ngr,gr2,samme\n", encoding="utf-8")
    with pytest.raises(InvalidWorkspace, match=r"par.csv:2 verdict") as caught:
        sheet.read(file, read.vocabulary, "sv")
    assert [problem.suggestion for problem in caught.value.problems] == ["same"]


@pytest.mark.parametrize(("name", "data"), [("borta.csv", None), ("par.xlsx", b"PK"), ("par.csv", b"")])
def test_a_file_that_is_no_sheet_is_one_sentence(read, tmp_path, name, data):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError):
        sheet.read(tmp_path / name, read.vocabulary, "sv")


def test_a_file_that_is_not_there_is_not_said_to_be_open(read, tmp_path):
    with pytest.raises(InputError, match="See that its name is right"):
        sheet.read(tmp_path / "borta.xlsx", read.vocabulary, "sv")
