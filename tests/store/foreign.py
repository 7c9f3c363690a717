"""Somebody else's graph in the same database, and whether it is as it was."""

from __future__ import annotations

MAKE = (
    # The same labels, ids and types as ours, but not our mark.
    "CREATE (a:Actor {id: 'anna', name: 'Theirs', secret: 1}), (n:Network:Municipality {id: 'ring', name: 'Theirs'})",
    "MATCH (a:Actor {name: 'Theirs'}), (n:Network {name: 'Theirs'}) CREATE (a)-[:MEMBER_OF {id: 'x', since: 2014}]->(n), (a)-[:KNOWS]->(a)",
    "CREATE (:Person {name: 'Somebody', born: 1970})-[:OWNS {id: 'x'}]->(:Thing {list: [1, 2]})",
)
LOOK = """
MATCH (n) WHERE none(label IN labels(n) WHERE label STARTS WITH 'Actormap')
OPTIONAL MATCH (n)-[r]->(m) WHERE r.actormap_id IS NULL
RETURN elementId(n) AS node, labels(n) AS labels, properties(n) AS properties,
  type(r) AS type, properties(r) AS of_type, elementId(m) AS other
ORDER BY node, type
"""


def make(server) -> list[dict]:
    """Put the graph there, and return what it looks like."""
    with server.driver() as driver:
        for statement in MAKE:
            driver.execute_query(statement)
    return look(server)


def look(server) -> list[dict]:
    """Return every node and relationship that is not ours."""
    with server.driver() as driver:
        return [record.data() for record in driver.execute_query(LOOK).records]


def query(server, statement: str, **parameters) -> list[dict]:
    """Return what anybody may ask of the database."""
    with server.driver() as driver:
        return [record.data() for record in driver.execute_query(statement, parameters).records]
