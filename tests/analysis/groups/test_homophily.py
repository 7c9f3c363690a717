"""Claims about whether ties stay inside groups."""

from __future__ import annotations

from itertools import permutations
from operator import ge, le

import networkx as nx
import pytest

from actormap.analysis.groups import homophily
from actormap.model.records import Municipality
from tests.analysis.small import actors_view
from tests.graphs import actor, network, snapshot, taking_part, tie, view

TWO_CLIQUES = nx.compose(nx.complete_graph("abc"), nx.complete_graph("def"))
CLIQUES = actors_view(TWO_CLIQUES, {name: "school" if name in "abc" else "business" for name in "abcdef"})


def test_when_all_ties_stay_inside_the_index_is_minus_one():
    assert homophily.find(CLIQUES).index == -1


def test_when_all_ties_lead_out_the_index_is_one():
    pairs = actors_view(nx.Graph(["ad", "be", "cf"]), {name: "school" if name in "abc" else "business" for name in "abcdef"})
    assert homophily.find(pairs).index == 1


def test_each_group_has_its_own_index_and_a_tie_to_another_counts_for_both():
    graph = nx.Graph(["ab", "bc"])
    found = homophily.find(actors_view(graph, {"a": "school", "b": "school", "c": "business"}))
    told = [(row["group"], row["nodes"], row["internal"], row["external"], row["index"]) for row in found.rows]
    assert told == [("school", 2, 1, 1, 0), ("business", 1, 0, 1, 1)]
    assert found.index == 0


def test_the_expected_index_is_the_mean_over_all_ways_to_deal_the_groups():
    graph = nx.Graph(["ab", "bc", "cd", "be", "ef"])
    kinds = dict(zip("abcdef", ["school", "school", "school", "business", "business", "region"], strict=True))
    dealt = [dict(zip("abcdef", order, strict=True)) for order in set(permutations(kinds.values()))]
    indices = [1 - 2 * sum(one[a] == one[b] for a, b in graph.edges()) / 5 for one in dealt]
    assert homophily.find(actors_view(graph, kinds)).expected == pytest.approx(sum(indices) / len(indices))


def test_the_share_of_permutations_as_low_is_near_the_exact_one():
    """Of the 20 ways to deal two groups of three to two triangles, 2 keep all ties inside."""
    found = homophily.find(CLIQUES, permutations=4000)
    assert found.lower == pytest.approx(2 / 20, abs=0.02)
    assert found.upper == 1
    assert found.p == 2 * found.lower


def test_the_same_seed_gives_the_same_test():
    assert homophily.find(CLIQUES, seed=3) == homophily.find(CLIQUES, seed=3)


def test_ties_to_somebody_of_unknown_group_are_left_out_and_counted():
    nodes = [actor("a", municipality="x"), actor("b", municipality="x"), actor("c"), actor("d", municipality="y"), network("v")]
    found = homophily.find(view(snapshot(nodes, *(tie(who, "member_of", "v") for who in "abcd")), "actors"), "municipality")
    assert (found.index, found.unknown) == (pytest.approx(1 / 3), 3)
    assert [row["group"] for row in found.rows] == ["x", "y"]


def test_with_one_group_nothing_can_lead_out_so_nothing_is_defined():
    found = homophily.find(actors_view(nx.complete_graph("abc")))
    assert (found.index, found.expected, found.p, found.undefined) == (None, None, None, {"index": "one_group"})
    assert [(row["internal"], row["index"], row["expected"], row["p"]) for row in found.rows] == [(3, None, None, None)]


def test_each_group_has_its_own_expected_index_over_the_ways_to_deal_the_groups():
    graph = nx.Graph(["ab", "bc", "cd", "be", "ef"])
    kinds = dict(zip("abcdef", ["school", "school", "school", "business", "business", "region"], strict=True))
    dealt = [dict(zip("abcdef", order, strict=True)) for order in set(permutations(kinds.values()))]
    for row in homophily.find(actors_view(graph, kinds), permutations=20_000).rows:
        group, indices = row["group"], []
        for one in dealt:
            inside = sum(one[a] == one[b] == group for a, b in graph.edges())
            outside = sum((one[a] == group) != (one[b] == group) for a, b in graph.edges())
            indices += [(outside - inside) / (outside + inside)] if outside + inside else []
        as_low, as_high = ([sum(which(found, row["index"]) for found in indices) / len(indices)] for which in (le, ge))
        assert row["expected"] == pytest.approx(sum(indices) / len(indices), abs=0.02)
        assert row["p"] == pytest.approx(min(1, 2 * min(as_low[0], as_high[0])), abs=0.02)


def test_a_group_of_one_is_known_by_the_name_of_its_municipality():
    nodes = [Municipality(id="x", name="X"), Municipality(id="y", name="Y"), network("v")]
    found = homophily.find(view(snapshot(nodes, *(tie(who, "member_of", "v") for who in "xy")), "actors"), "municipality")
    assert [(row["group"], row["group_name"]) for row in found.rows] == [("x", "X"), ("y", "Y")]


def test_in_a_weighted_view_strengths_are_summed():
    of = taking_part({"v": "ab", "w": "ab", "x": "bc"})
    weighted = homophily.find(view(of, "actors", weighted=True))
    assert weighted.rows[0]["internal"] == pytest.approx(3)


def test_without_ties_there_is_no_index():
    for of in (taking_part({}), taking_part({"v": "a"})):
        found = homophily.find(view(of, "actors"))
        assert (found.index, found.p, found.undefined) == (None, None, {"index": "no_ties"})


def test_a_group_without_ties_has_no_index_and_the_reason_is_told_beside_the_others():
    found = homophily.find(
        actors_view(nx.compose(nx.Graph(["ab"]), nx.empty_graph(["c"])), {"a": "school", "b": "school", "c": "business"})
    )
    assert [(row["group"], row["index"]) for row in found.rows] == [("school", -1), ("business", None)]
    assert (found.index, found.undefined) == (-1, {"index": "no_ties"})
    assert homophily.find(CLIQUES).undefined == {}


def test_groups_stand_by_size_and_then_by_name():
    found = homophily.find(actors_view(nx.Graph(["ab", "cd"]), {"a": "school", "b": "region", "c": "region", "d": "business"}))
    assert [row["group"] for row in found.rows] == ["region", "business", "school"]


def test_a_group_rests_on_its_own_ties_and_not_on_those_to_somebody_of_unknown_group():
    where = {"a": "x", "b": "x", "c": "y", "e": "y", "0": None, "z": None}
    nodes = [actor(name, municipality=town) for name, town in where.items()]
    of = view(snapshot(nodes, *(tie(one, "member_of", other) for one, other in ("ab", "ca", "ec", "0b", "za"))), "all")
    found = homophily.find(of, "municipality")
    rests = {row["group"]: sorted(each.source for each in found.rests_on(row, of)) for row in found.rows}
    assert rests == {"x": ["a", "c"], "y": ["c", "e"]}
    assert (found.unknown, found.index) == (2, pytest.approx(-1 / 3))
