"""Claims about a whole network in figures, against networkx and by hand."""

from __future__ import annotations

import networkx as nx
import pytest

from actormap.analysis.cohesion import figures
from tests.analysis.small import some_of_size
from tests.graphs import actor, one_mode, snapshot, tie, two_mode, view

WOMEN = nx.davis_southern_women_graph()
DAVIS = two_mode(WOMEN, WOMEN.graph["top"])


def test_density_is_that_of_networkx():
    assert figures.density(one_mode(nx.karate_club_graph()).graph, two_mode=False) == pytest.approx(nx.density(nx.karate_club_graph()))
    assert figures.density(DAVIS.graph, two_mode=True) == pytest.approx(nx.bipartite.density(WOMEN, WOMEN.graph["top"]))


def test_a_star_is_fully_centralised_and_a_ring_not_at_all():
    assert figures.centralisation(one_mode(nx.star_graph(5)).graph, two_mode=False) == 1
    assert figures.centralisation(one_mode(nx.cycle_graph(6)).graph, two_mode=False) == 0


def test_zachary_is_centralised_as_igraph_says():
    """igraph 1.0.0 and Freeman's formula: (34 x 17 - 156) / (33 x 32) = .399621."""
    assert figures.centralisation(one_mode(nx.karate_club_graph()).graph, two_mode=False) == pytest.approx(0.399621, abs=5e-7)


def test_one_who_is_everywhere_among_those_who_are_so_once_is_fully_central():
    of = two_mode(nx.Graph(["av", "aw", "ax", "bv", "cw", "dx"]), "abcd").graph
    assert figures.centralisation(of, two_mode=True) == 1


@pytest.mark.parametrize("nodes", range(7))
def test_path_lengths_are_those_of_networkx(nodes):
    for small in some_of_size(nodes):
        steps = [d for a, around in small.distances.items() for b, d in around.items() if a != b]
        assert figures.path_lengths(small.graph) == ((sum(steps) / len(steps), max(steps)) if steps else (None, None))


@pytest.mark.parametrize("make", [nx.karate_club_graph, nx.les_miserables_graph, nx.florentine_families_graph])
def test_assortativity_is_that_of_networkx(make):
    of = one_mode(make()).graph
    assert figures.assortativity(of, two_mode=False) == pytest.approx(nx.degree_assortativity_coefficient(make()))


def test_a_ring_has_no_assortativity():
    assert figures.assortativity(one_mode(nx.cycle_graph(5)).graph, two_mode=False) is None


def test_reciprocity_is_that_of_networkx():
    directed = nx.gnp_random_graph(9, 0.3, seed=4, directed=True)
    ties = [tie(str(a), "member_of", str(b)) for a, b in directed.edges()]
    of = view(snapshot([actor(str(node)) for node in directed], *ties), "all")
    assert figures.reciprocity(tuple(of.arcs)) == pytest.approx(nx.overall_reciprocity(directed))
    assert figures.reciprocity(tuple(DAVIS.arcs)) is None


def test_all_ties_within_are_minus_one_and_half_of_them_nothing():
    pairs = nx.Graph([("a", "b"), ("c", "d")])
    assert figures.inwardness(pairs, dict(zip("abcd", "xxyy", strict=True))) == -1
    assert figures.inwardness(pairs, dict(zip("abcd", "xxxy", strict=True))) == 0
    assert figures.inwardness(pairs, dict.fromkeys("abcd")) is None
