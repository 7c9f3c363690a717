"""Claims about the command that reads pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.pages import samples


@pytest.fixture
def pages(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "pages"
    folder.mkdir()
    for layout in samples.LAYOUTS:
        (folder / f"{layout}.txt").write_text(samples.page(layout), encoding="utf-8")
    return Path("pages")


def test_each_page_is_a_row_with_its_columns_and_fields(pages, ask):
    rows = ask("read", pages)["rows"]
    assert [(row["file"], row["layout"]) for row in rows] == [(f"pages/{layout}.txt", layout) for layout in samples.LAYOUTS]
    assert (rows[1]["number"], rows[1]["total_budget_sek"], rows[1]["municipalities"]) == ("2019/00777", 12_345_678, None)
    assert rows[1]["fields"]["total_budget_sek"] == {
        "label": "Total projektbudget",
        "raw": "12 345 678",
        "line": 19,
        "value": 12_345_678,
        "confidence": 1.0,
    }


def test_a_page_of_another_layout_is_told_with_what_was_recognised(pages, actormap_says):
    (pages / "other.txt").write_text("Ett samtal\n\nPågår\n\n2022-12-01 till 2025-11-30\n", encoding="utf-8")
    answer = actormap_says("read", pages / "other.txt", pages / "1420B.txt", "-f", "csv")
    assert (answer.code, "2019/00777" in answer.out) == (1, True)
    assert answer.err.splitlines() == [
        "Error: pages/other.txt has no layout of the project bank's pages. Recognised were Pågår (line 5).",
    ]


@pytest.mark.parametrize("form", ["table", "csv", "json", "md", "xlsx"])
def test_no_form_of_the_answer_names_whom_to_contact(form, pages, tmp_path, actormap_says):
    answer = actormap_says("read", pages, "-f", form, "-o", tmp_path / f"out.{form}")
    said = (tmp_path / f"out.{form}").read_bytes() + f"{answer.out}{answer.err}".encode()
    assert answer.code == 0
    assert not [part for part in (samples.PERSON, samples.EMAIL, samples.TELEPHONE, "Grävling") if part.encode() in said]


def test_pages_are_entered_into_a_new_workspace_that_passes_and_told_of_once(pages, actormap_says):
    first = actormap_says("read", pages, "--into", "mine", "--lang", "en", "-f", "csv")
    assert (first.code, first.err) == (
        0,
        "Added to mine: 3 projects, 5 documents, 2 actors and municipalities, 5 relationships. Projects that were given values: 0.\n",
    )
    assert actormap_says("check", "mine").code == 0
    again = actormap_says("read", pages, "--into", "mine", "--lang", "en", "-f", "csv")
    assert (again.code, again.out, again.err) == (0, first.out, "Nothing in mine has changed.\n")


def test_the_built_in_workspace_is_refused(pages, in_english):
    answer = in_english("read", pages, "--into", "gria")
    assert (answer.code, "read-only" in answer.err) == (2, True)
