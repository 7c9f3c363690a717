"""Claims about what rests on one post."""

from __future__ import annotations

import pytest

import actormap
from actormap.analysis.change import vacancy
from actormap.atlas import query
from actormap.errors import UnknownName
from actormap.graph.dataset import Dataset
from tests.graphs import VOCABULARY, actor, network, snapshot, tie, view

# a is in n through one post, b through two; the role r alone coordinates n, r and s share the contact.
GRAPH = snapshot(
    [actor("a"), actor("b"), actor("r", "role"), actor("s", "role"), network("n")],
    tie("a", "member_of", "n", role="Officer"),
    tie("b", "member_of", "n", role="Officer"),
    tie("b", "represented_in", "n", role="Head"),
    tie("r", "coordinates", "n"),
    tie("b", "coordinates", "n"),
    tie("r", "contact_for", "n"),
    tie("s", "contact_for", "n"),
)


def vacant(role):
    return vacancy.vacant(Dataset(GRAPH, VOCABULARY), role, focal="n")


def told(result):
    return {(row["source"], row["type"]): row["single_point"] for row in result.rows}


def test_a_relationship_that_only_one_post_carries_is_single_point():
    rows = vacancy.single_points(view(GRAPH)).rows
    assert [(row["post"], row["source"], row["type"], row["others"]) for row in rows] == [
        ("Officer", "a", "member_of", []),
        ("R", "r", "coordinates", ["B"]),
    ]
    assert all(row["evidence"] for row in rows)


def test_a_vacant_officer_takes_the_seat_of_those_who_have_no_other_way_in():
    assert told(vacant("officer")) == {("a", "member_of"): True, ("b", "member_of"): False}
    assert vacant("officer").figures() == {"single_points": 1, "ties": 1, "contacts": 1, "seats": 1}


def test_a_vacant_role_leaves_what_others_hold_too():
    assert told(vacant("r")) == {("r", "coordinates"): True, ("r", "contact_for"): False}
    assert vacant("R").figures()["seats"] == 0


def test_what_nothing_else_carries_stands_first_and_only_seats_rest_on_a_role():
    graph = snapshot(
        [*map(actor, "abcd"), network("n")],
        tie("a", "member_of", "n", role="Officer"),
        tie("a", "represented_in", "n"),
        tie("b", "member_of", "n", role="Officer"),
        tie("c", "member_of", "n"),
        tie("d", "disseminates_to", "n", role="Officer"),
    )
    found = vacancy.vacant(Dataset(graph, VOCABULARY), "officer")
    assert [(row["source"], row["single_point"]) for row in found.rows] == [("b", True), ("a", False)]
    assert [row["source"] for row in vacancy.single_points(view(graph)).rows] == ["b"]


def test_an_unknown_post_is_answered_with_those_there_are():
    with pytest.raises(UnknownName, match=r'post "Offcer" is unknown.*Officer'):
        vacant("Offcer")


def test_the_roles_that_are_alone_are_those_that_the_named_question_gives():
    gria = actormap.open("gria")
    question = query.ask(gria.snapshot, "carried_by_one_post")
    alone = {(row["id"], row["type"], row["venue"]) for row in question.rows}
    roles = {node.id for node in gria.snapshot.actors if node.kind == "role"}
    assert {(row["source"], row["type"], row["target"]) for row in gria.posts().rows if row["source"] in roles} == alone


def test_thirteen_municipalities_sit_in_gria_through_one_officer_each():
    assert sum(row["post"] == "KIA-ansvarig" and row["target"] == "gria" for row in actormap.open("gria").posts().rows) == 13
