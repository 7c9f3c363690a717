"""Claims about the boxes of the map: who stands in which, and what each is called."""

from __future__ import annotations

import networkx as nx
import pytest

from actormap.i18n import Texts
from actormap.map.data import groups
from actormap.model.records import Actor, Municipality, Network, Snapshot, Theme
from tests.graphs import VOCABULARY, actor, network

EN = Texts.load("en")


def complete(edges, communities, *alone):
    graph = nx.Graph(edges)
    graph.add_nodes_from(alone)
    return groups.complete(graph, communities)


def test_three_are_a_group_and_two_join_that_of_most_of_their_neighbours():
    edges = ["ab", "bc", "xy", "ya", "yb", "yz"]
    assert complete(edges, {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2}) == dict.fromkeys("abcxyz", 1)
    assert complete(edges, {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2, "z": 2}) == {**dict.fromkeys("abc", 1), **dict.fromkeys("xyz", 2)}


def test_who_has_as_many_neighbours_in_two_groups_joins_the_first_and_who_has_more_in_one_that():
    both = dict.fromkeys("abc", 2) | dict.fromkeys("xyz", 1)
    assert complete(["na", "nx", "ab", "bc", "xy", "yz"], both)["n"] == 1
    assert complete(["na", "nb", "nx", "bc", "xy", "yz"], both)["n"] == 2


def test_what_hangs_together_without_any_group_is_one_of_its_own_and_who_has_no_tie_is_in_none():
    found = complete(["ab", "bc", "mn", "no"], {"a": 4, "b": 4, "c": 4}, "alone")
    assert (found["m"], found["n"], found["o"]) == (5, 5, 5)
    assert "alone" not in found
    assert complete(["mn"], {}) == {"m": 1, "n": 1}


def found(graph, communities, *nodes):
    return groups.find(nx.Graph(graph), communities, Snapshot.of(nodes), VOCABULARY, [EN])


def test_the_largest_group_is_first_then_the_themes_then_those_without_a_tie():
    nodes = [*map(actor, "abcdefghi"), Theme(id="t", name="T", kind="method")]
    graph = nx.Graph(["ab", "bc", "de", "ef", "fg", "at"])
    graph.add_nodes_from("hi")
    told = found(graph, dict.fromkeys("abct", 1) | dict.fromkeys("defg", 2), *nodes)
    assert [(group.kind, "".join(group.members)) for group in told] == [
        *(("group", "defg"), ("group", "abc"), ("themes", "t"), ("isolates", "hi"))
    ]


@pytest.mark.parametrize(("number", "last"), [(24, "a group"), (25, "the rest")])
def test_two_dozen_groups_have_a_box_each_more_share_the_last(number, last):
    names = [f"{group:02}{member}" for group in range(number) for member in "abc"]
    graph = nx.Graph([(f"{group:02}a", f"{group:02}{member}") for group in range(number) for member in "bc"])
    told = found(graph, {name: int(name[:2]) for name in names}, *map(actor, names))
    assert len(told) == 24
    assert len(told[-1].members) == (3 if last == "a group" else 6)
    assert (told[-1].name["en"] == EN("map.group.smaller")) == (last == "the rest")


def called(*nodes, edges=()):
    graph = nx.Graph(edges)
    graph.add_nodes_from(node.id for node in nodes)
    return groups.name([node.id for node in nodes], graph, Snapshot.of(nodes), VOCABULARY, [EN])["en"]


def towns(number):
    return [Municipality(id=f"m{each}", name=f"M{each}") for each in range(number)]


def test_a_group_is_called_by_its_best_connected_network_and_by_who_they_are_if_most_are_alike():
    net, edges = network("v"), [("v", f"m{each}") for each in range(3)]
    assert called(net, *towns(3), edges=edges) == "Municipalities in V"
    assert called(net, *towns(2), edges=edges[:2]) == "V"
    assert called(net, *towns(3), *map(actor, "ab"), edges=edges) == "Municipalities in V"
    assert called(net, *towns(3), actor("a"), actor("b", "school"), actor("c", "business"), edges=edges) == "V"


def test_a_second_network_is_named_too_if_it_is_nearly_as_well_connected():
    both = [network("v"), network("w"), *towns(2), actor("a"), actor("b", "school"), actor("c", "business")]
    first = [("v", name) for name in ("m0", "m1", "a", "b", "c")]
    assert called(*both, edges=[*first, ("w", "m0"), ("w", "m1"), ("w", "a")]) == EN("map.group.two", first="V", second="W")
    assert called(*both, edges=[*first, ("w", "m0"), ("w", "m1")]) == "V"


def test_a_name_that_a_box_has_no_room_for_is_left_shorter():
    long = Network(id="v", name="N" * 39, kind="network")
    edges = [("v", f"m{each}") for each in range(3)]
    assert len("Municipalities in " + "N" * 38) == groups.LONGEST
    assert called(long, *towns(3), edges=edges) == "N" * 39
    assert called(Network(id="v", name="N" * 38, kind="network"), *towns(3), edges=edges) == "Municipalities in " + "N" * 38


def test_without_a_network_a_group_is_called_by_the_municipality_of_most_or_by_the_best_connected():
    town = Municipality(id="m", name="Town")
    schools = [Actor(id=name, name=name.upper(), kind="school", municipality="m" if name in "abc" else None) for name in "abcde"]
    edges = [("m", "a"), ("m", "b"), ("b", "c")]
    assert called(town, *schools[:4], edges=edges) == "Schools in Town"
    assert called(town, *schools, edges=edges) == "B"
