"""Claims about asking the network from the command line."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest

GRIA = ("--workspace", "gria", "--documents", "five")


def test_json_rows_of_centrality_have_one_number_under_the_measures_own_name(ask):
    told = ask("centrality", *GRIA, "--measure", "betweenness,harmonic", "--top", "1")
    assert (told["result"], told["view"]) == ("centrality", "affiliation")
    (first, *_) = told["rows"]
    assert {"id", "name", "kind", "betweenness", "harmonic"} <= set(first)
    assert first["id"] == "gr"


def test_raw_scores_are_counts(ask):
    assert ask("centrality", *GRIA, "--raw")["rows"][0]["degree"] == 9


@pytest.mark.parametrize("name", ["PageRank", "page-rank", "pagerank"])
def test_the_spelling_of_a_measure_is_forgiven(name, ask):
    assert "pagerank" in ask("centrality", *GRIA, "-m", name.replace("page-rank", "pagerank"))["rows"][0]


def test_the_table_speaks_swedish_and_english(actormap_says):
    assert "kommunalförbund" in actormap_says("centrality", *GRIA, "--top", "1").out
    assert "regional federation" in actormap_says("centrality", *GRIA, "--top", "1", "--lang", "en").out


def test_csv_and_json_agree(actormap_says, ask):
    rows = list(csv.DictReader(io.StringIO(actormap_says("communities", *GRIA, "-f", "csv").out)))
    assert [(row["id"], int(row["community"])) for row in rows] == [(r["id"], r["community"]) for r in ask("communities", *GRIA)["rows"]]


def test_the_form_follows_the_name_of_the_file(actormap_says, tmp_path):
    for name in ("a.json", "a.xlsx", "a.md", "a.csv"):
        assert actormap_says("gaps", *GRIA, "-o", tmp_path / name).code == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["result"] == "gaps"
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].title == "Luckor"


def test_quiet_says_nothing_beside_the_answer(actormap_says, tmp_path):
    assert actormap_says("gaps", *GRIA, "-q", "-o", tmp_path / "a.json").err == ""
    assert "a.json" in actormap_says("gaps", *GRIA, "-o", tmp_path / "a.json").err


def test_where_narrows_to_what_was_asked(ask):
    rows = ask("centrality", *GRIA, "--where", "kind=municipality")["rows"]
    assert {row["kind"] for row in rows if row["side"] == "actor"} == {"municipality"}


def test_a_year_narrows_to_what_held_then(ask):
    assert {row["id"] for row in ask("centrality", *GRIA, "--at", "2020")["rows"]} >= {"invux"}
    assert "plug-in" not in {row["id"] for row in ask("centrality", *GRIA, "--at", "2020")["rows"]}


def test_gaps_never_say_that_somebody_is_inactive(actormap_says):
    for lang in ("sv", "en"):
        told = actormap_says("gaps", *GRIA, "--lang", lang).out.casefold()
        assert "inaktiv" not in told
        assert "inactive" not in told
