"""Claims about the records."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap.model.records import Evidence, Requirement, Snapshot, relationship_id
from tests.graphs import actor, network, tie


def test_a_relationship_is_the_same_whatever_its_evidence():
    one, other = tie("a", "member_of", "v", Evidence(locator="3")), tie("a", "member_of", "v", Evidence(locator="4"))
    assert one.id == other.id


@pytest.mark.parametrize("key", [{"role": "chair"}, {"valid_from": "2014"}])
def test_another_role_or_beginning_is_another_relationship(key):
    assert tie("a", "member_of", "v", **key).id != tie("a", "member_of", "v").id


def test_ids_do_not_run_together():
    assert relationship_id("ab", "c", "d", None, None) != relationship_id("a", "bc", "d", None, None)


def test_a_snapshot_is_equal_however_its_records_come():
    nodes = [actor("a"), network("v"), actor("b")]
    ties = [tie("a", "member_of", "v", Evidence(document="x"), Evidence(document="y")), tie("b", "member_of", "v")]
    turned = [tie("b", "member_of", "v"), tie("a", "member_of", "v", Evidence(document="y"), Evidence(document="x"))]
    assert Snapshot.of(nodes, ties) == Snapshot.of(nodes[::-1], turned)


def test_the_latest_end_and_the_highest_confidence_count():
    both = tie("a", "member_of", "v", Evidence(valid_to="2014", confidence=0.3), Evidence(valid_to="2015-06"))
    assert (both.valid_to, both.confidence) == ("2015-06", 0.3)
    assert tie("a", "member_of", "v", Evidence(valid_to="2014-06"), Evidence(valid_to="2014")).valid_to == "2014"
    assert (tie("a", "member_of", "v").valid_to, tie("a", "member_of", "v").confidence) == (None, None)


def test_a_requirement_and_the_answer_to_it_are_two_lines_and_a_changed_answer_is_the_same_line():
    asked = Requirement(network="v", row="r", column="c", kind="school")
    yes, no = replace(asked, answer="yes"), replace(asked, answer="no", document="meeting")
    assert asked.id == replace(asked, weight=2, note="why").id
    assert yes.id == no.id != asked.id


def test_records_are_frozen():
    with pytest.raises(AttributeError):
        actor("a").name = "other"


def test_of_several_confidences_the_highest_counts_and_nought_is_one():
    assert tie("a", "member_of", "v", *(Evidence(confidence=each) for each in (0.3, None, 0.9, 0.5))).confidence == 0.9
    assert tie("a", "member_of", "v", Evidence(confidence=0.0), Evidence()).confidence == 0.0


def test_statements_are_ordered_by_document_then_place_and_what_has_none_is_first():
    pieces = [Evidence(document="y", locator="1"), Evidence(document="x", locator="2"), Evidence(document="x", locator="1"), Evidence()]
    (found,) = Snapshot.of([], [tie("a", "member_of", "v", *pieces)]).relationships
    assert [(each.document, each.locator) for each in found.evidence] == [(None, None), ("x", "1"), ("x", "2"), ("y", "1")]


def test_records_stand_in_the_order_of_their_ids_table_by_table():
    of = Snapshot.of([network("b"), actor("d"), network("a"), actor("c")], [tie("d", "member_of", "a"), tie("c", "member_of", "b")])
    assert [node.id for node in of.nodes()] == ["c", "d", "a", "b"]
    assert [each.id for each in of.relationships] == sorted(each.id for each in of.relationships)
    assert set(of.by_id) == set("abcd")
