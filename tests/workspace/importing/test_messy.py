"""Claims about what people complain of: each input that was filed, at its right value, and others of its kind."""

from __future__ import annotations

import pytest

from actormap.workspace import read
from tests.workspace.test_messy import CASES, place_of

# What a workspace must have otherwise and an import understands as it stands.
UNDERSTOOD = {
    "headings_below",  # told as a row that was passed over
    "looks_like_matrix",
    "no_headings",
    "several_names",
    "workbook_beside",
    "folder_below",
    "missing_table",
}

TABLES = {
    "actors__csv": "id;name;kind;municipality\nhamn;Hamnbyns fritidsgård;unit;Ale\nvux;Vuxenlärarna;civil_society;Kungälv\n",
    "municipalities__csv": "id;name;code\nale;Ale;1440\nkungalv;Kungälv;1482\n",
    "projects__csv": "id;name;kind;start;end;total_budget_sek\nbro;Bron tillbaka;project;2014;2016;1500000\n",
}
NODES = "Id,Label,kind,timeset\nhamn,Hamnbyns fritidsgård,unit,\nbro,Bron tillbaka,project,\n"


def ids(made):
    return sorted((one.source, one.type, one.target) for one in made.snapshot.relationships)


@pytest.mark.parametrize(
    ("nodes", "edges"),
    [
        (NODES, "Source,Target,Type,Id,Label,timeset,Weight\nhamn,bro,Directed,0,participates_in,,1.0\n"),
        (NODES.replace(",", ";"), "\ufeffSource;Target;Type;Weight;Label\nhamn;bro;Directed;1,0;deltar i\n"),
        (NODES.replace(",", "\t"), "Target\tSource\tType\tkind\nbro\thamn\tUndirected\tparticipates_in\n"),
        (
            NODES.replace("Id", "id").replace("Label", "label"),
            'source,target,label,weight\nHamnbyns fritidsgård,"Bron tillbaka",deltar i,1\n',
        ),
    ],
)
def test_gephi_tables(nodes, edges, bring):
    made = bring(nodes__csv=nodes, edges__csv=edges)
    assert ids(made) == [("hamn", "participates_in", "bro")]
    assert (made.snapshot.by_id["hamn"].kind, made.snapshot.projects[0].name) == ("unit", "Bron tillbaka")


def test_gephi_time_is_read(bring):
    edges = 'Source,Target,Type,Label,timeset\nhamn,bro,Directed,participates_in,"<[2014.0, 2016.0]>"\n'
    (tie,) = bring(nodes__csv=NODES, edges__csv=edges).snapshot.relationships
    assert (tie.valid_from, tie.valid_to) == ("2014", "2016")


@pytest.mark.parametrize(
    "matrix",
    [
        ";Hamnbyns fritidsgård;Vuxenlärarna\nHamnbyns fritidsgård;0;1\nVuxenlärarna;1;0\n",
        "Hamnbyns fritidsgård,Vuxenlärarna\nHamnbyns fritidsgård,0,1\nVuxenlärarna,1,0\n",
        "\ufeffNamn\thamn\tvux\nhamn\t\tx\nvux\tX\t\n",
        "Vem samverkar?;;\n;hamn;vux;Summa\nvux;1;0;1\nhamn;0;1;1\nSumma;1;1;2\n",
    ],
)
def test_square_matrices(matrix, bring):
    made = bring(**TABLES, relationships__csv=matrix)
    assert {frozenset((source, target)) for source, _, target in ids(made)} == {frozenset(("hamn", "vux"))}
    assert len(made.snapshot.actors) == 2
    assert len(ids(made)) == 1


@pytest.mark.parametrize(
    "survey",
    [
        "Tidstämpel;Er organisation;Samverkar med 1;Samverkar med 2;Hur ofta\n2024-02-01 09:12:11;hamn;vux;;varje vecka\n",
        "Timestamp,Which organisation do you represent?,Who do you work with?\n2/1/2024 9:12:11,hamn,Vuxenlärarna\n",
        "Organisation\tKontakt 1\tKontakt 2\tKontakt 3\nHamnbyns fritidsgård\tvux\t\t\n",
        "Starttid;Namn;Vilka samverkar ni med?\n2024-01-01;hamn;vux;\n",
    ],
)
def test_wide_surveys(survey, bring):
    made = bring(**TABLES, relationships__csv=survey)
    assert [(source, target) for source, _, target in ids(made)] == [("hamn", "vux")]
    assert len(made.snapshot.actors) == 2


