"""Claims about how far a network has fallen apart, with the reference values."""

from __future__ import annotations

import networkx as nx
import pytest

from actormap.analysis.cohesion.fragmentation import distance_fragmentation, find, fragmentation
from actormap.errors import UnknownName
from tests.analysis.small import actors_view
from tests.graphs import one_mode, taking_part, view

PYNTACLE = one_mode(nx.Graph(["AB", "AC", "AF", "AG", "AH", "BC", "BD", "BE"]))
KITE = one_mode(nx.krackhardt_kite_graph())


@pytest.mark.parametrize(("gone", "expected"), [("3", 0), ("7", 0.3889), ("8", 0.2222)])
def test_fragmentation_of_the_kite_without_one_of_its_leaders(gone, expected):
    """Krackhardt 1990; values computed, see METHODS."""
    assert fragmentation(KITE, [gone]) == pytest.approx(expected, abs=5e-5)


def test_two_triangles_and_a_bridge_without_one_end_have_distance_fragmentation_of_six_tenths():
    """R, keyplayer::fragment."""
    of = one_mode(nx.Graph(["AB", "AC", "BC", "CD", "DE", "DF", "EF"]))
    assert distance_fragmentation(of, ["C"]) == pytest.approx(0.6)


def test_the_eight_nodes_of_pyntacle_before_and_after_the_removal_of_two():
    """pyntacle's test graph: .39286 before; without A and B nobody is connected."""
    assert distance_fragmentation(PYNTACLE) == pytest.approx(0.39286, abs=5e-6)
    assert fragmentation(PYNTACLE, "AB") == distance_fragmentation(PYNTACLE, "AB") == 1


def test_a_star_with_four_leaves_has_distance_fragmentation_of_three_tenths():
    """By hand: of 20 ordered pairs 8 are adjacent and 12 two steps apart, so 1 - (8 + 6)/20."""
    assert distance_fragmentation(one_mode(nx.star_graph(4))) == pytest.approx(0.3)


def test_all_adjacent_is_zero_and_nobody_connected_is_one():
    assert distance_fragmentation(one_mode(nx.complete_graph(4))) == 0
    assert fragmentation(view(taking_part({"v": "a", "w": "b"}), "actors")) == 1


def test_fewer_than_two_left_have_no_fragmentation():
    of = view(taking_part({"v": "ab"}), "actors")
    assert fragmentation(of, ["a"]) is None
    assert distance_fragmentation(view(taking_part({}))) is None
    assert find(of, ["a"]).undefined == {"fragmentation": "too_few_left", "distance_fragmentation": "too_few_left"}


def test_before_and_after_stand_side_by_side():
    before, after = find(PYNTACLE, "BA").rows
    assert (before["removed"], before["nodes"], after["removed"], after["nodes"]) == ([], 8, ["A", "B"], 6)
    assert after["distance_fragmentation"] == 1
    assert "undefined" not in find(PYNTACLE).to_dict()


def test_steps_count_whatever_the_weights():
    of = taking_part({"v": "ab", "w": "ab", "x": "bc"})
    assert distance_fragmentation(view(of, "actors", weighted=True)) == distance_fragmentation(view(of, "actors"))


def test_more_nodes_than_one_search_takes_at_once_are_all_counted(monkeypatch):
    whole = distance_fragmentation(KITE, ["3"])
    monkeypatch.setattr("actormap.graph.distances.BLOCK", 4)
    assert distance_fragmentation(KITE, ["3"]) == pytest.approx(whole)


def test_another_who_is_alone_leaves_the_sum_over_pairs_as_it_was():
    graph = nx.krackhardt_kite_graph()
    connected = 1 - distance_fragmentation(actors_view(graph))
    graph.add_node("lone")
    assert 1 - distance_fragmentation(actors_view(graph)) == pytest.approx(connected * 10 * 9 / (11 * 10))


def test_who_is_not_in_the_view_cannot_be_removed():
    with pytest.raises(UnknownName, match="node of the view"):
        fragmentation(KITE, ["nobody"])
