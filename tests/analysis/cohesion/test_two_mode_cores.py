"""Claims about (p, q)-cores, against looking at every set and against the cores of one number that networkx finds."""

from __future__ import annotations

from itertools import chain, combinations, product

import networkx as nx
import pytest

from actormap.analysis.cohesion import two_mode_cores
from actormap.errors import UsageError
from actormap.graph.attributes import ACTOR, SIDE
from tests.graphs import taking_part, two_mode, view

# a, b and c meet at v and w; d takes part in w, x and y, where nobody else but e is.
CIRCLES = taking_part({"v": "abc", "w": "abcd", "x": "de", "y": "de"})


def told(of, **options):
    return [
        (row["venues_each"], row["actors_each"], "".join(row["members"]), "".join(row["venues"]))
        for row in two_mode_cores.find(of, **options).rows
    ]


def the_long_way(graph, p, q):
    """Return the union of all sets in which each actor has p ties and each venue q."""
    sides = graph.nodes(data=SIDE)
    least = {node: p if side == ACTOR else q for node, side in sides}
    sets = chain.from_iterable(combinations(sorted(graph), size) for size in range(len(graph) + 1))
    fitting = (chosen for chosen in map(set, sets) if all(len(chosen & set(graph[node])) >= least[node] for node in chosen))
    return frozenset().union(*fitting)


def some(seed):
    graph = nx.relabel_nodes(nx.bipartite.random_graph(5, 5, 0.5, seed=seed), str)
    return two_mode(graph, [str(i) for i in range(5)])


@pytest.mark.parametrize("seed", range(12))
def test_a_core_is_the_union_of_all_sets_in_which_each_has_as_many_ties(seed):
    graph = some(seed).graph
    for p, q in product(range(1, 5), repeat=2):
        assert two_mode_cores.core(graph, p, q) == the_long_way(graph, p, q)


@pytest.mark.parametrize("seed", range(12))
def test_each_row_has_somebody_and_no_closer_core_has(seed):
    of = some(seed)
    there = {(p, q) for p, q in product(range(1, 7), repeat=2) if two_mode_cores.core(of.graph, p, q)}
    closest = {(p, q) for p, q in there if not {(p + 1, q), (p, q + 1)} & there}
    assert {(p, q) for p, q, _, _ in told(of)} == closest


def test_with_one_number_for_both_it_is_the_core_of_networkx():
    davis = nx.davis_southern_women_graph()
    graph = two_mode(davis, davis.graph["top"]).graph
    for k in range(1, 7):
        assert two_mode_cores.core(graph, k, k) == frozenset(nx.k_core(graph, k))


def test_cores_are_told_from_those_of_many_actors_to_those_of_many_venues():
    assert told(view(CIRCLES)) == [(1, 4, "abcd", "w"), (2, 3, "abc", "vw"), (3, 1, "d", "wxy")]


def test_who_is_there_is_told_by_name_and_in_how_many_parts():
    of = view(taking_part({"v": "ab", "w": "ab", "x": "cd", "y": "cd"}))
    (row,) = two_mode_cores.find(of).rows
    assert (row["size"], row["names"], row["venue_names"], row["parts"]) == (4, ["A", "B", "C", "D"], ["V", "W", "X", "Y"], 2)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"p": 2, "q": 2}, (2, 2, "abcde", "vwxy")),
        ({"p": 2}, (2, 3, "abc", "vw")),
        ({"q": 2}, (2, 2, "abcde", "vwxy")),
        ({"q": 3}, (2, 3, "abc", "vw")),
    ],
)
def test_one_that_is_asked_for_is_told_the_other_number_as_high_as_may_be(asked, found):
    assert told(view(CIRCLES), **asked) == [found]


def test_where_nobody_has_so_many_ties_that_is_said():
    of = two_mode_cores.find(view(CIRCLES), p=4)
    assert (of.rows, of.undefined) == ((), {"size": two_mode_cores.NO_CORE})
    assert two_mode_cores.find(view(taking_part({}))).rows == ()


def test_a_row_rests_on_the_memberships_within_the_core():
    of = view(CIRCLES)
    found = two_mode_cores.find(of, p=2, q=3)
    assert {(tie.source, tie.target) for tie in found.rests_on(found.rows[0], of)} == {(a, v) for a in "abc" for v in "vw"}


def test_a_view_of_one_mode_has_none():
    with pytest.raises(UsageError, match="one mode"):
        two_mode_cores.find(view(CIRCLES, "actors"))


@pytest.mark.parametrize("asked", [{"p": 0}, {"q": -1}])
def test_a_number_below_one_is_refused(asked):
    with pytest.raises(UsageError, match="no number of ties"):
        two_mode_cores.find(view(CIRCLES), **asked)
