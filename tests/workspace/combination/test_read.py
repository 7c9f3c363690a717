"""Claims about several workspaces as one graph, on two folders of a few rows each."""

from __future__ import annotations

import pytest

from actormap import workspace
from actormap.atlas import stores
from actormap.atlas.open import open_atlas
from actormap.errors import InputError, UsageError
from actormap.model import requirements
from actormap.workspace import editing
from actormap.workspace.combination import places
from actormap.workspace.pages import entry

ACTORS = "id,name,kind,region,aliases,note,Webb\n"
ONE = {
    "actors.csv": f"{ACTORS}gr,Göteborgsregionen,regional_federation,,GR,En,a.se\nale2,Ale kommun,other,,,,\n",
    "networks.csv": "id,name,kind\ngria,GRIA,network\n",
    "relationships.csv": "source,type,target,document,locator\ngr,coordinates,gria,d,1\n",
    "documents.csv": "id,title\nd,Dokument\n",
}
TWO = {
    "actors.csv": f"{ACTORS}gr,Göteborgsregionens förbund,association,Väst,,Två,b.se\nrar,RAR,coordination_association,,,,\n",
    "networks.csv": "id,name,kind\ngria,GRIA,network\n",
    "relationships.csv": "source,type,target,document,locator\ngr,coordinates,gria,d,2\nrar,member_of,gria,d,2\n",
    "documents.csv": "id,title\nd,Dokument\n",
}


@pytest.fixture
def join(tmp_path, monkeypatch):
    """Return what reads the folders one and two, some files of which are replaced, as `one+two` from beside them."""

    def joined(one=(), two=(), text="one+two"):
        for name, contents in (("one", {**ONE, **dict(one)}), ("two", {**TWO, **dict(two)})):
            (tmp_path / name).mkdir(exist_ok=True)
            for file, said in contents.items():
                (tmp_path / name / file).write_text(said, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return workspace.read(text)

    return joined


def said(read):
    return [
        (problem.severity, problem.key, problem.place(), problem.found) for problem in read.problems if problem.key.startswith("joined")
    ]


def test_the_same_id_is_one_record_and_the_first_named_is_right(join):
    gr = join().snapshot.by_id["gr"]
    assert (gr.name, gr.kind, gr.region) == ("Göteborgsregionen", "regional_federation", "Väst")
    assert gr.aliases == ("GR", "Göteborgsregionens förbund")
    assert gr.note == "En; Två"
    assert join(text="two+one").snapshot.by_id["gr"].kind == "association"


def test_what_differs_is_told_with_file_and_columns_and_kept_beside(join):
    read = join()
    assert said(read) == [("warning", "joined_otherwise", "two/actors.csv name, kind, Webb", "gr")]
    assert dict(read.snapshot.by_id["gr"].attributes) == {
        "Webb": "a.se",
        "two: Webb": "b.se",
        "two: kind": "association",
        "two: name": "Göteborgsregionens förbund",
    }


def test_what_differs_in_the_same_columns_is_told_once_with_how_many_there_are(join):
    more = "".join(f"a{n},{{name}} {n},other,,,,\n" for n in range(5))
    read = join({"actors.csv": ACTORS + more.format(name="En")}, {"actors.csv": ACTORS + more.format(name="Två")})
    (problem,) = (problem for problem in read.problems if problem.key == "joined_otherwise")
    assert (problem.place(), problem.found, problem.values["n"]) == ("two/actors.csv name", "a0, a1, a2, … (+2)", 5)


@pytest.mark.parametrize(
    ("one", "two", "told", "kept"),
    [("2015", "2015-03-01", False, True), ("2015-03-01", "2015", False, False), ("2015", "2016-01-01", True, True)],
)
def test_a_year_and_a_day_of_it_do_not_differ(join, one, two, told, kept):
    rows = {each: {"projects.csv": f"id,name,kind,start\np,Plug In,project,{each}\n"} for each in (one, two)}
    read = join(rows[one], rows[two])
    assert any(problem.column == "start" for problem in read.problems) is told
    assert read.snapshot.by_id["p"].start == one
    assert ("two: start" in dict(read.snapshot.by_id["p"].attributes)) is kept


@pytest.mark.parametrize(
    ("one", "two", "kept", "beside"),
    [
        (",", "d,2", ("d", "2"), {}),
        ("d,1", ",", ("d", "1"), {}),
        ("d,1", "d,2", ("d", "1"), {}),
        ("d,1", "e,2", ("d", "1"), {"two: document": "e", "two: locator": "2"}),
    ],
)
def test_a_source_is_taken_whole_from_the_first_that_has_one_and_another_is_kept_beside(join, one, two, kept, beside):
    heading, other = "id,name,kind,document,locator\n", "id,title\nd,Dokument\ne,Annat\n"
    tables = [{"projects.csv": f"{heading}p,Projektet,project,{each}\n", "documents.csv": other} for each in (one, two)]
    found = join(*tables).snapshot.by_id["p"]
    assert ((found.document, found.locator), dict(found.attributes)) == (kept, beside)


def test_a_relationship_that_both_have_rests_on_the_statements_of_both(join):
    ties = {(tie.source, tie.type): [piece.locator for piece in tie.evidence] for tie in join().snapshot.relationships}
    assert ties == {("gr", "coordinates"): ["1", "2"], ("rar", "member_of"): ["2"]}


def test_one_id_for_two_things_stops_the_whole(join):
    read = join(two={"networks.csv": "id,name,kind\ngria,GRIA,network\nale2,Ale,network\n"})
    assert ("error", "joined_unlike", "two/networks.csv id", "ale2") in said(read)


def test_an_error_in_one_is_told_with_the_name_of_its_folder(join):
    read = join(two={"relationships.csv": "source,type,target\nrar,member_of,grja\n"})
    assert [problem.place() for problem in read.errors] == ["two/relationships.csv:2 target"]


def test_title_language_and_view_are_those_of_the_first_and_the_network_in_focus_that_of_the_first_with_one(join):
    read = join(
        one={"actormap.toml": 'title = "Ett"\nlanguage = "en"\ninternal = ["note"]\n'},
        two={"actormap.toml": 'title = "Två"\nfocal_network = "gria"\ninternal = ["confidence"]\n'},
    )
    assert (read.title, read.language, read.focal_network, read.internal) == ("Ett", "en", "gria", ("note", "confidence"))


def test_the_words_of_both_hold_and_one_that_both_define_is_the_first_s(join):
    pub = '[kinds.actor.{}]\nsv = ["{}", "x"]\nen = ["x", "x"]\nstyle = "part"\n'
    read = join(
        one={"actormap.toml": pub.format("pub", "krog")},
        two={"actormap.toml": pub.format("pub", "pub") + pub.format("bath", "bad")},
    )
    assert ("warning", "joined_words", "two/actormap.toml kinds.actor.pub", None) in said(read)
    assert [read.vocabulary.kinds["actor"][kind].words["sv"][0] for kind in ("pub", "bath")] == ["krog", "bad"]


def test_judgements_of_one_hold_for_the_records_of_the_other(join):
    read = join(
        one={
            "actors.csv": ONE["actors.csv"] + "rar2,Samordningsförbundet RAR,other,,,,\n",
            "identity.csv": "a,b,verdict\nrar2,ale2,same\n",
        },
        two={"actors.csv": TWO["actors.csv"] + "ale2,Ale,other,,,,\n"},
    )
    assert read.snapshot.by_id.keys() == {"gr", "rar2", "rar", "gria", "d"}
    assert "Ale" in read.snapshot.by_id["rar2"].aliases


def test_what_one_requires_of_every_municipality_is_required_of_its_own_alone(join):
    places = "id,name\n{0},{0}\n"
    required = {"coverage.csv": "network,row,column,municipality\ngria,Kommuner,KAA,*\n", "municipalities.csv": places.format("ale")}
    read = join(one=required, two={"municipalities.csv": places.format("kil")})
    assert [line.municipality for line in requirements.lines(read.snapshot, "gria")] == ["ale"]


def test_nothing_is_written_into_what_is_joined(join, tmp_path):
    read = join()
    before = sorted(tmp_path.rglob("*"))
    assert stores.in_memory(stores.address(read, None).uri)
    assert open_atlas("one+two").snapshot == read.snapshot
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_whose_own_name_holds_a_plus_is_that_folder_and_can_be_joined_too(join, tmp_path):
    join()
    (tmp_path / "one").rename(tmp_path / "a+b")
    assert workspace.read("a+b").joined == ()
    assert workspace.read("a+b+two").joined == ("a+b", "two")
    assert places.several("nix+nax") == places.several("~nobody-here/a+nax") == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("one+nix", "one\\+nix joins nix, and there is no such workspace"),
        ("one+one", "joins one with itself"),
        ("one+", "joins a workspace with nothing"),
    ],
)
def test_what_cannot_be_joined_is_one_sentence(join, text, sentence):
    with pytest.raises(InputError, match=sentence):
        join(text=text)


