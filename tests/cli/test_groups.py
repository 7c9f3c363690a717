"""Claims about asking for several actors together, and about time."""

from __future__ import annotations

import json

import openpyxl
import pytest

GRIA = ("--workspace", "gria", "--documents", "five")


def test_a_ranking_comes_with_its_certainty_unless_it_is_not_wanted(ask):
    first, *_ = ask("centrality", *GRIA, "--resamples", "50")["rows"]
    assert (first["id"], first["rank"], first["p_top"]) == ("gr", 1, 1)
    assert first["rank_low"] <= first["rank"] <= first["rank_high"]
    assert "rank" not in ask("centrality", *GRIA, "--no-certainty")["rows"][0]


def test_each_kind_can_be_ranked_by_itself(ask):
    rows = ask("centrality", *GRIA, "--by-kind", "--top", "1", "--no-certainty")["rows"]
    assert [row["id"] for row in rows if row["kind"] == "municipality"] == ["partille"]


ASKED = [
    *(
        "centrality --no-certainty",
        "cutpoints",
        "brokers",
        "gaps",
        "explain gr --no-certainty",
        "question --limit 2 --top 2",
        "keyplayers -k 2",
    ),
    *(
        "group",
        "bridges",
        "bridges --blocks",
        "communities --runs 0",
        "core",
        "homophily",
        "overlap",
        "compare --before 2013 --at 2020 --no-certainty",
        "timeline",
    ),
]


ANSWERS: dict[str, dict] = {}


@pytest.fixture
def evidence_of(ask):
    """Return what a command says with its evidence; two claims look at the same answers."""

    def answer(command):
        if command not in ANSWERS:
            ANSWERS[command] = ask(*command.split(), *GRIA, "--evidence")
        return ANSWERS[command]

    return answer


@pytest.mark.parametrize("command", ASKED)
def test_every_row_of_every_result_can_name_what_it_rests_on(command, evidence_of):
    told = evidence_of(command)
    assert told["rows"]
    assert told["basis"]
    for row in told["basis"]:
        assert (row["implied"] is None) == (row["statements"] == 0)
        assert len(row["relationships"]) <= row["statements"]
    assert sum(row["statements"] for row in told["basis"]) == len(told["evidence"])
    assert all({"relationship", "document", "locator", "status"} <= set(row) for row in told["evidence"])


def test_only_who_has_no_contact_and_what_is_absent_rests_on_nothing(evidence_of):
    bare = {command: [row for row in evidence_of(command)["basis"] if not row["statements"]] for command in ASKED}
    assert {command.split()[0] for command, rows in bare.items() if rows} == {"gaps", "question", "brokers", "core", "homophily"}
    assert {row["id"] for command in ("brokers", "core") for row in bare[command]} == {"rar"}


