"""Claims about distances in steps: those of networkx, whichever sources are asked for and however many at a time."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from actormap.graph import distances
from actormap.graph.distances import Ground
from tests.graphs import one_mode

PATH = nx.path_graph(5)
APART = nx.disjoint_union(nx.cycle_graph(5), nx.star_graph(3))


def ground(graph):
    return Ground.of(one_mode(graph))


def expected(graph):
    """Return the distances in the order of the view, infinite where no path leads."""
    of = one_mode(graph)
    lengths = dict(nx.all_pairs_shortest_path_length(of.graph))
    return np.array([[lengths[one].get(other, np.inf) for other in of.graph] for one in of.graph], dtype=float)


@pytest.mark.parametrize("block", [1, 2, 64])
@pytest.mark.parametrize("graph", [PATH, APART, nx.empty_graph(1)])
def test_a_distance_is_the_least_number_of_steps_and_infinite_where_no_path_leads(graph, block, monkeypatch):
    monkeypatch.setattr(distances, "BLOCK", block)
    assert (ground(graph).distances() == expected(graph)).all()


def test_a_row_belongs_to_the_source_that_was_asked_for():
    assert ground(PATH).distances(np.array([4, 1])).tolist() == [[4, 3, 2, 1, 0], [1, 0, 1, 2, 3]]


def test_more_sources_than_a_word_has_bits_are_each_told_apart():
    graph = nx.path_graph(70)
    assert (ground(graph).distances() == expected(graph)).all()


@pytest.mark.parametrize("block", [1, 2, 64])
def test_each_distance_is_told_with_how_many_are_just_so_far(block, monkeypatch):
    monkeypatch.setattr(distances, "BLOCK", block)
    found = {}
    for steps, counts in ground(PATH).counts():
        found[steps] = found.get(steps, 0) + counts[0]
    assert {steps: counts.tolist() for steps, counts in found.items()} == {
        1: [1, 2, 2, 2, 1], 2: [1, 1, 2, 1, 1], 3: [1, 1, 0, 1, 1], 4: [1, 0, 0, 0, 1],
    }  # fmt: skip


def test_who_is_gone_is_neither_reached_nor_passed_case_by_case():
    gone = np.array([[False, False, True, False, False], [True, False, False, False, False]])
    told = {steps: counts.tolist() for steps, counts in ground(PATH).counts(gone)}
    assert told == {
        1: [[1, 1, 0, 1, 1], [0, 1, 2, 2, 1]],
        2: [[0, 0, 0, 0, 0], [0, 1, 1, 1, 1]],
        3: [[0, 0, 0, 0, 0], [0, 1, 0, 0, 1]],
    }


def test_of_nothing_there_is_no_distance():
    assert list(Ground(()).counts()) == []
    assert Ground(()).distances().shape == (0, 0)
