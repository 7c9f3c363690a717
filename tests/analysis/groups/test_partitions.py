"""Claims about which group a node belongs to."""

from __future__ import annotations

from actormap.analysis.groups import partitions
from actormap.model.records import Municipality
from tests.graphs import actor, network, snapshot, taking_part, tie, view

TOWN, CITY = Municipality(id="town", name="Town"), Municipality(id="city", name="City")
NODES = [
    TOWN,
    CITY,
    actor("said", municipality="town"),
    actor("seated"),
    actor("both", municipality="city"),
    actor("nowhere"),
    network("v"),
]
TIES = [tie(who, "member_of", "v") for who in ("town", "said", "seated", "both", "nowhere")]
SEATS = [tie("seated", "located_in", "town"), tie("both", "located_in", "town")]
OF = view(snapshot(NODES, *TIES, *SEATS), "actors")


def test_a_municipality_is_in_itself_and_others_where_they_say_or_else_where_they_sit():
    assert partitions.of(OF, "municipality") == {"town": "town", "said": "town", "seated": "town", "both": "city", "nowhere": None}


def test_the_kind_is_that_of_the_record():
    assert partitions.of(OF)["town"] == "municipality"


def test_a_region_that_is_not_said_is_no_group():
    of = view(
        snapshot([actor("a", region="west"), actor("b"), network("v")], tie("a", "member_of", "v"), tie("b", "member_of", "v")), "actors"
    )
    assert partitions.of(of, "region") == {"a": "west", "b": None}


def test_communities_are_told_apart():
    groups = partitions.of(view(taking_part({"v": "abc", "w": "def"}), "actors"), "community")
    assert groups["a"] == groups["b"] != groups["d"]
