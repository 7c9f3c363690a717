"""The GRIA figures that METHODS defines, from the command line and from Python."""

from __future__ import annotations

import json

import pytest

import actormap

FIVE = ("--documents", "five")


@pytest.fixture(scope="module")
def five():
    return actormap.open("gria").narrowed(documents=("five",))


def figures(told):
    return tuple(told["summary"][name] for name in ("actors", "venues", "ties"))


CASES = {
    "the default view": ((), FIVE, {}, (26, 10, 44)),
    "units and sub-projects apart": (("--no-lift",), FIVE, {"lift": False}, (28, 14, 50)),
    "only what is stated": (("--status", "stated,stated_collectively"), FIVE, {"statuses": ("stated", "stated_collectively")}, (27, 9, 36)),
    "with public sources": ((), (), {}, (39, 17, 79)),
}


@pytest.mark.parametrize(("options", "documents", "asked", "expected"), CASES.values(), ids=CASES)
def test_actors_venues_and_ties(options, documents, asked, expected, five, ask):
    atlas = five if documents else actormap.open("gria")
    atlas = atlas.narrowed(statuses=asked["statuses"]) if "statuses" in asked else atlas
    python = atlas.centrality(lift=asked.get("lift", True)).to_dict()
    command = ask("centrality", "--workspace", "gria", *documents, *options, "--no-certainty")
    assert figures(python) == figures(command) == expected
    assert json.loads(json.dumps(python["rows"])) == command["rows"]


def test_the_network_has_parts_of_34_and_2_nodes(five, ask):
    assert ask("centrality", "--workspace", "gria", *FIVE)["summary"]["parts"] == [34, 2]
    assert [len(part) for part in five.view().parts()] == [34, 2]


def test_gr_takes_part_in_nine_of_the_ten_venues_and_partille_in_three(five, ask):
    rows = {row["id"]: row["degree"] for row in ask("centrality", "--workspace", "gria", *FIVE, "--raw")["rows"]}
    assert (rows["gr"], rows["partille"]) == (9, 3)
    shares = {row["id"]: row["degree"] for row in five.centrality("degree").rows}
    assert (shares["gr"], shares["partille"]) == (0.9, 0.3)


def test_gr_is_the_only_actor_among_the_cut_points(five, ask):
    told = ask("cutpoints", "--workspace", "gria", *FIVE)["rows"]
    assert [row["id"] for row in told if row["side"] == "actor"] == ["gr"]
    assert [row["id"] for row in five.cutpoints().rows if row["side"] == "actor"] == ["gr"]


def test_the_actors_view_has_145_pairs_in_parts_of_25_and_1(five, ask):
    summary = ask("centrality", "--workspace", "gria", *FIVE, "--view", "actors")["summary"]
    assert (summary["ties"], summary["parts"]) == (145, [25, 1])
    assert five.graph("actors").number_of_edges() == 145


def test_without_gr_the_actors_fall_into_parts_of_19_5_and_1(five, ask):
    rows = {row["id"]: row for row in ask("cutpoints", "--workspace", "gria", *FIVE, "--view", "actors")["rows"]}
    assert rows["gr"]["sizes"] == [19, 5, 1]
    parts = five.view("actors").parts(without=["gr"])
    council = {"arbetsformedlingen", "arbetsmarknadens-parter", "naringslivet", "universiteten-gbg", "vgr"}
    assert ([len(part) for part in parts], set(parts[1])) == ([19, 5, 1], council)
    assert set(rows["gr"]["cut_off"]) == council


def test_with_funders_the_network_is_one_part_and_esf_becomes_a_cut_point(five, ask):
    summary = ask("centrality", "--workspace", "gria", *FIVE, "--with", "funds")["summary"]
    assert (summary["actors"], summary["ties"], len(summary["parts"])) == (27, 51, 1)
    assert "esf" in [row["id"] for row in five.cutpoints(also=("funds",)).rows]


@pytest.mark.parametrize(
    ("documents", "expected"),
    [(FIVE, ["Alingsås", "Kungälv", "Lilla Edet", "Tjörn", "Öckerö"]), ((), ["Kungälv", "Tjörn", "Öckerö"])],
    ids=["five documents", "with public sources"],
)
def test_municipalities_that_take_part_in_no_project(documents, expected, five, ask):
    told = ask("gaps", "--workspace", "gria", *documents)["rows"]
    assert [row["name"] for row in told if row["gap"] == "no_project"] == expected
    assert not [row for row in told if row["gap"] == "outside_every_area"]
    atlas = five if documents else actormap.open("gria")
    assert [row["name"] for row in atlas.gaps().of("no_project")] == expected


def test_with_funders_esf_rises_to_second_between_others_and_without_them_the_result_says_why(five, ask, actormap_says):
    rows = ask("centrality", "--workspace", "gria", *FIVE, "--with", "funds", "-m", "betweenness", "--no-certainty")["rows"]
    assert [row["id"] for row in rows if row["side"] == "actor"][:2] == ["gr", "esf"]
    assert five.view().left_out["funds"] > 0
    assert "--with funds" in actormap_says("centrality", "--workspace", "gria", *FIVE, "--no-certainty").err
