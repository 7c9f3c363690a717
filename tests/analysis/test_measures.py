"""Claims about the measures: reference values, brute force, and what happens at the edges."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from actormap.analysis import measures
from actormap.errors import UnknownName
from tests.graphs import one_mode, taking_part, two_mode, view

DAVIS = nx.davis_southern_women_graph()
WOMEN = DAVIS.graph["top"]
MEETINGS = st.dictionaries(st.sampled_from("vwxyz"), st.text("abcdef", min_size=1, max_size=6), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Evelyn_Jefferson", 42.9802), ("Laura_Mandeville", 22.8541), ("Theresa_Anderson", 38.9796), ("Brenda_Rogers", 22.0215),
        ("Charlotte_McDowd", 4.7153), ("E12", 8.1786), ("E13", 1.0128), ("E14", 1.0128),
    ],
)  # fmt: skip
def test_betweenness_of_the_southern_women_is_that_of_netrics(who, expected):
    """Davis, Gardner & Gardner 1941, raw; values of the netrics tests."""
    assert measures.betweenness(two_mode(DAVIS, WOMEN), normalised=False)[who] == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("who", "expected"), [("Evelyn_Jefferson", 0.5714), ("Theresa_Anderson", 0.5714), ("Nora_Fayette", 0.5714), ("E8", 0.7778)]
)
def test_two_mode_degree_of_the_southern_women_is_that_of_netrics_and_networkx(who, expected):
    assert measures.degree(two_mode(DAVIS, WOMEN))[who] == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(("family", "expected"), [("Medici", 47.5), ("Guadagni", 23.17), ("Albizzi", 19.33)])
def test_betweenness_of_the_florentine_families(family, expected):
    """Padgett & Ansell 1993, marriage; values computed, see METHODS."""
    found = measures.betweenness(one_mode(nx.florentine_families_graph()), normalised=False)
    assert found[family] == pytest.approx(expected, abs=5e-3)


def test_the_kite_has_three_leaders():
    """Krackhardt 1990: degree, closeness and betweenness each point at somebody else."""
    kite = one_mode(nx.krackhardt_kite_graph())
    degree, closeness = measures.degree(kite, normalised=False), measures.closeness(kite)
    between = measures.betweenness(kite, normalised=False)
    assert max(degree, key=degree.get) == "3"
    assert degree["3"] == 6
    assert closeness["5"] == closeness["6"] == max(closeness.values()) == pytest.approx(0.643, abs=5e-4)
    assert max(between, key=between.get) == "7"
    assert between["7"] == pytest.approx(14.0)


@given(MEETINGS)
def test_two_mode_scores_are_those_of_networkx_bipartite(venues):
    of = view(taking_part(venues))
    actors = of.actors
    assert measures.degree(of) == pytest.approx(bipartite.degree_centrality(of.graph, actors))
    assert measures.closeness(of) == pytest.approx(bipartite.closeness_centrality(of.graph, actors))
    if len(actors) > 1 and len(of.venues) > 1:
        assert measures.betweenness(of) == pytest.approx(bipartite.betweenness_centrality(of.graph, actors))


@given(MEETINGS)
def test_the_sum_of_raw_degrees_counts_every_tie_twice(venues):
    of = view(taking_part(venues))
    assert sum(measures.degree(of, normalised=False).values()) == 2 * of.graph.number_of_edges()


@given(MEETINGS)
def test_pagerank_sums_to_one(venues):
    assert sum(measures.pagerank(view(taking_part(venues))).values()) == pytest.approx(1)


@given(MEETINGS, st.permutations("abcdef"))
@pytest.mark.parametrize("name", sorted(measures.MEASURES))
def test_names_do_not_change_scores(name, venues, order):
    renamed = {venue: "".join(order["abcdef".index(who)] for who in names) for venue, names in venues.items()}
    score = measures.measure(name).score
    before, after = score(view(taking_part(venues)), True), score(view(taking_part(renamed)), True)
    for who in set("".join(venues.values())):
        assert after[order["abcdef".index(who)]] == pytest.approx(before[who])


def test_harmonic_counts_each_other_by_how_near_it_is():
    scores = measures.harmonic(view(taking_part({"v": "ab", "w": "b"})))
    assert scores["a"] == pytest.approx((1 + 1 / 2 + 1 / 3) / 3)


def test_closeness_without_normalisation_is_one_over_the_sum_of_distances():
    assert measures.closeness(view(taking_part({"v": "ab", "w": "b"})), normalised=False)["a"] == pytest.approx(1 / (1 + 2 + 3))


def test_a_weight_is_a_strength_so_strong_ties_are_short():
    of = view(taking_part({"v": "abc", "w": "ab"}), "actors", weighted=True)
    assert measures.degree(of)["a"] == pytest.approx(1.5 + 0.5)
    assert measures.harmonic(of, normalised=False)["c"] == pytest.approx(0.5 + 0.5)


def test_nothing_can_lie_between_two_nodes_so_it_is_not_defined():
    assert measures.betweenness(view(taking_part({"v": "a"}))) == {"a": None, "v": None}
    assert measures.betweenness(view(taking_part({"v": "ab"}), "actors")) == {"a": None, "b": None}


def test_one_node_alone_has_no_degree_no_closeness_and_no_harmonic_centrality():
    alone = view(taking_part({"v": "a"}), "actors")
    assert measures.degree(alone) == measures.closeness(alone) == measures.harmonic(alone) == {"a": None}


@pytest.mark.parametrize("name", sorted(measures.MEASURES))
def test_an_empty_view_has_no_scores(name):
    assert measures.measure(name).score(view(taking_part({})), True) == {}


def test_hyphens_and_capitals_in_the_name_of_a_measure_do_not_matter():
    assert measures.measure("PageRank").name == "pagerank"
    with pytest.raises(UnknownName, match='Did you mean "betweenness"'):
        measures.measure("between-ness-")
