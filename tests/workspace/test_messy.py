"""What people really have, from public complaints about programs: each input in `messy` is read right, or told at its place.

`told` are the problems in order, each with its place, its key and what is suggested; `value` is what was read, where it was.
"""

from pathlib import Path

import pytest

from actormap.workspace import read
from tests.offenders import none_of

MESSY = Path(__file__).parent / "messy"
OTHERS = {"hamn": "Hamnbyns fritidsgård", "vux": "Vuxenlärarna"}


def names(found):
    return {actor.id: actor.name for actor in found.snapshot.actors}


def days(found):
    return [(project.start, project.end) for project in found.snapshot.projects]


def places(found):
    return {actor.id: actor.municipality for actor in found.snapshot.actors}


def ties(found):
    return sorted((tie.source, tie.target) for tie in found.snapshot.relationships)


BOTH = [("hamn", "bro"), ("vux", "bro")]
CASES = {
    "population_thousands": [
        ("municipalities.csv:2 population", "thousands", "32446"),
        ("municipalities.csv:3 population", "thousands", "48272"),
    ],
    "format_tkr": [("karta.xlsx [projects]:2 total_budget_sek", "unit_scaled", "1497000")],
    "cp850": [("actors.csv", "encoding_guessed", None), ("municipalities.csv", "encoding_guessed", None), (names, OTHERS)],
    "formula_x_prefix": [
        ("karta.xlsx [actors]:2 municipality", "uncalculated", None),
        ("karta.xlsx [projects]:2 total_budget_sek", "uncalculated", None),
    ],
    "five_digit_year": [
        ("projects.csv:2 start", "five_digit_year", "2011, 2014"),
        ("projects.csv:3 start", "five_digit_year", "2001, 2004, 2014"),
    ],
    "october_as_january": [
        ("karta.xlsx [projects]:2 start", "decimal_year", "2014-10, 2014-01"),
        ("karta.xlsx [projects]:2 end", "decimal_year", "2014-12"),
    ],
    "serial_1904": [(days, [("2014-01-06", "2014-12-19")])],
    "swedish_errors": [
        ("actors.csv:2 name", "error_as_text", None),
        ("actors.csv:2 municipality", "error_as_text", None),
        ("actors.csv:2 note", "error_as_text", None),
        ("actors.csv:3 name", "error_as_text", None),
        ("actors.csv:3 note", "error_as_text", None),
    ],
    "merged_optional": [("karta.xlsx [actors]:3", "merged_cells", None), (places, {"hamn": "ale", "vux": "ale"})],
    "hidden_row": [("karta.xlsx [relationships]:3", "hidden_rows", None), (ties, BOTH)],
    "title_rows_csv": [("actors.csv:4", "headings_below", None), (names, OTHERS)],
    "swedish_headings": [(names, OTHERS), (places, {"hamn": "ale", "vux": "kungalv"}), (ties, BOTH)],
    "square_matrix": [("relationships.csv:1", "looks_like_matrix", None)],
    "survey_wide": [("relationships.csv:1", "no_headings", None)],
    "ends_pipe": [("relationships.csv:2 source", "several_names", None)],
    "rows_quoted": [
        ("actors.csv:1", "rows_in_one_cell", None),
        ("projects.csv:1", "rows_in_one_cell", None),
        ("municipalities.csv:1", "rows_in_one_cell", None),
        ("relationships.csv:1", "rows_in_one_cell", None),
        (names, OTHERS),
        (ties, BOTH),
    ],
    "pipe_separated": [(names, OTHERS), (ties, BOTH)],
    "quote_start": [
        ("actors.csv:3", "stray_quote", None),
        (names, {"hamn": "Hamnbyns fritidsgård", "vux": '"Vuxna" i Väst', "tre": "Tredje"}),
    ],
    "float_years": [(days, [("2014", "2016")])],
    "index_column": [(names, OTHERS)],
    "dashes": [
        ("actors.csv:3 municipality", "placeholder", None),
        ("projects.csv:2 end", "placeholder", None),
        ("projects.csv:2 total_budget_sek", "placeholder", None),
        (days, [("2014", None)]),
    ],
    "ids_shown_007": [(ties, [("007", "bro"), ("012", "bro")])],
    "jun_14": [("projects.csv:2 start", "month_by_name", "2014-06"), ("projects.csv:2 end", "month_by_name", "2016-12")],
    "csv_beside_workbook": [("karta.xlsx", "workbook_beside", None)],
    "one_folder_down": [("one_folder_down", "folder_below", str(MESSY / "one_folder_down" / "karta"))],
    "lat_lon_swapped": [
        ("municipalities.csv:2 latitude", "coordinates_swapped", "57.96 12.22"),
        ("municipalities.csv:3 latitude", "coordinates_swapped", "57.87 11.98"),
    ],
    "support_above_budget": [("projects.csv:2 esf_support_sek", "support_above_budget", None)],
    "no_projects_file": [("no_projects_file", "missing_table", None)],
    "short_row": [("actors.csv:3", "short_row", None)],
    "control_characters": [("actors.csv:3 name", "unseen_characters", None), (names, OTHERS)],
    "ctrl_z": [(ties, BOTH)],
    "one_cp1252_row": [("actors.csv:4", "encoding_mixed", None), (names, OTHERS | {"ny": "Nya Öppna förskolan"})],
    "strict_ooxml_b": [(names, OTHERS), (ties, BOTH)],
}


def place_of(case):
    book = MESSY / case / "karta.xlsx"
    return book if book.exists() and not (MESSY / case / "actors.csv").exists() else MESSY / case


@pytest.mark.parametrize("case", CASES)
def test_a_messy_input_is_read_right_or_told_at_its_place(case):
    found = read(place_of(case))
    told = [claim for claim in CASES[case] if isinstance(claim[0], str)]
    assert [(problem.place(), problem.key, problem.suggestion) for problem in found.problems] == told
    for value, expected in (claim for claim in CASES[case] if callable(claim[0])):
        assert value(found) == expected


def test_every_messy_input_has_its_claim():
    none_of({path.name for path in MESSY.iterdir()} ^ set(CASES))


def test_no_control_character_of_a_table_reaches_who_reads_the_problems():
    found = read(MESSY / "control_characters")
    none_of(problem for problem in found.problems if "\x1b" in str(problem.found))
