"""The headings are found where they stand and understood as they are written, and rows are read as they lie."""

import pytest

from actormap.workspace import read
from actormap.workspace.problems import Findings
from actormap.workspace.reading.sheet import Sheet, read_heading
from actormap.workspace.reading.titles import column_of, table_of


def told(workspace):
    return [(problem.place(), problem.key, problem.suggestion) for problem in workspace.problems]


@pytest.mark.parametrize(
    ("above", "row"),
    [
        ("Aktörer i norra området;;\nuppdaterad 2024-03-01;;\n;;\n", 4),
        ("Vem;;Vad\n", 2),
        ("\n\nAktörer, namn och kind\n", 4),
        ("1;2;3\nA;B;C\nid;;\n", 4),
    ],
)
def test_what_stands_above_the_headings_is_passed_over_and_said(write, above, row):
    found = read(write(actors=above + "id;name;kind\ngr;GR;region\nskolan;Skolan;school\n"))
    assert told(found) == [(f"actors.csv:{row}", "headings_below", None)]
    assert len(found.snapshot.actors) == 2


def test_rows_that_say_the_names_of_columns_are_no_headings(write):
    found = read(write(themes="id,name,kind\nname,note,problem_area\nkind,name,method\n"))
    assert told(found) == [("themes.csv:3 name", "shared_name", None)] or not found.errors
    assert len(found.snapshot.themes) == 2


@pytest.mark.parametrize(
    ("table", "heading", "column"),
    [
        ("actors", "namn", "name"), ("actors", "Typ", "kind"), ("actors", "Kommun", "municipality"), ("actors", "Organisation", "name"),
        ("relationships", "från", "source"), ("relationships", "Relation", "type"), ("relationships", "Till", "target"),
        ("relationships", "From", "source"), ("projects", "Total budget (kr)", "total_budget_sek"), ("projects", "Startår", "start"),
        ("municipalities", "Antal invånare", "population"), ("municipalities", "Lat", "latitude"), ("documents", "Titel", "title"),
        ("coverage", "Svar", "answer"), ("actors", "Namn:", "name"), ("actors", "färg", None),
    ],
)  # fmt: skip
def test_a_heading_is_known_in_every_language(table, heading, column):
    assert column_of(table, heading) == column


@pytest.mark.parametrize(
    ("word", "table"), [("Aktörer", "actors"), ("RELATIONER", "relationships"), ("Nätverk", "networks"), ("Blad1", None)]
)
def test_a_sheet_is_known_in_every_language(word, table):
    assert table_of(word) == table


def test_a_word_for_a_column_that_is_there_is_a_column_of_ones_own(write):
    found = read(write(actors="id,name,kind,typ\ngr,GR,region,stor\nskolan,Skolan,school,\n"))
    assert [(problem.key, problem.found) for problem in found.problems] == [("unknown_columns", "typ")]
    assert found.snapshot.actors[0].attributes == (("typ", "stor"),)


@pytest.mark.parametrize("slip", ["namm", "Nanm", "naman"])
def test_a_slip_in_a_word_of_the_language_is_told_with_what_is_meant(write, slip):
    found = read(write(actors=f"id,{slip},kind\ngr,GR,region\nskolan,Skolan,school\n"))
    assert told(found) == [("actors.csv:1 name", "missing_column", "name")]


@pytest.mark.parametrize(
    "actors",
    [
        '"id,name,kind"\n"gr,""GR, regionen"",region"\n"skolan,Skolan,school"\n',
        '"id;name;kind"\n"gr;GR, regionen;region"\n"skolan;Skolan;school"\n',
        '"id\tname\tkind"\n"gr\tGR, regionen\tregion"\n"skolan\tSkolan\tschool"\n',
    ],
)
def test_whole_rows_in_one_cell_are_taken_apart(write, actors):
    found = read(write(actors=actors))
    assert told(found) == [("actors.csv:1", "rows_in_one_cell", None)]
    assert [actor.name for actor in found.snapshot.actors] == ["GR, regionen", "Skolan"]


@pytest.mark.parametrize("heading", ["", "Unnamed: 0", "...1", '""'])
def test_a_first_column_that_only_counts_is_passed_over(write, heading):
    found = read(write(actors=f"{heading},id,name,kind\n0,gr,GR,region\n7,skolan,Skolan,school\n"))
    assert found.problems == ()
    assert len(found.snapshot.actors) == 2


