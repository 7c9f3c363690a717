"""Claims about which statements count."""

from __future__ import annotations

import pytest

from actormap.errors import UnknownName
from actormap.model.records import Document, Evidence
from actormap.model.selection import Selection, select
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie


def chosen(of, **conditions):
    return select(of, Selection(**conditions), VOCABULARY)


def pairs(selected):
    return sorted((t.source, t.target) for t in selected.relationships)


@pytest.fixture
def two_documents():
    documents = [Document(id="d1", title="One", collection="five"), Document(id="d2", title="Two", collection="public")]
    nodes = [*documents, actor("a"), actor("b"), network("v")]
    both = (Evidence(document="d1"), Evidence(document="d2", status="implied"))
    return snapshot(nodes, tie("a", "member_of", "v", *both), tie("b", "member_of", "v", Evidence(document="d2")))


def test_a_collection_chooses_its_documents_and_a_document_itself(two_documents):
    assert pairs(chosen(two_documents, documents=("five",))) == [("a", "v")]
    assert pairs(chosen(two_documents, documents=("d1",))) == [("a", "v")]


def test_only_the_statements_of_the_chosen_documents_stay_under_a_relationship(two_documents):
    (kept,) = chosen(two_documents, documents=("five",)).relationships
    assert [e.document for e in kept.evidence] == ["d1"]


def test_what_is_left_out_is_counted_by_reason(two_documents):
    assert chosen(two_documents, documents=("d2",), statuses=("stated",)).left_out == {"status": 1, "document": 1}


def test_an_unknown_collection_is_answered_with_the_nearest(two_documents):
    with pytest.raises(UnknownName, match='Did you mean "five"'):
        chosen(two_documents, documents=("fivee",))


def test_a_value_that_nothing_has_is_answered_with_the_nearest(two_documents):
    with pytest.raises(UnknownName, match='"regoin" is unknown'):
        chosen(two_documents, where=(("kind", "regoin"),))


def test_nobody_that_the_chosen_documents_do_not_know_is_present(two_documents):
    assert chosen(two_documents, documents=("five",)).present == {"a", "v"}


def test_a_relationship_without_dates_is_valid_while_its_project_is():
    of = snapshot([actor("a"), project("p", start="2012-02", end="2015-06")], tie("a", "owns", "p"))
    assert pairs(chosen(of, at="2015")) == [("a", "p")]
    assert pairs(chosen(of, at="2015-07")) == []
    assert chosen(of, at="2016").left_out == {"date": 1}


def test_a_project_without_dates_has_those_of_the_project_it_is_part_of():
    nodes = [actor("a"), project("p", start="2012", end="2015"), project("q", programme="2007-2013")]
    of = snapshot(nodes, tie("q", "part_of", "p"), tie("a", "owns", "q"))
    assert ("a", "q") in pairs(chosen(of, at="2015"))
    assert chosen(of).dated_by_implication == 2


def test_a_project_without_dates_or_parent_has_those_of_its_programme():
    of = snapshot([actor("a"), project("p", programme="2007-2013")], tie("a", "owns", "p"))
    assert pairs(chosen(of, at="2013")) == [("a", "p")]
    assert pairs(chosen(of, at="2014")) == []


def test_a_relationship_without_any_date_always_holds_and_is_counted_as_undated():
    of = snapshot([actor("a"), network("v")], tie("a", "member_of", "v"))
    assert pairs(chosen(of, at="1990")) == [("a", "v")]
    assert chosen(of).undated == 1


def test_own_dates_go_before_those_of_the_venue():
    of = snapshot([actor("a"), project("p", start="2012", end="2015")], tie("a", "participates_in", "p", Evidence(valid_to="2013")))
    assert pairs(chosen(of, at="2012")) == [("a", "p")]
    assert pairs(chosen(of, at="2014")) == []


def test_a_period_keeps_what_overlaps_it():
    of = snapshot([actor("a"), project("p", start="2012", end="2015")], tie("a", "owns", "p"))
    assert pairs(chosen(of, since="2015-12", until="2020")) == [("a", "p")]
    assert pairs(chosen(of, since="2016")) == []
    assert pairs(chosen(of, until="2011")) == []


def test_where_keeps_statements_with_such_an_end():
    nodes = [actor("a", "region"), actor("b", "university"), network("v")]
    of = snapshot(nodes, tie("a", "member_of", "v"), tie("b", "member_of", "v"))
    assert pairs(chosen(of, where=(("kind", "region"),))) == [("a", "v")]
    assert pairs(chosen(of, where=(("kind", "region"), ("kind", "university")))) == [("a", "v"), ("b", "v")]
    assert pairs(chosen(of, where=(("kind", "region"), ("id", "b")))) == []


def test_where_knows_the_columns_that_a_workspace_adds():
    nodes = [actor("a", attributes=(("size", "big"),)), actor("b"), network("v")]
    of = snapshot(nodes, tie("a", "member_of", "v"), tie("b", "member_of", "v"))
    assert pairs(chosen(of, where=(("size", "big"),))) == [("a", "v")]


def test_an_unknown_attribute_or_status_is_answered_with_the_nearest():
    of = snapshot([actor("a")])
    with pytest.raises(UnknownName, match='Did you mean "kind"'):
        chosen(of, where=(("kinds", "region"),))
    with pytest.raises(UnknownName, match='"implied"'):
        chosen(of, statuses=("implyed",))