def test_evidence_stands_in_every_form(actormap_says, tmp_path):
    for form, mark in (("table", "Dokument och ställe"), ("md", "Dokument och ställe"), ("csv", "evidence_cited")):
        assert mark in actormap_says("overlap", *GRIA, "--evidence", "-f", form).out
    actormap_says("overlap", *GRIA, "--evidence", "-o", tmp_path / "a.xlsx")
    titles = [sheet.title for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx")]
    assert titles == ["Överlapp", "Vad raderna vilar på", "Belägg", "Så är det gjort"]


def test_key_players_are_sets_with_their_value_and_whether_that_is_proven(ask):
    told = ask("keyplayers", *GRIA, "--k", "3")
    assert (told["result"], told["view"]) == ("keyplayers", "actors")
    assert all("gr" in row["set"] and row["set"] == sorted(row["set"]) and row["optimal"] is True for row in told["rows"])
    assert {row["value"] for row in told["rows"]} == {told["rows"][0]["bound"]}


@pytest.mark.parametrize("objective", ["fragmentation", "distance-fragmentation", "distance-reach", "m-reach"])
def test_key_players_can_be_best_at(objective, ask):
    assert ask("keyplayers", *GRIA, "--k", "1", "--objective", objective, "--m", "1")["rows"][0]["set"] == ["gr"]


def test_brokers_have_a_number_for_every_role(ask):
    rows = {row["id"]: row for row in ask("brokers", *GRIA)["rows"]}
    assert {"coordinator", "itinerant", "gatekeeper", "representative", "liaison"} <= set(rows["gr"])
    assert rows["gr"]["liaison"] > 0


@pytest.mark.parametrize("command", ["communities", "core", "homophily", "overlap", "timeline", "question"])
def test_an_answer_is_a_table_in_both_languages_and_plain_data(command, actormap_says, ask):
    swedish, english = (actormap_says(command, *GRIA, "--lang", lang) for lang in ("sv", "en"))
    assert (swedish.code, english.code) == (0, 0)
    assert swedish.out != english.out
    assert ask(command, *GRIA)["rows"]


def test_gria_and_the_council_share_no_member(ask):
    rows = ask("overlap", *GRIA)["rows"]
    assert [(row["common"], row["jaccard"]) for row in rows if {row["a"], row["b"]} == {"gria", "kompetensradet"}] == [(0, 0)]


def test_with_public_sources_more_take_part_than_with_five_documents(ask):
    told = ask("compare", "--workspace", "gria", "--documents-before", "five")
    came = {row["id"] for row in told["rows"] if row["change"] == "came"}
    assert {"mucf", "lo", "plug-innan"} <= came
    assert told["summary"]["before"]["ties"] == 44


def test_two_dates_are_compared_the_earlier_first(ask):
    told = ask("compare", "--workspace", "gria", "--before", "2013", "--at", "2020")
    assert "invux" in {row["id"] for row in told["rows"] if row["change"] == "came"}


def test_nothing_to_compare_with_is_said(actormap_says):
    assert "--documents-before" in actormap_says("compare", *GRIA).err


def test_one_actor_is_told_of_on_one_page_by_id_name_or_alias(actormap_says):
    by_id, by_alias = (actormap_says("explain", name, *GRIA, "--resamples", "50").out for name in ("gr", "Göteborgsregionen"))
    assert by_id == by_alias
    assert "9 av de 10" in by_id
    assert "tappar" in by_id or "tappas" in by_id
    assert json.loads(actormap_says("explain", "partille", *GRIA, "-f", "json", "-q").out)["result"] == "explanation"


@pytest.mark.parametrize(("lang", "heading"), [("sv", "## Vad den är ensam om att knyta ihop"), ("en", "## What it alone connects")])
def test_an_actor_is_a_page_of_headings_and_tables_in_markdown(lang, heading, actormap_says, tmp_path):
    page = actormap_says("explain", "gr", *GRIA, "--resamples", "50", "-f", "md", "--lang", lang).out
    assert page.startswith("# Göteborgsregionens kommunalförbund (GR)\n")
    assert heading in page
    tables = [line for line in page.splitlines() if line.startswith("|--")]
    assert len(tables) == 4
    actormap_says("explain", "gr", *GRIA, "--resamples", "50", "--lang", lang, "-o", tmp_path / "gr.md")
    assert (tmp_path / "gr.md").read_text(encoding="utf-8") == page


@pytest.mark.parametrize("command", [("explain", "partille"), ("compare", "--documents-before", "five")])
def test_certainty_can_be_left_out_everywhere(command, ask):
    told = ask(*command, "--workspace", "gria", "--no-certainty")
    assert told["parameters"]["resamples"] == 0
    ranks = told["figures"]["ranks"].values() if command[0] == "explain" else told["rows"]
    assert (
        all(row["rank_low"] is None and row["rank"] for row in ranks)
        if command[0] == "explain"
        else {row["clear"] for row in ranks} == {None}
    )


def test_who_cannot_be_told_apart_is_said_instead_of_a_bare_rank(ask, actormap_says):
    told = ask("centrality", *GRIA, "--resamples", "100")
    assert set(told["figures"]["alike"]["partille"]) >= {"harryda", "stenungsund"}
    assert "Går inte att skilja från" in actormap_says("centrality", *GRIA, "--resamples", "100", "--explain").out


def test_pictures_are_drawn_where_asked(actormap_says, tmp_path):
    for command in ("centrality", "timeline"):
        path = tmp_path / f"{command}.svg"
        assert actormap_says(command, *GRIA, "--picture", path).code == 0
        assert path.read_text(encoding="utf-8").startswith(("<svg", "<?xml"))
