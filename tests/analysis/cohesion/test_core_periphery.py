"""Claims about core and edge."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.analysis.cohesion import core_periphery
from tests.analysis.small import actors_view, of_size
from tests.graphs import one_mode, taking_part, view


def members(found):
    return "".join(sorted(row["id"] for row in found.rows if row["core"]))


def correlation(graph, inside, pairs=None):
    """Pearson's correlation over the pairs within the core and within the edge, the long way."""
    compared = [(a, b) for a, b in pairs or combinations(sorted(graph), 2) if (a in inside) == (b in inside)]
    ties = [float(graph.has_edge(a, b)) for a, b in compared]
    pattern = [float(a in inside) for a, _ in compared]
    return np.corrcoef(ties, pattern)[0, 1] if len(set(ties)) == len(set(pattern)) == 2 else None


def best(graph, pairs=None):
    subsets = [set(some) for size in range(len(graph) + 1) for some in combinations(sorted(graph), size)]
    found = [value for inside in subsets if (value := correlation(graph, inside, pairs)) is not None]
    return max(found, default=None)


def test_a_clique_with_hangers_on_is_core_and_edge():
    graph = nx.Graph(["ab", "ac", "bc", "ad", "be", "cf"])
    found = core_periphery.find(one_mode(graph))
    assert (members(found), found.correlation, found.optimal, found.optima) == ("abc", pytest.approx(1), True, 1)
    assert [row["core"] for row in found.rows] == [True] * 3 + [False] * 3


@pytest.mark.parametrize("nodes", [2, 3, 4, 5])
def test_no_partition_of_a_small_graph_fits_better(nodes):
    for small in of_size(nodes):
        found, expected = core_periphery.find(small.view), best(small.graph)
        assert found.correlation == (None if expected is None else pytest.approx(expected))
        if expected is not None:
            assert correlation(small.graph, set(members(found))) == pytest.approx(expected)


@given(st.integers(6, 9), st.floats(0.2, 0.8), st.integers(0, 1000))
def test_a_climb_never_beats_the_best_and_says_what_its_core_has(nodes, density, seed):
    of = actors_view(nx.relabel_nodes(nx.gnp_random_graph(nodes, density, seed=seed), dict(enumerate("abcdefghi"))))
    exact, climbed = core_periphery.find(of), core_periphery.find(of, exact_nodes=0)
    assert (climbed.optimal, climbed.optima) == (False, None)
    if climbed.correlation is not None:
        assert climbed.correlation <= exact.correlation + 1e-9
        assert correlation(of.graph, set(members(climbed))) == pytest.approx(climbed.correlation)


def test_a_climb_finds_a_clear_core_among_many():
    graph = nx.compose(nx.complete_graph(10), nx.Graph([(i % 10, i) for i in range(10, 60)]))
    found = core_periphery.find(one_mode(graph))
    assert found.optimal is False
    assert found.correlation == pytest.approx(1)
    assert {row["id"] for row in found.rows if row["core"]} == {str(i) for i in range(10)}


def test_from_those_with_most_ties_alone_a_climb_finds_the_best_core(monkeypatch):
    """In a row h-b-c-f-g-d beside a pair a-e, a climb from those with fewest ties ends at a worse core."""
    monkeypatch.setattr(core_periphery, "RANDOM_STARTS", 0)
    of = one_mode(nx.Graph(["hb", "bc", "cf", "fg", "gd", "ae"]))
    assert core_periphery.find(of, exact_nodes=0).correlation == pytest.approx(core_periphery.find(of).correlation)


def test_on_the_two_mode_view_the_pairs_are_an_actor_and_a_venue():
    of = view(taking_part({"v": "ab", "w": "abc", "x": "a"}))
    pairs = [(a, b) for a in of.actors for b in of.venues]
    found = core_periphery.find(of)
    assert found.correlation == pytest.approx(best(of.graph, pairs))
    assert members(found) == "abvw"


def test_in_a_weighted_view_strengths_are_correlated():
    of = taking_part({"v": "ab", "w": "ab", "x": "bc", "y": "cd"})
    assert members(core_periphery.find(view(of, "actors", weighted=True))) == "ab"


def test_where_all_or_none_are_tied_there_is_no_core():
    for graph in (nx.complete_graph(4), nx.empty_graph(3), nx.empty_graph(1), nx.empty_graph(0)):
        found = core_periphery.find(actors_view(graph))
        assert (found.correlation, members(found)) == (None, "")
        assert found.undefined == {"core": "no_contrast", "correlation": "no_contrast"}
        assert {row["core"] for row in found.rows} <= {None}


def test_equally_good_cores_are_counted():
    pairs = nx.Graph(["ab", "cd", "ef"])
    found = core_periphery.find(one_mode(pairs))
    assert (found.correlation, found.optima) == (pytest.approx(correlation(pairs, {"a", "b"})), 3)
    assert members(found) == "ab"
