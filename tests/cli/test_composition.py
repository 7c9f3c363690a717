"""Claims about coverage and answers from the command line, on the real data and on a copy of one's own."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest

from tests.privacy import leaks

GRIA = ("--workspace", "gria")
KAA = ("Kommunerna", "Aktivitetsansvar (KAA)")


@pytest.fixture
def own(actormap_says, tmp_path):
    folder = tmp_path / "min-gria"
    assert actormap_says("init", folder, "--from", "gria").code == 0
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_required_coverage_of_gria_has_every_state_and_the_unknown_are_not_missing(ask):
    told = ask("coverage", *GRIA, "--documents", "five")
    assert told["figures"] == {"covered": 3, "alone": 13, "missing": 9, "unknown": 43, "weight": 81.5, "weight_covered": 29.0}
    kaa = [row for row in told["rows"] if (row["row"], row["column"]) == KAA]
    assert {(row["state"], len(row["by"])) for row in kaa} == {("alone", 1)}
    assert len(kaa) == 13
    others = [row for row in told["rows"] if row["row"] == "Kommunerna" and row["column"] != KAA[1]]
    assert {row["state"] for row in others} == {"unknown"}


def test_the_public_sources_carry_one_theme_more(ask):
    assert ask("coverage", *GRIA)["figures"]["alone"] == 14


def test_every_covered_cell_of_gria_has_its_evidence_with_document(ask):
    told = ask("coverage", *GRIA, "--evidence")
    cells = {(row["row"], row["column"], row["municipality"]) for row in told["evidence"]}
    assert cells == {(row["row"], row["column"], row["municipality"]) for row in told["rows"] if row["by"]}
    assert all(row["document"] for row in told["evidence"])


@pytest.mark.parametrize("form", ["table", "csv", "json", "md", "xlsx", "html"])
def test_every_form_can_be_had(actormap_says, tmp_path, form):
    target = tmp_path / f"answer.{form}"
    assert actormap_says("coverage", *GRIA, "--format", form, "--output", target).code == 0
    assert target.stat().st_size > 1000


def test_the_csv_has_a_row_for_each_cell(actormap_says):
    rows = list(csv.DictReader(io.StringIO(actormap_says("coverage", *GRIA, "--format", "csv").out)))
    assert len(rows) == 68
    assert {"row", "column", "state", "by"} <= rows[0].keys()


def test_the_picture_is_drawn_beside_the_answer(actormap_says, tmp_path):
    assert actormap_says("coverage", *GRIA, "--lang", "en", "--picture", tmp_path / "c.svg").code == 0
    told = (tmp_path / "c.svg").read_text(encoding="utf-8")
    assert ET.fromstring(told).get("width") == "1920"  # noqa: S314  (our own picture)
    assert not leaks(told)


def test_a_network_that_is_not_there_is_suggested(in_english):
    answer = in_english("coverage", *GRIA, "--network", "grai")
    assert (answer.code, "Did you mean" in answer.err) == (1, True)


def test_the_built_in_workspace_says_how_to_get_one_s_own(in_english):
    answer = in_english("answer", *KAA, "no", "--municipality", "Ale", *GRIA)
    assert answer.code == 2
    assert "actormap init my-gria --from gria" in answer.err


def test_a_copy_of_gria_is_the_same_graph(own, ask, actormap_says):
    assert actormap_says("check", own, "--lang", "en").out == "Errors: 0. Warnings: 0.\n"
    assert ask("coverage", "-w", own)["rows"] == ask("coverage", *GRIA)["rows"]
    assert ask("centrality", "-w", own, "--no-certainty")["rows"] == ask("centrality", *GRIA, "--no-certainty")["rows"]


def test_an_answer_is_recorded_listed_and_taken_back(own, ask, actormap_says):
    before, cells = contents(own), ask("coverage", "-w", own)["rows"]
    said = actormap_says(
        "answer", *KAA, "nej", "--municipality", "Ale kommun", "--by", "nätverksansvarig", "--date", "2026-01-31", "-w", own
    )
    assert said.code == 0
    assert "Läget är nu: saknas." in said.err
    after = ask("coverage", "-w", own)["rows"]
    turned = [
        (old["municipality"], old["state"], new["state"]) for old, new in zip(cells, after, strict=True) if old["state"] != new["state"]
    ]
    assert turned == [("Ale", "alone", "missing")]
    (listed,) = ask("answer", "--list", "-w", own)["rows"]
    assert (listed["answer"], listed["by"], listed["date"]) == ("no", "nätverksansvarig", "2026-01-31")
    taken = actormap_says("answer", "--undo", "-w", own, "--lang", "en")
    assert taken.err == "The latest answer is taken back: Aktivitetsansvar (KAA) (Ale): no, 2026-01-31.\nThe state is now: one alone.\n"
    assert contents(own) == before
    assert json.loads(actormap_says("answer", "--list", "-w", own, "--format", "json").out)["rows"] == []


@pytest.mark.parametrize("narrowed", [("--documents", "five"), ("--at", "2014", "--where", "kind=municipality")])
def test_an_export_of_a_part_can_be_read_with_its_required_coverage(actormap_says, tmp_path, narrowed):
    assert actormap_says("export", "csv", *GRIA, *narrowed, "--output", tmp_path / "part").code == 0
    assert actormap_says("check", tmp_path / "part", "--lang", "en").out == "Errors: 0. Warnings: 0.\n"


def test_an_answer_names_no_person(own, in_english):
    before = contents(own)
    answer = in_english("answer", *KAA, "no", "--municipality", "Ale", "--by", "namn@exempel.se", "-w", own)
    assert (answer.code, "names nobody" in answer.err) == (2, True)
    assert contents(own) == before


def test_an_answer_without_a_cell_says_what_is_needed(own, in_english):
    answer = in_english("answer", "Kommunerna", "-w", own)
    assert (answer.code, "ROW, COLUMN and yes, no or unknown are needed" in answer.err) == (2, True)


def test_a_copy_as_a_workbook_keeps_its_settings_and_nothing_is_overwritten(in_english, tmp_path, ask):
    book = tmp_path / "gria.xlsx"
    assert in_english("init", book, "--from", "gria", "--xlsx").code == 0
    assert ask("coverage", "-w", book)["figures"] == ask("coverage", *GRIA)["figures"]
    again = in_english("init", book, "--from", "gria", "--xlsx")
    assert (again.code, "nothing has been written" in again.err) == (1, True)
