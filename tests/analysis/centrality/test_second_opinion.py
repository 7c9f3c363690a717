"""On well-known networks the measures are those of another implementation; `second_opinion.json` says which, and how they were computed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import networkx as nx
import pytest

from actormap.analysis.centrality import measures
from actormap.analysis.cohesion import blocks, bridges, cutpoints
from actormap.analysis.key_players import group_centrality
from tests.graphs import one_mode, snapshot, two_mode, view

VALUES = json.loads((Path(__file__).parent / "second_opinion.json").read_text(encoding="utf-8"))
GRAPHS = {
    "davis": nx.davis_southern_women_graph,
    "florentine": nx.florentine_families_graph,
    "kite": nx.krackhardt_kite_graph,
    "karate": nx.karate_club_graph,
    "les_miserables": nx.les_miserables_graph,
}
MEASURES = ("betweenness", "closeness", "harmonic", "eigenvector", "pagerank", "k_core", "constraint")


@cache
def of(name):
    if name == "davis_actors_weighted":
        women = nx.davis_southern_women_graph()
        return view(two_mode(women, women.graph["top"]).snapshot, "actors", weighted=True)
    return one_mode(GRAPHS[name]())


ASKED = [(name, measure) for name in VALUES if name != "origin" for measure in MEASURES if measure in VALUES[name]["measures"]]


@pytest.mark.parametrize(("name", "measure"), ASKED)
def test_a_measure_agrees_with_igraph(name, measure):
    found = measures.measure(measure).score(of(name), False)
    expected = VALUES[name]["measures"][measure]
    assert set(found) == set(expected)
    for node, value in expected.items():
        assert found[node] == pytest.approx(value, abs=2e-6), node


@pytest.mark.parametrize("name", GRAPHS)
def test_cutpoints_bridges_and_blocks_agree_with_igraph(name):
    known = VALUES[name]
    assert sorted(row["id"] for row in cutpoints.find(of(name)).rows) == known["cutpoints"]
    assert sorted(map(list, bridges.find(of(name)).pairs)) == known["bridges"]
    assert sorted(row["members"] for row in blocks.find(of(name)).rows) == known["blocks"]


@pytest.mark.parametrize("name", GRAPHS)
def test_group_degree_and_closeness_agree_with_networkit(name):
    for known in VALUES[name]["groups"]:
        assert group_centrality.degree(of(name), known["set"], normalised=False) == known["degree"]
        assert group_centrality.closeness(of(name), known["set"]) == pytest.approx(known["closeness"])


@pytest.mark.parametrize("name", GRAPHS)
def test_group_betweenness_of_two_agrees_with_networkx_which_is_right_for_two(name):
    graph = of(name).graph
    for pair in list(graph.edges())[:10]:
        expected = nx.group_betweenness_centrality(graph, list(pair), normalized=False)
        assert group_centrality.betweenness(of(name), pair, normalised=False) == pytest.approx(expected)


@pytest.mark.parametrize("name", GRAPHS)
def test_katz_and_effective_size_agree_with_networkx(name):
    graph = of(name).graph
    largest = max(nx.adjacency_spectrum(graph).real)
    assert measures.katz(of(name)) == pytest.approx(nx.katz_centrality_numpy(graph, alpha=0.9 / largest), rel=1e-6)
    assert measures.effective_size(of(name)) == pytest.approx(nx.effective_size(graph))


def test_a_snapshot_of_nobody_agrees_with_nobody():
    assert measures.katz(view(snapshot([]), "actors")) == {}
