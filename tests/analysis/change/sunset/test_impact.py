"""Claims about what ends with a project: the seven actors of `seven`, whose answer is worked out on paper, and GRIA."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

import actormap
from actormap.analysis.change import sunset
from actormap.errors import UnknownName, UsageError
from actormap.graph.dataset import Dataset
from actormap.model.records import Evidence, Theme
from actormap.model.selection import Selection
from tests.analysis.change.sunset.seven import SEVEN, theme
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie

ALL = Selection()


def found(graph=SEVEN, of="p", at=None, selection=ALL, **options):
    return sunset.find(Dataset(graph, VOCABULARY, selection), of, at, **{"focal": "n", **options})


def ids(result, finding):
    return [tuple(row["ids"]) for row in result.of(finding)]


def test_every_relationship_of_the_project_and_its_part_is_lost_but_none_with_what_had_ended():
    assert sorted(ids(found(), "lost")) == sorted(
        [("a", "p"), ("c", "p"), ("d", "p"), ("e", "p"), ("f", "s"), ("s", "p"), ("p", "t"), ("p", "u")]
    )


@pytest.mark.parametrize(("end", "lost"), [("2019-12", False), ("2020", True), ("2020-06", True), (None, True)])
def test_who_had_left_the_project_before_its_year_loses_nothing_with_it(end, lost):
    stays, left = tie("a", "participates_in", "p"), tie("b", "participates_in", "p", Evidence(valid_to=end))
    nodes = [actor("a"), actor("b"), network("n"), project("p", start="2018", end="2020")]
    result = found(snapshot(nodes, stays, left, tie("a", "member_of", "n")))
    assert (("b", "p") in ids(result, "lost"), ("a", "b") in ids(result, "lost_contact")) == (lost, lost)


def test_all_who_met_in_the_project_alone_meet_no_more():
    # Five took part in P or S, and no two of them sit in N or M together.
    assert sorted(ids(found(), "lost_contact")) == sorted(
        [("a", "c"), ("a", "d"), ("a", "e"), ("a", "f"), ("c", "d"), ("c", "e"), ("c", "f"), ("d", "e"), ("d", "f"), ("e", "f")]
    )


def test_all_pairs_are_parted_but_those_who_share_what_goes_on():
    # Twenty-one pairs of seven, less a and b in N, c and g in M.
    parted = ids(found(), "separated")
    assert len(parted) == 19
    assert ("a", "b") not in parted
    assert ("c", "g") not in parted


def test_a_parting_rests_on_the_path_there_was():
    (row,) = [row for row in found().of("separated") if row["ids"] == ["b", "g"]]
    assert row["evidence"] == sorted(
        ["b member_of n", "a member_of n", "a participates_in p", "c participates_in p", "c member_of m", "g member_of m"]
    )


def test_those_with_nothing_but_the_project_are_left_without():
    assert ids(found(), "isolated") == [("d",), ("e",), ("f",)]


def test_what_is_lost_stands_in_order_of_names():
    # Each is named by the letter as far from the end as its id is from the start, so that names run against ids.
    nodes = [replace(node, name=chr(ord("a") + ord("z") - ord(node.id))) for node in (*SEVEN.nodes(), theme("w"))]
    result = found(snapshot(nodes, *SEVEN.relationships, tie("p", "addresses", "w")), by=["degree"])
    assert ["".join(pair) for pair in ids(result, "lost")] == ["pw", "pu", "pt", "sp", "fs", "ep", "dp", "cp", "ap"]
    assert ["".join(pair) for pair in ids(result, "lost_contact")] == ["fe", "fd", "fc", "fa", "ed", "ec", "ea", "dc", "da", "ca"]
    assert ["".join(pair) for pair in ids(result, "separated")][:6] == ["gf", "ge", "gd", "gb", "ga", "fe"]
    assert ids(result, "isolated") == [("f",), ("e",), ("d",)]
    assert [row["ids"] for row in result.of("rank")] == [["g"], ["b"], ["c"], ["a"]]
    assert ids(result, "theme") == [("w",), ("t",)]


def test_places_move_as_counted_by_hand():
    # Before, a and c share the first place with two venues each, the other five the third to seventh; after, all four have one.
    moves = {row["ids"][0]: (row["before"], row["after"]) for row in found(by=["degree"]).of("rank")}
    assert moves == {"a": (1.5, 2.5), "c": (1.5, 2.5), "b": (5, 2.5), "g": (5, 2.5)}
    assert list(moves) == ["b", "g", "a", "c"]  # the longest moves first


def test_a_theme_that_another_carries_is_not_lost():
    assert ids(found(), "theme") == [("t",)]


def test_a_success_factor_that_the_project_alone_reports_ends_with_it_and_an_indicator_is_no_loss():
    nodes = [actor("a"), network("n"), project("p", end="2020"), Theme(id="f", name="F", kind="success_factor")]
    nodes.append(Theme(id="i", name="I", kind="result_indicator"))
    of = snapshot(nodes, tie("a", "owns", "p"), tie("a", "member_of", "n"), tie("p", "reports", "f"), tie("p", "reports", "i"))
    assert ids(found(of), "theme") == [("f",)]


def test_the_smallest_repairs_of_contact_are_the_nine_found_on_paper():
    # a has lost c, d, e and f. Each of the four needs a membership of somebody's: if c joins N, the other three have to join N too;
    # if a joins M instead, each of the three may join N or M. That is 1 + 2 * 2 * 2 sets of four.
    repairs = {frozenset(zip(each[::2], each[1::2], strict=True)) for each in ids(found(limit=20), "repair_contact")}
    joining_n = {frozenset({("c", "n"), ("d", "n"), ("e", "n"), ("f", "n")})}
    joining_m = {frozenset({("a", "m"), ("d", x), ("e", y), ("f", z)}) for x in ("m", "n") for y in ("m", "n") for z in ("m", "n")}
    assert repairs == joining_n | joining_m
    assert all(row["optimal"] for row in found().of("repair_contact"))
    assert not found(limit=20).figures()["more_contact"]


def test_a_limit_on_repairs_is_told():
    few = found(limit=2)
    assert len(few.of("repair_contact")) == 2
    assert few.figures()["more_contact"]


def test_four_memberships_join_the_five_parts_and_the_simplest_restore_most():
    result = found()
    assert result.figures()["memberships_connection"] == 4
    simplest = {tuple(row["part"]): (row["ids"], row["n"]) for row in reversed(result.of("repair_connection"))}
    assert simplest == {("c", "g"): (["a", "m"], 1), ("d",): (["d", "n"], 1), ("e",): (["e", "n"], 1), ("f",): (["f", "n"], 1)}


def test_when_everybody_is_left_alone_each_has_to_join_something_elsewhere():
    graph = snapshot(
        [*map(actor, "abc"), project("p", end="2020"), network("v")],
        *(tie(name, "participates_in", "p") for name in "ab"),
        tie("c", "member_of", "v"),
    )
    assert found(graph, focal=None).figures()["memberships_connection"] == 2


def test_without_anything_that_goes_on_there_is_no_repair():
    graph = snapshot([*map(actor, "ab"), network("n"), project("p", end="2020")], *(tie(name, "participates_in", "p") for name in "ab"))
    result = found(graph, focal=None)
    assert result.figures()["memberships_connection"] is None
    assert result.undefined == {"repair_contact": "no_focal_network", "repair_connection": "no_venue_goes_on"}


def test_before_its_own_end_a_venue_counts_on_both_sides():
    # In 2014 Q still goes on, so b and g meet there, and with them all of N and M hang together.
    early = found(at="2014")
    assert ("b", "g") not in ids(early, "separated")
    assert early.figures()["memberships_connection"] == 3


def test_a_membership_that_is_over_by_then_counts_on_neither_side():
    over = tie("b", "member_of", "m", Evidence(valid_to="2019"))
    assert ("b", "g") in ids(found(replace(SEVEN, relationships=(*SEVEN.relationships, over))), "separated")


def test_a_network_that_is_part_of_the_project_ends_with_it():
    group = snapshot(
        [*map(actor, "ab"), project("p", end="2020"), network("k")],
        tie("k", "part_of", "p"),
        tie("a", "member_of", "k"),
        tie("b", "member_of", "k"),
    )
    assert ids(found(group, focal=None), "lost_contact") == [("a", "b")]


@pytest.mark.parametrize(
    ("part", "at", "met"),
    [("2019", None, []), ("2020-06", None, [("a", "b")]), (None, None, [("a", "b")]), ("2020", "2030", [("a", "b")]), ("2019", "2030", [])],
)
def test_a_part_that_had_ended_before_its_project_counts_on_neither_side(part, at, met):
    """Asked of a later date, a project goes with the parts that it had when it ended."""
    whole = snapshot(
        [*map(actor, "ab"), project("p", end="2020"), project("s", end=part)],
        tie("s", "part_of", "p"),
        *(tie(name, "participates_in", "s") for name in "ab"),
    )
    assert ids(found(whole, at=at, focal=None), "lost_contact") == met


def test_an_actor_that_is_part_of_the_project_does_not_end_with_it():
    office = tie("d", "part_of", "p")
    assert found(replace(SEVEN, relationships=(*SEVEN.relationships, office))).context.parameters["ending"] == ["p", "s"]


def test_a_date_of_the_selection_gives_way_to_the_end():
    assert found(selection=Selection(at="2010")).rows == found().rows


def test_a_project_without_an_end_wants_a_date_and_an_unknown_one_is_refused():
    endless = snapshot([project("p")])
    with pytest.raises(UsageError, match="Say at DATE"):
        found(endless, focal=None)
    with pytest.raises(UnknownName, match="pp"):
        found(of="pp")
    with pytest.raises(UnknownName, match='network "x" is unknown'):
        found(focal="x")


GRIA = actormap.open("gria")


@pytest.fixture(scope="module")
def plug_in_2():
    return GRIA.sunset("Plug In 2.0", "2018-12-31")


def test_every_line_of_gria_has_its_evidence(plug_in_2):
    for result in (plug_in_2, GRIA.sunset("invux")):
        assert result.rows
        for row in result.rows:
            assert row["evidence"], row
            assert row["relationships"], row


def test_plug_in_2_takes_the_contact_with_seven_regions_with_it(plug_in_2):
    assert Counter(row["finding"] for row in plug_in_2.rows if row["finding"] != "rank") == {
        "lost": 25,
        "lost_contact": 100,
        "separated": 238,
        "isolated": 7,
        "theme": 1,
        "repair_contact": 1,
        "repair_connection": 21,
    }
    assert {row["ids"][0] for row in plug_in_2.of("isolated")} == {
        "kf-skane",
        "region-gavleborg",
        "region-jamtland-harjedalen",
        "region-kalmar",
        "region-kronoberg",
        "region-ostergotland",
        "region-vasterbotten",
    }
    # Seven of thirty-four actors are left alone: with each other 21 pairs, with the other 31 of their part 217.
    assert 21 + 7 * 31 == 238
    assert plug_in_2.figures()["memberships_connection"] == 7


def test_eight_memberships_are_the_least_that_bring_gria_and_the_regions_together(plug_in_2):
    # Eight outside GRIA (SKL and seven regions) have each lost the same eight of its members: eight pairs without an actor in common.
    (repair,) = plug_in_2.of("repair_contact")
    assert repair["optimal"]
    assert set(repair["ids"][1::2]) == {"gria"}
    assert len(repair["ids"]) == 2 * 8


def test_nobody_loses_touch_when_invux_ends_but_five_themes_are_left():
    invux = GRIA.sunset("invux")
    assert {finding: n for finding, n in invux.figures()["counts"].items() if finding != "rank"} == {
        "lost": 23,
        "lost_contact": 0,
        "separated": 0,
        "isolated": 0,
        "theme": 5,
        "repair_contact": 0,
        "repair_connection": 0,
    }
    assert invux.undefined["repair_contact"] == "no_contact_lost"
    assert invux.context.parameters["at"] == "2022-09-30"
