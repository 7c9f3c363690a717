"""Claims about ties that nothing stands in for, and about what holds without any one node."""

from __future__ import annotations

import networkx as nx
import pytest

from actormap.analysis.cohesion import blocks, bridges
from tests.graphs import actor, one_mode, snapshot, taking_part, tie, view


@pytest.fixture
def two_triangles():
    return one_mode(nx.Graph(["ab", "ac", "bc", "cd", "de", "df", "ef"]))


def test_the_only_link_between_two_groups_is_a_bridge(two_triangles):
    assert bridges.find(two_triangles).pairs == (("c", "d"),)


def test_a_bridge_cuts_off_its_smaller_side():
    (row,) = bridges.find(one_mode(nx.Graph(["ab", "bc", "ac", "cd"]))).rows
    assert (row["a"], row["b"], row["cut_off"]) == ("c", "d", ["d"])


def test_a_bridge_names_its_ends_and_the_relationships_it_rests_on():
    ties = [tie("a", "member_of", "b"), tie("b", "part_of", "a")]
    (row,) = bridges.find(view(snapshot([actor("a"), actor("b")], *ties), "all")).rows
    assert (row["a_name"], row["b_name"]) == ("A", "B")
    assert row["ties"] == sorted(t.id for t in ties)


def test_what_splits_off_most_comes_first():
    found = bridges.find(one_mode(nx.path_graph("abcdef")))
    assert found.pairs[0] == ("c", "d")
    assert found.rows[0]["cut_off"] == ["d", "e", "f"]


def test_a_ring_has_no_bridge_and_is_one_block():
    ring = one_mode(nx.cycle_graph(5))
    assert bridges.find(ring).pairs == ()
    assert [row["size"] for row in blocks.find(ring).rows] == [5]


def test_two_triangles_and_a_bridge_are_three_blocks_held_by_two_cut_points(two_triangles):
    found = blocks.find(two_triangles)
    assert [row["members"] for row in found.rows] == [["a", "b", "c"], ["d", "e", "f"], ["c", "d"]]
    assert [row["cutpoints"] for row in found.rows] == [["c"], ["d"], ["c", "d"]]


def test_who_is_tied_to_nobody_is_in_no_block():
    assert blocks.find(view(taking_part({"v": "a"}), "actors")).rows == ()


def test_without_ties_there_is_neither_bridge_nor_block():
    empty = view(taking_part({}))
    assert (bridges.find(empty).rows, blocks.find(empty).rows) == ((), ())
    assert list(bridges.find(empty).to_frame().columns) == list(bridges.Bridges.header)
