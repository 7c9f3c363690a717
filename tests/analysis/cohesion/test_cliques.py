"""Claims about who all meet each other, against looking at every set."""

from __future__ import annotations

from itertools import chain, combinations

import networkx as nx
import pytest

from actormap.analysis.cohesion import cliques
from tests.analysis.small import some_of_size
from tests.graphs import taking_part, two_mode, view


def largest(sets):
    return {each for each in sets if not any(each < other for other in sets)}


def subsets(things, least):
    things = sorted(things)
    return map(frozenset, chain.from_iterable(combinations(things, size) for size in range(least, len(things) + 1)))


@pytest.mark.parametrize("nodes", range(7))
def test_cliques_are_the_largest_sets_of_whom_all_are_tied(nodes):
    for small in some_of_size(nodes):
        every = {each for each in subsets(small.graph, 2) if all(small.graph.has_edge(a, b) for a, b in combinations(each, 2))}
        assert {frozenset(row["members"]) for row in cliques.find(small.view, least=2).rows} == largest(every)


@pytest.mark.parametrize("seed", range(8))
def test_bicliques_are_the_largest_sets_at_all_of_the_same_two_venues_or_more(seed):
    graph = nx.relabel_nodes(nx.bipartite.random_graph(6, 5, 0.6, seed=seed), str)
    actors = [str(i) for i in range(6)]
    shared = {each: frozenset.intersection(*(frozenset(graph[one]) for one in each)) for each in subsets(actors, 2)}
    # Closed: whoever is at all of these venues is among them.
    every = {
        (each, at) for each, at in shared.items() if len(at) > 1 and all(other in each or not at <= set(graph[other]) for other in actors)
    }
    found = cliques.find(two_mode(graph, actors), least=2)
    assert {(frozenset(row["members"]), frozenset(row["venues"])) for row in found.rows} == every


def test_the_largest_comes_first():
    found = cliques.find(view(taking_part({"v": "abcd", "w": "abc", "x": "ab"})), least=2)
    assert [(row["members"], row["venues"]) for row in found.rows] == [(["a", "b", "c"], ["v", "w"]), (["a", "b"], ["v", "w", "x"])]


def test_where_there_are_more_than_were_looked_through_it_is_said():
    found = cliques.find(two_mode(nx.complete_bipartite_graph(4, 4), range(4)), least=2, most=1)
    assert (len(found.rows), found.more) == (1, False)
    many = cliques.find(view(taking_part({"v": "abcd", "w": "abc", "x": "ab"})), least=2, most=1)
    assert (len(many.rows), many.more) == (1, True)


def test_a_row_rests_on_the_memberships_of_its_venues():
    of = view(taking_part({"v": "ab", "w": "ab", "x": "ac"}))
    found = cliques.find(of, least=2)
    assert {(each.source, each.target) for each in found.rests_on(found.rows[0], of)} == {(a, v) for a in "ab" for v in "vw"}
