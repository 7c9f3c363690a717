"""Claims about who is in contact with whom: through a shared venue, and directly."""

from __future__ import annotations

import pytest

from actormap.errors import UnknownName
from actormap.graph.attributes import DISTANCE, TIES, WEIGHT
from actormap.model.records import Evidence
from tests.graphs import actor, network, snapshot, tie, view

MEETING = [tie(who, "member_of", "v") for who in "abc"]
NODES = [*map(actor, "abcd"), network("v")]


def test_two_whom_a_relationship_connects_are_in_contact_beside_those_who_share_a_venue():
    of = view(snapshot(NODES, *MEETING, tie("d", "connects", "a")), "actors")
    assert sorted(of.graph.edges) == [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c")]
    assert of.graph.edges["a", "d"][TIES] == (tie("d", "connects", "a").id,)
    assert (of.isolates, of.left_out) == ((), {})


def test_a_level_of_collaboration_is_a_contact_but_the_level_none_is_not():
    told = [tie("a", "disseminates_to", "d", Evidence(level=2)), tie("b", "disseminates_to", "d", Evidence(level=0))]
    assert sorted(view(snapshot(NODES, *told), "actors").graph.edges) == [("a", "d")]


def test_membership_of_a_federation_and_a_weight_of_none_are_no_contacts():
    told = [tie("a", "member_of", "d"), tie("b", "connects", "d", Evidence(weight=0))]
    of = view(snapshot(NODES, *told), "actors")
    assert (of.graph.number_of_edges(), of.left_out) == (0, {"no tie of this view": 2})


def test_a_contact_of_a_unit_is_that_of_its_organisation_and_one_within_it_is_none():
    nodes = [actor("a"), actor("u", "unit"), actor("b")]
    of = view(snapshot(nodes, tie("u", "part_of", "a"), tie("u", "connects", "b"), tie("u", "connects", "a")), "actors")
    assert list(of.graph.edges) == [("a", "b")]


def test_a_strength_is_newmans_weight_of_the_venues_shared_and_the_weight_that_is_told():
    """Three meet in v, which is 1/2 for each pair; a and b have besides said 2 and 3 of each other, c and d nothing of how much."""
    told = [tie("a", "connects", "b", Evidence(weight=2), Evidence(weight=1)), tie("b", "connects", "a", Evidence(weight=3))]
    graph = view(snapshot(NODES, *MEETING, *told, tie("c", "connects", "d")), "actors", weighted=True).graph
    assert {pair: about[WEIGHT] for pair, about in graph.edges.items()} == {
        ("a", "b"): 5.5,
        ("a", "c"): 0.5,
        ("b", "c"): 0.5,
        ("c", "d"): 1,
    }
    assert graph.edges["a", "b"][DISTANCE] == pytest.approx(1 / 5.5)


@pytest.mark.parametrize(
    ("strength", "told", "left_out"),
    [
        ("newman", {("a", "b"): 0.5, ("a", "c"): 0.5, ("b", "c"): 0.5}, 3),
        ("weight", {("a", "b"): 5, ("c", "d"): 1}, 3),
        ("both", {("a", "b"): 5.5, ("a", "c"): 0.5, ("b", "c"): 0.5, ("c", "d"): 1}, 0),
    ],
)
def test_one_strength_alone_leaves_out_the_ties_of_the_other_and_says_how_many(strength, told, left_out):
    direct = [tie("a", "connects", "b", Evidence(weight=2)), tie("b", "connects", "a", Evidence(weight=3)), tie("c", "connects", "d")]
    of = view(snapshot(NODES, *MEETING, *direct), "actors", weighted=strength)
    assert {pair: about[WEIGHT] for pair, about in of.graph.edges.items()} == told
    assert of.left_out.get("no tie of this view", 0) == left_out
    assert (of.weighted, of.parameters["weighted"]) == (True, True if strength == "both" else strength)
    assert all(about[DISTANCE] == pytest.approx(1 / about[WEIGHT]) for about in of.graph.edges.values())


def test_a_strength_that_is_none_is_refused_and_plays_no_part_in_other_views():
    with pytest.raises(UnknownName, match="strength"):
        view(snapshot(NODES, *MEETING), "actors", weighted="width")
    of = view(snapshot(NODES, *MEETING), weighted="weight")
    assert (of.graph.number_of_edges(), of.parameters["weighted"]) == (3, False)


@pytest.mark.parametrize(
    ("name", "weighted", "unweighed"), [("affiliation", False, 1), ("all", False, 2), ("actors", False, 2), ("actors", True, 1)]
)
def test_a_weight_that_plays_no_part_in_a_view_is_counted(name, weighted, unweighed):
    """One membership and one contact have a weight. A membership's is never counted, a contact's where ties have strengths."""
    heavy = [tie("a", "member_of", "v", Evidence(weight=2)), tie("a", "connects", "b", Evidence(weight=3))]
    of = view(snapshot(NODES, *heavy, tie("b", "member_of", "v")), name, weighted=weighted)
    assert of.summary()["unweighed"] == unweighed


def test_where_no_weight_is_left_out_nothing_is_said_of_it():
    assert "unweighed" not in view(snapshot(NODES, *MEETING, tie("a", "connects", "b", Evidence(weight=1))), "all").summary()
