"""Claims about who works closely together."""

from __future__ import annotations

import networkx as nx
import pytest

from actormap.analysis.cohesion import communities
from tests.graphs import actor, network, one_mode, snapshot, taking_part, tie, two_mode, view

TWO_CIRCLES = {"v": "abc", "w": "abc", "x": "def", "y": "defa"}


def test_two_circles_that_share_one_member_are_two_communities():
    found = communities.find(view(taking_part(TWO_CIRCLES))).membership()
    assert {found[name] for name in "bcvw"} != {found[name] for name in "defxy"}
    assert len(set(found.values())) == 2


def test_the_same_seed_gives_the_same_communities():
    of = view(taking_part(TWO_CIRCLES))
    assert communities.find(of, seed=3) == communities.find(of, seed=3)


def test_community_one_is_the_largest():
    found = communities.find(view(taking_part({"v": "ab", "w": "cdefg"})))
    assert found.membership()["w"] == 1
    assert found.modularity > 0


def test_without_ties_there_is_no_modularity():
    found = communities.find(view(taking_part({})))
    assert (found.rows, found.modularity) == ((), None)


def test_who_stands_in_no_view_joins_the_community_of_most_neighbours():
    nodes = [actor("r", "role"), actor("s", "role"), actor("lone", "group"), network("v"), network("w")]
    of = snapshot(nodes, tie("r", "contact_for", "v"), tie("s", "part_of", "r"))
    assert communities.spread({"v": 1, "w": 2}, of) == {"v": 1, "w": 2, "r": 1, "s": 1}


def test_two_clear_circles_are_found_whatever_the_seed():
    assert communities.find(view(taking_part({"v": "abcd", "w": "efgh"})), runs=5).stability == 1


def test_a_ring_without_circles_is_parted_otherwise_by_another_seed():
    found = communities.find(one_mode(nx.cycle_graph(30)), runs=10)
    assert found.stability < 1
    assert found.figures()["stability"] == found.stability


def test_one_seed_alone_says_nothing_of_stability():
    found = communities.find(view(taking_part(TWO_CIRCLES)), runs=1)
    assert found.stability is None
    assert "stays" not in found.rows[0]


def test_who_may_be_in_this_community_or_in_that_stays_less_than_always():
    assert all(0 < row["stays"] < 1 for row in communities.find(one_mode(nx.cycle_graph(30)), runs=10).rows)
    assert {row["stays"] for row in communities.find(one_mode(nx.connected_caveman_graph(4, 6))).rows} == {1}


def test_two_clear_circles_are_more_than_chance_and_a_random_network_is_not():
    clear = communities.find(one_mode(nx.connected_caveman_graph(4, 6)), random_networks=19)
    assert clear.modularity > clear.expected
    assert clear.upper == pytest.approx(1 / 20)
    assert communities.find(one_mode(nx.gnm_random_graph(20, 40, seed=3)), random_networks=19).upper > 1 / 20


def test_the_best_of_the_seeds_is_kept():
    ring = one_mode(nx.cycle_graph(30))
    every = [communities.find(ring, seed=seed, runs=1).modularity for seed in range(7, 17)]
    assert communities.find(ring, runs=10).modularity == max(every) > min(every)


GRAPHS = {
    "florentine": nx.florentine_families_graph,
    "kite": nx.krackhardt_kite_graph,
    "karate": nx.karate_club_graph,
    "les_miserables": nx.les_miserables_graph,
    "davis": nx.davis_southern_women_graph,
}
# The best of 20 runs of igraph 1.0.0, community_leiden("modularity", n_iterations=-1), without weights.
IGRAPH = {"florentine": 0.398750, "kite": 0.222222, "karate": 0.419790, "les_miserables": 0.560008, "davis": 0.336006}


@pytest.mark.parametrize("name", GRAPHS)
def test_modularity_is_never_below_the_best_of_igraphs_leiden(name):
    assert communities.find(one_mode(GRAPHS[name]())).modularity >= IGRAPH[name] - 5e-7


@pytest.mark.parametrize("name", GRAPHS)
def test_modularity_is_that_of_networkx(name):
    of = one_mode(GRAPHS[name]())
    found = communities.find(of)
    groups = [{node for node, number in found.membership().items() if number == each} for each in set(found.membership().values())]
    assert found.modularity == pytest.approx(nx.community.modularity(of.graph, groups))


def test_the_southern_women_part_as_well_as_the_best_known_by_barbers_modularity():
    """Liu & Murata 2010 (LPAb+) and Barber's adaptive BRIM: .34554."""
    women = nx.davis_southern_women_graph()
    assert communities.find(two_mode(women, women.graph["top"])).modularity == pytest.approx(0.34554, abs=5e-6)


def partitions(things):
    if not things:
        yield []
        return
    first, *others = things
    for of_others in partitions(others):
        for i, group in enumerate(of_others):
            yield [*of_others[:i], [first, *group], *of_others[i + 1 :]]
        yield [[first], *of_others]


def barber(graph, actors, groups):
    ties = graph.number_of_edges()
    pairs = ((a, v) for group in groups for a in group if a in actors for v in group if v not in actors)
    return sum((graph.has_edge(a, v) - graph.degree(a) * graph.degree(v) / ties) / ties for a, v in pairs)


@pytest.mark.parametrize("seed", range(6))
def test_no_way_to_part_a_small_two_mode_network_is_better(seed):
    graph = nx.bipartite.random_graph(4, 4, 0.5, seed=seed)
    actors = {node for node, about in graph.nodes(data=True) if not about["bipartite"]}
    best = max(barber(graph, actors, groups) for groups in partitions([node for node in graph if graph.degree(node)]))
    assert communities.find(two_mode(graph, actors)).modularity == pytest.approx(best)


def test_no_way_to_part_a_small_network_is_better():
    for graph in nx.graph_atlas_g()[100:1253:60]:
        if graph.number_of_edges():
            best = max(nx.community.modularity(graph, groups) for groups in partitions(list(graph)))
            assert communities.find(one_mode(graph)).modularity == pytest.approx(best)


def test_the_adjusted_rand_index_of_hubert_and_arabie():
    """Values of scikit-learn's documentation of adjusted_rand_score, and by hand."""
    assert communities.adjusted_rand([0, 0, 1, 1], [1, 1, 0, 0]) == 1
    assert communities.adjusted_rand([0, 0, 1, 2], [0, 0, 1, 1]) == pytest.approx(0.57, abs=5e-3)
    assert communities.adjusted_rand([0, 0, 1, 1], [0, 1, 0, 1]) == pytest.approx(-0.5)
    assert communities.adjusted_rand([0, 0, 0], [0, 0, 0]) == 1


def test_on_the_second_level_a_community_is_parted_again():
    graph = nx.connected_caveman_graph(12, 4)
    found = communities.find(one_mode(graph), resolution=0.2, levels=2)
    subs = {row["sub"] for row in found.rows}
    assert len(subs) >= len({row["community"] for row in found.rows})
    assert all(row["sub"].startswith(f"{row['community']}.") for row in found.rows)
    assert "sub" not in communities.find(one_mode(graph)).rows[0]
