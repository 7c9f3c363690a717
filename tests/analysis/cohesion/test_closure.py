"""Claims about how often those who share a contact are in contact, against counting the long way."""

from __future__ import annotations

from itertools import permutations

import networkx as nx
import pytest

from actormap.analysis.cohesion import closure


def opsahl(graph, actors):
    """Return the coefficient by walking every four-path, as Opsahl (2013) defines it."""
    paths = closed = 0
    for a, b, c in permutations(actors, 3):
        for v in set(graph[a]) & set(graph[b]):
            for w in (set(graph[b]) & set(graph[c])) - {v}:
                paths += 1
                closed += bool((set(graph[a]) & set(graph[c])) - {v, w})
    return closed / paths if paths else None


@pytest.mark.parametrize("seed", range(12))
def test_the_two_mode_coefficient_is_what_walking_every_four_path_gives(seed):
    graph = nx.bipartite.random_graph(6, 5, 0.25 + 0.05 * seed, seed=seed)
    found = closure.two_mode_clustering(nx.relabel_nodes(graph, str), [str(i) for i in range(6)])
    assert found == pytest.approx(opsahl(graph, range(6)))


def test_of_the_southern_women_it_is_what_walking_gives():
    women = nx.davis_southern_women_graph()
    assert closure.two_mode_clustering(women, women.graph["top"]) == pytest.approx(opsahl(women, women.graph["top"]))


def test_three_who_meet_two_and_two_are_closed_and_three_at_one_venue_make_no_path():
    pairs = nx.Graph(["av", "bv", "bw", "cw", "cu", "au"])
    assert closure.two_mode_clustering(pairs, "abc") == 1
    assert closure.two_mode_clustering(nx.Graph(["av", "bv", "bw", "cw"]), "abc") == 0
    assert closure.two_mode_clustering(nx.Graph(["av", "bv", "cv"]), "abc") is None


def test_zachary_has_the_clustering_that_igraph_finds():
    """igraph 1.0.0: transitivity_undirected .255682, transitivity_avglocal_undirected(mode="nan") .587931."""
    karate = nx.karate_club_graph()
    assert closure.transitivity(karate) == pytest.approx(0.255682, abs=5e-7)
    assert closure.mean_clustering(karate) == pytest.approx(0.587931, abs=5e-7)


def test_without_two_contacts_nothing_can_be_closed():
    assert closure.transitivity(nx.Graph(["ab"])) is closure.mean_clustering(nx.Graph(["ab"])) is None
