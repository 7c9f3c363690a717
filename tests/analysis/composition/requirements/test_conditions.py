"""Claims about conditions: when an actor answers yes, no, or unknown, and how several conditions go together."""

from __future__ import annotations

from itertools import product

import pytest

from actormap.analysis.composition.members import Seat
from actormap.analysis.composition.requirements.conditions import SourceFacts, both, kind, role
from actormap.model.records import Evidence
from tests.analysis.composition.networks import graph, line, theme, town
from tests.graphs import actor, network, project, tie, view

YES, NO, UNKNOWN = True, False, None
DENIED = Evidence(status="denied")


def known(nodes, *ties, **options):
    return SourceFacts(view(graph(nodes, *ties), **options), "v")


@pytest.mark.parametrize(("a", "b"), list(product((YES, NO, UNKNOWN), repeat=2)))
def test_one_no_is_a_no_and_otherwise_one_unknown_is_unknown(a, b):
    assert both([a, b]) is (NO if NO in (a, b) else UNKNOWN if UNKNOWN in (a, b) else YES)


def test_no_condition_holds_for_anyone():
    assert both([]) is YES
    assert known([actor("a")]).says(line(), Seat("a", (None,))) is YES


def test_a_municipality_is_itself_and_no_other():
    told = known([town("t"), town("u")])
    assert (told.municipality("t", "t"), told.municipality("t", "u")) == (YES, NO)


def test_an_actor_belongs_to_the_municipality_of_its_column():
    told = known([town("t"), town("u"), actor("a", "school", municipality="t")])
    assert (told.municipality("a", "t"), told.municipality("a", "u")) == (YES, NO)


def test_an_actor_belongs_to_the_municipality_it_is_located_in():
    told = known([town("t"), town("u"), actor("a", "school")], tie("a", "located_in", "t"))
    assert (told.municipality("a", "t"), told.municipality("a", "u")) == (YES, NO)


@pytest.mark.parametrize(("of", "expected"), [("school", UNKNOWN), ("business", UNKNOWN), ("region", NO), ("national_authority", NO)])
def test_where_nothing_is_said_of_a_place_only_a_kind_that_is_not_local_is_a_no(of, expected):
    assert known([town("t"), actor("a", of)]).municipality("a", "t") is expected


def test_a_kind_is_the_one_or_another_and_an_empty_one_is_unknown():
    assert [kind(actor("a", of), "school") for of in ("school", "business", "")] == [YES, NO, UNKNOWN]


def test_a_post_or_an_unnamed_group_may_be_a_municipalitys_and_an_association_in_its_town_is_not():
    told = known([town("t"), actor("post", "role"), actor("some", "group"), actor("club", "civil_society", municipality="t")])
    assert [told.kind(each, "municipality") for each in ("t", "post", "some", "club")] == [YES, UNKNOWN, UNKNOWN, NO]
    assert [told.kind(each, "school") for each in ("post", "some")] == [NO, NO]
    duty = line(municipality="t", kind="municipality", role="social services")
    assert [told.says(duty, Seat(each)) for each in ("t", "club")] == [YES, NO]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("head",), YES),
        (("Head",), YES),
        (("clerk",), NO),
        ((None,), UNKNOWN),
        (("clerk", None), UNKNOWN),
        (("head", None), YES),
        (None, UNKNOWN),
    ],
)
def test_a_role_is_that_of_a_membership_and_an_invited_one_has_none_yet(roles, expected):
    assert role(Seat("a", roles), "head") is expected


def test_an_invited_one_is_credited_with_a_role_if_the_line_names_it_for_that_or_it_has_the_role_elsewhere():
    nodes = [town("t"), town("u"), actor("s", "school", municipality="t"), actor("h", "business"), network("w")]
    told = known(nodes, tie("h", "member_of", "w", role="Head"), tie("s", "member_of", "w", role="clerk"))
    anybody, of_town, of_schools = line(role="head"), line(municipality="t", role="head"), line(kind="school", role="head")
    assert [told.says(anybody, Seat(each)) for each in ("t", "s", "h")] == [UNKNOWN, UNKNOWN, YES]
    assert [told.says(of_town, Seat(each)) for each in ("t", "u", "s")] == [YES, NO, UNKNOWN]
    assert [told.says(of_schools, Seat(each)) for each in ("s", "h")] == [YES, NO]
    assert told.says(anybody, Seat("h", (None,))) is UNKNOWN


def test_a_theme_is_worked_with_when_the_actor_says_so():
    told = known([theme("t"), actor("a"), actor("b")], tie("a", "addresses", "t"))
    assert (told.theme("a", "t"), told.theme("b", "t")) == (YES, UNKNOWN)


@pytest.mark.parametrize("type_", ["addresses", "uses_method"])
def test_a_theme_is_worked_with_through_another_venue(type_):
    told = known([theme("t"), actor("a"), project("p")], tie("a", "participates_in", "p"), tie("p", type_, "t"))
    assert told.theme("a", "t") is YES


def test_what_the_network_itself_works_with_says_nothing_of_its_members():
    told = known([theme("t"), actor("a")], tie("a", "member_of", "v"), tie("v", "addresses", "t"))
    assert told.theme("a", "t") is UNKNOWN


def test_a_sub_project_counts_as_its_project():
    nodes = [theme("t"), actor("a"), project("p"), project("s")]
    told = known(nodes, tie("a", "participates_in", "s"), tie("s", "part_of", "p"), tie("p", "addresses", "t"))
    assert told.theme("a", "t") is YES


def test_only_what_is_denied_of_the_actor_is_a_no():
    nodes = [theme("t"), actor("a"), actor("b"), project("p")]
    told = known(nodes, tie("a", "addresses", "t", DENIED), tie("b", "participates_in", "p"), tie("p", "addresses", "t", DENIED))
    assert (told.theme("a", "t"), told.theme("b", "t")) == (NO, UNKNOWN)


def test_a_venue_that_works_with_a_theme_outweighs_the_denial():
    nodes = [theme("t"), actor("a"), network("w")]
    told = known(nodes, tie("a", "addresses", "t", DENIED), tie("a", "member_of", "w"), tie("w", "addresses", "t"))
    assert told.theme("a", "t") is YES


def test_all_conditions_must_hold_for_the_same_actor():
    told = known([town("t"), actor("a", "school", municipality="t"), actor("b", "school")])
    wanted = line(municipality="t", kind="school", role="head")
    assert told.says(wanted, Seat("a", ("head",))) is YES
    assert told.says(wanted, Seat("a", ("clerk",))) is NO
    assert told.says(wanted, Seat("b", ("head",))) is UNKNOWN
    assert dict(told.answers(wanted, Seat("b", (None,)))) == {"municipality": UNKNOWN, "kind": YES, "role": UNKNOWN}
