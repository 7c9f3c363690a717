"""Claims about loads that are cut off without warning, and about many at once."""

from __future__ import annotations

import pytest

from actormap.store.neo4j import Neo4jStore
from tests.store.foreign import look, make, query
from tests.store.neo4j_killing import AT_ONCE, VICTIMS, Bench, end, start
from tests.store.neo4j_killing import make as graph
from tests.store.neo4j_places import server

pytestmark = pytest.mark.slow
FEW = 1_000  # a restarted server is slow at first: what counts is how many steps a load takes, not how large they are


@pytest.mark.parametrize(("limit", "rows"), [(AT_ONCE, 330), (0, 80)], ids=["at once", "in steps"])
def test_after_a_kill_there_is_the_old_graph_the_new_one_or_a_load_that_can_be_finished_or_undone(limit, rows):
    bench = Bench(server(), FEW, limit=limit, rows=rows)
    # The client early and late; in the middle the server one way of writing, and its machine the other.
    for kill in bench.kills(3, victims=("client", "server" if limit else VICTIMS[len(VICTIMS) // 2])):
        assert kill.holds in ({"old", "new"} if limit else {"old", "new", "unfinished"})
        assert kill.then in {"old", "new"}
        if kill.finished:
            assert kill.holds == "new"


def test_ten_loads_at_once_into_an_empty_database_leave_one_graph_and_no_double():
    ours = server()
    ours.empty(constraints=True)
    before = make(ours)
    children = [start(ours, FEW // 3, seed % 2, limit=AT_ONCE if seed % 3 else 100, rows=60, busy=60, patience=25) for seed in range(10)]
    assert [end(child) for child in children] == [(0, "")] * 10
    with Neo4jStore(ours.uri) as store:
        assert store.read() in [graph(FEW // 3, seed) for seed in (0, 1)]
        assert len(store.status().loads) >= 2
    doubles = "MATCH ()-[r]->() WHERE r.actormap_id IS NOT NULL WITH r.actormap_id AS id, count(*) AS times WHERE times > 1 RETURN id"
    assert query(ours, doubles) == []
    assert query(ours, "MATCH (u:ActormapUndo) RETURN u.number") == []
    assert look(ours) == before


def test_a_reader_beside_many_writers_sees_one_of_the_graphs_and_never_parts_of_two():
    ours = server()
    ours.empty()
    graphs = [graph(FEW // 3, seed) for seed in (0, 1)]
    with Neo4jStore(ours.uri, page=20) as reader:
        assert end(start(ours, FEW // 3, 0, limit=AT_ONCE, rows=60)) == (0, "")
        seen = []
        for seed in (1, 0, 1, 0):
            child = start(ours, FEW // 3, seed, limit=AT_ONCE, rows=60)
            while child.poll() is None:
                seen.append(reader.read())
            assert end(child) == (0, "")
    assert all(snapshot in graphs for snapshot in seen)
    assert {graphs.index(snapshot) for snapshot in seen} == {0, 1}
