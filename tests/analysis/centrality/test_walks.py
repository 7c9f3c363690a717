"""Claims about eigenvector and Katz."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from actormap.analysis.centrality import measures, walks
from tests.analysis.small import actors_view
from tests.graphs import one_mode, taking_part, two_mode, view

DAVIS = nx.davis_southern_women_graph()
WOMEN = DAVIS.graph["top"]


def test_the_centre_of_a_star_has_the_greatest_eigenvector_score_there_is():
    """Ruhnau 2000: with length one no node exceeds the root of one half, and only the centre of a star reaches it."""
    star = one_mode(nx.star_graph(5))
    assert measures.eigenvector(star, normalised=False)["0"] == pytest.approx(0.5**0.5)
    assert measures.eigenvector(star)["0"] == pytest.approx(1)


def test_two_mode_eigenvector_scores_are_the_singular_vectors_of_who_met_where():
    """Bonacich 1991, Faust 1997: women by the events they attend, events by the women they gather."""
    of = two_mode(DAVIS, WOMEN)
    matrix = np.array([[of.graph.has_edge(woman, event) for event in of.venues] for woman in of.actors], dtype=float)
    women, _, events = np.linalg.svd(matrix)
    scores = measures.eigenvector(of)
    assert [scores[woman] for woman in of.actors] == pytest.approx(np.abs(women[:, 0]))
    assert [scores[event] for event in of.venues] == pytest.approx(np.abs(events[0]))


def test_outside_the_largest_part_eigenvector_is_not_defined():
    scores = measures.eigenvector(view(taking_part({"v": "abc", "w": "de"})))
    assert scores["a"] == pytest.approx(scores["b"])
    assert scores.reasons == dict.fromkeys("dew", "not_in_largest_part")


def test_of_two_largest_parts_neither_is_preferred():
    scores = measures.eigenvector(view(taking_part({"v": "ab", "w": "cd"})))
    assert set(scores.values()) == {None}
    assert set(scores.reasons.values()) == {"several_largest_parts"}


def test_without_ties_there_is_neither_eigenvector_nor_katz():
    of = view(taking_part({"v": "a", "w": "b"}), "actors")
    for measure in (measures.eigenvector, measures.katz):
        assert measure(of) == {"a": None, "b": None}
        assert measure(of).reasons == {"a": "no_ties", "b": "no_ties"}


def test_a_node_without_ties_has_the_walk_of_no_step_only():
    scores = measures.katz(actors_view(lone()), normalised=False)
    assert scores["c"] == 1
    assert scores["a"] == pytest.approx(1 / (1 - 0.9))


def lone():
    graph = nx.Graph([("a", "b")])
    graph.add_node("c")
    return graph


def test_large_parts_have_the_scores_of_small_ones(monkeypatch):
    graph = one_mode(nx.les_miserables_graph())
    dense = measures.eigenvector(graph), measures.katz(graph)
    monkeypatch.setattr(walks, "DENSE", 3)
    assert measures.eigenvector(graph) == pytest.approx(dense[0])
    assert measures.katz(graph) == pytest.approx(dense[1])


def test_in_a_weighted_view_strong_ties_count_for_more():
    of = taking_part({"v": "ab", "w": "ab", "x": "bc"})
    even, uneven = (measures.eigenvector(view(of, "actors", weighted=weighted)) for weighted in (False, True))
    assert even["a"] == pytest.approx(even["c"])
    assert uneven["a"] > uneven["c"]
