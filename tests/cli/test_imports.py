"""Claims about import on the command line: what it says, what it asks, and what it leaves alone."""

from __future__ import annotations

import pytest

from actormap.workspace import read

LIST = "Från;Till\nAle;GR\nKungälv;GR\nOrust;\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kontakter.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def test_two_commands_lead_from_a_list_to_a_map(here, actormap_says):
    assert actormap_says("import", "kontakter.csv", "--into", "mitt", "--yes").code == 0
    assert actormap_says("map", "-w", "mitt").code == 0
    assert "Kungälv" in (here / "visualisations" / "mitt.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("lang", "words"), [("sv", ("Från → från vem", "1 rad togs inte", "kontakter.csv:4", "övrig aktör")), ("en", ("from whom",))]
)
def test_it_says_what_it_understood_and_what_it_did_not_take(lang, words, actormap_says):
    told = actormap_says("import", "kontakter.csv", "--into", "mitt", "--yes", "--lang", lang).err
    assert [each for each in words if each not in told] == []


def test_without_a_terminal_and_without_yes_nothing_is_written(here, actormap_says):
    answer = actormap_says("import", "kontakter.csv", "--into", "mitt")
    assert (answer.code, "--yes" in answer.err, (here / "mitt").exists()) == (2, True, False)


def test_a_workspace_that_exists_is_left_alone_unless_it_is_to_be_replaced_and_then_it_is_kept(here, actormap_says):
    assert actormap_says("import", "kontakter.csv", "--into", "mitt", "--yes").code == 0
    before = {path.name: path.read_bytes() for path in (here / "mitt").iterdir()}
    (here / "kontakter.csv").write_text("Från;Till\nTjörn;GR\n", encoding="utf-8")
    refused = actormap_says("import", "kontakter.csv", "--into", "mitt", "--yes")
    assert (refused.code, {path.name: path.read_bytes() for path in (here / "mitt").iterdir()}) == (1, before)
    assert actormap_says("import", "kontakter.csv", "--into", "mitt", "--yes", "--replace").code == 0
    assert [each.name for each in read(here / "mitt").snapshot.actors] == ["GR", "Tjörn"]
    assert {path.name: path.read_bytes() for path in (here / "mitt-before").iterdir()} == before
    assert actormap_says("import", "kontakter.csv", "--into", "mitt", "--yes", "--replace").code == 0
    assert sorted(path.name for path in here.iterdir()) == ["kontakter.csv", "mitt", "mitt-before", "mitt-before-2"]


def test_what_lies_in_the_folder_besides_stays(here, actormap_says):
    (here / "mitt").mkdir()
    (here / "mitt" / "anteckningar.txt").write_text("x", encoding="utf-8")
    assert actormap_says("import", "kontakter.csv", "--into", "mitt", "--yes").code == 0
    assert {"anteckningar.txt", "actors.csv", "actormap.toml"} <= {path.name for path in (here / "mitt").iterdir()}
    assert sorted(path.name for path in here.iterdir()) == ["kontakter.csv", "mitt"]


def test_a_workbook_can_be_made_and_is_put_aside_as_a_folder_is(here, actormap_says):
    assert actormap_says("import", "kontakter.csv", "--into", "mitt.xlsx", "--yes").code == 0
    before = {path.name: path.read_bytes() for path in here.glob("mitt.*")}
    made = read(here / "mitt.xlsx")
    assert (sorted(before), made.title, made.problems) == (["mitt.toml", "mitt.xlsx"], "mitt", ())
    (here / "kontakter.csv").write_text("Från;Till;Typ\nTjörn;GR;åker till\n", encoding="utf-8")
    assert actormap_says("import", "kontakter.csv", "--into", "mitt.xlsx", "--yes").code == 1
    assert {path.name: path.read_bytes() for path in here.glob("mitt.*")} == before
    assert actormap_says("import", "kontakter.csv", "--into", "mitt.xlsx", "--yes", "--replace").code == 0
    assert [each.type for each in read(here / "mitt.xlsx").snapshot.relationships] == ["aker_till"]
    assert {path.name.replace("-before", ""): path.read_bytes() for path in here.glob("mitt-before.*")} == before
    assert len(list(here.iterdir())) == 5


@pytest.mark.parametrize("name", ["mitt.xlsm", "mitt.ods", "mitt.csv"])
def test_no_other_file_can_be_made(name, here, actormap_says):
    assert actormap_says("import", "kontakter.csv", "--into", name, "--yes").code == 1
    assert not (here / name).exists()


@pytest.mark.parametrize("arguments", [("--as", "nonsense"), ("--map", "Från"), ("--map", "Från=nonsense")])
def test_what_cannot_be_meant_is_refused(arguments, here, actormap_says):
    answer = actormap_says("import", "kontakter.csv", "--into", "mitt", "--yes", *arguments)
    assert answer.code in (1, 2)
    assert not (here / "mitt").exists()


