"""Claims about workbooks being changed: rows of one sheet change and the others stay."""

from __future__ import annotations

import io

from openpyxl import Workbook, load_workbook

from actormap.workspace.editing.xlsx_file import Book


def book(**sheets):
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, lines in sheets.items():
        sheet = made.create_sheet(title)
        for line in lines:
            sheet.append(line)
    stream = io.BytesIO()
    made.save(stream)
    return Book("w.xlsx", stream.getvalue())


def lines(changed, title):
    sheet = load_workbook(io.BytesIO(changed.to_bytes()))[title]
    return [list(line) for line in sheet.iter_rows(values_only=True)]


def test_a_row_is_put_after_the_last_that_holds_anything():
    changed = book(coverage=[["network", "row", "column"], ["v", "r", "c"], [None, "", None]], own=[["x"]])
    changed.table("coverage").add({"network": "v", "row": "0180", "column": "=d"})
    assert lines(changed, "coverage")[:3] == [["network", "row", "column"], ["v", "r", "c"], ["v", "0180", "=d"]]
    assert lines(changed, "own") == [["x"]]
    sheet = load_workbook(io.BytesIO(changed.to_bytes()))["coverage"]
    assert (sheet["C3"].data_type, sheet["B3"].number_format) == ("s", "@")


def test_missing_columns_and_sheets_are_made():
    changed = book(coverage=[["network", "row", "column"], ["v", "r", "c"]])
    changed.table("coverage").change(2, {"answer": "no"})
    changed.table("documents").add({"id": "d", "title": "D"})
    assert lines(changed, "coverage") == [["network", "row", "column", "answer"], ["v", "r", "c", "no"]]
    assert lines(changed, "documents")[1][:2] == ["d", "D"]


def test_a_row_is_removed():
    changed = book(coverage=[["network", "row", "column"], ["v", "r", "c"], ["v", "r", "d"]])
    table = changed.table("coverage")
    table.remove(next(number for number, given in table.rows() if given["column"] == "c"))
    assert lines(changed, "coverage") == [["network", "row", "column"], ["v", "r", "d"]]