def test_what_writes_names_one_workspace(join, tmp_path):
    join()
    for attempt in (lambda: editing.begin("one+two"), lambda: entry.enter("one+two", [tmp_path / "page.txt"])):
        with pytest.raises(UsageError, match=r"is 2 workspaces joined, .* Name the one that is meant: one, two"):
            attempt()


def test_gria_and_esf_are_one_graph_without_errors():
    both, gria, esf = (workspace.read(text) for text in ("gria+esf", "gria", "esf"))
    assert not both.errors
    assert len(both.snapshot.projects) == 103 + 3
    assert {*both.snapshot.by_id} == {*gria.snapshot.by_id} | {*esf.snapshot.by_id}
    assert both.focal_network == "gria"
    assert "workshop" in both.vocabulary.kinds["project"]
    assert both.snapshot.by_id["plug-in-gr"].kind == "part"
    assert "esf: kind" not in dict(both.snapshot.by_id["plug-in-gr"].attributes)


@pytest.mark.parametrize(
    ("one", "two", "kept"),
    [
        ("", 'compare = ["B=b"]', ["B=b"]),
        ('compare = ["A=a"]', 'compare = ["B=b"]', ["A=a"]),
        ('colours = { accent = "#7a1f3d" }', 'compare = ["B=b"]\nstylesheet = "own.css"', ["B=b"]),
    ],
)
def test_a_report_of_both_compares_with_the_projects_of_the_first_that_names_some_and_looks_as_the_first(join, one, two, kept):
    settings = join(one={"actormap.toml": f"[report]\n{one}\n"}, two={"actormap.toml": f"[report]\n{two}\n"}).settings["report"]
    assert settings["compare"] == kept
    assert "stylesheet" not in settings
    assert ("colours" in settings) == ("colours" in one)
