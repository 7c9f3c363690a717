"""Claims about how far a network can fall apart at most."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.analysis.cohesion import connectivity
from actormap.analysis.key_players import sets
from actormap.analysis.key_players.objectives import Removal
from tests.graphs import one_mode


def bound_and_best(graph, k):
    of = one_mode(graph)
    removal = Removal.of(of, k, by_distance=False)
    every_set = np.array(list(combinations(range(of.graph.number_of_nodes()), k)))
    return connectivity.most_fragmentation(removal.ties, removal.lasting, k), float(removal.values(every_set).max())


@given(st.integers(5, 10), st.sampled_from([0.3, 0.6, 0.85]), st.integers(0, 10_000), st.integers(1, 3))
def test_no_set_is_worth_more_than_the_bound(nodes, density, seed, k):
    graph = nx.gnp_random_graph(nodes, density, seed=seed)
    tied = graph.subgraph([node for node in graph if graph.degree(node)])
    if len(tied) >= k + 2:
        bound, best = bound_and_best(tied, k)
        assert bound >= best - 1e-9


@pytest.mark.parametrize("k", [1, 2])
def test_of_a_clique_with_hangers_on_the_bound_is_the_best_there_is(k):
    """Six who all know each other, and two who each know just one of them: who goes first is those two ones."""
    graph = nx.complete_graph(6)
    graph.add_edges_from([(0, "x"), (1, "y")])
    bound, best = bound_and_best(graph, k)
    assert bound == pytest.approx(best)
    assert best == pytest.approx(1 - (6 * 5 if k == 1 else 4 * 3) / ((8 - k) * (7 - k)))


def test_of_two_cliques_that_one_node_joins_those_who_go_with_it_come_from_both():
    graph = nx.compose(nx.complete_graph(range(6)), nx.complete_graph(range(5, 11)))
    bound, best = bound_and_best(graph, 3)
    assert best == pytest.approx(1 - 2 * (4 * 3) / (8 * 7))
    assert bound >= best - 1e-9


def test_where_it_would_take_too_long_nothing_is_claimed(monkeypatch):
    monkeypatch.setattr(connectivity, "MOST_CASES", 1)
    assert bound_and_best(nx.path_graph(6), 1)[0] == 1


def test_three_of_many_are_proven_best_without_all_sets_being_looked_at():
    """Twenty in a dense circle and three who hang on one of it each: 1,771 sets, none of which is looked at for the proof."""
    graph = nx.circulant_graph(20, [1, 2, 3, 4, 5])
    graph.add_edges_from([(0, "x"), (7, "y"), (14, "z")])
    of = one_mode(graph)
    (searched,) = sets.find(of, 3, "fragmentation", exact_sets=0).rows
    assert (searched["set"], searched["optimal"]) == (["0", "14", "7"], True)
    assert sets.find(of, 3, "fragmentation").rows[0]["value"] == pytest.approx(searched["bound"])
