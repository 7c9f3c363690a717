"""Claims about who links whom."""

from __future__ import annotations

import networkx as nx
import pytest

from actormap.analysis.groups import brokerage
from actormap.errors import UnknownName
from tests.analysis.small import actors_view
from tests.graphs import actor, network, snapshot, taking_part, tie, view


def roles(path, kinds):
    """The roles of the middle one of three, and the pairs it links in all."""
    graph = nx.path_graph(path)
    row = next(row for row in brokerage.find(actors_view(graph, dict(zip(path, kinds, strict=True)))).rows if row["id"] == path[1])
    return {role: row[role] for role in brokerage.ROLES if row[role]}, row["total"]


def test_among_ones_own_one_is_a_coordinator():
    assert roles("avb", ["school", "school", "school"]) == ({"coordinator": 1}, 1)


def test_between_two_of_another_group_one_is_itinerant():
    assert roles("avb", ["school", "business", "school"]) == ({"itinerant": 1}, 1)


def test_between_ones_own_and_another_group_one_is_gatekeeper_and_representative_in_one():
    assert roles("avb", ["school", "school", "business"]) == ({"gatekeeper": 1, "representative": 1}, 1)


def test_between_two_groups_neither_ones_own_one_is_a_liaison():
    assert roles("avb", ["school", "university", "business"]) == ({"liaison": 1}, 1)


def test_who_meet_each_other_need_no_broker():
    triangle = brokerage.find(view(taking_part({"v": "abc"}), "actors"))
    assert [row["total"] for row in triangle.rows] == [0, 0, 0]
    assert triangle.undefined == {}


def test_each_pair_is_counted_once_and_the_busiest_broker_comes_first():
    found = brokerage.find(view(taking_part({"v": "ab", "w": "ac", "x": "ad", "y": "de"}), "actors"))
    assert [(row["id"], row["coordinator"]) for row in found.rows][:2] == [("a", 3), ("d", 1)]


def test_whose_town_is_unknown_links_in_no_role():
    nodes = [actor("a", municipality="x"), actor("v", municipality="x"), actor("b"), actor("c"), network("n"), network("m"), network("o")]
    ties = [tie(who, "member_of", venue) for venue, pair in {"n": "av", "m": "vb", "o": "bc"}.items() for who in pair]
    found = {row["id"]: row for row in brokerage.find(view(snapshot(nodes, *ties), "actors"), "municipality").rows}
    assert (found["v"]["total"], found["v"]["unknown"]) == (0, 1)
    assert (found["b"]["total"], found["b"]["gatekeeper"], found["b"]["unknown"]) == (None, None, 1)
    result = brokerage.find(view(snapshot(nodes, *ties), "actors"), "municipality")
    assert [row["id"] for row in result.rows] == ["b", "v", "a", "c"]  # who may link some before who links nobody
    assert result.undefined == dict.fromkeys((*brokerage.ROLES, "total"), "no_group")


def test_a_role_that_is_not_known_has_its_reason():
    found = brokerage.find(view(taking_part({"v": "ab"}), "actors"), "municipality")
    assert found.undefined["coordinator"] == "no_group"


def test_communities_can_be_the_groups():
    found = brokerage.find(view(taking_part({"v": "abcx", "w": "defx"}), "actors"), "community")
    assert (found.rows[0]["id"], found.rows[0]["gatekeeper"], found.rows[0]["total"]) == ("x", 9, 9)


def test_in_an_empty_view_nobody_links_anybody():
    found = brokerage.find(view(taking_part({}), "actors"))
    assert (found.rows, list(found.to_frame().columns)) == ((), list(brokerage.Brokerage.header))


def test_another_grouping_is_answered_with_those_there_are():
    with pytest.raises(UnknownName, match="group attribute"):
        brokerage.find(view(taking_part({}), "actors"), "colour")
