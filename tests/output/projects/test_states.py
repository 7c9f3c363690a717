"""Claims about what a reader sees of the states: blank, silent and not measured are three things in every form."""

from __future__ import annotations

import io
import json
import re
from itertools import combinations

import openpyxl
import pytest

from actormap.analysis.projects.state import STATES
from actormap.atlas.atlas import Atlas
from actormap.i18n import LANGUAGES, Texts
from actormap.output.cells import Writer
from actormap.output.projects import card, comparison, map_words, matrix, page, workbook
from actormap.output.projects.signs import FILLS, SIGNS
from actormap.output.render import render
from actormap.output.terminal import Terminal
from tests.analysis.projects.five import snapshot
from tests.graphs import VOCABULARY

GAPS = ("not_seen", "silent", "not_measured", "without_effect")


@pytest.fixture(params=LANGUAGES)
def writer(request):
    from actormap.i18n import Texts

    return Writer(Texts.load(request.param), VOCABULARY)


@pytest.fixture(scope="module")
def projects():
    return Atlas(snapshot(), VOCABULARY, lang="en").projects()


def first_sheet(data):
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def test_every_state_has_a_sign_a_fill_and_a_word_of_its_own(writer):
    words = [writer.texts(f"words.state.{state}") for state in STATES]
    for told in ([SIGNS[state] for state in STATES], [FILLS[state] for state in STATES], words):
        assert len(set(told)) == len(STATES)


@pytest.mark.parametrize(("one", "other"), [*combinations(GAPS, 2)])
def test_in_a_workbook_two_gaps_differ_in_word_and_in_colour(one, other, projects, writer):
    sheet = first_sheet(workbook.matrix(projects.matrix(), writer))
    cells = {sheet.cell(row, 1).value: sheet.cell(row, column) for row in range(2, 7) for column in [_column(sheet, "q-pres")]}
    names = {"not_seen": "Plan", "silent": "Fjärran", "not_measured": "Norra delen", "without_effect": "Södra delen"}
    at = {state: cells[name] for state, name in names.items()}
    assert at[one].value != at[other].value
    assert at[one].fill.fgColor.rgb != at[other].fill.fgColor.rgb
    assert writer.texts(f"words.state.{one}") in at[one].value


def _column(sheet, question):
    return next(cell.column for cell in sheet[1] if cell.value == question)


def test_in_a_terminal_and_in_markdown_each_cell_has_its_sign_and_the_words_stand_by(projects, writer):
    found = projects.matrix("questions", ("q-pres",))
    lines = {line.split()[0]: line.split()[-1] for line in matrix.write(found, writer, False).splitlines() if line.split()}
    assert [lines[name] for name in ("Plan", "Fjärran", "Norra", "Södra")] == ["·", "–", "○", "▽"]
    told = matrix.write(found, writer, True)
    for state in GAPS:
        assert re.search(rf"\| {SIGNS[state]} {re.escape(writer.texts(f'words.state.{state}'))} \|", told)


def test_in_json_and_csv_the_state_is_a_word(projects, writer):
    found = projects.matrix("questions", ("q-pres",))
    assert [row["state"] for row in json.loads(render(found, "json", writer))["rows"]] == [row["state"] for row in found.rows]
    assert {line.split(",")[5] for line in render(found, "csv", writer).splitlines()[1:]} == {*GAPS, "reached"}


def test_on_the_page_each_cell_tells_its_state_in_words(projects, writer):
    html = page.matrix(projects.matrix("questions", ("q-pres",)), writer)
    cells = re.findall(r'<td class="(\w+)">.*?<span class="word">(.*?)</span>', html)
    assert dict(cells) == {state: writer.texts(f"words.state.{state}") for state in (*GAPS, "reached")}


def test_a_card_tells_of_silence_of_what_is_not_measured_and_of_what_nobody_has_seen(projects, writer):
    told = card.write(projects.card("far"), writer, False)
    assert writer.texts("words.state.silent") in told
    assert writer.texts("words.state.not_measured") in told
    assert writer.texts("projects.card.unseen", n=2) in told


def test_a_comparison_says_of_what_is_missing_how_much_was_read(projects, writer):
    told = comparison.write(projects.compare(["plan", "far"]), writer, False)
    assert writer.texts("projects.compare.missing_whole", side="Fjärran", n=1) in told
    assert writer.texts("projects.compare.intro") in told


