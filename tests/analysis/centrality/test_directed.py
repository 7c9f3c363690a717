"""Claims about measures of direction; where networkx has them too, they are its."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actormap.analysis.centrality import directed, measures
from actormap.analysis.certainty import estimate
from actormap.model.records import Evidence
from tests.graphs import actor, snapshot, taking_part, tie, view

NODES = "abcdef"
ARROWS = st.sets(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda pair: pair[0] != pair[1]), min_size=1, max_size=20)


def arrows(pairs, weights=None, **options):
    weights = weights or {}
    ties = [tie(a, "connects", b, Evidence(weight=weights.get((a, b)))) for a, b in sorted(pairs)]
    return view(snapshot(map(actor, sorted({end for pair in pairs for end in pair})), *ties), "actors", **options)


@given(ARROWS)
def test_in_and_out_degree_are_those_of_networkx(pairs):
    of, graph = arrows(pairs), nx.DiGraph(sorted(pairs))
    assert measures.in_degree(of) == pytest.approx(nx.in_degree_centrality(graph))
    assert measures.out_degree(of) == pytest.approx(nx.out_degree_centrality(graph))
    assert measures.in_degree(of, False) == dict(graph.in_degree())


def test_a_weighted_view_adds_up_what_is_said_and_has_no_normalised_form():
    of = arrows({("a", "b"), ("c", "b"), ("b", "a")}, {("a", "b"): 3, ("c", "b"): 5}, weighted=True)
    assert measures.in_degree(of) == measures.in_degree(of, False) == {"a": 1, "b": 8, "c": 0}


@settings(max_examples=40)
@given(ARROWS)
def test_hubs_and_authorities_are_what_kleinbergs_iteration_comes_to(pairs):
    of = arrows(pairs)
    matrix = nx.to_numpy_array(nx.DiGraph(sorted(pairs)), nodelist=list(of.graph))
    hub = np.ones(len(matrix))
    for _ in range(3000):
        authority = matrix.T @ hub
        hub = matrix @ authority
        hub = hub / np.linalg.norm(hub)
    hubs, authorities = measures.hub(of), measures.authority(of)
    assert [hubs[node] for node in of.graph] == pytest.approx((hub / hub.sum()).tolist(), abs=1e-3)
    assert [authorities[node] for node in of.graph] == pytest.approx((authority / authority.sum()).tolist(), abs=1e-3)


@pytest.mark.parametrize("seed", range(4))
def test_hubs_and_authorities_are_those_of_networkx(seed):
    graph = nx.gnp_random_graph(25, 0.2, seed=seed, directed=True)
    names = {node: f"n{node:02}" for node in graph}
    of = arrows({(names[a], names[b]) for a, b in graph.edges()})
    hubs, authorities = nx.hits(nx.relabel_nodes(graph.edge_subgraph(graph.edges()).copy(), names), tol=1e-12, max_iter=5000)
    assert measures.hub(of) == pytest.approx(hubs, abs=1e-8)
    assert measures.authority(of) == pytest.approx(authorities, abs=1e-8)


def test_many_are_scored_as_few_are(monkeypatch):
    graph = nx.gnp_random_graph(40, 0.15, seed=2, directed=True)
    of = arrows({(f"n{a:02}", f"n{b:02}") for a, b in graph.edges()})
    few = measures.hub(of)
    monkeypatch.setattr(directed, "DENSE", 10)
    assert measures.hub(of) == pytest.approx(few, abs=1e-9)


def test_raw_scores_are_of_length_one():
    found = measures.hub(arrows({("a", "b"), ("c", "b"), ("c", "d")}), False)
    assert sum(value**2 for value in found.values()) == pytest.approx(1)
    assert max(found, key=found.get) == "c"


def test_where_ties_have_no_direction_nothing_is_defined_and_it_is_said_why():
    of = view(taking_part({"v": "abc"}))
    for name in ("in_degree", "out_degree", "hub", "authority"):
        scores = measures.measure(name).score(of)
        assert set(scores.values()) == {None}
        assert set(scores.reasons.values()) == {"no_direction"}
    assert "hub" not in measures.of_view(of)
    assert "hub" in measures.of_view(arrows({("a", "b")}))


def test_a_rank_by_direction_has_its_certainty_too():
    pairs = {("b", "a"), ("c", "a"), ("d", "a"), ("e", "a"), ("a", "b"), ("c", "b"), ("d", "c")}
    found = estimate.estimate(arrows(pairs), "in_degree", top=1, resamples=60)
    assert found.of("a")["place"] == "1"
    assert found.of("a")["p_top"] > 0.7
    assert sum(row["p_top"] for row in found.rows) == pytest.approx(1)
