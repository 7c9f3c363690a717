"""Claims about reviewing a network from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

CIRCLE = Path(__file__).parents[1] / "golden" / "circle"
GRIA = ("--workspace", "gria", "--documents", "five", "--quiet")
QUICK = ("--no-certainty",)
COMMANDS = ("others", "clusters", "review")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("form", ["table", "md"])
def test_it_is_told_in_sentences(actormap_says, command, lang, form):
    quick = QUICK if command == "review" else ()
    answer = actormap_says(command, *GRIA, *quick, "--lang", lang, "--format", form)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("# ") == (form == "md")
    assert "GRIA" in answer.out


def test_no_source_names_the_police_and_it_says_so_in_both_languages(actormap_says):
    assert "Nämns i ingen källa: socialtjänsten; hälso- och sjukvården; civilsamhället; polisen" in one_line(actormap_says("others", *GRIA))
    assert "Named in no source: social services; health care; civil society; the police" in one_line(
        actormap_says("others", *GRIA, "--lang", "en")
    )


def test_the_five_documents_do_not_name_the_social_insurance_agency(ask):
    rows = {row["id"]: row for row in ask("others", "--workspace", "gria", "--documents", "five")["rows"]}
    assert rows["social_insurance"]["state"] == "unnamed"
    assert {row["id"]: row for row in ask("others", "--workspace", "gria")["rows"]}["social_insurance"]["by"] == ["forsakringskassan"]


def test_clusters_come_with_how_the_target_group_takes_part(ask):
    told = ask("clusters", "--workspace", "gria", "--date", "2020")
    assert told["result"] == "clusters"
    assert {row["says"] for row in told["participation"]} == {True, None}


def test_a_review_is_of_the_day_it_is_made_for(actormap_says):
    assert "Framställd 2019-01-01." in actormap_says("review", *GRIA, *QUICK, "--date", "2019-01-01").out


def test_a_workbook_needs_a_file(actormap_says):
    answer = actormap_says("review", *GRIA, "--format", "xlsx")
    assert answer.code == 2
    assert "--output review.xlsx" in answer.err


@pytest.mark.parametrize("suffix", ["md", "json", "xlsx", "txt"])
def test_the_form_follows_from_the_name_of_the_file(actormap_says, tmp_path, suffix):
    assert actormap_says("review", *GRIA, *QUICK, "--output", tmp_path / f"r.{suffix}").code == 0
    assert (tmp_path / f"r.{suffix}").stat().st_size > 4000


def test_a_network_that_is_not_there_is_answered_with_the_nearest(in_english):
    answer = in_english("review", *GRIA, *QUICK, "--network", "grea")
    assert answer.code == 1
    assert 'Did you mean "GRIA-nätverket"' in answer.err


def one_line(answer):
    return " ".join(answer.out.split())


def test_so_many_are_invited_as_there_are_seats(ask):
    told = ask("review", *GRIA[:-1], *QUICK, "--seats", "2")
    assert {len(row["set"]) for row in told["invitation"]["rows"]} == {2}


def test_a_sheet_has_names_where_a_program_gets_ids(actormap_says, tmp_path, ask):
    assert ask("clusters", *GRIA[:-1])["rows"][0]["carriers"] == ["gr", "skl"]
    actormap_says("clusters", *GRIA, "--output", tmp_path / "c.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx").worksheets[0]
    assert "Göteborgsregionens kommunalförbund (GR); Sveriges Kommuner och Landsting (SKL)" in [cell.value for cell in sheet[2]]


def test_a_workspace_without_a_checklist_of_professions_is_told_nothing_of_one(tmp_path, in_english):
    place = shutil.copytree(CIRCLE, tmp_path / "circle", ignore=shutil.ignore_patterns(".actormap"))
    assert "Professions and kinds of actor to ask for" in in_english("others", "-w", place, "-q").out
    settings = place / "actormap.toml"
    settings.write_text(settings.read_text(encoding="utf-8").split("[checklist.")[0], encoding="utf-8")
    bare = in_english("others", "-w", place, "-q")
    assert (bare.code, "rofession" in bare.out, "is named in some source" in bare.out) == (0, False, False)
    assert in_english("review", "-w", place, "-q", "--no-certainty").code == 0
