"""Claims about the forms of an answer."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest

from actormap.analysis.certainty import ranking
from actormap.analysis.cohesion import communities
from actormap.analysis.groups import overlap
from actormap.i18n import Texts
from actormap.output.cells import Writer
from actormap.output.render import FORMATS, render
from actormap.output.terminal import Terminal
from tests.graphs import VOCABULARY, actor, network, snapshot, taking_part, tie, view

SV = Writer(Texts.load("sv"), VOCABULARY)
RANKING = ranking.rank(view(taking_part({"v": "abc", "w": "ab"})), ["degree", "harmonic"])
HOSTILE = '=HYPERLINK("x")|<b>*_[\n]'


def named(name):
    nodes = [type(actor("a"))(id="a", name=name, kind="region"), network("v")]
    return ranking.rank(view(snapshot(nodes, tie("a", "member_of", "v"))))


def test_json_is_one_object_with_result_view_parameters_and_rows():
    told = json.loads(render(RANKING, "json", SV))
    assert list(told)[:4] == ["result", "view", "parameters", "rows"]
    assert told["rows"][0]["harmonic"] == RANKING.rows[0]["harmonic"]


def test_csv_has_names_of_columns_and_full_precision():
    rows = list(csv.DictReader(io.StringIO(render(RANKING, "csv", SV))))
    assert float(rows[0]["harmonic"]) == RANKING.rows[0]["harmonic"]
    assert [row["id"] for row in rows] == [row["id"] for row in RANKING.rows]


def test_no_spreadsheet_takes_a_name_in_csv_for_a_formula_and_numbers_stay_numbers():
    (row, _) = csv.DictReader(io.StringIO(render(named(HOSTILE), "csv", SV)))
    assert row["name"] == f"'{HOSTILE}"
    assert float(row["degree"]) == 1


def test_of_the_rows_so_many_are_shown_in_words_as_are_asked_for_and_programs_have_all():
    first = Terminal(top=1)
    assert render(RANKING, "table", SV, terminal=first).splitlines() == render(RANKING, "table", SV).splitlines()[:2]
    told, whole = (render(RANKING, "md", SV, terminal=how) for how in (first, Terminal()))
    assert [line.startswith("|") for line in told.splitlines()].count(True) == 3
    assert told.split("\n\n")[1:] == whole.split("\n\n")[1:]
    at_a_terminal = render(RANKING, "table", SV, terminal=Terminal(100, top=2, more="--top"))
    assert f"och {len(RANKING.rows) - 2} till: --top" in at_a_terminal
    assert all(render(RANKING, form, SV, terminal=first) == render(RANKING, form, SV) for form in ("csv", "json", "xlsx"))


def test_markdown_is_a_table_whose_cells_end_where_they_should():
    lines = render(named(HOSTILE), "md", SV).splitlines()
    assert lines[1].startswith("|--") or lines[1].startswith("| --")
    assert len({line.replace("\\|", "").count("|") for line in lines}) == 1


def test_a_terminal_table_takes_names_literally():
    assert "[bold]x[/bold]" in render(named("[bold]x[/bold]"), "table", SV)


def test_a_terminal_table_fits_its_width():
    assert max(map(len, render(RANKING, "table", SV, terminal=Terminal(60)).splitlines())) <= 60


@pytest.mark.parametrize("lines", ["9" * 5000, "1", "x"])
def test_what_the_environment_says_of_the_screen_changes_no_table(monkeypatch, lines):
    before = render(RANKING, "table", SV)
    monkeypatch.setenv("LINES", lines)
    assert render(RANKING, "table", SV) == before


def test_a_workbook_has_a_sheet_of_the_result_with_real_numbers_and_one_of_definitions():
    book = openpyxl.load_workbook(io.BytesIO(render(RANKING, "xlsx", SV)))
    sheet, definitions = book.worksheets
    assert [cell.value for cell in sheet[1]] == ["id", "Namn", "Slag", "Sida", "Deltagande", "Närhet (harmonisk)", "I ord"]
    assert sheet["E2"].value == RANKING.rows[0]["degree"]
    assert sheet.freeze_panes == "A2"
    assert ["Centralitet", "Vy", "affiliation"] in [[cell.value for cell in row] for row in definitions.iter_rows()]


def test_a_name_that_looks_like_a_formula_stays_text():
    sheet = openpyxl.load_workbook(io.BytesIO(render(named(HOSTILE), "xlsx", SV))).worksheets[0]
    assert (sheet["B2"].value, sheet["B2"].data_type) == (HOSTILE, "s")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_result_is_the_same_bytes(form):
    assert render(RANKING, form, SV) == render(RANKING, form, SV)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_result_is_still_an_answer(form):
    assert render(communities.find(view(taking_part({}))), form, SV)


def test_under_a_table_nothing_is_said_of_a_list_that_is_empty():
    full, empty = (render(overlap.find(view(of)), "table", SV, terminal=Terminal(100)) for of in (snapshot([network("v")]), snapshot([])))
    assert SV.heading("memberless") in full
    assert SV.heading("memberless") not in empty


def test_csv_in_a_file_opens_by_double_click_in_the_country_of_the_language():
    told = render(RANKING, "csv", SV, terminal=Terminal(file=True))
    assert told.startswith("\ufeff")
    (row, *_) = csv.DictReader(io.StringIO(told[1:]), delimiter=";")
    assert set(row) == set(RANKING.columns())
    assert render(RANKING, "csv", Writer(Texts.load("en"), VOCABULARY), terminal=Terminal(file=True)) == render(RANKING, "csv", SV)
