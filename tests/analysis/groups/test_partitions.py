"""Claims about which group a node belongs to."""

from __future__ import annotations

import pytest

from actormap.analysis.groups import partitions
from actormap.errors import UnknownName, UsageError
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


def column(**said):
    return view(
        snapshot(
            [actor(who, attributes=(("sector", value),)) for who, value in said.items()] + [network("v")],
            *(tie(who, "member_of", "v") for who in said),
        ),
        "actors",
    )


def test_a_column_of_ones_own_makes_groups():
    assert partitions.of(column(a="public", b="public", c="private", d="private"), "sector")["a"] == "public"


def test_a_column_in_which_everybody_says_something_else_makes_none():
    with pytest.raises(UsageError, match="Hardly two have the same sector"):
        partitions.of(column(a="1", b="2", c="3"), "sector")


def test_a_column_that_is_not_there_is_answered_with_those_that_are():
    with pytest.raises(UnknownName, match="sector"):
        partitions.of(column(a="public", b="public"), "sectr")
