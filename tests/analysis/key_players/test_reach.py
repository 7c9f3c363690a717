"""Claims about how far a group reaches."""

from __future__ import annotations

import networkx as nx
import pytest

from actormap.analysis.key_players import reach
from actormap.errors import UnknownName
from tests.analysis.small import actors_view
from tests.graphs import one_mode, taking_part, view

PYNTACLE = one_mode(nx.Graph(["AB", "AC", "AF", "AG", "AH", "BC", "BD", "BE"]))
PATH = one_mode(nx.path_graph("abcde"))


def test_two_of_the_eight_nodes_of_pyntacle_reach_three_quarters_as_outsiders():
    """pyntacle counts outsiders only, over all n: six outsiders, all adjacent to A or B."""
    assert reach.distance_reach(PYNTACLE, "AB", outsiders_only=True) == pytest.approx(0.75)
    assert reach.distance_reach(PYNTACLE, "AB") == 1


def test_reach_falls_with_distance():
    assert reach.distance_reach(PATH, "a") == pytest.approx((1 + 1 + 1 / 2 + 1 / 3 + 1 / 4) / 5)


def test_members_are_reached_by_their_own_group():
    assert reach.m_reach(PATH, "ae", 1) == 4
    assert reach.m_reach(PATH, "ae", 1, outsiders_only=True) == 2
    assert reach.m_reach(PATH, "ae", 2) == 5


def test_who_is_in_another_part_is_not_reached():
    of = view(taking_part({"v": "ab", "w": "cd"}), "actors")
    assert reach.distance_reach(of, "a") == pytest.approx(2 / 4)
    assert reach.m_reach(of, "a", 99) == 2


def test_nobody_reaches_nobody():
    assert (reach.distance_reach(PATH, ""), reach.m_reach(PATH, "")) == (0, 0)
    found = reach.find(view(taking_part({})), ())
    assert found.rows[0]["distance_reach"] is None
    assert found.undefined["distance_reach"] == "no_nodes"


def test_another_who_is_alone_is_one_more_not_reached():
    graph = nx.path_graph("abcde")
    graph.add_node("f")
    assert reach.distance_reach(actors_view(graph), "a") == pytest.approx(reach.distance_reach(PATH, "a") * 5 / 6)
    assert reach.m_reach(actors_view(graph), "a") == reach.m_reach(PATH, "a")


def test_a_result_says_what_made_it():
    found = reach.find(PATH, "ea", m=1)
    assert found.to_dict()["parameters"]["m"] == 1
    assert found.rows[0]["set"] == ["a", "e"]
    assert found.rows[0]["m_reach_share"] == pytest.approx(4 / 5)


def test_who_is_not_in_the_view_reaches_nobody_in_it():
    with pytest.raises(UnknownName, match="node of the view"):
        reach.find(PATH, ["nobody"])
