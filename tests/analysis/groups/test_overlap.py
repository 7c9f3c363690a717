"""Claims about what networks have in common."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from actormap.analysis.groups import overlap
from tests.graphs import actor, network, snapshot, taking_part, tie, view


def test_members_of_both_are_counted_and_named():
    (row,) = overlap.find(view(taking_part({"v": "abc", "w": "bcde"}))).rows
    assert (row["a"], row["b"], row["members_a"], row["members_b"], row["common"]) == ("v", "w", 3, 4, 2)
    assert row["jaccard"] == pytest.approx(2 / 5)
    assert row["shared"] == ["b", "c"]


def test_every_two_networks_are_compared_the_most_alike_first():
    rows = overlap.find(view(taking_part({"v": "ab", "w": "bc", "x": "cb"}))).rows
    assert [(row["a"], row["b"], row["common"]) for row in rows] == [("w", "x", 2), ("v", "w", 1), ("v", "x", 1)]


def test_to_own_a_network_is_not_to_be_a_member_but_to_be_represented_is():
    ties = [tie("a", "owns", "v"), tie("a", "represented_in", "w"), tie("b", "member_of", "v"), tie("b", "member_of", "w")]
    (row,) = overlap.find(view(snapshot([actor("a"), actor("b"), network("v"), network("w")], *ties))).rows
    assert (row["members_a"], row["members_b"], row["shared"]) == (1, 2, ["b"])


def test_a_unit_is_a_member_as_the_organisation_it_is_part_of():
    ties = [tie("u", "part_of", "a"), tie("u", "member_of", "v"), tie("a", "member_of", "w")]
    (row,) = overlap.find(view(snapshot([actor("a"), actor("u", "unit"), network("v"), network("w")], *ties))).rows
    assert row["shared"] == ["a"]


def test_a_network_without_members_is_named_and_compared_with_none():
    found = overlap.find(view(snapshot([actor("a"), network("v"), network("w")], tie("a", "member_of", "v"))))
    assert (found.rows, found.memberless) == ((), ("w",))
    assert list(found.to_frame().columns) == list(overlap.Overlap.header)


def test_equally_alike_networks_stand_by_how_many_they_share_and_then_by_name():
    of = taking_part({"v": "a", "w": "a", "x": "bc", "y": "bc"})
    names = {"v": "Ö", "w": "Å", "x": "C", "y": "B"}
    named = snapshot([replace(node, name=names.get(node.id, node.name)) for node in of.nodes()], *of.relationships)
    rows = [(row["a"], row["b"]) for row in overlap.find(view(named)).rows if row["common"]]
    assert rows == [("y", "x"), ("w", "v")]


def test_what_chance_would_give_is_counted_over_every_way_to_draw_the_members():
    """v has two and w three of five actors; of the ten ways to draw w, three hold both of v, six one and one none."""
    (row,) = [row for row in overlap.find(view(taking_part({"v": "ab", "w": "bcd", "x": "e"}))).rows if (row["a"], row["b"]) == ("v", "w")]
    draws = [len({"a", "b"} & set(drawn)) for drawn in combinations("abcde", 3)]
    assert row["expected"] == pytest.approx(sum(draws) / len(draws))
    assert row["p"] == pytest.approx(sum(common >= row["common"] for common in draws) / len(draws))


def test_two_that_everybody_is_a_member_of_share_no_more_than_chance_gives():
    (row,) = overlap.find(view(taking_part({"v": "abcd", "w": "abcd"}))).rows
    assert (row["common"], row["expected"], row["p"]) == (4, 4, 1)
