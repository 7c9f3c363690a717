"""Claims about who works closely together."""

from __future__ import annotations

from actormap.analysis import communities
from tests.graphs import actor, network, snapshot, taking_part, tie, view

TWO_CIRCLES = {"v": "abc", "w": "abc", "x": "def", "y": "defa"}


def test_two_circles_that_share_one_member_are_two_communities():
    found = communities.find(view(taking_part(TWO_CIRCLES))).membership()
    assert {found[name] for name in "bcvw"} != {found[name] for name in "defxy"}
    assert len(set(found.values())) == 2


def test_the_same_seed_gives_the_same_communities():
    of = view(taking_part(TWO_CIRCLES))
    assert communities.find(of, seed=3) == communities.find(of, seed=3)


def test_community_one_is_the_largest():
    found = communities.find(view(taking_part({"v": "ab", "w": "cdefg"})))
    assert found.membership()["w"] == 1
    assert found.modularity > 0


def test_without_ties_there_is_no_modularity():
    found = communities.find(view(taking_part({})))
    assert (found.rows, found.modularity) == ((), None)


def test_who_stands_in_no_view_joins_the_community_of_most_neighbours():
    nodes = [actor("r", "role"), actor("s", "role"), actor("lone", "group"), network("v"), network("w")]
    of = snapshot(nodes, tie("r", "contact_for", "v"), tie("s", "part_of", "r"))
    assert communities.spread({"v": 1, "w": 2}, of) == {"v": 1, "w": 2, "r": 1, "s": 1}
