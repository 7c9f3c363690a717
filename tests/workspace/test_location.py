"""Claims about where a workspace lies: what a name may be, and one sentence for what it may not."""

from __future__ import annotations

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
