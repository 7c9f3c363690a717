"""A workspace is read whole: names lead to ids, rows become relationships, settings become a vocabulary, and nothing is said twice."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from actormap.errors import ActormapError
from actormap.workspace import read
from actormap.workspace.reading.privacy import personal


def test_the_built_in_workspace_is_without_errors():
    workspace = read("gria")
    assert workspace.errors == ()
    assert workspace.builtin
    assert workspace.base is None
    assert workspace.focal_network == "gria"
    assert {len(digest) for _, digest in workspace.files} == {64}


def test_a_folder_that_is_called_gria_is_meant_only_as_a_path(write, tmp_path, monkeypatch):
    write().rename(tmp_path / "gria")
    monkeypatch.chdir(tmp_path)
    assert read("gria").builtin
    assert not read("./gria").builtin
    assert not read(Path("gria")).builtin
    assert len(read("./gria").snapshot.relationships) == 1


@pytest.mark.parametrize(
    "written", ["lilla-edet", "Lilla Edet", "Lilla-Edet", "LILLA EDET", "Lilla\u00a0Edet", "lillaedet", "Lilla Edets kommun"]
)
def test_a_municipality_is_found_by_its_name_however_it_is_spelt(write, written):
    workspace = read(write(actors=f"id,name,kind,municipality\ngr,GR,region,{written}\n"))
    assert workspace.problems == ()
    assert workspace.snapshot.actors[0].municipality == "lilla-edet"


@pytest.mark.parametrize("written", ["Göteborg", "Go\u0308teborg", "Göteborgs Stad", "Göteborgs stad", "gbg", "Göteborgs kommun"])
def test_an_end_may_be_a_name_or_an_alias(write, written):
    workspace = read(write(relationships=f"source,type,target\n{written},participates_in,Plug In\n"))
    assert workspace.problems == ()
    tie = workspace.snapshot.relationships[0]
    assert (tie.source, tie.target) == ("goteborg", "plug-in")


def test_a_shared_name_is_told_apart_by_what_the_type_allows(write):
    projects = "id,name,kind\nplug-in,Skolan,project\n"
    workspace = read(write(projects=projects, relationships="source,type,target\ngr,part_of,Skolan\n"))
    assert [problem.key for problem in workspace.errors] == ["ambiguous_name"]  # an actor may be part of an actor or of a project
    allowed = read(write(projects=projects, relationships="source,type,target\ngr,carries_out,Skolan\n"))
    assert allowed.errors == ()
    assert allowed.snapshot.relationships[0].target == "plug-in"


def test_of_many_records_with_one_name_a_few_are_told_and_the_others_counted(write):
    rows = "".join(f"a{number},Skolan,unit\n" for number in range(12))
    (problem,) = read(write(actors=f"id,name,kind\n{rows}", relationships="source,type,target\nSkolan,participates_in,Plug In\n")).errors
    assert problem.values["candidates"] == "a0, a1, a2, a3, a4, … (+7)"


@pytest.mark.parametrize("word", ["school", "School", "skola", "SKOLA"])
def test_a_kind_may_be_written_as_id_or_in_swedish_or_english(write, word):
    workspace = read(write(actors=f"id,name,kind\ngr,GR,region\nskolan,Skolan,{word}\n"))
    assert workspace.problems == ()
    assert workspace.snapshot.by_id["skolan"].kind == "school"


def test_rows_that_agree_on_the_key_are_one_relationship_with_several_statements(write):
    workspace = read(
        write(
            relationships="source,type,target,role,valid_from,valid_to,locator,status\n"
            "gr,owns,plug-in,,2014,,2,\ngr,owns,Plug In,,2014,2015,1,implied\ngr,owns,plug-in,ordförande,2014,,3,\n"
        )
    )
    assert workspace.problems == ()
    ties = {tie.role: tie for tie in workspace.snapshot.relationships}
    assert [(piece.locator, piece.status, piece.valid_to) for piece in ties[None].evidence] == [
        ("1", "implied", "2015"),
        ("2", "stated", None),
    ]
    assert len(ties["ordförande"].evidence) == 1


def test_a_statement_made_twice_counts_once_and_is_told(write):
    workspace = read(write(relationships="source,type,target,note\ngr,owns,plug-in,a\ngr,owns,plug-in,a\n"))
    assert [(problem.severity, problem.row, problem.key) for problem in workspace.problems] == [("warning", 3, "double_row")]
    assert len(workspace.snapshot.relationships[0].evidence) == 1


def test_an_answer_may_be_in_swedish_and_a_star_stands_for_every_municipality(write):
    workspace = read(
        write(coverage="network,row,column,municipality,answer,minimum\nGRIA,Kommuner,Skolchef,*,Ja,2\ngria,Region,Chef,,nej,\n")
    )
    assert workspace.problems == ()
    found = {line.row: (line.network, line.municipality, line.answer, line.minimum) for line in workspace.snapshot.coverage}
    assert found == {"Kommuner": ("gria", "*", "yes", 2), "Region": ("gria", None, "no", 1)}


def test_settings_are_read_and_extend_the_vocabulary(write):
    text = (
        'title = "Vår karta"\nlanguage = "en"\nfocal_network = "GRIA"\nview = "all"\nstore = "sqlite:///x.sqlite"\ninternal = ["note"]\n'
        '[invite]\nregions = ["national"]\n[kinds.actor.library]\nsv = ["bibliotek", "bibliotek"]\nen = ["library", "libraries"]\n'
    )
    workspace = read(write(actormap_toml=text, actors="id,name,kind\ngr,GR,region\nskolan,Skolan,Bibliotek\n"))
    assert workspace.problems == ()
    assert (workspace.title, workspace.language, workspace.focal_network, workspace.view) == ("Vår karta", "en", "gria", "all")
    assert (workspace.store, workspace.internal, workspace.settings) == (
        "sqlite:///x.sqlite",
        ("note",),
        {"invite": {"regions": ["national"]}},
    )
    assert workspace.snapshot.by_id["skolan"].kind == "library"


def test_settings_that_notepad_has_saved_are_read(write):
    assert read(write(actormap_toml='\ufefftitle = "Å"\r\n')).title == "Å"


def test_the_files_read_are_named_with_their_hashes(write):
    folder = write()
    assert read(folder).files == tuple(
        (path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in sorted(folder.iterdir(), key=lambda path: path.name)
    )


def test_municipalities_alone_can_act(write):
    folder = write(relationships="source,type,target\nale,owns,plug-in\n", municipalities="id,name\nale,Ale\n")
    (folder / "actors.csv").unlink()
    workspace = read(folder)
    assert workspace.problems == ()
    assert len(workspace.snapshot.relationships) == 1


@pytest.mark.parametrize("name", ["none", "no\0path", "actors.csv", "old.xls", "sheet.ods", "x" * 5000])
def test_a_place_that_is_no_workspace_is_refused_in_one_sentence(write, name):
    folder = write()
    for file in ("old.xls", "sheet.ods"):
        (folder / file).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(ActormapError) as raised:
        read(f"{folder}/{name}")
    assert "\n" not in str(raised.value)
    assert raised.value.hint or "cannot be opened" in str(raised.value)


@pytest.mark.parametrize(
    "text",
    [
        "031-390 06 12",
        "(031) 390 06 12",
        "070-174 06 35",
        "0701740635",
        "+46 31 390 06 12",
        "+46(0)31-390 06 12",
        "0046313900612",
        "08-465 004 12",
        "031–390 06 12",
        "tfn: 0313900612",
    ],
)
def test_a_swedish_telephone_number_is_seen(text):
    assert personal(f"ring {text}.").key == "telephone"


@pytest.mark.parametrize(
    "text",
    ["2014-06-01", "2014-06-01–2015-06-30", "2019/00120", "22-004-S04", "1 497 352 kr", "212000-1355", "24051665", "0180", "2007-2013",
     "2020/00595", "57.70887, 11.97456", "https://unpkg.com/lib@1.2.3", "https://x.se/@user", "0180-0192", "202101121234", "5560125790",
     "https://example.org/05-2014/0313900612", "SE23", "04-12 34", "a@b", "5.315decf214f6f4fcca8446a1"],
)  # fmt: skip
def test_numbers_of_other_kinds_are_no_personal_data(text):
    assert personal(text) is None


@pytest.mark.parametrize("text", ["850709-1235", "19850709–1232", "198507091232", "8507091232", "850709+1232", "850709 1232"])
def test_a_personal_identity_number_is_seen(text):
    assert personal(f"nr {text}.").key == "personal_number"


@pytest.mark.parametrize("text", ["fråga@göteborg.se", "mailto:a.b@x.se", "anna (at) x.se", "anna[at]x.se"])
def test_an_e_mail_address_is_seen(text):
    assert personal(f"skriv {text}.").key == "email"


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "1" * 5000], ids=["deep", "long"])
def test_settings_that_cannot_be_read_to_their_depth_are_a_problem(write, text):
    assert [problem.key for problem in read(write(actormap_toml=text)).problems] == ["bad_toml"]


def test_personal_data_is_found_in_ids_in_own_columns_and_in_the_settings_and_never_repeated(write):
    mail = "a.b@x.se"
    folder = write(
        actors=f"id,name,kind,kontakt\n{mail},A,region,{mail}\n",
        actormap_toml=f'title = "Fråga {mail}"\n\n[kinds.actor.bibliotek]\nsv = ["{mail}", "bibliotek"]\n',
    )
    found = [problem for problem in read(folder).problems if problem.key == "email"]
    assert [(each.file, each.row, each.column) for each in found] == [
        ("actormap.toml", 1, "title"), ("actormap.toml", 3, "kinds.actor.bibliotek.sv"),
        ("actors.csv", 2, "id"), ("actors.csv", 2, "kontakt"),
    ]  # fmt: skip
    assert mail not in repr(found)


def test_among_many_names_suggestions_are_bounded_and_problems_are_not(write):
    many = "".join(f"a{number},Aktör {number},unit\n" for number in range(6_000))
    ties = "".join(f"a{number}x,owns,plug-in\n" for number in range(60))
    problems = read(write(actors=f"id,name,kind\n{many}", relationships=f"source,type,target\n{ties}")).problems
    assert len(problems) == 60
    assert problems[0].suggestion
    assert problems[-1].suggestion is None


def test_reading_needs_no_heavy_library_until_it_does():
    code = "import actormap.workspace, sys; print(sorted({'openpyxl', 'pandas', 'networkx', 'babel', 'neo4j'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a permission there")
def test_a_file_that_a_link_leads_out_of_the_workspace_for_is_read_and_told(write, tmp_path):
    folder = write()
    (tmp_path / "elsewhere.geojson").write_text('{"features": []}', encoding="utf-8")
    (folder / "outline.geojson").symlink_to(tmp_path / "elsewhere.geojson")
    (folder / "inside.csv").write_bytes((folder / "networks.csv").read_bytes())
    (folder / "networks.csv").unlink()
    (folder / "networks.csv").symlink_to(folder / "inside.csv")
    found = read(folder)
    assert [each.file for each in found.problems if each.key == "leads_outside"] == ["outline.geojson"]
    assert len(found.snapshot.relationships) == 1