@pytest.mark.parametrize("made", ["mitt", "mitt.xlsx"])
def test_a_workspace_is_not_imported_once_more(made, here, actormap_says):
    actormap_says("import", "kontakter.csv", "--into", made, "--yes")
    told = actormap_says("import", made, "--into", "nytt", "--yes")
    assert (told.code, f"check {made}" in told.err) == (2, True)
    assert not (here / "nytt").exists()


@pytest.mark.parametrize("besides", [None, "id,name,kind\np,,project\n"])
def test_check_offers_an_import_where_the_tables_are_missing_whatever_else_is_to_be_mended(besides, here, actormap_says):
    if besides:
        (here / "projects.csv").write_text(besides, encoding="utf-8")
    answer = actormap_says("check", ".")
    assert answer.code == 1
    assert "actormap import . --into NY-MAPP" in answer.err


def test_a_form_can_be_named(here, actormap_says):
    (here / "m.csv").write_text("Organisation;GRIA;KAA\nAle;1;1\n", encoding="utf-8")
    for form, networks in (("matrix", 2), ("survey", 0)):
        actormap_says("import", "m.csv", "--into", form, "--yes", "--as", form)
        assert len(read(here / form).snapshot.networks) == networks


SURVEY = 'Vilken organisation svarar du för?,Vilka samverkar ni med?\nAle,"GR, Kungälv"\nKungälv,"Ale, GR"\nTjörn,Tjörn\nAle,GR\n'


def test_the_numbers_that_are_told_of_a_survey_add_up(here, actormap_says):
    (here / "enkat.csv").write_text(SURVEY, encoding="utf-8")
    told = actormap_says("import", "enkat.csv", "--into", "mitt", "--yes", "--lang", "sv").err
    # Five relationships, of which one repeats another; the one to itself is told among the lines that were not taken.
    for said in ("enkät, 4 namn, 5 relationer", "1 uppgift upprepar", "1 rad togs inte", "4 aktörer, 1 dokument, 4 relationer"):
        assert said in told


@pytest.mark.parametrize(("target", "file"), [("mitt", "actormap.toml"), ("mitt.xlsx", "mitt.toml")])
def test_ones_own_words_are_said_to_be_where_they_are_and_the_tools_own_type_is_none_of_them(here, target, file, actormap_says):
    (here / "typer.csv").write_text("Från;Typ;Till\nAle;fikar med;GR\nOrust;;GR\n", encoding="utf-8")
    told = " ".join(actormap_says("import", "typer.csv", "--into", target, "--yes", "--lang", "en").err.split())
    assert f"The type “fikar med” is not in the vocabulary and became the workspace's own, in {file}." in told
    assert "fikar med" in (here / file if target != "mitt" else here / target / file).read_text(encoding="utf-8")
    assert "1 relationship has no type in the file; it is assumed to be" in told


def test_a_workbook_that_is_a_workspace_is_not_imported_under_another_name_either(here, actormap_says):
    assert actormap_says("init", "karta.xlsx", "--xlsx").code == 0
    (here / "karta.xlsx").rename(here / "karta.csv")
    answer = actormap_says("import", "karta.csv", "--into", "mitt", "--yes")
    assert (answer.code, "is a workspace already" in answer.err, (here / "mitt").exists()) == (2, True, False)


def test_many_columns_of_partners_are_one_line(here, actormap_says):
    heads = [f"Förening {n}" for n in range(12)]
    rows = [f"{who};" + ";".join("x" if who != other else "" for other in heads[:6]) + ";;;;;;" for who in ("Ale", *heads[:2])]
    (here / "enkat.csv").write_text("\n".join([";".join(["Er organisation", *heads]), *rows]) + "\n", encoding="utf-8")
    told = actormap_says("import", "enkat.csv", "--into", "mitt", "--yes", "--lang", "en").err
    assert "Förening 0, Förening 1, Förening 2, … (+9) → a partner" in told
    assert "Förening 7 " not in told


def test_where_no_line_can_be_taken_it_is_told_why_and_nothing_is_written(here, actormap_says):
    (here / "formler.csv").write_text("Från;Till\n=A2;GR\nAle;=B2\n", encoding="utf-8")
    answer = actormap_says("import", "formler.csv", "--into", "mitt", "--yes", "--lang", "sv")
    assert (answer.code, (here / "mitt").exists()) == (1, False)
    for said in ("formel som text", "2 rader togs inte", "Det finns inget att skriva"):
        assert said in answer.err


def test_tables_without_a_relationship_are_no_workspace_yet_and_may_be_imported(here, actormap_says):
    (here / "namn").mkdir()
    (here / "namn" / "actors.csv").write_text("id,name,kind\nale,Ale,unit\n", encoding="utf-8")
    (here / "namn" / "relationships.csv").write_text("source,type,target\n", encoding="utf-8")
    answer = actormap_says("import", "namn", "--into", "mitt", "--yes", "--lang", "en")
    assert "is a workspace already" not in answer.err
