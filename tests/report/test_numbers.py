"""Every number in the report is the one that the command of its name gives: the file is read back and compared with the commands' JSON.

What is read is the page, as everybody's browser reads it; then Word's document and the workbook say in every edition what the page says,
and no edition says another number than the whole report does.
"""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from functools import cache
from html import unescape
from html.parser import HTMLParser

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook

import actormap
from actormap.map.options import MapOptions
from actormap.output.document import writers
from actormap.report.composition import compose
from actormap.report.editions import EDITIONS

GRIA = ("-w", "gria")
DATE = ("--date", "2026-01-31")


class Tables(HTMLParser):
    """The tables of a page: caption -> rows of cells, headings first, without the marks of notes."""

    def __init__(self, page):
        super().__init__()
        self.found, self._rows, self._words, self._note = {}, None, None, 0
        self._caption = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):  # noqa: ARG002  (as the parser calls it)
        if tag == "table":
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag in ("td", "th", "caption"):
            self._words = ""
        elif tag == "sup":
            self._note += 1

    def handle_endtag(self, tag):
        if tag == "caption":
            self._caption = self._words
        elif tag in ("td", "th") and self._rows is not None:
            self._rows[-1].append(" ".join(self._words.split()))
        elif tag == "table":
            self.found[" ".join(self._caption.split())] = self._rows
            self._rows = None
        elif tag == "sup":
            self._note -= 1

    def handle_data(self, data):
        if self._words is not None and not self._note:
            self._words += data

    def of(self, caption):
        (rows,) = [rows for told, rows in self.found.items() if caption in told]
        return rows[1:]


@pytest.fixture(scope="module")
def told_report(tmp_path_factory):
    from actormap.cli.main import run

    file = tmp_path_factory.mktemp("report") / "report.html"
    assert run(["report", *GRIA, *DATE, "--lang", "en", "-q", "-o", str(file)]) == 0
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tables(told_report):
    return Tables(told_report)


def test_the_key_actors_are_those_of_the_ranking_with_its_places(tables, ask):
    ranked = ask("centrality", *GRIA, "--lang", "en", "-m", "degree", "--seconds", "600")
    places = {row["name"]: (row["place"], row["may_be"]) for row in ranked["rows"] if row["side"] == "actor"}
    told = {row[0]: (row[2], row[3]) for row in tables.of("Those that take part in most")}
    assert len(told) > 10
    assert told == {name: places[name] for name in told}


def test_the_matrices_hold_as_many_needs_of_each_state_as_the_coverage(tables, ask):
    figures = ask("coverage", *GRIA, "--lang", "en")["figures"]
    told = Counter(cell for caption, rows in tables.found.items() if "needs and how they stand" in caption for row in rows for cell in row)
    words = {"covered": "covered", "alone": "one alone", "missing": "missing", "unknown": "unknown"}
    assert {state: told[word] for state, word in words.items()} == {state: figures[state] for state in words}


def test_what_ends_with_each_project_is_what_the_calendar_says(tables, ask):
    rows = ask("sunset", "--calendar", *GRIA, "--lang", "en")["rows"]
    told = [(row[0], row[2], row[3]) for row in tables.of("The projects by when they end")]
    assert told == [(row["name"], row["end"], str(row["lost_contact"])) for row in rows]


def test_a_question_that_nobody_else_has_stands_in_the_table_with_the_project_it_ended_with_as_in_the_text(tables):
    lost = {row[0]: row[4] for row in tables.of("The projects by when they end")}
    assert "Coachning för unga" in lost["Coachning för unga, Göteborg"]
    assert lost["Plug In 2.0"] == "Unga 15-24 som riskerar eller har gjort avbrott"


def test_the_years_are_those_of_the_timeline(tables, ask):
    rows = ask("timeline", *GRIA, "--lang", "en")["rows"]
    told = [tuple(map(int, row)) for row in tables.of("How many take part year by year")]
    assert told == [(row["year"], row["actors"], row["venues"], row["ties"]) for row in rows]


def test_the_choices_that_are_as_good_are_those_of_the_invitation(tables, ask):
    rows = ask("invite", *GRIA, "--lang", "en", "--no-certainty")["rows"]
    counts = Counter(name for row in rows for name in row["names"])
    told = {row[0]: int(row[1]) for row in tables.of("How often each is in the choices")}
    assert told == {name: counts[name] for name in told}
    assert len(told) == min(len(counts), 12)


def test_how_sure_the_invitation_is_is_what_the_command_says(ask, told_report):
    again = ask("invite", *GRIA, "--lang", "en", "--seconds", "600")["stability"]
    invited = [row for row in again if row["invited"]]
    assert len(invited) == 3
    told = unescape(told_report)
    for row in invited:
        assert f"{row['name']} is still among the best choices in {round(100 * row['chosen'])} %" in told


def test_the_members_and_how_many_other_venues_they_are_in_are_those_of_the_review(tables, ask):
    rows = ask("review", *GRIA, *DATE, "--lang", "en", "--no-certainty", "-f", "json")["present"]["rows"]
    assert [(row[0], row[2]) for row in tables.of("The members of")] == [(row["name"], str(len(row["venues"]))) for row in rows]


