"""Claims about how central a group is as a whole."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.analysis.centrality import measures
from actormap.analysis.key_players import group_centrality
from tests.analysis.small import Small, actors_view, group_betweenness
from tests.graphs import actor, network, one_mode, snapshot, taking_part, tie, view

KITE = one_mode(nx.krackhardt_kite_graph())
GRAPHS = st.builds(nx.gnp_random_graph, st.integers(5, 9), st.floats(0.15, 0.7), seed=st.integers(0, 10_000))


def test_a_group_touches_a_share_of_the_rest():
    of = view(taking_part({"v": "ab", "w": "bc", "x": "cd"}), "actors")
    assert group_centrality.degree(of, "b") == pytest.approx(2 / 3)
    assert group_centrality.degree(of, "bc") == 1
    assert group_centrality.degree(of, "bc", normalised=False) == 2


def test_a_path_past_several_members_counts_once():
    path = one_mode(nx.path_graph("abcde"))
    assert group_centrality.betweenness(path, "bcd", normalised=False) == 1
    assert group_centrality.betweenness(path, "bcd") == 1


@pytest.mark.parametrize("measure", ["closeness", "betweenness", "degree"])
def test_a_group_of_one_has_the_scores_of_its_member(measure):
    single = measures.measure(measure).score(KITE, True)
    for node in KITE.graph:
        assert getattr(group_centrality, measure)(KITE, [node]) == pytest.approx(single[node])


@given(GRAPHS, st.integers(1, 4), st.randoms(use_true_random=False))
def test_betweenness_of_larger_groups_is_that_of_every_path_looked_at(graph, size, random):
    named = nx.relabel_nodes(graph, {i: f"n{i}" for i in graph})
    chosen = random.sample(sorted(named), size)
    assert group_centrality.betweenness(actors_view(named), chosen, normalised=False) == pytest.approx(
        group_betweenness(Small(named), chosen)
    )


@given(GRAPHS, st.permutations(range(9)))
def test_names_do_not_change_how_central_a_group_is(graph, order):
    before, after = ({i: f"n{number[i]}" for i in graph} for number in (list(range(9)), order))
    one, other = (
        group_centrality.find(actors_view(nx.relabel_nodes(graph, names)), [names[0], names[1]]).rows[0] for names in (before, after)
    )
    for name in ("degree", "closeness", "betweenness"):
        assert one[name] == pytest.approx(other[name])


def test_many_sources_are_taken_in_turn(monkeypatch):
    whole = group_centrality.betweenness(KITE, ["3", "7", "8"])
    monkeypatch.setattr(group_centrality, "SOURCES_AT_ONCE", 2)
    assert group_centrality.betweenness(KITE, ["3", "7", "8"]) == pytest.approx(whole)


def test_where_nobody_is_outside_nothing_is_defined():
    of = view(taking_part({"v": "ab"}), "actors")
    (row,) = group_centrality.find(of, "ab").rows
    assert (row["degree"], row["closeness"], row["betweenness"]) == (None, None, None)
    assert group_centrality.find(of, "ab").undefined == {
        "degree": "nobody_outside",
        "closeness": "nobody_outside",
        "betweenness": "nothing_between",
    }


def test_a_group_without_ties_to_outsiders_reaches_nobody():
    of = view(taking_part({"v": "ab", "w": "cd"}), "actors")
    found = group_centrality.find(of, "ab")
    assert (found.rows[0]["degree"], found.rows[0]["closeness"]) == (0, None)
    assert found.undefined == {"closeness": "reaches_nobody"}


def test_the_members_of_a_network_are_those_that_stand_in_the_view():
    nodes = [actor("a"), actor("r", "role"), actor("b"), network("v")]
    of = view(snapshot(nodes, tie("a", "member_of", "v"), tie("r", "member_of", "v"), tie("b", "owns", "v")), "actors")
    assert group_centrality.members_in(of, "v") == ("a",)


def test_a_profile_says_how_far_a_group_reaches_and_what_is_left_without_it():
    path = one_mode(nx.path_graph("abcde"))
    (row,) = group_centrality.profile(path, "c").rows
    assert (row["size"], row["degree"], row["m_reach_share_outsiders"]) == (1, 0.5, 0.8)
    # Without the middle two pairs are left: 1 - 4 / 12 ordered pairs.
    assert row["distance_fragmentation"] == pytest.approx(1 - 4 / 12)


def test_a_profile_of_everybody_has_nobody_outside_and_says_so():
    found = group_centrality.profile(one_mode(nx.path_graph("ab")), "ab")
    assert found.rows[0]["degree"] is None
    assert found.undefined["degree"]
