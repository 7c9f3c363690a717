"""Claims about seats: who is a member of a network, in which role, and who is at the table without a seat."""

from __future__ import annotations

import pytest

from actormap.analysis.composition.members import Seat, members, seats, without_a_seat
from actormap.errors import UnknownName
from actormap.model.records import Evidence
from tests.graphs import actor, network, snapshot, tie, view


def of(nodes, *ties, **options):
    return view(snapshot([network("v"), *nodes], *ties), **options)


def test_members_are_those_who_are_members_or_represented():
    nodes = [actor("a"), actor("b"), actor("c")]
    assert members(of(nodes, tie("a", "member_of", "v"), tie("b", "represented_in", "v"), tie("c", "participates_in", "v")), "v") == {
        "a",
        "b",
    }


def test_who_owns_or_coordinates_has_no_seat():
    told = of([actor("a"), actor("b")], tie("a", "owns", "v"), tie("a", "coordinates", "v"), tie("b", "member_of", "v"))
    assert members(told, "v") == {"b"}
    assert without_a_seat(told, "v") == {"a": ("coordinates", "owns")}


def test_a_coordinator_with_a_seat_is_a_member():
    told = of([actor("a")], tie("a", "coordinates", "v"), tie("a", "member_of", "v"))
    assert without_a_seat(told, "v") == {}
    assert members(told, "v") == {"a"}


def test_a_unit_sits_as_the_organisation_it_is_part_of_and_for_itself_without_the_lift():
    nodes, ties = [actor("org"), actor("u", "unit")], (tie("u", "part_of", "org"), tie("u", "member_of", "v", role="head"))
    assert seats(of(nodes, *ties), "v") == (Seat("org", ("head",)),)
    assert seats(of(nodes, *ties, lift=False), "v") == (Seat("u", ("head",)),)


def test_a_seat_has_the_roles_of_all_its_memberships():
    told = of([actor("a")], tie("a", "member_of", "v", role="x"), tie("a", "represented_in", "v"))
    assert seats(told, "v") == (Seat("a", (None, "x")),)


@pytest.mark.parametrize("status", ["planned", "denied"])
def test_a_membership_that_the_selection_leaves_out_is_no_seat(status):
    assert seats(of([actor("a")], tie("a", "member_of", "v", Evidence(status=status))), "v") == ()


def test_a_network_that_is_not_there_is_named():
    with pytest.raises(UnknownName, match='network "w" is unknown'):
        seats(of([]), "w")
