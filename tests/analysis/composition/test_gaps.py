"""Claims about gaps: what the sources show no sign of, and nothing more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap.analysis.composition import gaps
from actormap.errors import UnknownName
from actormap.model.records import Evidence, Municipality, Theme
from actormap.model.selection import Selection
from tests.graphs import actor, network, project, snapshot, tie, view


def town(name):
    return Municipality(id=name, name=name.upper())


def theme(name):
    return Theme(id=name, name=name.upper(), kind="problem_area")


def find(gap, nodes, *ties, **options):
    found = gaps.find(view(snapshot([network("v"), *nodes], *ties), **options), "v")
    return [row["id"] for row in found.of(gap)]


def test_who_is_neither_member_nor_represented_has_no_seat():
    nodes = [actor("in"), actor("also"), actor("out")]
    assert find("not_in_network", nodes, tie("in", "member_of", "v"), tie("also", "represented_in", "v")) == ["out"]


def test_who_coordinates_the_network_is_at_the_table_without_a_seat():
    found = gaps.find(view(snapshot([network("v"), actor("a")], tie("a", "coordinates", "v"))), "v")
    assert [(row["id"], row["note"]) for row in found.of("not_in_network")] == [("a", "coordinates")]


def test_each_is_told_of_its_own_tasks_alone_in_alphabetical_order():
    ties = [tie("a", "owns", "v"), tie("a", "coordinates", "v"), tie("b", "coordinates", "v")]
    found = gaps.find(view(snapshot([network("v"), *map(actor, "abc")], *ties)), "v")
    assert [(row["id"], row["note"]) for row in found.of("not_in_network")] == [
        ("a", "coordinates, owns"),
        ("b", "coordinates"),
        ("c", None),
    ]


def test_a_gap_rests_on_the_task_that_tempers_it_and_on_nothing_else():
    of = view(snapshot([network("v"), actor("a"), town("x")], tie("a", "coordinates", "v"), tie("x", "coordinates", "v")))
    found = gaps.find(of, "v")
    rests = {(row["gap"], row["id"]): [each.source for each in found.rests_on(row, of)] for row in found.rows}
    assert rests["not_in_network", "a"] == ["a"]
    assert rests["not_in_network", "x"] == ["x"]
    assert rests["no_project", "x"] == []


def test_a_unit_has_its_seat_through_the_organisation_it_is_part_of():
    nodes = [actor("org"), actor("u", "unit")]
    assert find("not_in_network", nodes, tie("u", "part_of", "org"), tie("u", "member_of", "v")) == []


def test_roles_and_groups_are_nobody_to_miss():
    assert find("not_in_network", [actor("r", "role"), actor("g", "group")]) == []


def test_a_municipality_in_a_sub_project_takes_part_in_a_project():
    nodes = [town("x"), town("y"), project("p"), project("q")]
    ties = [tie("q", "part_of", "p"), tie("x", "participates_in", "q"), tie("y", "member_of", "v")]
    assert find("no_project", nodes, *ties) == ["y"]


def test_to_be_a_place_of_work_is_not_to_take_part():
    nodes = [town("x"), project("p")]
    assert find("no_project", nodes, tie("p", "active_in", "x")) == ["x"]
    assert find("outside_every_area", nodes, tie("p", "active_in", "x")) == []


@pytest.mark.parametrize("area", [tie("v", "active_in", "x"), tie("p", "disseminates_to", "x")], ids=["a network's area", "another tie"])
def test_only_the_area_of_a_project_is_a_projects_area(area):
    assert find("outside_every_area", [town("x"), project("p")], area) == ["x"]


def test_a_planned_project_is_not_yet_taken_part_in():
    nodes = [town("x"), project("p")]
    assert find("no_project", nodes, tie("x", "participates_in", "p", Evidence(status="planned"))) == ["x"]


@pytest.mark.parametrize(
    "ties",
    [
        [tie("v", "addresses", "t")],
        [tie("a", "member_of", "v"), tie("a", "addresses", "t")],
        [tie("a", "member_of", "v"), tie("a", "participates_in", "p"), tie("p", "uses_method", "t")],
        [tie("a", "member_of", "v"), tie("a", "owns", "q"), tie("q", "part_of", "p"), tie("p", "addresses", "t")],
        [tie("a", "member_of", "v"), tie("a", "owns", "p"), tie("q", "part_of", "p"), tie("q", "addresses", "t")],
    ],
    ids=["the network", "a member", "its project", "the project above", "a project below"],
)
def test_a_theme_is_carried_by(ties):
    assert find("theme_not_addressed", [actor("a"), project("p"), project("q"), theme("t")], *ties) == []


def test_a_theme_that_only_others_work_with_is_a_gap():
    nodes = [actor("a"), actor("b"), project("p"), theme("t")]
    ties = [tie("a", "member_of", "v"), tie("b", "owns", "p"), tie("p", "addresses", "t")]
    assert find("theme_not_addressed", nodes, *ties) == ["t"]


@pytest.mark.parametrize("kind", ["success_factor", "result_indicator"])
def test_what_a_project_reports_is_worked_with_by_nobody_and_no_gap(kind):
    nodes = [actor("a"), actor("b"), project("p"), replace(theme("t"), kind=kind)]
    ties = [tie("a", "member_of", "v"), tie("b", "owns", "p"), tie("p", "addresses", "t")]
    assert find("theme_not_addressed", nodes, *ties) == []


@pytest.mark.parametrize(
    "ties",
    [
        [tie("a", "member_of", "w"), tie("w", "addresses", "t")],
        [tie("a", "disseminates_to", "p"), tie("p", "addresses", "t")],
        [tie("a", "owns", "p"), tie("p", "disseminates_to", "t")],
    ],
    ids=["another network of a member", "a project that a member takes no part in", "a project that does not work with it"],
)
def test_a_theme_is_not_carried_by(ties):
    nodes = [actor("a"), network("w"), project("p"), theme("t")]
    assert find("theme_not_addressed", nodes, tie("a", "member_of", "v"), *ties) == ["t"]


def test_nobody_with_a_planned_tie_is_said_to_have_none():
    nodes = [actor("a"), actor("b"), project("p")]
    assert find("no_relationship", nodes, tie("a", "owns", "p", Evidence(status="planned"))) == ["b", "v"]


def test_names_are_in_swedish_order():
    nodes = [actor("a"), actor("b"), actor("c")]
    named = [type(n)(id=n.id, name=name, kind=n.kind) for n, name in zip(nodes, ("Öckerö", "Ängelholm", "Åmål"), strict=True)]
    assert find("not_in_network", named) == ["c", "b", "a"]


def test_gaps_are_those_of_the_chosen_documents():
    of = snapshot([network("v"), actor("a"), actor("b", document=None)], tie("a", "member_of", "v"))
    assert gaps.find(view(of, selection=Selection()), "v").of("not_in_network")[0]["id"] == "b"


def test_a_network_that_is_not_there_is_answered_with_the_nearest():
    with pytest.raises(UnknownName, match='network "vv" is unknown'):
        gaps.find(view(snapshot([network("v")])), "vv")


def test_municipalities_far_from_the_network_are_left_out_and_counted_where_regions_are_named():
    towns = [
        Municipality(id=name, name=name, county=county)
        for name, county in (
            ("in", "Insjöns län"),
            ("near", "Insjöns län"),
            ("of", "Västra Bergets län"),
            ("far", "Öns län"),
            ("where", None),
        )
    ]
    made = view(snapshot([network("v"), *towns], tie("in", "member_of", "v")))
    every = gaps.find(made, "v")
    assert {row["id"] for row in every.of("not_in_network")} == {"near", "of", "far", "where"}
    assert every.figures() == {}
    found = gaps.find(made, "v", ["Västra Berget"])
    assert {row["id"] for row in found.rows} == {"in", "near", "of", "where"}
    assert {row["id"] for row in found.of("not_in_network")} == {"near", "of", "where"}
    assert found.figures() == {"elsewhere": 1}
