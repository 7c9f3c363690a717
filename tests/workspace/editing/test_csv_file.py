"""Claims about CSV files being changed: the rows meant change, and every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.workspace.editing.csv_file import DelimitedTable

HEAD = "network,row,column,answer,document,locator\n"


def parsed(text, encoding="utf-8"):
    return DelimitedTable.parse("coverage", text.encode(encoding))


def test_a_row_is_added_last_and_the_rest_is_untouched():
    table = parsed(HEAD + 'v, "odd",  c ,\n')
    table.add({"network": "v", "row": "r", "column": "c", "answer": "yes"})
    assert table.to_bytes().decode() == HEAD + 'v, "odd",  c ,\n' + "v,r,c,yes,,\n"


def test_a_last_line_without_an_end_gets_one():
    table = parsed(HEAD + "v,r,c,,,")
    table.add({"network": "v", "row": "r", "column": "d"})
    assert table.to_bytes().decode() == HEAD + "v,r,c,,,\nv,r,d,,,\n"


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("\ufeffnetwork;row;column;weight\r\n", "utf-8", "\ufeffnetwork;row;column;weight\r\nv;å;c;1,5\r\n"),
        ("network;row;column;weight\r\nv;ö;c;\r\n", "cp1252", "network;row;column;weight\r\nv;ö;c;\r\nv;å;c;1,5\r\n"),
        ("network\trow\tcolumn\tweight\n", "utf-8", "network\trow\tcolumn\tweight\nv\tå\tc\t1.5\n"),
        ("'network';'row';'column';'weight'\n", "utf-8", "'network';'row';'column';'weight'\n'v';'å';'c';'1,5'\n"),
        ("sep=;\r\nnetwork;row;column;weight\r\n", "utf-8", "sep=;\r\nnetwork;row;column;weight\r\nv;å;c;1,5\r\n"),
    ],
)
def test_a_row_is_written_as_the_file_is(text, encoding, expected):
    table = parsed(text, encoding)
    table.add({"network": "v", "row": "å", "column": "c", "weight": 1.5})
    assert table.to_bytes().decode(encoding) == expected


def test_letters_that_the_encoding_lacks_turn_the_file_into_utf_8():
    table = parsed("network;row;column\r\nv;ö;c\r\n", "cp1252")
    table.add({"network": "v", "row": "ł", "column": "c"})
    assert table.to_bytes().decode("utf-8-sig").endswith("v;ö;c\r\nv;ł;c\r\n")


def test_columns_that_are_missing_are_added_so_that_no_row_is_shorter_than_before():
    table = parsed("network,row,column\nv,r,c\nv,q\n")
    table.add({"network": "v", "row": "r", "column": "d", "answer": "no"})
    assert table.to_bytes().decode() == "network,row,column,answer\nv,r,c,\nv,q\nv,r,d,no\n"


def test_some_cells_of_a_row_are_changed_and_the_others_kept():
    table = parsed(HEAD + "v,r,c,yes,d,x\nv,r,d,,,\n")
    (number, given), _ = table.rows()
    assert given == {"network": "v", "row": "r", "column": "c", "answer": "yes", "document": "d", "locator": "x"}
    table.change(number, {"answer": "no", "locator": None})
    assert table.to_bytes().decode() == HEAD + "v,r,c,no,d,\nv,r,d,,,\n"


def test_a_row_of_several_lines_is_one_row():
    table = parsed(HEAD + 'v,"a\nb",c,yes,,\nv,r,d,,,\n')
    number, _ = next(table.rows())
    table.remove(number)
    assert table.to_bytes().decode() == HEAD + "v,r,d,,,\n"


def test_headings_are_understood_in_other_spellings():
    table = parsed("Network,Row,Column,Answer,Locator (line)\n")
    table.add({"network": "v", "row": "r", "column": "c", "answer": "yes", "locator": "x"})
    assert table.to_bytes().decode().endswith("\nv,r,c,yes,x\n")


def test_text_that_a_spreadsheet_would_run_is_kept_as_text():
    table = parsed(HEAD)
    table.add({"network": "v", "row": "=1+1", "column": "c"})
    assert "'=1+1" in table.to_bytes().decode()


CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)


@given(st.lists(st.tuples(CELL, CELL), max_size=5), st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_row_added_and_removed_leaves_the_same_bytes(cells, separator, newline, ended):
    import csv
    import io

    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator, lineterminator=newline).writerows(
        [("network", "row", "column"), *((a, b, "c") for a, b in cells)]
    )
    text = stream.getvalue() if ended else stream.getvalue().removesuffix(newline) + newline
    table = parsed(text)
    table.add({"network": "v", "row": "r", "column": "c"})
    table.remove(max(number for number, _ in table.rows()))
    assert table.to_bytes().decode() == text
