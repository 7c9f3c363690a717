"""Claims about the views, on graphs small enough to draw on paper."""

from __future__ import annotations

import pytest

from actormap.errors import UnknownName
from actormap.graph.attributes import DISTANCE, TIES, WEIGHT
from actormap.graph.views import in_order
from actormap.model.records import Evidence
from actormap.model.selection import Selection
from tests.graphs import actor, network, project, snapshot, taking_part, tie, view


def test_a_tie_joins_an_actor_to_a_venue():
    assert sorted(view(taking_part({"v": "ab"})).graph.edges) == [("a", "v"), ("b", "v")]


def test_several_relationships_between_two_are_one_tie_that_names_them_all():
    both = snapshot([actor("a"), project("p")], tie("a", "owns", "p"), tie("a", "carries_out", "p"))
    graph = view(both).graph
    assert graph.number_of_edges() == 1
    assert graph.edges["a", "p"][TIES] == tuple(sorted(t.id for t in both.relationships))


def test_membership_of_another_actor_is_no_tie_of_the_affiliation_view():
    of = snapshot([actor("a"), actor("b"), network("v")], tie("a", "member_of", "b"), tie("a", "member_of", "v"))
    assert view(of).left_out == {"no tie of this view": 1}
    assert view(of).isolates == ("b",)


def test_a_unit_is_absorbed_by_the_organisation_at_the_top():
    nodes = [actor("org"), actor("dept", "unit"), actor("team", "unit"), project("p")]
    of = snapshot(nodes, tie("team", "part_of", "dept"), tie("dept", "part_of", "org"), tie("team", "carries_out", "p"))
    assert list(view(of).graph.edges) == [("org", "p")]
    assert list(view(of, lift=False).graph.edges) == [("p", "team")]
    assert view(of).lifted == {"dept": "org", "team": "org"}


def test_a_sub_project_is_absorbed_by_its_project():
    of = snapshot([actor("a"), project("p"), project("q")], tie("q", "part_of", "p"), tie("a", "owns", "q"))
    assert list(view(of).graph.edges) == [("a", "p")]


def test_a_lift_needs_a_part_of_that_the_statuses_keep():
    implied = Evidence(status="implied")
    of = snapshot([actor("u", "unit"), actor("org"), project("p")], tie("u", "part_of", "org", implied), tie("u", "carries_out", "p"))
    assert "u" in view(of, selection=Selection(statuses=("stated",))).graph
    assert "u" not in view(of).graph


def test_a_ring_of_parts_does_not_hang():
    of = snapshot([project("p"), project("q"), actor("a")], tie("p", "part_of", "q"), tie("q", "part_of", "p"), tie("a", "owns", "p"))
    assert view(of).graph.number_of_edges() == 1


def test_the_firmest_part_of_decides_when_there_are_several():
    nodes = [actor("u", "unit"), actor("x"), actor("y"), project("p")]
    of = snapshot(nodes, tie("u", "part_of", "x", Evidence(status="implied")), tie("u", "part_of", "y"), tie("u", "owns", "p"))
    assert list(view(of).graph.edges) == [("p", "y")]


@pytest.mark.parametrize("kind", ["role", "group"])
def test_roles_and_unnamed_groups_stand_in_no_affiliation_view(kind):
    of = snapshot([actor("r", kind), actor("a"), network("v")], tie("r", "coordinates", "v"), tie("a", "member_of", "v"))
    assert view(of).actors == ("a",)
    assert view(of).left_out == {"kind not analysed": 1}


def test_planned_networks_and_sets_are_no_venues():
    nodes = [actor("a"), network("planned", status="planned"), network("set", "collective"), network("v", status="existing")]
    of = snapshot(nodes, *(tie("a", "member_of", name) for name in ("planned", "set", "v")))
    assert view(of).venues == ("v",)


@pytest.mark.parametrize(("status", "ties"), [("planned", 0), ("denied", 0), ("implied", 1), ("stated_collectively", 1)])
def test_planned_and_denied_statements_make_no_tie(status, ties):
    of = snapshot([actor("a"), network("v")], tie("a", "member_of", "v", Evidence(status=status)))
    assert view(of).graph.number_of_edges() == ties


def test_funders_stand_outside_unless_asked_for():
    of = snapshot([actor("f"), actor("a"), project("p")], tie("f", "funds", "p"), tie("a", "owns", "p"))
    assert view(of).actors == ("a",)
    assert view(of, also=("funds",)).actors == ("a", "f")


def test_parts_are_counted_by_their_actors_so_a_venue_alone_is_none():
    of = view(taking_part({"v": "ab", "w": "b", "x": "c"}))
    assert of.parts() == (("a", "b", "v", "w"), ("c", "x"))
    assert of.parts(without=["b"]) == (("a", "v"), ("c", "x"))


def test_actors_share_a_venue_and_newman_weighs_it_by_who_else_is_there():
    of = taking_part({"v": "abc", "w": "ab"})
    graph = view(of, "actors", weighted=True).graph
    assert graph.edges["a", "b"][WEIGHT] == pytest.approx(1 / 2 + 1)
    assert graph.edges["a", "b"][DISTANCE] == pytest.approx(2 / 3)
    assert graph.edges["a", "c"][WEIGHT] == pytest.approx(1 / 2)
    assert WEIGHT not in view(of, "actors").graph.edges["a", "b"]


def test_an_actor_that_shares_no_venue_still_stands_in_the_actors_view():
    assert view(taking_part({"v": "ab", "w": "c"}), "actors").parts() == (("a", "b"), ("c",))


def test_the_view_of_all_has_every_kept_relationship():
    of = snapshot([actor("a"), actor("r", "role"), network("v")], tie("r", "contact_for", "v"), tie("a", "funds", "v"))
    assert sorted(view(of, "all").graph.edges) == [("a", "v"), ("r", "v")]


def test_an_unknown_view_is_answered_with_those_there_are():
    with pytest.raises(UnknownName, match="affiliation"):
        view(taking_part({}), "affilation")


def test_an_empty_graph_has_empty_views():
    for name in ("affiliation", "actors", "all"):
        assert view(taking_part({}), name).summary()["nodes"] == 0


def test_the_order_of_the_records_does_not_matter():
    one = view(taking_part({"v": "abc", "w": "cd"}))
    other = view(taking_part({"w": "dc", "v": "cba"}))
    assert list(one.graph.edges(data=True)) == list(other.graph.edges(data=True))


def test_relationships_are_ordered_by_their_ends_then_type_role_and_beginning():
    assert in_order(tie("a", "owns", "b", role="chair", valid_from="2014")) == ("a", "b", "owns", "chair", "2014")
    assert in_order(tie("a", "owns", "b")) == ("a", "b", "owns", "", "")
