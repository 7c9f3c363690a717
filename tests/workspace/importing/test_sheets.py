"""Claims about edge lists, matrices and surveys as people keep them: what is read, and what is said of the rest."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from actormap.errors import InputError, UnknownName, UsageError
from actormap.model.ratings import RATINGS

PAIR = [("Ale", "GR"), ("Kungälv", "GR")]


def book(rows, *, bold=False, title="Blad1"):
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    if bold:
        for cell in sheet[1]:
            cell.font = Font(bold=True)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "Source,Target\nAle,GR\nKungälv,GR\n",
        "From;To\r\nAle;GR\r\nKungälv;GR\r\n",
        "Från\tTill\nAle\tGR\nKungälv\tGR\n",
        "till;från\nGR;Ale\nGR;Kungälv\n",
        "Ale;GR\nKungälv;GR\n",
        "\ufeffFrån;Till\nAle;GR\n\n\nKungälv;GR\n",
        "sep=;\nFrån;Till\nAle;GR\nKungälv;GR\n",
        "Kontakter 2024;\n;\nFrån;Till\nAle;GR\nKungälv;GR\n",
        "Från;Till\nAle;GR\nKungälv;GR\nAle;\n;\n",
        "Från|Till\nAle|GR\nKungälv|GR\n",
        "'Från';'Till'\n'Ale';'GR'\n'Kungälv';'GR'\n",
        "AKTÖR A;AKTÖR B\nAle;GR\nKungälv;GR\n",
    ],
    ids=["english", "from-to", "tabs", "reversed", "bare", "bom-blank", "sep", "title", "no target", "bars", "single quotes", "upper"],
)
def test_a_list_of_pairs_is_read_however_it_is_written(text, bring):
    assert bring(list__csv=text).ties == PAIR


def test_a_list_in_windows_1252_keeps_its_letters(bring):
    assert bring(list__csv="Från;Till\nAle;GR\nKungälv;GR\n".encode("cp1252")).ties == PAIR


def test_every_relationship_says_from_which_file_and_row(bring):
    made = bring(kontakter__csv="Från;Till\nAle;GR\n")
    ((evidence,),) = [tie.evidence for tie in made.snapshot.relationships]
    assert (evidence.locator, evidence.status) == ("rad 2", "stated")
    assert made.snapshot.by_id[evidence.document].name == "kontakter.csv"


def test_a_first_row_in_bold_is_a_heading_whatever_it_says(bring):
    assert bring(list__xlsx=book([["Hit", "Dit"], ["Ale", "GR"], ["Kungälv", "GR"]], bold=True)).ties == PAIR


def test_a_list_without_headings_is_read_whole_and_that_is_said(bring):
    made = bring(list__xlsx=book([["Hit", "Dit"], ["Ale", "GR"]]))
    assert (made.ties, "no_heading" in made.remarks) == ([("Ale", "GR"), ("Hit", "Dit")], True)


def test_columns_can_be_said_by_heading_or_by_letter(bring, tmp_path):
    assert bring(list__csv="Vem ringer;Till vilken\nAle;GR\n", given=("Vem ringer=source", "Till vilken=target")).ties == [("Ale", "GR")]
    (tmp_path / "made").rename(tmp_path / "first")
    assert bring(list__csv="Ale;2014;GR\n", given=("A=source", "B=ignored", "C=target")).ties == [("Ale", "GR")]


@pytest.mark.parametrize(("said", "error"), [("A", UsageError), ("A=", UsageError), ("A=nonsense", UnknownName)])
def test_a_mapping_that_cannot_be_meant_is_refused(said, error, bring):
    with pytest.raises(error):
        bring(list__csv="a;b\n", given=(said,))


def test_every_row_that_is_not_taken_is_told_with_its_row_and_why(bring):
    made = bring(list__csv="Från;Till;Vikt\nAle;GR;2,5\nAle;Ale;1\n;GR;1\nAle;;1\nKungälv;GR;0\nOrust;GR;många\nTjörn;GR;-2\n")
    assert made.not_taken == [
        ("no_source", 4),
        ("no_target", 5),
        ("zero_weight", 6),
        ("to_itself", 3),
        ("not_a_number", 7),
        ("negative", 8),
    ]
    assert made.ties == [("Ale", "GR"), ("Orust", "GR"), ("Tjörn", "GR")]
    assert made.values("weight") == [2.5, None, None]


def test_a_number_that_may_be_thousands_is_told(bring):
    made = bring(list__csv="Från;Till;Vikt\nAle;GR;1.500\n")
    assert made.told == [("list.csv:2 weight", "thousands", "1500")]
    assert made.values("weight") == [None]


def test_a_number_of_three_decimals_is_read_and_told(bring):
    made = bring(list__csv="Från;Till;Vikt\nAle;GR;1.525\n")
    assert ("thousands" in made.remarks, made.values("weight")) == (True, [1.525])


def test_a_number_beside_others_with_decimals_is_no_thousands(bring):
    made = bring(list__csv="Från;Till;Vikt\nAle;GR;1,500\nKungälv;GR;0,25\n")
    assert ("thousands" in made.remarks, made.values("weight")) == (False, [0.25, 1.5])


def test_a_repeated_row_is_one_more_statement_for_one_relationship(bring):
    made = bring(list__csv="Från;Till\nAle;GR\nAle;GR\nale ;gr\n")
    assert (made.ties, made.values("locator"), "repeated" in made.remarks) == ([("Ale", "GR")], ["rad 2", "rad 3", "rad 4"], True)


def test_spellings_of_one_name_are_one_actor_and_letters_are_not_folded(bring):
    made = bring(list__csv="Från;Till\nLilla Edet;Håbo\nLilla-Edet;Habo\nLILLA EDET;GR\n")
    assert made.names == ["GR", "Habo", "Håbo", "Lilla Edet"]
    ids = {node.name: node.id for node in made.snapshot.actors}
    assert ids["Habo"] == "habo"
    assert ids["Håbo"].startswith("habo-")
    assert "spelt" in made.remarks


def test_ids_do_not_depend_on_the_order_of_the_rows(bring, tmp_path):
    first = bring(list__csv="Från;Till\nHåbo;Habo\nÅre;GR\n").snapshot.actors
    (tmp_path / "made").rename(tmp_path / "first")
    assert bring(list__csv="Från;Till\nÅre;GR\nHåbo;Habo\n").snapshot.actors == first


def test_several_names_in_an_end_are_several_relationships(bring):
    assert bring(list__csv="From,To\nAle|Kungälv,GR|\n").ties == PAIR


def test_words_of_the_vocabulary_are_types_and_others_become_the_workspaces_own(bring):
    made = bring(list__csv="Från;Relation;Till\nAle;är medlem i;GRIA\nGR;har som medlem;Kungälv\nAle;Lånar ut personal till;GR\n")
    assert made.types == ["lanar_ut_personal_till", "member_of"]
    assert ("Kungälv", "GR") in made.ties
    assert made.workspace.vocabulary.type("lanar_ut_personal_till").words["sv"] == ("Lånar ut personal till",) * 2
    assert made.kinds("networks") == {"GRIA": "network"}


def test_a_table_of_actors_beside_gives_kinds_and_those_that_are_alone(bring):
    made = bring(a__csv="Från;Till\nAle;GRIA\n", b__csv="Namn;Typ;Kommun\nAle;kommun;\nGRIA;nätverk;\nEnsam;Bibliotek;Ale\n")
    assert (made.kinds(), made.kinds("networks")) == ({"Ensam": "bibliotek"}, {"GRIA": "network"})
    assert made.types == ["participates_in"]
    assert made.snapshot.by_id["ensam"].municipality == "ale"
    assert made.workspace.vocabulary.kind("actor", "bibliotek").words["sv"] == ("Bibliotek", "Bibliotek")


def test_dates_under_from_and_to_are_no_ends(bring):
    made = bring(list__csv="Namn;Typ;Från;Till\nBron;projekt;2014;2016\n")
    assert (made.snapshot.projects[0].start, made.snapshot.projects[0].end) == ("2014", "2016")


SQUARE = "hamn;0;1;0\nvux;1;0;2\nGR;0;2;0\n"


@pytest.mark.parametrize("head", [";hamn;vux;GR\n", "namn;hamn;vux;GR\n", "hamn;vux;GR\n", "Vår matris;;;\n;hamn;vux;GR\n"])
def test_a_square_matrix_is_read_whatever_its_first_cell(head, bring):
    made = bring(matrix__csv=head + SQUARE)
    assert made.ties == [("hamn", "vux"), ("vux", "GR")]
    assert made.values("weight") == [1, 2]


def test_a_matrix_that_differs_in_its_halves_has_a_direction(bring):
    assert bring(matrix__csv=",a,b,c\na,0,1,1\nb,0,0,0\nc,1,1,0\n").ties == [("a", "b"), ("a", "c"), ("c", "a"), ("c", "b")]


def test_a_matrix_filled_in_one_half_has_a_tie_a_pair_and_marks_no_weights(bring):
    made = bring(matrix__csv=";a;b;c\na;;x;\nb;;;x\nc;;;\n")
    assert (made.ties, made.values("weight")) == ([("a", "b"), ("b", "c")], [None, None])


def test_a_diagonal_is_told_and_not_taken(bring):
    made = bring(matrix__csv=";a;b;c\na;1;1;0\nb;1;1;1\nc;0;1;1\n")
    assert made.not_taken == [("to_itself", 2), ("to_itself", 3), ("to_itself", 4)]


def test_a_two_mode_matrix_has_actors_and_what_they_take_part_in(bring):
    made = bring(matrix__csv=";GRIA;KAA\nAle;1;0\nKungälv;1;1\nOrust;0;0\n")
    assert (made.ties, made.types) == ([("Ale", "GRIA"), ("Kungälv", "GRIA"), ("Kungälv", "KAA")], ["participates_in"])
    assert (made.kinds("networks"), "Orust" in made.names) == ({"GRIA": "network", "KAA": "network"}, True)
    assert made.workspace.view == "affiliation"


def test_a_survey_with_a_column_for_each_partner_named(bring):
    made = bring(
        svar__csv="Tidstämpel;Er organisation;Samverkar med 1;Samverkar med 2;Hur ofta\n"
        "2024-02-01 09:12:11;Ale;GR;Vux;varje vecka\n2024-02-02 10:00:00;Vux;;;\n2024-02-02 10:00:00;;GR;;\n"
    )
    assert made.ties == [("Ale", "GR"), ("Ale", "Vux")]
    assert (made.values("value"), made.values("informant")) == (["varje vecka"] * 2, ["ale"] * 2)
    assert made.not_taken == [("no_respondent", 4)]
    assert made.workspace.vocabulary.type(made.types[0]).words["sv"][0] == "Samverkar med"


@pytest.mark.parametrize("between", ["; ", ", ", "|", "\n"])
def test_a_survey_with_several_names_in_a_cell(between, bring):
    made = bring(svar__csv=f'Tidstämpel\tDin organisation\tVilka samverkar ni med?\n2024-01-02\tAle\t"GR{between}Vux"\n')
    assert (made.ties, made.types) == ([("Ale", "GR"), ("Ale", "Vux")], ["collaborates"])


def test_a_survey_whose_columns_are_partners_with_marks_or_a_scale(bring):
    made = bring(svar__csv="Er organisation;GR;Vux;Ale\nAle;varje vecka;aldrig;\nKungälv;;varje månad;x\n")
    assert made.ties == [("Ale", "GR"), ("Kungälv", "Ale"), ("Kungälv", "Vux")]
    assert made.values("value") == [None, "varje månad", "varje vecka"]


def test_columns_of_sentences_are_no_partners_though_few_differ(bring):
    made = bring(svar__csv="Er organisation;GR;Vux;Sagt\nAle;x;;Vi ses sällan, men gärna oftare\nKungälv;;x;bra\n")
    assert made.ties == [("Ale", "GR"), ("Kungälv", "Vux")]


def test_a_survey_of_google_forms_grid_takes_partners_from_brackets(bring):
    made = bring(svar__csv="Timestamp,Organisation,How often do you meet? [GR],How often do you meet? [Vux]\n2024-01-01,Ale,5,0\n")
    assert (made.ties, made.values("weight")) == ([("Ale", "GR")], [5])


def test_a_survey_of_thirty_respondents_and_forty_partners(bring):
    partners = [f"Partner {n}" for n in range(40)]
    rows = [["Er organisation", *partners]] + [[f"Svarande {n}", *((n + m) % 3 for m in range(40))] for n in range(30)]
    made = bring(svar__xlsx=book(rows))
    assert (len(made.snapshot.actors), len(made.snapshot.relationships)) == (70, 800)


def test_cells_that_a_merged_one_covers_hold_what_it_holds(bring):
    made = Workbook()
    sheet = made.worksheets[0]
    for row in (["Från", "Till"], ["Ale", "GR"], [None, "Vux"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    data = io.BytesIO()
    made.save(data)
    assert bring(list__xlsx=data.getvalue()).ties == [("Ale", "GR"), ("Ale", "Vux")]


@pytest.mark.parametrize("content", ["", "Namnlöst\nen enda kolumn\n", "a;b;c;d\n1;2;3;4\n"])
def test_what_cannot_be_understood_is_one_sentence(content, bring):
    with pytest.raises(InputError) as caught:
        bring(what__csv=content)
    assert "what.csv" in caught.value.message


def test_a_quotation_mark_without_its_other_loses_no_row(bring):
    made = bring(list__csv='Från;Till\n"Vuxna" i Väst;GR\n"Ale;GR\nKungälv;GR\n')
    assert len(made.ties) == 3


def test_of_two_names_with_one_plain_spelling_and_none_of_them_plain_each_gets_a_mark(bring):
    made = bring(list__csv="Från;Till\nÅre;Äre\n")
    ids = {node.name: node.id for node in made.snapshot.actors}
    assert all(id_.startswith("are-") for id_ in ids.values())
    assert len(set(ids.values())) == 2


def test_a_tie_without_type_and_direction_between_a_network_and_an_actor_is_the_actors_part_in_it(bring):
    made = bring(nodes__csv="Id,Label,Typ\n1,GRIA,nätverk\n2,Ale,skola\n", edges__csv="Source,Target,Type\n1,2,Undirected\n")
    assert (made.ties, made.types) == ([("Ale", "GRIA")], ["participates_in"])


def test_an_adjacency_list_ties_the_first_of_each_row_to_the_others(bring):
    made = bring(list__csv="Ale;GR;Vux;Orust\nGR;Vux\nVux;Ale;Orust\n")
    assert made.ties == [("Ale", "GR"), ("Ale", "Orust"), ("Ale", "Vux"), ("GR", "Vux"), ("Vux", "Ale"), ("Vux", "Orust")]
    assert "adjacency" in made.remarks


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id,name,population\nale,Ale,32,446\nbo,Bo,1\n", ("too_many_cells", 2)),
        ("name;population\nAle;32446\nSumma;32446\n", ("sums", 3)),
        ("name;population\nAle;32446\nTotalt:;32446\n", ("sums", 3)),
        ("name;region\nAle;Norr\n\nKälla: egen sammanställning\n", ("note_below", 4)),
        ("name;region\nAle;Norr\nAntal rader: 1;\n", ("note_below", 3)),
    ],
)
def test_what_is_no_row_of_the_table_becomes_no_record(text, told, bring):
    made = bring(municipalities__csv=text)
    assert told in made.not_taken
    assert len(made.snapshot.municipalities) == 1


@pytest.mark.parametrize(
    "text", ["name;Total budget (tkr)\nBron;1500\n", "name;total_budget_sek\n;mkr\nBron;1,5\n", "name;total_budget_tkr\nBron;1500\n"]
)
def test_sums_in_another_unit_are_no_kronor(text, bring):
    (project,) = bring(projects__csv=text).snapshot.projects
    assert project.total_budget_sek is None


def test_a_table_on_its_side_is_told_and_not_taken(bring):
    made = bring(actors__csv="id;gr;vux\nname;GR;Vux\nkind;region;school\n", list__csv="Från;Till\nAle;GR\n")
    assert (made.names, made.not_taken) == (["Ale", "GR"], [("on_its_side", None)])


def test_personal_data_that_is_taken_is_told(bring):
    made = bring(list__csv="Från;Till;Epost\nAle;GR;anna@ale.example\n".replace("example", "se"))
    assert [(place, key) for place, key, _ in made.told] == [("list.csv:2 Epost", "email")]


@pytest.mark.parametrize("heads", ["Organisation,Partner 1,Partner 2,Partner 3", "Er organisation,Samarbetspartner,Annan,Ytterligare"])
def test_the_headings_of_a_survey_are_no_actors_though_its_rows_look_like_neighbours(bring, heads):
    found = bring(list__csv=f"{heads}\nAle,GR,Kungälv,\nKungälv,Ale,GR,Orust\nGR,Ale,,\n")
    assert not {"Organisation", "Er organisation", "Partner 1", "Samarbetspartner"} & set(found.names)


@pytest.mark.parametrize(
    ("cell", "partners"),
    [
        ("GR, Vuxna, unga och skola (VUS)", ["GR", "Vuxna, unga och skola (VUS)"]), ("Orust, GR och Tjörn", ["GR", "Orust", "Tjörn"]),
        ("GR, barn och unga", ["GR", "barn och unga"]), ("Barn och unga", ["Barn och unga"]), ("GR\nOrust", ["GR", "Orust"]),
    ],
)  # fmt: skip
def test_a_name_with_a_comma_that_answers_itself_is_one_and_the_last_of_a_list_may_be_two(bring, cell, partners):
    heads = "Timestamp,Your organisation,Who do you work with? (tick all)"
    found = bring(s__csv=f'{heads}\n2024,Ale,"{cell}"\n2024,"Vuxna, unga och skola (VUS)",Ale\n2024,GR,Ale\n')
    assert sorted(target for source, target in found.ties if source == "Ale") == partners


@pytest.mark.parametrize("question", ["Vilka samarbetar ni med? (flera)", "Ange vilka ni samverkar med", "Nämn tre som ni har kontakt med"])
def test_a_question_of_whom_somebody_works_with_is_no_attribute_of_an_actor(bring, question):
    found = bring(s__csv=f"Tidstämpel;Organisation;{question}\n2024-01-01;Ale;GR\n2024-01-02;GR;Ale; Orust\n".replace("Ale; Orust", "Ale"))
    assert found.ties == [("Ale", "GR"), ("GR", "Ale")]


def test_of_a_person_and_an_organisation_that_answer_the_organisation_is_the_actor(bring):
    found = bring(s__csv="Namn;E-post;Arbetsplats;Samverkar med\nAnna;a@b.se;Ale;GR\nBo;b@b.se;GR;Ale\n")
    assert found.names == ["Ale", "GR"]


def test_a_matrix_of_words_is_no_list_without_headings(bring):
    found = bring(m__csv=";GRIA;SSA\nAle;ordförande;\nGR;ledamot;suppleant\n")
    said = {(tie.source, tie.target): tie.evidence[0].value for tie in found.snapshot.relationships}
    assert said == {("ale", "gria"): "ordförande", ("gr", "gria"): "ledamot", ("gr", "ssa"): "suppleant"}


def test_a_tie_of_several_periods_is_one_for_each(bring):
    found = bring(e__csv='Source,Target,timeset\nAle,GR,"<[2014.0,2015.0];[2017.0,Infinity]>"\nAle,Orust,"<[2019,2020]>"\n')
    ties = sorted((tie.target, tie.valid_from, tie.evidence[0].valid_to) for tie in found.snapshot.relationships)
    assert ties == [("gr", "2014", "2015"), ("gr", "2017", None), ("orust", "2019", "2020")]


@pytest.mark.parametrize(("tables", "told"), [({"n__csv": "Id,Label\n1,Ale\n2,GR\n"}, [("9, 8", 2)]), ({}, [])])
def test_an_end_that_the_table_of_names_lacks_is_told(bring, tables, told):
    found = bring(**tables, e__csv="Source,Target\n1,2\n9,2\n8,1\n")
    assert [(each.values["names"], each.values["n"]) for each in found.imported.remarks if each.key == "undeclared"] == told


@pytest.mark.parametrize(
    ("weights", "taken", "refused"),
    [
        (("1,5", "2.000"), [1.5, None], ["2000"]), (("1.5", "2,125"), [1.5, None], ["2125"]), (("0.5", "1.250"), [0.5, 1.25], []),
        (("1,5", "2,25", "3.000"), [1.5, 2.25, None], ["3000"]),
    ],
)  # fmt: skip
def test_beside_one_decimal_mark_the_other_stands_for_thousands(bring, weights, taken, refused):
    rows = "".join(f"A;B{n};{weight}\n" for n, weight in enumerate(weights))
    found = bring(e__csv=f"Från;Till;Vikt\n{rows}")
    said = {tie.target: tie.evidence[0].weight for tie in found.snapshot.relationships}
    assert [said[f"b{n}"] for n in range(len(weights))] == taken
    assert [each.suggestion for each in found.imported.problems if each.key == "thousands"] == refused


def test_a_word_of_ones_own_that_is_nearly_one_of_the_vocabulary_is_told(bring):
    found = bring(n__csv="Id;Namn;Slag\n1;Ale;komun\n2;GR;nätvrk\n3;X;café\n", e__csv="Från;Typ;Till\n1;deltar ii;2\n3;fikar med;2\n")
    told = [(each.values["word"], each.values.get("kind") or each.values["type"]) for each in found.imported.remarks if "near_" in each.key]
    assert told == [("komun", "municipality"), ("nätvrk", "network"), ("deltar ii", "participates_in")]


@pytest.mark.parametrize(
    "text", ['digraph { "Ale" -> GR; GR -> Orust; }', "strict graph g {\nA -- B;\nB -- C;\n}", "graph TD\nA-->B;\nB-->C;\n"]
)
def test_a_drawing_in_words_is_no_list(bring, text):
    with pytest.raises(InputError, match="no form that is known"):
        bring(g__txt=text)


PARTNER = """Respondent ID;Partner ID;Power/Influence;Level of involvement;Resource contribution;Reliability;Mission;Open to discussion
Ale;Lerum;4;3;2;4;3;2
Lerum;Ale;1;0;5;;3,5;2
"""


def test_what_partners_say_of_each_other_is_read_by_the_headings_of_their_survey(bring):
    found = bring(svar__csv=PARTNER)
    ale, lerum = (next(tie.evidence[0] for tie in found.snapshot.relationships if tie.source == one) for one in ("ale", "lerum"))
    assert [getattr(ale, part) for part in RATINGS] == [4, 3, 2, 4, 3, 2]
    # What is not on the scale is told and not taken: don't know is no zero.
    assert [getattr(lerum, part) for part in RATINGS] == [1, None, None, None, None, 2]
    assert len(found.not_taken) == 3
