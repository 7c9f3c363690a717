"""Claims about who may be invited, and which rule takes out whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap.analysis.composition.invitation import candidates
from actormap.errors import UnknownName, UsageError
from actormap.model.invite_rules import InviteRules
from tests.analysis.composition.networks import graph, town
from tests.graphs import actor, network, tie, view


def found(nodes, *ties, rules=None, include=()):
    return candidates.find(view(graph([network("w"), *nodes], *ties)), "v", rules or InviteRules(), include)


def taking_part(*names):
    return [tie(name, "member_of", "w") for name in names]


def test_a_member_is_no_candidate_and_is_named_under_no_rule():
    got = found([actor("a"), actor("b")], tie("a", "member_of", "v"), *taking_part("a", "b"))
    assert (got.eligible, got.out) == (("b",), {})


def test_roles_groups_units_and_funds_are_never_invited():
    nodes = [actor("lone", "unit"), *(actor(kind[:2], kind) for kind in ("role", "group", "unit", "eu_fund"))]
    assert found(nodes, *taking_part("un", "eu")).out == {"never": ("eu", "gr", "lone", "ro", "un")}


def test_who_owns_or_coordinates_the_network_is_there_already():
    got = found([actor("a"), actor("b")], tie("a", "owns", "v"), tie("b", "coordinates", "v"))
    assert got.out == {"at_the_table": ("a", "b")}


def test_another_region_rules_out_and_an_empty_one_is_eligible_and_said():
    got = found(
        [actor("a", region="near"), actor("b", region="far"), actor("c")], *taking_part("a", "b", "c"), rules=InviteRules(regions=("near",))
    )
    assert (got.eligible, got.out, got.region_unknown) == (("a", "c"), {"region": ("b",)}, ("c",))


def test_without_a_list_of_regions_any_region_may_come_and_none_is_unknown():
    got = found([actor("a", region="far"), actor("b")], *taking_part("a", "b"))
    assert (got.eligible, got.region_unknown) == (("a", "b"), ())


def test_a_municipality_has_no_region_that_could_be_unknown():
    got = found([town("t")], *taking_part("t"), rules=InviteRules(regions=("near",)))
    assert (got.eligible, got.region_unknown) == (("t",), ())


def test_who_takes_part_in_nothing_is_only_a_candidate_when_named():
    assert found([actor("a")]).out == {"no_tie": ("a",)}
    assert found([actor("a")], rules=InviteRules(candidates=("a",))).eligible == ("a",)


def test_an_actor_is_named_under_every_rule_that_takes_it_out():
    got = found(
        [actor("a", region="far")], *taking_part("a"), rules=InviteRules(regions=("near",), exclude=("a",), exclude_kinds=("region",))
    )
    assert got.rules_against("a") == ("excluded", "excluded_kind", "region")


def test_who_takes_part_in_much_already_is_spared():
    got = found([actor("a"), actor("b"), network("x")], *taking_part("a", "b"), tie("a", "member_of", "x"), rules=InviteRules(workload=2))
    assert (got.eligible, got.out) == (("b",), {"workload": ("a",)})


def test_who_is_to_be_included_comes_whatever_the_rules():
    got = found([actor("a", region="far")], rules=InviteRules(regions=("near",)), include=("a",))
    assert (got.eligible, got.out) == (("a",), {})


def test_a_member_cannot_be_included_and_an_unknown_name_is_told():
    with pytest.raises(UsageError, match="A sits in the network already"):
        found([actor("a")], tie("a", "member_of", "v"), include=("a",))
    with pytest.raises(UnknownName, match='actor "nobody" is unknown'):
        found([actor("a")], rules=InviteRules(exclude=("nobody",)))
    with pytest.raises(UnknownName, match='actor kind "nonsense" is unknown'):
        found([actor("a")], rules=InviteRules(exclude_kinds=("nonsense",)))


def test_a_municipality_far_from_the_network_is_taken_out_by_the_rule_of_regions():
    towns = [replace(town(name), county=county) for name, county in (("in", "Insjöns län"), ("near", "Insjöns län"), ("far", "Öns län"))]
    got = found(towns, tie("in", "member_of", "v"), *taking_part("near", "far"), rules=InviteRules(regions=("Insjön",)))
    assert (got.eligible, got.out) == (("near",), {"region": ("far",)})
