"""Files are found by what people call them, and those that are not read are named with what to do."""

import shutil
import zipfile

import pytest

from actormap.errors import InputError
from actormap.workspace import read
from tests.workspace.conftest import BASE


def told(workspace):
    return [(problem.place(), problem.key, problem.suggestion) for problem in workspace.problems]


@pytest.fixture
def renamed(write):
    """Return a function that gives the tables of the small workspace other names and returns its folder."""

    def make(name):
        folder = write()
        for table in BASE:
            (folder / f"{table}.csv").rename(folder / name(table))
        return folder

    return make


@pytest.mark.parametrize(
    "name",
    [
        lambda table: f"Nätverkskarta 2024 - {table}.csv",
        lambda table: f"{table}-Tabell 1.csv",
        lambda table: f"{table} (1).csv",
        lambda table: f"karta_{table}_2024-03-01.csv",
        lambda table: f"Kopia av {table}.csv",
    ],
)
def test_tables_under_the_names_that_programs_give_are_each_named(renamed, name):
    found = read(renamed(name))
    assert {suggestion for _, key, suggestion in told(found) if key == "file_not_read"} == {f"{table}.csv" for table in BASE}


def test_tables_are_known_by_their_swedish_names(renamed):
    words = {
        "actors": "Aktörer", "municipalities": "KOMMUNER", "networks": "nätverk", "projects": "projekt", "documents": "dokument",
        "relationships": "relationer",
    }  # fmt: skip
    found = read(renamed(lambda table: f"{words[table]}.csv"))
    assert found.problems == ()
    assert len(found.snapshot.relationships) == 1


def test_of_two_files_for_one_table_the_one_with_its_own_name_is_read(write):
    folder = write()
    (folder / "aktörer.csv").write_text("id,name,kind\nannan,Annan,school\n", encoding="utf-8")
    found = read(folder)
    assert {actor.id for actor in found.snapshot.actors} == {"gr", "skolan"}


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("karta.xls", "old_workbook"),
        ("karta.XLSB", "binary_workbook"),
        ("karta.numbers", "numbers_workbook"),
        ("karta.zip", "zip_archive"),
        ("karta.gsheet", "google_link"),
    ],
)
def test_a_workbook_that_is_not_read_is_the_one_problem_of_its_folder(tmp_path, file, key):
    (tmp_path / file).write_bytes(b"whatever")
    assert told(read(tmp_path)) == [(file, key, None)]


def test_a_packed_workspace_is_told_what_it_is(tmp_path):
    with zipfile.ZipFile(tmp_path / "karta.zip", "w") as archive:
        archive.writestr("actors.csv", "id,name,kind\n")
    with pytest.raises(InputError, match="packed"):
        read(tmp_path / "karta.zip")


@pytest.mark.parametrize("files", [("karta/actors-Tabell 1.csv",), ("arbete/karta/actors.csv",), ("karta/Nätverk 2024 - Relationer.csv",)])
def test_tables_below_are_pointed_at_whatever_they_are_called(tmp_path, files):
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text("id,name,kind\n", encoding="utf-8")
    assert [(each.key, each.suggestion) for each in read(tmp_path).problems] == [("folder_below", str((tmp_path / files[0]).parent))]


def test_tables_one_folder_down_are_pointed_at(write, tmp_path):
    folder = write()
    (tmp_path / ".git").mkdir()
    assert told(read(tmp_path)) == [(tmp_path.name, "folder_below", str(folder))]
    shutil.copytree(folder, tmp_path / "annan")
    assert told(read(tmp_path)) == [(tmp_path.name, "folder_below", f"{tmp_path / 'annan'}, {folder}")]


def test_a_workbook_without_tables_beside_csv_files_is_nobodys_concern(write):
    from openpyxl import Workbook

    folder, book = write(), Workbook()
    book.active.title = "Resultat"
    book.save(folder / "review.xlsx")
    assert read(folder).problems == ()
    book.active.title = "Aktörer"
    book.save(folder / "karta.xlsx")
    assert told(read(folder)) == [("karta.xlsx", "workbook_beside", None)]


@pytest.mark.parametrize("file", ["karta.xls", "karta.xlsb", "Karta.XLS"])
def test_a_workbook_that_is_never_read_is_told_beside_csv_files(write, file):
    folder = write()
    (folder / file).write_bytes(b"whatever")
    assert told(read(folder)) == [(file, "workbook_beside", None)]


@pytest.mark.parametrize("name", ["actors - Kopia.csv", "actors (1).csv", "gamla aktörer.csv"])
def test_a_copy_beside_a_table_is_told_not_to_be_read(write, name):
    folder = write()
    (folder / name).write_text("id,name,kind\nny,Ny,school\n", encoding="utf-8")
    assert [(each.file, each.key, each.values["read"]) for each in read(folder).problems] == [(name, "copy_not_read", "actors.csv")]


def test_notes_beside_the_tables_are_no_copies(write):
    folder = write()
    for name in ("actors_notes.txt", "läs mig.csv"):
        (folder / name).write_text("x", encoding="utf-8")
    assert read(folder).problems == ()
