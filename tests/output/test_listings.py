"""Claims about lists that are no analysis: problems a line each, and what a store says of itself."""

from __future__ import annotations

import pytest

from actormap.analysis.result import Context
from actormap.i18n import Texts
from actormap.output import listings
from actormap.workspace.problems import Fault, Findings

EN = Texts.load("en")


def line(**more):
    nothing = dict.fromkeys(("row", "column", "found", "suggestion"))
    row = {"severity": "error", "file": "actors.csv", "meant": "Meant.", **nothing, **more}
    listed = listings.ProblemList(Context(None, {}, {"errors": 1, "warnings": 0}), (row,))
    return listings.lines(listed, EN).splitlines()[0]


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ({}, "actors.csv: error: Meant."),
        ({"row": 7}, "actors.csv:7: error: Meant."),
        ({"row": 7, "column": "kind"}, "actors.csv:7: error: kind: Meant."),
        ({"row": 7, "found": "x"}, 'actors.csv:7: error: "x": Meant.'),
        ({"row": 7, "column": "kind", "found": ""}, 'actors.csv:7: error: kind "": Meant.'),
        ({"column": "kind", "found": 0}, 'actors.csv: error: kind "0": Meant.'),
    ],
)
def test_a_problem_is_told_with_as_much_of_its_place_as_it_has(problem, said):
    assert line(**problem) == said


def test_a_suggestion_stands_last():
    assert line(suggestion="region").startswith("actors.csv: error: Meant. ")
    assert line(suggestion="region").count("region") == 1


def test_what_was_found_is_told_whole_up_to_sixty_characters_on_one_line():
    assert f'"{"x" * 60}"' in line(found="x" * 60)
    assert f'"{"x" * 59}…"' in line(found="x" * 61)
    assert '"a b c"' in line(found=" a\n b\t c ")


def lines(*counts):
    """Return the lines that are written of so many equal problems of each kind."""
    findings = Findings()
    for kind, count in enumerate(counts):
        for row in range(2, count + 2):
            findings.error(f"t{kind}.csv", row, "id", f"x{row}", Fault("unknown_id"))
    return listings.lines(listings.problems(findings.in_order(), Texts.load("en"), "w"), Texts.load("en")).splitlines()


@pytest.mark.parametrize(("counts", "written"), [((20,), 21), ((21,), 5), ((222,), 5), ((21, 3), 8), ((30, 30), 9)])
def test_more_than_twenty_equal_problems_are_the_first_three_and_a_count(counts, written):
    assert len(lines(*counts)) == written


def test_the_count_says_how_many_are_not_written_and_the_sum_holds_all():
    said = lines(222)
    assert said[3] == "t0.csv: error: id: 219 more rows have the same fault."
    assert said[-1] == "Errors: 222. Warnings: 0."


@pytest.mark.parametrize(("count", "written"), [(1, 2), (3, 4), (4, 3), (40, 3)])
def test_more_than_three_that_differ_in_their_row_alone_are_told_once_with_their_rows(count, written):
    findings = Findings()
    for row in range(2, count + 2):
        findings.error("t.csv", row, "kind", "komun", Fault("unknown_kind", "kommun", allowed="a"))
    said = listings.lines(listings.problems(findings.in_order(), Texts.load("en"), "w"), Texts.load("en")).splitlines()
    assert len(said) == written
    if count == 4:
        assert said[1] == "t.csv: error: kind: 3 more rows have the same fault. They are rows 3, 4, 5."
    if count == 40:
        assert said[1].endswith("They are rows 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … (+29).")
    assert said[-1] == f"Errors: {count}. Warnings: 0."


def test_results_as_data_hold_every_problem():
    findings = Findings()
    for row in range(2, 102):
        findings.warn("t.csv", row, None, None, Fault("heading_again"))
    assert len(listings.problems(findings.in_order(), Texts.load("en"), "w").rows) == 100


def test_what_a_terminal_would_obey_is_not_written():
    findings = Findings()
    findings.warn("t.csv", 2, "name", "a\x1b[31mb\x9bc\u202ed", Fault("heading_again"))
    (written, _) = listings.lines(listings.problems(findings.in_order(), Texts.load("en"), "w"), Texts.load("en")).splitlines()
    assert written.isprintable()