def test_the_key_figures_are_those_of_the_commands(told_report, ask):
    needs = ask("coverage", *GRIA, "--lang", "en")["figures"]
    summary = ask("centrality", *GRIA, "--lang", "en", "--no-certainty")["summary"]
    told = key_figures(told_report)
    expected = [13, needs["missing"], needs["unknown"], summary["actors"], summary["venues"], summary["ties"]]
    assert list(map(int, told)) == expected


# --- the same in every form and every edition ---------------------------------------------------------------------------------------------


@cache
def composed(edition):
    """Return an edition of the report of GRIA, without its map."""
    atlas = actormap.open("gria", lang="en")
    issued = MapOptions(edition=EDITIONS[edition].shown.name).issued(atlas)
    about = "partille" if EDITIONS[edition].about_one else None
    return compose(issued, DATE[1], edition=EDITIONS[edition], whole=atlas, subject=about)


def made(edition, form):
    return writers.write(composed(edition), form)


def in_word(document):
    """Return the tables of a Word document without the marks of notes, headings first."""

    def words(cell):
        marks = {
            run for link in cell._tc.iter(qn("w:hyperlink")) if link.get(qn("w:anchor"), "").startswith("note_") for run in link.iter()
        }
        return " ".join("".join(each.text or "" for each in cell._tc.iter(qn("w:t")) if each not in marks).split())

    return [[[words(cell) for cell in row.cells] for row in table.rows] for table in document.tables]


@pytest.mark.parametrize("edition", EDITIONS)
def test_word_and_the_workbook_have_the_tables_of_the_page_and_its_key_figures(edition):
    page = made(edition, "html").decode()
    read, word = Tables(page), docx.Document(io.BytesIO(made(edition, "docx")))
    tables = list(read.found.values())
    assert in_word(word) == tables
    sheets = load_workbook(io.BytesIO(made(edition, "xlsx"))).worksheets[1:]
    assert len(sheets) == len(tables)
    for sheet, table in zip(sheets, tables, strict=True):
        rows = [[as_told(value) for value in row] for row in sheet.iter_rows(values_only=True)]
        assert rows[: len(table)] == table
    told = [each.text for each in word.paragraphs if each.style.name.lower() == "document key figure"]
    assert [each.split(" ")[0] for each in told] == key_figures(page)


def key_figures(page, labelled=False):
    """Return the key figures of a page, in their order, alone or with what they count."""
    found = re.findall(r"<li><strong>([^<]*)</strong> <span>([^<]*)</span>", page)
    return found if labelled else [value for value, _ in found]


def as_told(value):
    return "" if value is None else f"{value:,.10g}" if isinstance(value, int | float) else " ".join(value.split())


@pytest.mark.parametrize("edition", [name for name, each in EDITIONS.items() if not each.about_one and name != "internal"])
def test_no_edition_has_a_row_or_a_key_figure_that_the_whole_report_has_otherwise(edition):
    whole, shown = Tables(made("internal", "html").decode()), Tables(made(edition, "html").decode())
    for caption, rows in shown.found.items():
        of_whole = next(found for told, found in whole.found.items() if told.split(". ", 1)[1] == caption.split(". ", 1)[1])
        assert [row for row in rows if row not in of_whole] == []
    (of_edition, of_all) = (key_figures(made(name, "html").decode(), labelled=True) for name in (edition, "internal"))
    assert set(of_edition) <= set(of_all)


def test_the_comparison_of_projects_is_what_the_commands_say(ask):
    esf = actormap.open("esf", lang="en")
    told = Tables(writers.write(compose(esf, DATE[1], edition=EDITIONS["national"]), "html").decode())
    (side,) = json.loads(esf.settings)["report"]["compare"]
    compared = ask("projects", "compare", side, "--with-parts", "--others", "-w", "esf", "--lang", "en")["rows"]
    methods = Counter(row["side"] for row in compared if row["section"] == "methods" and row["presence"] != "missing")
    (summed,) = [row for row in told.of("How much is shared") if row[0] == "Methods"]
    shared = int(summed[1])
    assert [shared + int(only) for only in summed[2:]] == list(methods.values())
    first = {(row["name"], row["side"]): row for row in compared if row["section"] == "methods"}
    for name, *cells, _ in told.of("The ways of working and how many projects use them"):
        for cell, label in zip(cells, methods, strict=True):
            assert cell.split(" ")[0] == (str(first[name, label]["projects"]) if first[name, label]["presence"] != "missing" else "not")
    lines = {row["line_name"]: row for row in ask("projects", "map", "-w", "esf", "--lang", "en")["map_lines"]}
    for name, measured, _, unmeasured, certainty, _ in told.of("what those that use them have reached"):
        of = lines[name]
        assert (measured, unmeasured) == (f"{of['measured']} of {of['projects']}", str(of["not_measured"]))
        assert certainty.replace(" ", "_") == of["certainty"]
    counts = ask("projects", "matrix", "-w", "esf", "--lang", "en")["figures"]
    assert [int(row[2].replace(",", "")) for row in told.of("The answers, sort by sort")] == list(counts.values())
