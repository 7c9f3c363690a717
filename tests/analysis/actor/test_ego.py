"""Claims about the network round one actor."""

from __future__ import annotations

import networkx as nx
import pytest

from actormap.analysis.actor import ego
from actormap.analysis.centrality import structural_holes
from actormap.errors import UnknownName, UsageError
from tests.analysis.small import of_size
from tests.graphs import actor, network, one_mode, snapshot, taking_part, tie, view

CIRCLES = view(taking_part({"v": "abc", "w": "abd", "x": "ef"}))


def test_who_is_there_is_told_with_where_and_whom_of_the_others_it_meets():
    rows = {row["id"]: (row["venue_names"], row["places"], row["also_meets"]) for row in ego.find(CIRCLES, "a").rows}
    assert rows == {"b": (["V", "W"], 2, 2), "c": (["V"], 1, 1), "d": (["W"], 1, 1)}


def test_burts_example_has_the_effective_size_and_constraint_that_ucinet_finds():
    """Borgatti 1997, as in the tests of networkx, checked there with UCINET."""
    of = one_mode(nx.Graph(["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"]))
    found = {name: ego.find(of, name) for name in "GAC"}
    assert {name: round(each.effective, 2) for name, each in found.items()} == {"G": 4.67, "A": 2.5, "C": 1}
    assert {name: round(each.constraint, 3) for name, each in found.items()} == {"G": 0.4, "A": 0.595, "C": 1}


@pytest.mark.parametrize("nodes", range(7))
def test_size_density_and_holes_are_those_of_networkx(nodes):
    for small in of_size(nodes):
        constraint, effective = structural_holes.constraint(small.view), structural_holes.effective_size(small.view)
        for node in small.graph:
            found, around = ego.find(small.view, node), small.graph.subgraph(small.graph[node])
            assert (found.size, found.among) == (len(around), around.number_of_edges())
            assert found.tied_share == (pytest.approx(nx.density(around)) if len(around) > 1 else None)
            assert found.parts == nx.number_connected_components(around)
            assert found.constraint == (None if constraint[node] is None else pytest.approx(constraint[node]))
            assert found.effective == (None if effective[node] is None else pytest.approx(effective[node]))
            assert sum(row["binds"] for row in found.rows) == pytest.approx(found.constraint or 0)


def test_contacts_of_two_kinds_in_equal_parts_differ_half_of_the_time():
    nodes = [actor("a"), actor("b", "school"), actor("c", "school"), actor("d"), actor("e"), network("v")]
    found = ego.find(view(snapshot(nodes, *(tie(who, "member_of", "v") for who in "abcde"))), "a")
    assert (found.kinds, found.diversity) == (2, 0.5)


def test_who_is_alone_at_a_venue_has_no_contacts_and_no_holes():
    found = ego.find(view(taking_part({"v": "a"})), "a")
    assert (found.rows, found.size, found.constraint) == ((), 0, None)
    assert found.undefined["constraint"] == "no_contact"


def test_who_has_no_tie_is_answered_with_what_to_try():
    of = view(snapshot([actor("lone"), actor("a"), network("v")], tie("a", "member_of", "v")))
    with pytest.raises(UsageError, match="LONE has no tie in the view of participation"):
        ego.find(of, "lone")
    with pytest.raises(UnknownName):
        ego.find(of, "nobody")


def test_a_row_rests_on_the_memberships_by_which_they_meet():
    found = ego.find(CIRCLES, "a")
    (row,) = [row for row in found.rows if row["id"] == "c"]
    assert {(each.source, each.target) for each in found.rests_on(row, CIRCLES)} == {("a", "v"), ("c", "v")}
