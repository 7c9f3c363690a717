"""Claims about constraint and effective size."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.analysis.centrality import measures
from tests.graphs import one_mode, taking_part, view

EGO = one_mode(nx.Graph(["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"]))
MEETINGS = st.dictionaries(st.sampled_from("vwxyz"), st.text("abcdef", min_size=1, max_size=6), min_size=1, max_size=5)


@pytest.mark.parametrize(("who", "expected"), [("G", 4.67), ("A", 2.50), ("C", 1)])
def test_effective_size_in_the_ego_example_of_borgatti_1997(who, expected):
    """Borgatti 1997, Structural holes: unpacking Burt's redundancy measures; values of the networkx tests, checked with UCINET."""
    assert measures.effective_size(EGO)[who] == pytest.approx(expected, abs=5e-3)


@pytest.mark.parametrize(("who", "expected"), [("G", 0.400), ("A", 0.595), ("C", 1)])
def test_constraint_in_the_ego_example_of_borgatti_1997(who, expected):
    """Same source as effective size."""
    assert measures.constraint(EGO)[who] == pytest.approx(expected, abs=5e-4)


def test_the_hub_of_a_star_with_four_leaves_has_constraint_a_quarter():
    """By hand: four contacts, (1/4)² each, and no detours."""
    assert measures.constraint(one_mode(nx.star_graph(4)))["0"] == pytest.approx(0.25)


def test_on_the_two_mode_view_they_are_those_of_the_actors_view():
    of = taking_part({"v": "abc", "w": "cd", "x": "e"})
    for measure in (measures.constraint, measures.effective_size):
        two, one = measure(view(of)), measure(view(of, "actors"))
        assert {actor: two[actor] for actor in "abcde"} == pytest.approx(one)
        assert [two[venue] for venue in "vwx"] == [None] * 3
        assert two.reasons == {"e": "no_contact", "v": "venue", "w": "venue", "x": "venue"}


def test_they_are_never_one_over_the_degree_of_the_two_mode_graph():
    of = view(taking_part({"v": "abc", "w": "abc"}))
    assert measures.constraint(of)["a"] == pytest.approx(2 * (1 / 2 + 1 / 4) ** 2)
    assert measures.effective_size(of)["a"] == pytest.approx(1)


@given(MEETINGS)
def test_a_weight_is_the_strength_that_networkx_takes_it_for(venues):
    """Asked for named nodes networkx goes by Burt's formula; for all at once 3.6.1 divides by the strongest tie of the wrong node."""
    of = view(taking_part(venues), "actors", weighted=True)
    tied = [node for node in of.graph if of.graph[node]]
    constraint = nx.constraint(of.graph, tied, weight="weight")
    size = nx.effective_size(of.graph, tied, weight="weight")
    assert {node: value for node, value in measures.constraint(of).items() if value is not None} == pytest.approx(constraint)
    assert {node: value for node, value in measures.effective_size(of).items() if value is not None} == pytest.approx(size)


def test_strong_ties_constrain_more_than_weak_ones():
    of = taking_part({"v": "ab", "w": "ab", "x": "ac"})
    even, uneven = (measures.constraint(view(of, "actors", weighted=weighted))["a"] for weighted in (False, True))
    assert (even, uneven) == (pytest.approx(1 / 4 + 1 / 4), pytest.approx(4 / 9 + 1 / 9))
