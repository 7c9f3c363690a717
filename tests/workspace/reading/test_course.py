"""Claims about how far a workspace and an import are said to be read: never back, and not at the end while rows are still checked."""

import pytest

from actormap.i18n import Texts
from actormap.workspace import read
from actormap.workspace.importing.read import read as read_import
from actormap.workspace.reading import course
from actormap.workspace.writing import template


@pytest.fixture(autouse=True)
def every_row(monkeypatch):
    monkeypatch.setattr(course, "STEP", 1)


def test_checking_the_rows_of_tables_goes_up_to_the_whole(write):
    told = []
    read(write(), lambda done, total: told.append(done / total))
    assert told == sorted(told)
    assert 0.5 < told[0] < told[-1] <= 1


def test_a_workbook_is_half_done_when_its_rows_are_taken_and_whole_when_they_are_checked(write, tmp_path):
    made = template.copy(read(write()), tmp_path / "karta.xlsx", Texts.load("sv"), as_workbook=True)
    told = []
    read(made, lambda done, total: told.append(done / total))
    taken, checked = [share for share in told if share <= 0.5], [share for share in told if share > 0.5]
    assert told == [*taken, *checked]
    assert max(taken) == 0.5
    assert checked == sorted(checked)
    assert checked[-1] == 1


def test_an_import_counts_the_relationships_that_it_gathers(tmp_path):
    (tmp_path / "list.csv").write_text("Från;Till\nAle;GR\nOrust;GR\n", encoding="utf-8")
    told = []
    read_import([tmp_path / "list.csv"], Texts.load("sv"), progress=lambda done, total: told.append((done, total)))
    assert told == [(3, 4), (4, 4)]
