"""Claims about the row of a project that a page becomes."""

from __future__ import annotations

import pytest

from actormap.workspace.pages import page, project_row, text
from tests.workspace.pages import samples


def cells(layout, **changed):
    return project_row.cells(page.read("page.txt", text.lines(samples.page(layout, samples.facts(layout, **changed)))))


@pytest.mark.parametrize(
    ("name", "kind"), [("Bron till arbete", "project"), ("Förstudie Bron", "prestudy"), ("Bron efter förstudie", "project")]
)
def test_a_project_whose_name_begins_so_is_a_prestudy(name, kind):
    assert cells("1420A", name=name)["kind"] == kind


def test_a_programme_area_in_words_is_its_number_alone():
    assert (cells("0713")["programme_area"], cells("1420B")["programme_area"]) == ("2", "2")


def test_dates_that_are_not_said_are_unknown_for_sure_and_dates_that_cannot_be_read_are_not():
    def sure(period):
        told = samples.page("1420B", samples.facts("1420B")).replace("2019-02-01 - 2021-12-31", period)
        return [page.read("page.txt", text.lines(told)).fields[name].confidence for name in ("start", "end")]

    assert sure("2019-02-01 - 2021-12-31") == [1.0, 1.0]
    assert sure("") == [1.0, 1.0]
    assert sure("våren 2019") == [0.0, 0.0]
