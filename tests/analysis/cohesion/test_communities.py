"""Claims about who works closely together."""

from __future__ import annotations

import networkx as nx
import pytest

from actormap.analysis.cohesion import communities
from tests.graphs import actor, network, one_mode, snapshot, taking_part, tie, view

TWO_CIRCLES = {"v": "abc", "w": "abc", "x": "def", "y": "defa"}


def test_two_circles_that_share_one_member_are_two_communities():
    found = communities.find(view(taking_part(TWO_CIRCLES))).membership()
    assert {found[name] for name in "bcvw"} != {found[name] for name in "defxy"}
    assert len(set(found.values())) == 2


def test_the_same_seed_gives_the_same_communities():
    of = view(taking_part(TWO_CIRCLES))
    assert communities.find(of, seed=3) == communities.find(of, seed=3)


def test_community_one_is_the_largest():
    found = communities.find(view(taking_part({"v": "ab", "w": "cdefg"})))
    assert found.membership()["w"] == 1
    assert found.modularity > 0


def test_without_ties_there_is_no_modularity():
    found = communities.find(view(taking_part({})))
    assert (found.rows, found.modularity) == ((), None)


def test_who_stands_in_no_view_joins_the_community_of_most_neighbours():
    nodes = [actor("r", "role"), actor("s", "role"), actor("lone", "group"), network("v"), network("w")]
    of = snapshot(nodes, tie("r", "contact_for", "v"), tie("s", "part_of", "r"))
    assert communities.spread({"v": 1, "w": 2}, of) == {"v": 1, "w": 2, "r": 1, "s": 1}


def test_two_clear_circles_are_found_whatever_the_seed():
    assert communities.find(view(taking_part({"v": "abcd", "w": "efgh"})), runs=5).stability == 1


def test_a_ring_without_circles_is_parted_otherwise_by_another_seed():
    found = communities.find(one_mode(nx.cycle_graph(30)), runs=10)
    assert found.stability < 1
    assert found.figures()["stability"] == found.stability


def test_stability_is_measured_only_when_it_is_asked_for():
    assert communities.find(view(taking_part(TWO_CIRCLES))).stability is None


def test_the_adjusted_rand_index_of_hubert_and_arabie():
    """Values of scikit-learn's documentation of adjusted_rand_score, and by hand."""
    assert communities.adjusted_rand([0, 0, 1, 1], [1, 1, 0, 0]) == 1
    assert communities.adjusted_rand([0, 0, 1, 2], [0, 0, 1, 1]) == pytest.approx(0.57, abs=5e-3)
    assert communities.adjusted_rand([0, 0, 1, 1], [0, 1, 0, 1]) == pytest.approx(-0.5)
    assert communities.adjusted_rand([0, 0, 0], [0, 0, 0]) == 1


def test_on_the_second_level_a_community_is_parted_again():
    graph = nx.connected_caveman_graph(12, 4)
    found = communities.find(one_mode(graph), resolution=0.2, levels=2)
    subs = {row["sub"] for row in found.rows}
    assert len(subs) >= len({row["community"] for row in found.rows})
    assert all(row["sub"].startswith(f"{row['community']}.") for row in found.rows)
    assert "sub" not in communities.find(one_mode(graph)).rows[0]
