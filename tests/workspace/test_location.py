"""Claims about where a workspace lies: what a name may be, and one sentence for what it may not."""

from __future__ import annotations

import zipfile

import pytest

from actormap.errors import InputError
from actormap.workspace import location
from actormap.workspace.problems import Findings


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("~$book.xlsx", r"~\$book\.xlsx is the mark that Excel leaves beside an open workbook\. Give the workbook: book\.xlsx"),
        ("~no-such-user/tables", r"begins with ~ and names no user\. Write the path out"),
        ("a" * 300, "cannot be opened|There is no folder or workbook"),
        ("nothing-here", "There is no folder or workbook nothing-here"),
        ("a\0b", "cannot be opened|There is no folder or workbook"),
    ],
)
def test_what_is_no_workspace_is_one_sentence(place, sentence):
    with pytest.raises(InputError, match=sentence):
        location.find(place, Findings())


def test_a_file_of_a_workspace_says_which_folder_to_give(tmp_path):
    (tmp_path / "actors.csv").touch()
    with pytest.raises(InputError, match=r"actors\.csv is one file of a workspace\. Give the folder that it lies in: "):
        location.find(tmp_path / "actors.csv", Findings())


def test_the_name_of_a_folder_is_composed_as_the_tables_are(tmp_path):
    (tmp_path / "Malmo\N{COMBINING DIAERESIS}").mkdir()
    (tmp_path / "Malmo\N{COMBINING DIAERESIS}" / "actors.csv").touch()
    assert location.find(tmp_path / "Malmo\N{COMBINING DIAERESIS}", Findings()).name == "Malm\N{LATIN SMALL LETTER O WITH DIAERESIS}"


ONE, TWO = "Malm\N{LATIN SMALL LETTER O WITH DIAERESIS}", "Malmo\N{COMBINING DIAERESIS}"


@pytest.mark.parametrize(("lies", "typed"), [(ONE, TWO), (TWO, ONE)])
def test_a_folder_is_found_however_its_letters_are_composed(tmp_path, lies, typed):
    folder = tmp_path / lies / lies
    folder.mkdir(parents=True)
    (folder / "actors.csv").touch()
    found = location.find(tmp_path / typed / typed, Findings())
    assert (found.name, list(found.tables)) == (ONE, ["actors"])
    with pytest.raises(InputError, match="There is no folder or workbook"):
        location.find(tmp_path / typed / "Lund\N{COMBINING DIAERESIS}", Findings())


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("kontakter.csv", b"A;B\n", r"is no workspace\. If it is a list, .*actormap import .*kontakter\.csv --into"),
        ("karta.graphml", b"<graphml/>", r"actormap import .*karta\.graphml --into"),
        ("sida.pdf", b"%PDF-1.4", r"If it is a page of a project: actormap read .*sida\.pdf --into"),
        ("kontakter.csv", b"", r"kontakter\.csv is empty"), ("karta.xlsx", b"", r"karta\.xlsx is empty"),
        ("sida.pdf", b"", r"sida\.pdf is empty"), ("relationships.csv", b"", "is one file of a workspace"),
        ("actormap.toml", b"title = 1", "is one file of a workspace"), ("karta.xlsb", b"PK", "save it as .xlsx"),
        ("karta.numbers", b"PK", "Export it to Excel"), ("bild.png", b"PNG", "neither a folder of tables nor a workbook"),
    ],
)  # fmt: skip
def test_a_lone_file_is_told_what_it_is_and_what_to_do_with_it(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=said):
        location.find(tmp_path / name, Findings())


@pytest.mark.parametrize(("inside", "is_one"), [("xl/workbook.xml", True), ("word/document.xml", False), ("xl/workbook.bin", False)])
def test_a_workbook_is_one_whatever_it_is_called(tmp_path, inside, is_one):
    with zipfile.ZipFile(tmp_path / "karta.csv", "w") as archive:
        archive.writestr(inside, "")
    if is_one:
        assert location.find(tmp_path / "karta.csv", Findings()).workbook == tmp_path / "karta.csv"
    else:
        with pytest.raises(InputError, match="is no workspace"):
            location.find(tmp_path / "karta.csv", Findings())
