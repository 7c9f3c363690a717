"""Claims about the sheet of candidates."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from actormap import workspace
from actormap.errors import InvalidWorkspace
from actormap.i18n import Texts
from actormap.workspace.decisions import queue, sheet

SV = Texts.load("sv")


@pytest.fixture
def read(place):
    return workspace.read(place)


@pytest.fixture
def waiting(read, page):
    return queue.waiting(read, [page]).waiting


def test_a_workbook_comes_back_with_what_was_filled_in(read, waiting, tmp_path):
    file = tmp_path / "kandidater.xlsx"
    file.write_bytes(sheet.write(waiting, SV, read.vocabulary, as_workbook=True))
    book = load_workbook(file)
    lines = book["candidates"]
    assert [cell.value for cell in lines[1]] == list(sheet.COLUMNS)
    assert "Ödla" not in str([list(row) for row in lines.values])
    shown = lines.cell(2, sheet.COLUMNS.index("relation") + 1).value
    assert shown == read.vocabulary.types[waiting[0].one.type].words["sv"][0]
    for row, words in ((2, ("godtagen", None)), (3, ("avvisad", None)), (4, ("godtagen", "finansierar"))):
        lines.cell(row, sheet.COLUMNS.index("verdict") + 1, words[0])
        lines.cell(row, sheet.COLUMNS.index("type_as") + 1, words[1])
    book.save(file)
    told = sheet.read(file, read.vocabulary, "sv")
    assert [(each.verdict, each.type_as) for each in told] == [("accepted", None), ("rejected", None), ("accepted", "funds")]
    assert [each.key(read.snapshot.by_id) for each in told] == [each.decided("later").key(read.snapshot.by_id) for each in waiting[:3]]


def test_a_csv_file_comes_back_too_and_a_wrong_word_is_told(read, waiting, tmp_path):
    file = tmp_path / "kandidater.csv"
    told = list(
        csv.DictReader(io.StringIO(sheet.write(waiting, SV, read.vocabulary, as_workbook=False).decode("utf-8-sig")), delimiter=";")
    )
    for line, verdict in zip(told, ("godtagen", "", "senare", ""), strict=True):
        line["verdict"] = verdict
    write(file, told)
    assert [each.verdict for each in sheet.read(file, read.vocabulary, "sv")] == ["accepted", "later"]
    told[1]["verdict"] = "kanske"
    write(file, told)
    with pytest.raises(InvalidWorkspace, match="verdict"):
        sheet.read(file, read.vocabulary, "sv")


def write(file, lines):
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.DictWriter(stream, sheet.COLUMNS, delimiter=";")
        table.writeheader()
        table.writerows(lines)