@pytest.mark.parametrize(
    "edges",
    [
        "source,type,target\nHamnbyns fritidsgård,member_of,Ungdomsnätet\nVuxenlärarna,member_of,Ungdomsnätet\n",
        "Från;Relation;Till\nHamnbyns fritidsgård;är medlem i;Ungdomsnätet\nVuxenlärarna;Är medlem i;ungdomsnätet\n",
        "target\tsource\ttype\nUngdomsnätet\tHamnbyns fritidsgård\tmember of\nUngdomsnätet\tVuxenlärarna\tmember_of\n",
        "Medlemmar;;\nKälla;Mål;Typ\nUngdomsnätet;Hamnbyns fritidsgård;har som medlem\nUngdomsnätet;Vuxenlärarna;har som medlem\n",
    ],
)
def test_edges_alone(edges, bring):
    made = bring(relationships__csv=edges.encode("cp1252"))
    assert made.kinds() == {"Hamnbyns fritidsgård": "other", "Vuxenlärarna": "other"}
    assert made.kinds("networks") == {"Ungdomsnätet": "network"}
    assert ids(made) == [("hamnbyns-fritidsgard", "member_of", "ungdomsnatet"), ("vuxenlararna", "member_of", "ungdomsnatet")]


@pytest.mark.parametrize(
    ("table", "key", "row"),
    [
        ("municipalities__csv=name;population\nAle;32,446\n", "thousands", 2),
        ("projects__csv=name;start\nBron;20114\n", "five_digit_year", 2),
        ("projects__csv=name;start\nBron;2014.1\n", "decimal_year", 2),
        ("projects__csv=name;start\nBron;jun-14\n", "month_by_name", 2),
        ("actors__csv=name;municipality\nVux;#REFERENS!\n", "error_as_text", 2),
        ("actors__csv=name;municipality\nVux;#N/A\n", "error_as_text", 2),
    ],
)
def test_a_value_that_may_be_wrong_is_told_and_not_taken(table, key, row, bring):
    name, _, text = table.partition("=")
    assert bring(**{name: text}).not_taken == [(key, row)]


def test_dashes_and_words_for_nothing_are_empty(bring):
    made = bring(list__csv="Från;Till;Start\nAle;-;2014\nAle;saknas;\nAle;GR;–\n")
    assert (made.ties, made.not_taken) == ([("Ale", "GR")], [("no_target", 2), ("no_target", 3)])


def test_control_characters_are_taken_away(bring):
    made = bring(list__csv="Från;Till\nAle\x1b[31m;G\u200bR\n\x1a")
    assert made.names == ["Ale", "GR"]
    assert made.told == [("list.csv:2 A", "unseen_characters", None), ("list.csv:2 B", "unseen_characters", None)]


def test_an_id_in_another_spelling_of_its_number_is_the_same(bring):
    made = bring(actors__csv="id;name;kind\n7;Vux;unit\n", list__csv="Från;Till\n007;GR\n7.0;Ale\n")
    assert (made.ties, made.remarks.count("same_number")) == ([("Vux", "Ale"), ("Vux", "GR")], 2)


def test_whole_rows_in_one_cell_are_read(bring):
    assert bring(list__csv='"Från;Till"\n"Ale;GR"\n').ties == [("Ale", "GR")]


def test_files_named_by_other_programs_are_the_tables_they_hold(bring, tmp_path):
    for name, text in (("Karta 2024 - Kommuner.csv", "Namn\nAle\n"), ("Karta 2024 - Blad1.csv", "Från;Till\nAle;GR\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = bring(tmp_path)
    assert (made.ties, [each.name for each in made.snapshot.municipalities]) == ([("Ale", "GR")], ["Ale"])


def test_a_sheet_that_is_no_table_is_told_and_the_others_are_read(bring):
    made = bring(readme__csv="Så här gör man\nFyll i allt\n", list__csv="Från;Till\nAle;GR\n")
    assert (made.ties, made.not_taken) == ([("Ale", "GR")], [("unknown_form", None)])


@pytest.mark.parametrize("case", CASES)
def test_an_import_holds_and_tells_what_the_workspace_does(case, bring):
    place = place_of(case)
    made = bring(place)
    told = {(problem.file, problem.row, problem.key) for problem in read(place).problems if problem.key not in UNDERSTOOD}
    assert told <= {(problem.file, problem.row, problem.key) for problem in made.imported.problems}
    for value, expected in (claim for claim in CASES[case] if callable(claim[0])):
        assert value(made) == expected
