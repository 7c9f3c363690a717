"""Claims about entering pages into a workspace: what becomes of them, and that nothing is lost, written over or done twice."""

from __future__ import annotations

import json

import pytest

from actormap import workspace
from actormap.errors import UsageError
from actormap.workspace import editing
from actormap.workspace.editing import undo
from actormap.workspace.pages import entry, register
from tests.workspace.pages import samples

LIST = [*samples.BODY, "", "Kommun", "", " • Ale", " • Lilla-Edet", ""]


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    return folder


def put(folder, file, layout="1420B", body=samples.BODY, **changed):
    path = folder / file
    path.write_text(samples.page(layout, samples.facts(layout, **changed), body=body), encoding="utf-8")
    return path


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def snapshot(place):
    return workspace.require_valid(workspace.read(place)).snapshot


def test_a_page_becomes_a_project_its_document_its_owner_and_where_it_is_active(pages, tmp_path):
    done = entry.enter(tmp_path / "mine", [put(pages, "a.txt", "0713", LIST)])
    held = snapshot(tmp_path / "mine")
    (project,) = held.projects
    assert (project.id, project.programme, project.programme_area, project.start) == ("bron-till-arbete", "2007-2013", "2", "2019-02-01")
    assert (project.document, project.locator) == ("esf-bron-till-arbete", "3-14")
    assert [(each.id, each.code) for each in held.municipalities] == [("ale", "1440"), ("lilla-edet", "1462")]
    assert {(tie.source, tie.type, tie.target, tie.evidence[0].locator) for tie in held.relationships} == {
        ("samordningsforbundet-insjon", "owns", "bron-till-arbete", "7"),
        ("bron-till-arbete", "active_in", "ale", "25"),
        ("bron-till-arbete", "active_in", "lilla-edet", "26"),
    }
    assert done.added == {"projects": 1, "documents": 1, "actors": 1, "municipalities": 2, "relationships": 3}


