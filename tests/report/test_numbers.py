"""Every number in the report is the one that the command of its name gives: the file is read back and compared with the commands' JSON."""

from __future__ import annotations

from collections import Counter
from html import unescape
from html.parser import HTMLParser

import pytest

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