@pytest.mark.parametrize(
    ("relationships", "key"),
    [
        (";Hamnen;Skolan\nHamnen;0;1\nSkolan;1;0\n", "looks_like_matrix"),
        ("x;Hamnen;Skolan;GR\nHamnen;;1;\nSkolan;1;;1\n", "looks_like_matrix"),
        ("Tidstämpel;Er organisation;Samverkar med 1\n2024-02-01;hamn;vux\n", "no_headings"),
        ("gr:owns:plug-in\nskolan:owns:plug-in\n", "no_headings"),
    ],
)
def test_a_table_without_its_headings_is_one_problem(write, relationships, key):
    assert told(read(write(relationships=relationships))) == [("relationships.csv:1", key, None)]


def test_a_column_of_row_numbers_may_lack_its_heading_as_r_writes_it(write):
    found = read(write(actors='"id" "name" "kind"\n"1" "gr" "GR" "region"\n"2" "skolan" "Skolan" "school"\n'.replace(" ", ";")))
    assert found.problems == ()
    assert [actor.id for actor in found.snapshot.actors] == ["gr", "skolan"]


@pytest.mark.parametrize("mark", ["|", "^", "~", ":", "\t"])
def test_a_table_may_have_any_usual_sign_between_its_cells(write, mark):
    found = read(write(actors="id,name,kind\ngr,GR,region\nskolan,Skolan,school\n".replace(",", mark)))
    assert (found.problems, len(found.snapshot.actors)) == ((), 2)


@pytest.mark.parametrize(("source", "target"), [("Från organisation", "Till organisation"), ("From team", "To team"), ("frän", "tlil")])
def test_a_heading_of_several_words_is_suggested_by_its_first(write, source, target):
    found = read(write(relationships=f"{source};Relation;{target}\ngr;owns;plug-in\n"))
    assert [suggestion for _, _, suggestion in told(found)] == ["source", "target"]


def test_rows_without_headings_are_one_problem_though_one_of_their_words_is_a_heading(write):
    assert told(read(write(actors="gr;GR;region;;\nskolan;Skolan;school;;\n"))) == [("actors.csv:1", "no_headings", None)]


def test_a_table_on_its_side_is_seen_though_a_kind_is_called_as_a_column(write):
    assert told(read(write(actors="id;gr;skolan\nname;GR;Skolan\nkind;region;school\n"))) == [("actors.csv:1", "on_its_side", None)]


def test_a_row_with_a_single_cell_is_not_told_to_be_short_besides(write):
    found = read(write(actors="id;name;kind\ngr;GR;region\n<<<<<<< HEAD\nskolan;Skolan;school\n"))
    assert told(found) == [("actors.csv:3", "required_several", None)]


def test_headings_that_stand_once_more_are_passed_over(write):
    found = read(write(actors="id,name,kind\ngr,GR,region\nid,name,kind\nskolan,Skolan,school\n"))
    assert told(found) == [("actors.csv:3", "heading_again", None)]


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (";;;år;år;tkr;antal", "row_of_units"), (";;;;;kr;", "row_of_units"), (";;;ÅÅÅÅ;ÅÅÅÅ;kronor;st", "row_of_units"),
        ("Summa;;;;;3000000;50", "row_of_sums"), (";Totalt:;;;;3 000 000;", "row_of_sums"), ("Total;;;;;;50", "row_of_sums"),
    ],
)  # fmt: skip
def test_a_row_of_sums_or_of_units_is_passed_over_in_one_sentence(write, row, key):
    heading, known = "id;name;kind;start;end;budget;deltagare\n", "steg;Steg;project;2014;2016;1000000;20\n"
    found = read(write(projects=f"{heading}{row}\n{known}"))
    assert told(found)[0] == ("projects.csv:2", key, None)
    assert not [problem for problem in found.problems if problem.file == "projects.csv" and problem.key != key]
    assert len(found.snapshot.projects) == 1


