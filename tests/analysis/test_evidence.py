"""Claims about what results rest on."""

from __future__ import annotations

import pytest

from actormap.analysis import evidence
from actormap.errors import UnknownName
from actormap.model.records import Evidence
from tests.graphs import actor, network, snapshot, tie, view

SAID, IMPLIED = Evidence(document="d"), Evidence(document="e", status="implied")
OF = view(snapshot([actor("a"), actor("b"), network("v")], tie("a", "member_of", "v", SAID, IMPLIED), tie("b", "member_of", "v", IMPLIED)))


def test_statements_are_counted_with_those_only_implied():
    assert evidence.support(OF)["a"] == evidence.Support(2, 1, ("d", "e"))
    assert evidence.support(OF)["b"] == evidence.Support(1, 1, ("e",))
    assert evidence.support(OF)["v"].statements == 3


def test_overall_every_statement_counts_once():
    assert evidence.overall(OF) == evidence.Support(3, 2, ("d", "e"))


def test_a_node_rests_on_each_statement_of_its_ties_with_document_and_locator():
    found = evidence.rows(OF, ["a"])
    assert [(row["type"], row["target"], row["document"], row["status"]) for row in found.rows] == [
        ("member_of", "v", "d", "stated"),
        ("member_of", "v", "e", "implied"),
    ]
    assert found.implied == {"a": 0.5}


def test_nodes_come_in_the_order_asked_for_and_once():
    found = evidence.rows(OF, ["v", "b", "v"])
    assert [row["id"] for row in found.rows] == ["v", "v", "v", "b"]
    assert found.figures()["implied"] == {"v": pytest.approx(2 / 3), "b": 1}


def test_a_unit_s_statements_carry_the_organisation_it_is_lifted_to():
    of = view(snapshot([actor("a"), actor("u", "unit"), network("v")], tie("u", "part_of", "a"), tie("u", "member_of", "v", SAID)))
    assert [row["source"] for row in evidence.rows(of, ["a"]).rows] == ["u"]


def test_relationships_are_told_once_in_order_and_what_is_none_is_left_out():
    a, b = (each.id for each in OF.selected.relationships)
    found = evidence.of_relationships(OF, [b, "none", a, b])
    assert [(row["id"], row["document"]) for row in found.rows] == [("a", "d"), ("a", "e"), ("b", "e")]


def test_who_has_no_tie_rests_on_nothing():
    found = evidence.rows(view(snapshot([actor("a"), network("v")])), ["a"])
    assert (found.rows, found.implied) == ((), {"a": None})
    assert found.columns()[-1] == "informant"


def test_what_the_data_does_not_have_rests_on_nothing_that_could_be_told():
    with pytest.raises(UnknownName, match='id "x" is unknown'):
        evidence.rows(OF, ["x"])
