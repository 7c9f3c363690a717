"""Claims about the measures: reference values, brute force, and what happens at the edges."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import combinations, pairwise, permutations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from actormap.analysis.centrality import measures, paths
from actormap.errors import UnknownName
from actormap.i18n import LANGUAGES, Texts
from tests.graphs import actor, one_mode, snapshot, taking_part, tie, two_mode, view

DAVIS = nx.davis_southern_women_graph()
WOMEN = DAVIS.graph["top"]
MEETINGS = st.dictionaries(st.sampled_from("vwxyz"), st.text("abcdef", min_size=1, max_size=6), min_size=1, max_size=5)
every_measure = settings(max_examples=30)  # each example is asked of all of them


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


@settings(max_examples=40)
@given(MEETINGS)
def test_pagerank_sums_to_one(venues):
    assert sum(measures.pagerank(view(taking_part(venues))).values()) == pytest.approx(1)


def given_other_names(venues, order):
    return {venue: "".join(order["abcdef".index(who)] for who in names) for venue, names in venues.items()}


@every_measure
@given(MEETINGS, st.permutations("abcdef"))
def test_names_do_not_change_scores(venues, order):
    of, renamed = (view(taking_part(meetings)) for meetings in (venues, given_other_names(venues, order)))
    for measure in measures.MEASURES.values():
        before, after = measure.score(of, True), measure.score(renamed, True)
        for who in set("".join(venues.values())):
            assert after[order["abcdef".index(who)]] == pytest.approx(before[who]), measure.name


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


def scored_views():
    """Return small views of each kind, by what tells them apart."""
    meetings = ({}, {"v": "a"}, {"v": "a", "w": "b"}, {"v": "ab", "w": "c"}, {"v": "abc", "w": "cd", "x": "ef"})
    kinds = (("affiliation", False), ("actors", False), ("actors", True))
    return {(kind, repr(venues)): view(taking_part(venues), kind[0], weighted=kind[1]) for kind in kinds for venues in meetings}


@pytest.mark.parametrize("name", sorted(measures.MEASURES))
def test_every_node_has_a_finite_score_or_none_with_a_reason(name):
    for told, of in scored_views().items():
        for normalised in (True, False):
            scores = measures.measure(name).score(of, normalised)
            assert list(scores) == list(of.graph), (told, normalised)
            assert all(score is None or math.isfinite(score) for score in scores.values()), (told, normalised)
            assert set(scores.reasons) == {node for node, score in scores.items() if score is None}, (told, normalised)
            for lang in LANGUAGES:
                assert all(Texts.load(lang)(f"undefined.{reason}") for reason in scores.reasons.values()), (told, normalised)


OF_THEIR_OWN = ("degree", "betweenness", "closeness", "harmonic", "eigenvector", "katz", "k_core", "constraint", "effective_size")


@every_measure
@given(MEETINGS, st.booleans())
def test_one_more_who_is_alone_changes_no_raw_score(venues, weighted):
    of, more = (view(taking_part(meetings), "actors", weighted=weighted) for meetings in (venues, {**venues, "lone": "q"}))
    for name in OF_THEIR_OWN:
        before, after = (measures.measure(name).score(one, False) for one in (of, more))
        assert {node: after[node] for node in before} == pytest.approx(before), name
        assert after["q"] in (None, 0, 1), name


@every_measure
@given(MEETINGS)
def test_one_more_who_is_alone_is_one_more_to_be_compared_with(venues):
    of, more = (view(taking_part(meetings), "actors") for meetings in (venues, {**venues, "lone": "q"}))
    n = of.graph.number_of_nodes()
    for name in ("degree", "harmonic"):
        before, after = (measures.measure(name).score(one, True) for one in (of, more))
        for node, score in before.items():
            assert after[node] == pytest.approx((score or 0) * (n - 1) / n), name


@every_measure
@given(MEETINGS, st.permutations("abcdef"))
def test_names_do_not_change_weighted_scores(venues, order):
    of, renamed = (view(taking_part(v), "actors", weighted=True) for v in (venues, given_other_names(venues, order)))
    for measure in measures.MEASURES.values():
        before, after = measure.score(of, True), measure.score(renamed, True)
        for who, score in before.items():
            assert after[order["abcdef".index(who)]] == pytest.approx(score), measure.name


def exact_betweenness(venues):
    """Every path looked at, its length an exact fraction."""
    people = sorted(set("".join(venues.values())))
    meetings = [set(names) for names in venues.values()]
    strength = {(a, b): sum(Fraction(1, len(there) - 1) for there in meetings if {a, b} <= there) for a, b in permutations(people, 2)}
    through = dict.fromkeys(people, Fraction(0))
    for a, b in combinations(people, 2):
        others = [who for who in people if who not in (a, b)]
        ways = [(a, *middle, b) for size in range(len(others) + 1) for middle in permutations(others, size)]
        lengths = {way: sum(1 / strength[pair] for pair in pairwise(way)) for way in ways if all(strength[p] for p in pairwise(way))}
        shortest = [way for way, length in lengths.items() if length == min(lengths.values())]
        for who in others:
            through[who] += Fraction(sum(who in way for way in shortest), len(shortest) or 1)
    return {who: float(value) for who, value in through.items()}


@given(st.dictionaries(st.sampled_from("uvwxyz"), st.text("abcde", min_size=1, max_size=5), min_size=1, max_size=6))
def test_weighted_betweenness_is_that_of_every_path_measured_exactly(venues):
    of = view(taking_part(venues), "actors", weighted=True)
    assert measures.betweenness(of, normalised=False) == pytest.approx(exact_betweenness(venues))


def test_paths_of_equal_length_share_whatever_the_order_of_adding_up():
    """Six tenths by two roads: .1 + .2 + .3 is not .6 bit by bit, and networkx lets the other road take all."""
    graph = nx.Graph()
    for a, b, distance in [("a", "b", 0.1), ("b", "c", 0.2), ("c", "e", 0.3), ("a", "d", 0.3), ("d", "e", 0.3)]:
        graph.add_edge(a, b, distance=distance)
    found = dict(zip(graph, paths._between_by_distance(graph).tolist(), strict=True))
    assert found["b"] == pytest.approx(1 + 1 / 2 + 1 / 2)
    assert nx.betweenness_centrality(graph, normalized=False, weight="distance")["b"] != pytest.approx(found["b"])


def test_several_relationships_between_two_are_one_tie():
    once = view(snapshot([actor("a"), actor("b")], tie("a", "member_of", "b")), "all")
    twice = view(snapshot([actor("a"), actor("b")], tie("a", "member_of", "b"), tie("a", "part_of", "b")), "all")
    for measure in measures.MEASURES.values():
        assert measure.score(once, True) == pytest.approx(measure.score(twice, True))


def test_core_numbers_count_ties_among_those_who_have_as_many():
    of = one_mode(nx.Graph(["ab", "ac", "bc", "cd", "de"]))
    assert measures.k_core(of) == {"a": 2, "b": 2, "c": 2, "d": 1, "e": 1}


def test_a_relationship_of_a_node_with_itself_is_no_tie():
    nodes, ties = [actor("a"), actor("b"), actor("c")], [tie("a", "member_of", "b"), tie("a", "part_of", "a"), tie("c", "part_of", "c")]
    with_loops, without = view(snapshot(nodes, *ties), "all"), view(snapshot(nodes, ties[0]), "all")
    assert (with_loops.isolates, with_loops.left_out) == (("c",), {"relationship to itself": 2})
    for measure in measures.MEASURES.values():
        assert measure.score(with_loops, True) == pytest.approx(measure.score(without, True))