@pytest.mark.parametrize(
    "row",
    [
        "Källa: projektbanken 2024;;", ";* räknat per den 31 december;", "Antal aktörer: 2;;", "Senast uppdaterad 2024-03-01;;",
        "(1) utan filialer;;",
        ";;Listan är sammanställd av kansliet under våren.",
    ],
)  # fmt: skip
def test_a_note_below_a_table_is_passed_over_in_one_sentence(write, row):
    found = read(write(actors=f"id;name;kind\ngr;GR;region\nskolan;Skolan;school\n{row}\n"))
    assert (told(found), len(found.snapshot.actors)) == ([("actors.csv:4", "row_of_note", None)], 2)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (";Föreningen för barn och unga;", ("actors.csv:2 kind", "kind_assumed", None)),
        ("vux;;", ("actors.csv:2", "required_several", None)),
        ("vux;;school", ("actors.csv:2 name", "required", None)), (";Not 7 AB;", ("actors.csv:2 kind", "kind_assumed", None)),
    ],
)  # fmt: skip
def test_a_row_that_may_be_a_record_is_told_in_one_sentence_what_it_lacks(write, row, said):
    found = read(write(actors=f"id;name;kind\n{row}\ngr;GR;region\nskolan;Skolan;school\n"))
    assert told(found) == [said]


@pytest.mark.parametrize("row", ["Summa;;project;;;;", "steg2;;;;;tkr;", ";;;2014;2016;tkr;", "Summa;Totalt;;;;x;"])
def test_a_row_that_may_be_a_record_is_no_row_of_sums_or_units(write, row):
    found = read(write(projects=f"id;name;kind;start;end;budget;deltagare\n{row}\nsteg;Steg;project;;;;\n"))
    assert found.errors
    assert not {problem.key for problem in found.problems} & {"row_of_sums", "row_of_units"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('vux;"Vuxna" i Väst;school', '"Vuxna" i Väst'),
        ('vux;"Vuxna i Väst;school', '"Vuxna i Väst'),
        ('vux;"Vuxna ""i"" Väst" AB;school', '"Vuxna ""i"" Väst" AB'),
        ('vux;"Vuxna";"school" x', "Vuxna"),
    ],
)
def test_a_stray_quotation_mark_costs_no_row(write, line, name):
    found = read(write(actors=f'id;name;kind\ngr;GR;region\n{line}\nskolan;"Skolan; norra";school\n'))
    assert ("actors.csv:3", "stray_quote", None) in told(found)
    assert {actor.name for actor in found.snapshot.actors} >= {"GR", "Skolan; norra"}
    assert any(actor.name == name for actor in found.snapshot.actors) or found.errors


def test_a_quotation_mark_that_would_swallow_whole_rows_is_a_stray_one(write):
    found = read(write(actors='id;name;kind\ngr;"GR;region\nskolan;Skolan";school\n'))
    assert [key for _, key, _ in told(found)] == ["stray_quote"]
    assert [actor.name for actor in found.snapshot.actors] == ['"GR', 'Skolan"']


def test_line_breaks_in_a_cell_are_kept(write):
    found = read(write(actors='id;name;kind;note\ngr;GR;region;"en; två\noch tre; fyra"\nskolan;Skolan;school;\n'))
    assert found.problems == ()
    assert found.snapshot.actors[0].note == "en; två\noch tre; fyra"


def test_the_rows_below_the_headings_are_the_headings_own():
    heading = read_heading(Sheet("themes", "themes.csv", iter([(1, ["id", "name", "kind"]), (2, ["a", "A", "method"])])), Findings())
    assert list(heading.lines) == [(2, ["a", "A", "method"])]


def test_a_table_of_names_alone_has_ids_made_of_them_and_the_usual_kinds(write):
    found = read(
        write(actors="name\nÖrebro skola\n", networks="name\nRådet\n", projects="name\nBron 2.0\n", relationships="source;type;target\n")
    )
    made = [*found.snapshot.actors, *found.snapshot.networks, *found.snapshot.projects]
    assert [(node.id, node.name, node.kind) for node in made] == [
        ("orebro-skola", "Örebro skola", "other"),
        ("radet", "Rådet", "network"),
        ("bron-2-0", "Bron 2.0", "project"),
    ]
    assert told(found) == [("actors.csv:2 kind", "kind_assumed", None)]


def test_two_rows_of_one_name_without_ids_are_told_as_two_of_one_id(write):
    found = read(write(networks="name;kind\nRådet;council\nRådet;network\n"))
    assert ("networks.csv:3 id", "double_id", None) in told(found)


@pytest.mark.parametrize("name", ["!!!", "Anna 070-123 45 67"])
def test_no_id_is_made_of_a_name_without_letters_or_with_personal_data(write, name):
    found = read(write(networks=f"name;kind\n{name};council\n"))
    assert ("networks.csv:2 id", "required", None) in told(found)
