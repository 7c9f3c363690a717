"""Claims about asking whom to invite, on the real data."""

from __future__ import annotations

import pytest

from tests.tables import written

GRIA = ("--workspace", "gria")
SURE = ("--no-certainty",)


def left_out(told, actor):
    return {row["rule"] for row in told["not_proposed"] if row["id"] == actor}


def test_every_row_is_one_of_the_best_sets_with_its_reasons(ask):
    told = ask("invite", *GRIA, *SURE, "--seats", "3")
    assert told["figures"]["optima"] == len(told["rows"])
    for row in told["rows"]:
        assert row["set"] == sorted(row["set"])
        assert len(row["set"]) == len(row["reasons"]) == 3
        assert row["optimal"] is True
    assert len({(row["covered"], row["reach"], row["robust"], row["bound"]) for row in told["rows"]}) == 1


def test_who_makes_no_sense_to_invite_is_left_out_and_the_rule_is_named(ask):
    told = ask("invite", *GRIA, *SURE)
    assert left_out(told, "rar") == {"region"}
    assert left_out(told, "skl") == {"excluded"}
    assert left_out(told, "gr") == {"at_the_table"}
    assert all(left_out(told, unit) == {"never"} for unit in ("gr-pedagogiskt-centrum", "gr-utbildning", "fou-i-vast"))
    proposed = {actor for row in told["rows"] for actor in row["set"]}
    assert proposed.isdisjoint(row["id"] for row in told["not_proposed"])


def test_terms_are_kept(ask):
    told = ask("invite", *GRIA, *SURE, "--include", "mucf", "--exclude", "arbetsformedlingen", "--per-kind", "1", "--workload", "3")
    kinds = {"mucf", "arbetsformedlingen", "forsakringskassan", "skolverket", "kronofogden", "tillvaxtverket"}
    assert all("mucf" in row["set"] and len(kinds & {*row["set"]}) == 1 for row in told["rows"])
    assert "excluded" in left_out(told, "arbetsformedlingen")


def test_the_same_seed_gives_the_same_answer(ask):
    once = ask("invite", *GRIA, "--resamples", "5", "--budget", "100")
    assert once == ask("invite", *GRIA, "--resamples", "5", "--budget", "100")
    assert all(0 <= row["chosen"] <= 1 for row in once["stability"])


@pytest.mark.parametrize(
    ("lang", "says"), [("sv", "Ingen annan sammansättning av 13 medlemmar"), ("en", "No other composition of 13 members")]
)
def test_it_reads_as_sentences_and_draws_the_front(lang, says, actormap_says, tmp_path):
    picture = tmp_path / "front.svg"
    text = actormap_says("invite", *GRIA, *SURE, "--lang", lang, "--picture", picture, "--evidence").out
    assert says in text
    assert "esf-invux" in text
    assert "{" not in text
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_markdown_has_a_heading_for_each_part(actormap_says):
    text = actormap_says("invite", *GRIA, *SURE, "--format", "md", "--lang", "en").out
    assert [line for line in text.splitlines() if line.startswith("#")][:3] == [
        "# Whom to invite to GRIA-nätverket?",
        "## Proposal: invite Samordningsförbundet Älv & Kust, Arbetsförmedlingen, and LO",
        "## Why",
    ]


@pytest.mark.parametrize(("lift", "said"), [((), "T is in the network already, with A."), (("--no-lift",), "nobody in the proposal has T")])
def test_a_wish_that_a_unit_of_a_member_meets_is_met_where_units_count_as_what_they_are_part_of(lift, said, tmp_path, in_english):
    tables = {
        "actors": "id,name,kind\na,A,region\nu,U,unit\nb,B,business\nc,C,business\n",
        "networks": "id,name\nv,V\n",
        "projects": "id,name,kind\np,P,project\n",
        "themes": "id,name,kind\nt,T,method\n",
        "relationships": "source,type,target\na,member_of,v\nu,part_of,a\nu,uses_method,t\nb,participates_in,p\nc,participates_in,p\n",
    }
    place = written(tmp_path / "w", tables)
    answer = in_english("invite", place, *SURE, "--seats", "1", "--bring", "t", *lift)
    assert (answer.code, said in answer.out) == (0, True), answer.out + answer.err