@pytest.mark.parametrize(
    ("n", "of", "said"),
    [
        (2, 5, "Resten: inte sett i något, men bara 2 av 5 är lästa i sin helhet."),
        (1, 5, "Resten: inte sett i något, men bara ett av 5 är läst i sin helhet."),
        (5, 5, "Resten: inte sett i något, och alla 5 är lästa i sin helhet."),
        (1, 1, "Resten: inte sett, och projektet är läst i sin helhet."),
        (0, 5, "Resten: inte sett i något, men inget av 5 är läst i sin helhet."),
        (0, 1, "Resten: inte sett, men projektet är inte läst i sin helhet."),
    ],
)
def test_that_all_are_read_is_not_told_as_if_they_were_few(n, of, said):
    row = {"side": "resten", "read_whole": n, "of": of}
    assert comparison.how_read(row, "projects.compare.missing", Texts.load("sv")) == said


def test_the_sheet_of_a_comparison_has_a_column_a_side_with_the_counts(projects, writer):
    sheet = first_sheet(workbook.comparison(projects.compare(["plan"], with_parts=True, others="rest"), writer))
    row = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "Uppföljning")
    assert (row[3], row[5]) == (3, 1)
    unseen = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "Koll")
    assert unseen[5:7] == (0, writer.texts("projects.sheet.missing_whole", n=2))


def test_a_figure_below_a_hundred_shows_one_decimal_and_all_else_none(projects, writer):
    sheet = first_sheet(workbook.comparison(projects.compare(["plan"], with_parts=True, others="rest"), writer))
    figures = [cell for line in sheet.iter_rows(min_row=2, max_row=8) for cell in (line[3], line[5]) if cell.value is not None]
    assert {(abs(cell.value) < 100, cell.number_format) for cell in figures} == {(True, "#,##0.0"), (False, "#,##0")}
    assert {line[3].number_format for line in sheet.iter_rows(min_row=9)} == {"#,##0"}


def test_the_page_of_a_comparison_tells_what_is_only_here_and_how_far_the_rest_was_read(projects, writer):
    html = page.comparison(projects.compare(["plan", "far"]), writer)
    row = re.search(r'<th scope="row">Uppföljning</th>(.*?)</tr>', html, re.DOTALL)[1]
    assert writer.texts("projects.compare.alone") in row
    assert writer.texts("projects.sheet.missing_whole", n=1) in row


def test_in_a_narrow_terminal_every_line_of_the_matrix_and_the_map_fits(projects, writer):
    for told in (matrix.write(projects.matrix(), writer, False), map_words.write(projects.map(), writer, False)):
        cells = [line for line in told.splitlines() if line.startswith(("Plan ", "Uppföljning ", "   "))]
        assert cells
        assert max(map(len, cells)) <= 80


@pytest.mark.parametrize("markdown", [False, True])
def test_as_many_rows_and_sentences_of_the_map_are_shown_as_are_asked_for(projects, writer, markdown):
    found = projects.map(context="")
    names = [name for name, _ in map_words.by_line(found)]
    told = map_words.write(found, writer, markdown, Terminal(top=1, more="--top"))
    assert len(names) > 1
    assert writer.texts("screen.more", n=len(names) - 1, how="--top") in told
    assert (names[0] in told, names[1] in told) == (True, False)


def test_in_a_terminal_each_cell_that_is_judged_says_how_sure_it_is(projects, writer):
    found = projects.map(context="")
    told = map_words.write(found, writer, markdown=False)
    judged = [row for row in found.rows if row["certainty"]]
    grid = [line for line in told.split("\n") if any(line.startswith(row["line_name"][:20]) for row in found.rows)]
    raised = [mark for line in grid for mark in re.findall(r"(?<=\d)[¹²³⁴]", line)]
    assert sorted(raised) == sorted(map_words.RAISED[row["certainty"]] for row in judged)
    for level in {row["certainty"] for row in judged}:
        assert f"{map_words.RAISED[level]} {writer.texts(f'projects.level.{level}')}" in told


def test_a_comparison_says_of_each_side_how_many_are_coded_and_how_many_of_them_are_independent(projects):
    writer = Writer(Texts.load("en"), VOCABULARY)
    told = comparison.write(projects.compare(["plan"], with_parts=True, others="rest"), writer, False)
    assert "Plan: 3 coded, 1 independent. Rest: 2 coded, 2 independent. A project, its parts" in told
