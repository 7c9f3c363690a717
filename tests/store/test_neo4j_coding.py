"""Claims about what is coded, as somebody asks for it in Neo4j Browser, and about loads of it that are taken back."""

from __future__ import annotations

import pytest

from actormap.errors import StoreUnreachable
from tests.store.foreign import query
from tests.store.neo4j_places import Neo4jPlace
from tests.store.places import load, origin, read
from tests.store.test_contract_coding import ANSWER, NODES, QUESTION, coded

TOLD = """
MATCH (p:Project)<-[:ABOUT]-(a:Answer)-[:ANSWERS]->(q:Question)
MATCH (a)-[:STATED_IN]->(d:Document)
RETURN p.name AS project, q.sv AS question, a.answer AS answer, d.title AS document
"""
MEASURED = "MATCH (p:Project)<-[:ABOUT]-(i:Indicator)-[:CONCERNS]->(t:Theme) RETURN p.name AS project, i.value AS value, t.name AS theme"


@pytest.fixture
def place(tmp_path):
    return Neo4jPlace(tmp_path)


def test_it_is_asked_for_as_one_would_say_it_whenever_what_it_is_about_came(place):
    for nodes in (NODES[:1], NODES):
        load(place, coded(nodes=nodes), allow_mass_removal=True)
    answer = {"project": "P", "question": "Ökade närvaron?", "answer": "lite", "document": "D"}
    assert query(place.server, TOLD) == [answer]
    assert query(place.server, MEASURED) == [{"project": "P", "value": -2.5, "theme": "T"}]
    load(place, coded(QUESTION))
    assert query(place.server, TOLD) == []


def test_a_relationship_of_somebody_elses_on_an_answer_stops_the_load_that_would_remove_it(place):
    load(place, coded())
    query(place.server, "MATCH (a:Answer) CREATE (a)-[:REMARKED]->(:Remark)")
    with pytest.raises(StoreUnreachable, match="REMARKED"):
        load(place, coded(QUESTION))
    assert read(place) == coded()


def test_a_load_written_step_by_step_can_be_taken_back(place):
    load(place, coded())
    with place.open() as store:
        store._limit = 1
        made = store._connection.transaction
        written = []

        def stumbling():
            written.append(1)
            if len(written) == 5:
                raise KeyboardInterrupt
            return made()

        store._connection.transaction = stumbling
        with pytest.raises(KeyboardInterrupt):
            store.load(coded(ANSWER, nodes=NODES[1:]), origin("another"), allow_mass_removal=True)
        store._connection.transaction = made
        assert store.undo() > 0
    assert read(place) == coded()
    assert len(query(place.server, TOLD)) == 1
