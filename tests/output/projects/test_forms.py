"""The map of evidence has the same numbers in every form: page, poster, workbook, Markdown, terminal, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
import re

import openpyxl
import pytest

from actormap.atlas.atlas import Atlas
from actormap.i18n import Texts
from actormap.output.cells import Writer
from actormap.output.projects import map_page, map_words, poster, workbook
from actormap.output.render import render
from tests.analysis.projects.five import snapshot
from tests.graphs import VOCABULARY

TEXTS = Texts.load("sv")
WRITER = Writer(TEXTS, VOCABULARY)


@pytest.fixture(scope="module")
def projects():
    return Atlas(snapshot(), VOCABULARY, lang="sv").projects()


@pytest.fixture(scope="module")
def found(projects):
    return projects.map(context="youth=yes", since="2026-02-01")


@pytest.fixture(scope="module")
def shown(found):
    """Return what stands in each cell, sign and number, row by row."""
    told: dict[str, list[str]] = {}
    for row in found.rows:
        told.setdefault(row["line_name"], []).append(map_words.short(row))
    assert told == {"Uppföljning": ["▲3", "▽2"], "Coachning": ["◆2", "▽2"]}
    return told


def test_the_terminal(found, shown):
    lines = map_words.write(found, WRITER, False).splitlines()
    for name, cells in shown.items():
        said = next(line for line in lines if line.startswith(name)).split()[1:]
        assert [cell.rstrip("¹²³⁴") for cell in said] == cells


def test_markdown(found, shown):
    lines = map_words.write(found, WRITER, True).splitlines()
    for name, cells in shown.items():
        row = next(line for line in lines if line.startswith(f"| {name} "))
        assert [cell.split()[0] for cell in row.strip("| ").split(" | ")[1:]] == cells


def test_the_page(found, shown, projects):
    html = map_page.write(found, projects.compilation, WRITER, "2026-11-29")
    for name, cells in shown.items():
        row = re.search(rf'<tr><th scope="row">{name}</th>(.*?)</tr>', html, re.DOTALL)[1]
        assert re.findall(r'class="mark">(.*?)</span>', row) == cells


def test_the_poster(found, shown):
    drawn = re.findall(r">([▲▽◆]\d+)</text>", poster.draw(found, TEXTS))
    assert drawn == [cell for cells in shown.values() for cell in cells]


def test_the_workbook(found, shown):
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.evidence_map(found, WRITER))).worksheets[0]
    rows = {row[0]: [cell.split()[0] for cell in row[1:-1]] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert rows == shown


def test_csv_and_json(found):
    counted = [{name: row[name] for name in ("reached", "partly", "without_effect", "not_measured", "not_seen")} for row in found.rows]
    told = json.loads(render(found, "json", WRITER, found.lines, found.evidence))
    assert [{name: row[name] for name in counted[0]} for row in told["rows"]] == counted
    assert len(told["map_evidence"]) == len(found.evidence.rows)
    table = csv.DictReader(io.StringIO(render(found, "csv", WRITER)))
    assert [{name: int(row[name]) for name in counted[0]} for row in table] == counted


def test_each_sentence_names_the_counts_and_why_it_is_so_sure(found):
    (first, _) = [map_words.sentence(row, WRITER) for row in found.lines.rows]
    assert first == (
        "Uppföljning nämns i 4 av 5 projekt (4 projekt; 2 oberoende): 3 har mätt, 2 uppnådde, 1 har ej mätt. Säkerhet mycket låg: "
        "de flesta är egna rapporter; svaren går delvis isär; färre än tre oberoende projekt säger rakt ut att de har mätt."
    )


def test_what_is_new_is_listed_by_cell(found):
    told = map_words.write(found, WRITER, False)
    assert "Nytt sedan 2026-02-01" in told
    assert "Uppföljning × Nåddes målen?: 2 nya belägg; nu uppnått i 2 av 3 som mätt, av 4 projekt; säkerhet" in told


@pytest.mark.parametrize(("lang", "figure", "kinds"), [("sv", "Månader", "projekt"), ("en", "Months", "project")])
def test_the_workbook_of_a_comparison_has_words_on_every_sheet(projects, lang, figure, kinds):
    writer = Writer(Texts.load(lang), VOCABULARY)
    compared = projects.compare([projects.compilation.projects[0].id], others="andra")
    book = openpyxl.load_workbook(io.BytesIO(workbook.comparison(compared, writer)))
    side_by_side, rows, told = (list(sheet.values) for sheet in book.worksheets)
    assert "Andra" in side_by_side[0]
    assert figure in [row[1] for row in side_by_side]
    assert figure in [row[2] for row in rows]
    assert any(str(row[9]).startswith("1 " + kinds) for row in rows)
    said = {str(cell) for sheet in (rows, told) for row in sheet for cell in (*row[:1], *row[2:])}
    assert not said & {"figures", "per_participant", "months", "project 1", "missing", "sides", "reported"}