def test_a_folder_is_made_in_the_home_folder_where_tilde_says_so(pages, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    entry.enter("~/mine", [put(pages, "a.txt")])
    assert len(snapshot(tmp_path / "home" / "mine").projects) == 1
    assert not (tmp_path / "~").exists()


@pytest.mark.parametrize("remembered", [True, False])
def test_a_rerun_changes_nothing_even_if_what_was_read_is_forgotten(remembered, pages, tmp_path):
    paths = [
        put(pages, f"{layout}.txt", layout, LIST, name=f"Bron {layout}", number=f"2019/0{place}777")
        for place, layout in enumerate(samples.LAYOUTS)
    ]
    mine = tmp_path / "mine"
    entry.enter(mine, paths)
    before = contents(mine)
    if not remembered:
        (mine / register.FILE).unlink()
    done = entry.enter(mine, paths)
    assert contents(mine) == before
    assert (len(done.found.unchanged), done.changed, sum(done.added.values())) == (len(paths) if remembered else 0, 0, 0)


def test_what_cannot_be_read_is_refused_every_time(pages, tmp_path):
    mine, bad = tmp_path / "mine", pages / "b.pdf"
    bad.write_bytes(bytes(range(256)) * 10)
    for _ in range(2):
        done = entry.enter(mine, [put(pages, "a.txt"), bad])
        assert [name.rpartition("/")[2] for name, _ in done.found.refused] == ["b.pdf"]


def test_only_changed_pages_are_read_again_and_both_versions_are_kept(pages, tmp_path):
    mine = tmp_path / "mine"
    paths = [put(pages, "a.txt"), put(pages, "b.txt", name="Stegen", number="2019/00778")]
    entry.enter(mine, paths)
    put(pages, "a.txt", planned_participants=150)
    done = entry.enter(mine, paths)
    assert {name.rpartition("/")[2] for name in done.found.unchanged} == {"b.txt"}
    ((file, against),) = done.against
    assert (file.rpartition("/")[2], against.column, against.value, against.other, against.against) == (
        "a.txt",
        "planned_participants",
        150,
        120,
        "version",
    )
    project = next(each for each in snapshot(mine).projects if each.number == "2019/00777")
    assert (project.planned_participants, project.note) == (120, "planned_participants är 150 enligt esf-2019-00777-2 rad 15")
    assert {each.id for each in snapshot(mine).documents} == {"esf-2019-00777", "esf-2019-00777-2", "esf-2019-00778"}


def test_a_page_saved_anew_with_the_same_facts_is_the_same_document(pages, tmp_path):
    mine = tmp_path / "mine"
    entry.enter(mine, [put(pages, "a.txt")])
    before = contents(mine)
    entry.enter(mine, [put(pages, "a.txt", body=["Annan löptext."])])
    assert contents(mine) == before


def test_empty_cells_are_filled_and_filled_ones_stay(pages, tmp_path):
    mine = tmp_path / "mine"
    entry.enter(mine, [put(pages, "other.txt", name="Stegen", number="2019/00778")])
    table = (mine / "projects.csv").read_text(encoding="utf-8-sig")
    heading = table.splitlines()[0]
    columns = heading.split(";")
    own = dict.fromkeys(columns, "") | {
        "id": "bron",
        "name": "Bron",
        "kind": "project",
        "number": "2019/00777",
        "region": "Norr",
        "aliases": "Bron till arbete",
    }
    (mine / "projects.csv").write_text(f"{table}{';'.join(own.values())}\r\n", encoding="utf-8-sig", newline="")
    done = entry.enter(mine, [put(pages, "a.txt")])
    project = next(each for each in snapshot(mine).projects if each.id == "bron")
    assert (project.name, project.region, project.planned_participants, project.document) == ("Bron", "Norr", 120, "esf-2019-00777")
    assert [(one.column, one.other) for _, one in done.against] == [("region", "Norr")]


def test_a_project_of_the_same_name_with_another_start_is_another(pages, tmp_path):
    mine = tmp_path / "mine"
    entry.enter(mine, [put(pages, "a.txt", "0713")])
    entry.enter(mine, [put(pages, "b.txt", "0713", start="2012-01-01", end="2013-01-01")])
    assert [each.id for each in snapshot(mine).projects] == ["bron-till-arbete", "bron-till-arbete-2"]


def test_an_owner_that_several_may_be_is_left_open(pages, tmp_path):
    mine = tmp_path / "mine"
    entry.enter(mine, [put(pages, "a.txt")])
    actors = (mine / "actors.csv").read_text(encoding="utf-8-sig")
    (mine / "actors.csv").write_text(actors + "insjon;Samordningsförbundet Insjön;other\r\n", encoding="utf-8-sig", newline="")
    done = entry.enter(mine, [put(pages, "b.txt", name="Stegen", number="2019/00778")])
    assert (done.open_names, done.added["relationships"]) == (("Samordningsförbundet Insjön",), 0)


def test_contradictions_and_contacts_of_a_page_reach_the_tables_as_figures_and_not_at_all(pages, tmp_path):
    mine = tmp_path / "mine"
    entry.enter(mine, [put(pages, "a.txt", rate="67%", body=[f"Ring {samples.PERSON}, {samples.TELEPHONE}."])])
    assert snapshot(mine).projects[0].note == "union_rate_percent är 67 (rad 34), men 50 enligt siffrorna (rad 21)"
    whole = b"".join(path.read_bytes() for path in mine.rglob("*") if path.is_file()).decode("utf-8", "ignore")
    assert not [part for part in (samples.PERSON, "Grävling", samples.EMAIL, samples.TELEPHONE, "väg in") if part in whole]


def test_a_change_that_was_cut_short_is_taken_back_by_the_next(pages, tmp_path):
    mine = tmp_path / "mine"
    entry.enter(mine, [put(pages, "a.txt")])
    before = contents(mine)
    change = editing.begin(mine)
    change.table("actors").add({"id": "x", "name": "X", "kind": "other"})
    change.attempt({"pages": 1})
    assert contents(mine) != before
    assert editing.take_back(mine) is None
    assert undo.mend(mine)
    assert contents(mine) == before


def test_the_built_in_workspace_is_not_written(pages):
    with pytest.raises(UsageError, match="read-only"):
        entry.enter("gria", [put(pages, "a.txt")])


def test_a_workbook_takes_pages_as_a_folder_does(pages, tmp_path, actormap_says):
    assert actormap_says("init", tmp_path / "book.xlsx", "--xlsx", "-q").code == 0
    done = entry.enter(tmp_path / "book.xlsx", [put(pages, "a.txt"), put(pages, "b.txt", "plusA", name="Stegen")])
    assert {"Bron till arbete", "Stegen"} <= {each.name for each in snapshot(tmp_path / "book.xlsx").projects}
    assert done.added["documents"] == 2


def test_a_register_that_cannot_be_used_is_passed_over(tmp_path):
    (tmp_path / register.FILE).parent.mkdir()
    for told in ("", "[]", "{}", json.dumps({"reader": register.READER, "files": {"a": 1}}), json.dumps({"reader": 0, "files": {}})):
        (tmp_path / register.FILE).write_text(told, encoding="utf-8")
        assert register.load(tmp_path) == register.PageRegister()


def test_where_no_page_can_be_read_no_folder_is_made(pages, tmp_path):
    other = pages / "other.txt"
    other.write_text("Något helt annat\n", encoding="utf-8")
    assert entry.enter(tmp_path / "mine", [other]).added == {}
    assert not (tmp_path / "mine").exists()
