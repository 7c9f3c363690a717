"""Claims about shortest paths counted from many nodes at once: those of networkx, on one side or two, however many at a time."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from actormap.graph import shortest_paths

GRAPHS = [
    nx.path_graph(5),
    nx.cycle_graph(6),
    nx.star_graph(4),
    nx.disjoint_union(nx.diamond_graph(), nx.path_graph(2)),
    nx.gnp_random_graph(12, 0.25, seed=3),
]
TWO_SIDES = nx.Graph([("a", "v"), ("b", "v"), ("b", "w"), ("c", "w"), ("a", "x"), ("c", "x"), ("d", "x")])


def whole(graph):
    return [sparse.csr_array(nx.to_numpy_array(graph))]


def halves(graph, first, second):
    between = nx.bipartite.biadjacency_matrix(graph, first, second, dtype=float)
    return [sparse.csr_array(between.T), sparse.csr_array(between)]


def claim(graph, order, found):
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    away = [[steps for other, steps in lengths[node].items() if other != node] for node in order]
    between = nx.betweenness_centrality(graph, normalized=False)
    assert found.reached.tolist() == [len(steps) for steps in away]
    assert found.distance.tolist() == [sum(steps) for steps in away]
    assert found.inverse == pytest.approx([sum(1 / step for step in steps) for steps in away])
    assert found.between == pytest.approx([between[node] for node in order])


@pytest.mark.parametrize("cells", [1, 20, 1 << 17])
@pytest.mark.parametrize("graph", GRAPHS)
def test_the_sums_are_those_of_every_pair(graph, cells, monkeypatch):
    monkeypatch.setattr(shortest_paths, "CELLS", cells)
    claim(graph, list(graph), shortest_paths.count(whole(graph)))


@pytest.mark.parametrize("cells", [1, 8, 1 << 17])
def test_a_graph_of_two_sides_may_be_given_as_what_leads_between_them(cells, monkeypatch):
    monkeypatch.setattr(shortest_paths, "CELLS", cells)
    claim(TWO_SIDES, list("abcdvwx"), shortest_paths.count(halves(TWO_SIDES, list("abcd"), list("vwx"))))


def test_without_the_way_back_nobody_lies_between():
    found = shortest_paths.count(whole(nx.path_graph(4)), between=False)
    assert (found.between.tolist(), found.distance.tolist()) == ([0, 0, 0, 0], [6, 4, 4, 6])


def test_where_time_runs_out_there_is_no_answer(monkeypatch):
    monkeypatch.setattr(shortest_paths, "CELLS", 1)
    late = iter([False, False, True])
    assert shortest_paths.count(whole(nx.path_graph(4)), out_of_time=lambda: next(late)) is None


def test_of_nothing_the_sums_are_nothing():
    assert shortest_paths.count([sparse.csr_array((0, 0))]).reached.tolist() == []
    assert shortest_paths.count([sparse.csr_array(np.zeros((2, 2)))]).reached.tolist() == [0, 0]
