"""Claims about Excel workbooks."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from actormap import xlsx
from actormap.errors import InputError


def book(rows):
    made = openpyxl.Workbook()
    for row in rows:
        xlsx.append(made.worksheets[0], row)
    xlsx.head(made.worksheets[0], widest=20)
    return xlsx.to_bytes(made)


def test_the_same_content_is_the_same_bytes():
    assert book([["a"], [1.5]]) == book([["a"], [1.5]])


def test_text_stays_text_and_numbers_stay_numbers():
    sheet = openpyxl.load_workbook(io.BytesIO(book([["a"], ["=1+1"], [1.5], [None]]))).worksheets[0]
    assert [(cell.value, cell.data_type) for cell in sheet["A"][:3]] == [("a", "s"), ("=1+1", "s"), (1.5, "n")]


def test_what_excel_cannot_hold_is_left_out():
    sheet = openpyxl.load_workbook(io.BytesIO(book([["a"], ["b\x00\x0bc\nd"]]))).worksheets[0]
    assert sheet["A2"].value == "bc\nd"


def test_columns_are_as_wide_as_what_they_hold_up_to_a_limit():
    sheet = openpyxl.load_workbook(io.BytesIO(book([["a", "x" * 99], ["bbb", ""]]))).worksheets[0]
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (5, 20)


def test_a_workbook_is_too_large_by_the_sum_of_its_parts(monkeypatch):
    data = book([["a"]])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        whole = sum(len(archive.read(name)) for name in archive.namelist())
    monkeypatch.setattr(xlsx, "LARGEST_UNPACKED", whole)
    assert not xlsx.is_too_large(data)
    monkeypatch.setattr(xlsx, "LARGEST_UNPACKED", whole - 1)
    assert xlsx.is_too_large(data)


def test_what_cannot_be_opened_is_not_too_large():
    later = bytearray(book([["a"]]))
    later[later.find(b"PK\x01\x02") + 6] = 200  # a version of the format that nobody has made
    assert not xlsx.is_too_large(bytes(later))
    assert not xlsx.is_too_large(b"PK\x03\x04 no archive")


@pytest.mark.parametrize("text", ["å" * 32_768, "\U0001f989" * 16_384, "x" * 40_000], ids=["letters", "pairs", "long"])
def test_a_text_that_no_cell_holds_is_refused_and_never_cut(text):
    sheet = openpyxl.Workbook().worksheets[0]
    xlsx.append(sheet, ["id", "note"])
    with pytest.raises(InputError, match=r"Sheet, row 2, column 2: a text of \d+ characters does not fit"):
        xlsx.append(sheet, ["id", text])


def test_the_longest_text_that_a_cell_holds_is_kept_whole():
    sheet = openpyxl.Workbook().worksheets[0]
    xlsx.append(sheet, ["å" * 32_767])
    assert len(sheet["A1"].value) == 32_767


def test_a_row_is_as_high_as_its_longest_text_takes_at_the_width_of_its_column():
    book = openpyxl.Workbook()
    sheet = book.active
    xlsx.append(sheet, ["a", "b"])
    xlsx.append(sheet, ["one two three four", "x\ny\nz\nw"])
    xlsx.append(sheet, ["short", 7])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 10, 10
    xlsx.wrap(sheet, first=2)
    assert [sheet.row_dimensions[row].height for row in (1, 2, 3)] == [None, 4 * 15, None]
    assert (sheet["A1"].alignment.wrap_text, sheet["A2"].alignment.wrap_text) == (None, True)
    sheet["B2"] = None
    xlsx.wrap(sheet, first=2)
    assert sheet.row_dimensions[2].height == 3 * 15  # of nine characters at the most: "one two", "three", "four"
    sheet["A2"] = "one\ntwo"
    xlsx.wrap(sheet, first=2)
    assert sheet.row_dimensions[2].height == 2 * 15
