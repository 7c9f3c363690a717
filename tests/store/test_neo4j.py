"""Claims about how a graph lies in Neo4j, and that nothing else there is touched."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actormap import workspace
from actormap.errors import InputError, StoreBusy, StoreTooNew, StoreUnreachable, UsageError
from actormap.model.records import Actor, Document, Evidence, Municipality, Network, Project, Relationship, Requirement, Snapshot, Theme
from actormap.store import Origin, copy, open_store, undo
from actormap.store.backup import backup, restore
from actormap.store.base import TABLES
from actormap.store.neo4j import Neo4jStore, reading
from actormap.store.neo4j.connection import Connection
from actormap.store.neo4j.rows import type_of
from tests.store.foreign import look, make, query
from tests.store.neo4j_places import Neo4jPlace
from tests.store.places import SqlitePlace, actor, load, network, origin, read, small, status, tie, without
from tests.store.records import snapshots

few = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
HOSTILE = (
    "'}) DETACH DELETE n //",
    '"}) DETACH DELETE n //',
    "`]->() DETACH DELETE a //",
    "x` SET n:Owned //",
    "Actormap`:`Actor",
    "\\u0060) MATCH (m) DETACH DELETE m //",
    "\\`] DELETE r //",
    "$rows",
    "$(row.type)",
    "{id: row.id}",
    "*/ MATCH (n) DETACH DELETE n /*",
    "// slut",
    "; MATCH (n) DETACH DELETE n;",
    ":param rows => []",
    "CALL dbms.shutdown()",
    "' OR 1=1 WITH 1 AS x CALL { MATCH (n) DETACH DELETE n } RETURN x //",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "\n} IN TRANSACTIONS OF 1 ROWS //",
    "\u2028`) DETACH DELETE n",
    "${jndi:ldap://localhost/a}",
    "{{7*7}}",
    "=cmd|'/c calc'!A1",
    "Å`Ä`Ö 🏳️‍🌈",
    "MEMBER_OF",
    "Member_Of",
    " member_of ",
    "a" * 70_000,
)


def asked_of(place, snapshot, monkeypatch):
    """Return what a load asks the server for beside the graph's pages, each with what it asks about."""
    asked, ask = [], Connection.asked
    monkeypatch.setattr(Connection, "asked", lambda self, name, **given: asked.append((name, given)) or ask(self, name, **given))
    load(place, snapshot)
    monkeypatch.undo()
    return [(name, given.get("sources", given.get("ids"))) for name, given in asked if name.endswith("-of")]


class Cut(Exception):
    """What a test throws into a load."""


@pytest.fixture
def place(tmp_path):
    return Neo4jPlace(tmp_path)


@pytest.fixture
def in_steps(place):
    """Return the store of the place as one that writes every load step by step, a row a step."""

    class InSteps:
        server = place.server

        def open(self, **options):
            return Neo4jStore(place.server.uri, limit=0, **options)

    return InSteps()


@pytest.fixture(autouse=True)
def small_steps(monkeypatch):
    monkeypatch.setattr("actormap.store.neo4j.writing.ROWS", 2)
    monkeypatch.setattr("actormap.store.neo4j.writing.FIRST_ROWS", 2)


def cut_at(share):
    def tell(done, total):
        if done >= share * total:
            raise Cut

    return tell


def cut_undo(store):
    """Stop the taking back of a load, after which nobody can read the store."""

    def cut(_):
        raise Cut

    with pytest.raises(Cut):
        store.undo(cut)
    with pytest.raises(StoreBusy):
        store.read()


# --- how it lies there ---------------------------------------------------------------------------------------------------------------


def test_the_same_load_again_fetches_nothing_but_fingerprints_and_a_change_only_what_it_is_about(place, monkeypatch):
    load(place, small())
    assert asked_of(place, small(), monkeypatch) == []
    (anna,) = [each for each in small().relationships if each.source == "anna"]
    other = Snapshot.of(small().nodes(), [anna, tie("bo", "ring", Evidence(document="other"))], small().coverage)
    assert asked_of(place, other, monkeypatch) == [("read/relationship-hashes-of", ["bo"]), ("read/relationships-of", ["bo"])]
    assert read(place) == other


def test_a_relationship_whose_fingerprint_is_gone_is_written_anew(place):
    load(place, small())
    query(place.server, "MATCH (:Actormap {id: 'bo'})-[r:MEMBER_OF]->() REMOVE r.actormap_hash")
    assert load(place, small()).changed == 1
    assert load(place, small()).changed == 0


@pytest.mark.parametrize("spoilt", ["'no number'", "1.5", "1e300", "[1, 2]", "['a']", "true"])
def test_what_somebody_has_made_of_a_fingerprint_is_written_over(place, spoilt):
    load(place, small())
    query(place.server, f"MATCH (:Actormap {{id: 'bo'}})-[r:MEMBER_OF]->(n) SET r.actormap_hash = {spoilt}, n.actormap_hash = {spoilt}")
    assert load(place, small()).changed == 2
    assert load(place, small()).changed == 0


def test_a_relationship_that_is_gone_and_one_that_is_in_its_place_are_seen_though_their_number_is_right(place):
    load(place, small())
    other = Snapshot.of(small().nodes(), [replace(each, role="x") for each in small().relationships], small().coverage)
    difference = load(place, other).tables["relationships"]
    assert (len(difference.added), len(difference.removed), difference.unchanged) == (2, 2, 0)
    assert read(place) == other


def test_every_kind_of_record_has_its_labels_and_a_municipality_is_an_actor_too(place):
    nodes = [
        actor("a"),
        Municipality(id="m", name="M"),
        network("n"),
        Project(id="p", name="P", kind="project"),
        Theme(id="t", name="T", kind="method"),
    ]
    load(place, Snapshot.of([*nodes, Document(id="d", title="D")]))
    found = query(place.server, "MATCH (n:Actormap) RETURN n.id AS id, labels(n) AS labels, n.kind AS kind, n.name AS name ORDER BY id")
    assert [(row["id"], sorted(set(row["labels"]) - {"Actormap"}), row["kind"], row["name"]) for row in found] == [
        ("a", ["Actor"], "unit", "A"),
        ("d", ["Document"], "document", "D"),
        ("m", ["Actor", "Municipality"], "municipality", "M"),
        ("n", ["Network"], "network", "N"),
        ("p", ["Project"], "project", "P"),
        ("t", ["Theme"], "method", "T"),
    ]


def test_a_type_is_in_capitals_and_evidence_lies_in_parallel_lists_of_texts(place):
    pieces = (
        Evidence(document="d1", locator="s. 3", confidence=0.4, level=3, valid_to="2014"),
        Evidence(document="d2", status="implied", confidence=0.9, note=""),
    )
    load(place, Snapshot.of([actor("a"), network("n")], [tie("a", "n", *pieces, role="ordförande")]))
    (found,) = query(place.server, "MATCH (:Actormap)-[r]->(:Actormap) RETURN type(r) AS type, properties(r) AS r")
    assert found["type"] == "MEMBER_OF"
    assert {key: value for key, value in found["r"].items() if key not in ("actormap_id", "actormap_hash")} == {
        "type": "member_of",
        "role": "ordförande",
        "confidence": 0.9,
        "valid_to": "2014",
        "valid_to_date": date(2014, 12, 31),
        "status": "stated",
        "documents": ["d1", "d2"],
        "evidence_document": ["d1", "d2"],
        "evidence_locator": ["s. 3", ""],
        "evidence_status": ["stated", "implied"],
        "evidence_confidence": ["0.4", "0.9"],
        "evidence_level": ["3", ""],
        "evidence_valid_to": ["2014", ""],
        "evidence_note": ["", "\0"],
    }


def test_beside_a_date_as_text_stands_the_day_it_begins_or_ends_with(place):
    lasting = tie("a", "p", Evidence(valid_to="2014"), valid_from="2012-02")
    for end in ("2015-02", None):
        load(place, Snapshot.of([actor("a"), Project(id="p", name="P", kind="project", start="2012", end=end)], [lasting]))
        (found,) = query(
            place.server,
            "MATCH (p:Project)<-[r]-() RETURN p.start AS start, toString(p.start_date) AS first, toString(p.end_date) AS last, "
            "toString(r.valid_from_date) AS since, toString(r.valid_to_date) AS until",
        )
        days = {"first": "2012-01-01", "last": "2015-02-28" if end else None, "since": "2012-02-01", "until": "2014-12-31"}
        assert found == {"start": "2012", **days}


def test_what_is_unknown_in_a_list_is_null_to_cypher(place):
    load(place, Snapshot.of([actor("a"), network("n")], [tie("a", "n", Evidence(document="a", level=2), Evidence(document="b"))]))
    asked = "MATCH ()-[r:MEMBER_OF]->() RETURN [level IN r.evidence_level | toInteger(level)] AS levels"
    assert query(place.server, asked) == [{"levels": [2, None]}]


@pytest.mark.parametrize(
    ("name", "token"),
    [
        ("member_of", "MEMBER_OF"),
        ("ger_stöd", "GER_STÖD"),
        ("a" * 60, "A" * 60),
        ("a" * 61, "RELATED_TO"),
        ("Owns", "RELATED_TO"),
        ("", "RELATED_TO"),
    ],
)
def test_only_plain_names_become_types_of_their_own(name, token):
    assert type_of(name) == token


def test_the_constraints_are_there_after_a_load_and_a_second_relationship_alike_is_refused_by_them(place):
    load(place, small())
    with place.server.driver() as driver, pytest.raises(Exception, match="already exists"):
        driver.execute_query(
            "MATCH (a:Actormap)-[r:MEMBER_OF]->(b) WITH a, b, r LIMIT 1 CREATE (a)-[:MEMBER_OF {actormap_id: r.actormap_id}]->(b)"
        )


@few
@given(snapshot=snapshots(largest=12))
def test_small_pages_give_the_same_graph(place, snapshot):
    load(place, snapshot, allow_mass_removal=True)
    with Neo4jStore(place.server.uri, page=2) as store:
        assert store.read() == snapshot


def test_what_a_newer_version_has_written_is_left_alone(place):
    load(place, small())
    query(place.server, "MATCH (g:ActormapStore {name: 'graph'}) SET g.schema = 99")
    with pytest.raises(StoreTooNew, match="schema version 99"):
        read(place)
    with pytest.raises(StoreTooNew):
        load(place, small())


def test_a_row_that_somebody_has_made_into_no_record_is_said(place):
    load(place, small())
    query(place.server, "MATCH (n:Actormap {id: 'anna'}) REMOVE n:Actor")
    with pytest.raises(StoreUnreachable, match="no record"):
        read(place)


def test_a_row_that_is_half_written_since_another_loads_is_read_again(place, monkeypatch):
    load(place, small())
    whole, torn = reading.snapshot, []

    def snapshot(pages):
        if not torn:
            torn.append(True)
            load(place, without(small(), "bo"))
            raise ValueError
        return whole(pages)

    monkeypatch.setattr("actormap.store.neo4j.reading.snapshot", snapshot)
    assert read(place) == without(small(), "bo")


def test_a_thorough_load_puts_right_what_somebody_has_edited_and_keeps_what_is_theirs(place):
    load(place, small())
    query(place.server, "MATCH (n:Actormap {id: 'anna'}) SET n.name = 'Edited', n.pagerank = 0.5")
    query(place.server, "MATCH (:Actormap {id: 'bo'})-[r]->() DELETE r")
    by_fingerprints = load(place, small(), dry_run=True)
    assert (by_fingerprints.changed, by_fingerprints.added) == (0, 1)
    difference = load(place, small(), thorough=True)
    assert (difference.changed, difference.added) == (1, 1)
    assert read(place) == small()
    assert query(place.server, "MATCH (n:Actormap {id: 'anna'}) RETURN n.pagerank AS rank") == [{"rank": 0.5}]


def test_an_id_too_long_for_the_index_is_refused_by_name(place):
    with pytest.raises(InputError, match="9000 bytes"):
        load(place, Snapshot.of([Actor(id="å" * 4500, name="A", kind="unit")]))


def test_the_status_names_server_version_and_database(place):
    load(place, small())
    told = status(place)
    assert (told.engine, told.uri) == ("Neo4j", place.server.uri)
    assert told.version.startswith("5.26.")
    assert "database neo4j" in told.version


# --- what a document says something of -------------------------------------------------------------------------------------------------


def told(server):
    ours = "MATCH (n)-[s:STATED_IN]->(d:Document) WHERE s.actormap_document = d.id "
    asked = ours + "RETURN d.id AS document, n.id AS node ORDER BY document, node"
    return [(row["document"], row["node"]) for row in query(server, asked)]


def stated(*nodes, ties=(), coverage=()):
    return Snapshot.of(
        [Document(id="d", title="D"), Document(id="e", title="E"), actor("a"), actor("b"), network("n"), *nodes], ties, coverage
    )


def test_a_document_is_tied_to_the_ends_of_what_it_is_evidence_for_to_rows_that_name_it_and_to_networks_it_covers(place):
    line = Requirement(network="n", row="r", column="c", document="e")
    by = tie("a", "b", Evidence(document="d"), Evidence(document="d", status="denied"), Evidence(document="nowhere"))
    load(place, stated(actor("c", document="e"), ties=[by], coverage=[line]))
    assert told(place.server) == [("d", "a"), ("d", "b"), ("e", "c"), ("e", "n")]
    assert status(place).counts["relationships"] == 1


@pytest.mark.parametrize("limit", [100_000, 0])
def test_the_ties_of_documents_follow_the_records_and_are_taken_back_with_them(place, limit):
    first = stated(ties=[tie("a", "n", Evidence(document="d")), tie("b", "n", Evidence(document="e"))])
    ends = [Document(id="d", title="D"), actor("a"), actor("b"), actor("c")]
    second = Snapshot.of(ends, [tie("a", "c", Evidence(document="d")), tie("b", "c", Evidence(document="e"))])
    with Neo4jStore(place.server.uri, limit=limit) as store:
        store.load(first, origin())
        before = told(place.server)
        assert before == [("d", "a"), ("d", "n"), ("e", "b"), ("e", "n")]
        with pytest.raises(Cut):
            store.load(second, origin("second"), allow_mass_removal=True, progress=cut_at(1.0))
        if not limit:
            store.undo()
            assert told(place.server) == before
        store.load(second, origin("second"), allow_mass_removal=True)
        assert told(place.server) == [("d", "a"), ("d", "c")]
        store.load(first, origin("first"), merge=True)
        assert told(place.server) == [("d", "a"), ("d", "c"), ("d", "n"), ("e", "b"), ("e", "n")]
        assert not store.load(first, origin("first"), merge=True)


def test_a_document_of_very_much_is_tied_in_parts(place, monkeypatch):
    monkeypatch.setattr("actormap.store.neo4j.sources.PART", 2)
    load(place, stated(*(actor(f"x{i}", document="d") for i in range(5))))
    assert [node for _, node in told(place.server)] == [f"x{i}" for i in range(5)]
    (kept,) = query(place.server, "MATCH (d:Document {id: 'd'}) RETURN d.actormap_told AS told")
    assert kept["told"] is not None
    load(place, stated())
    assert told(place.server) == []


# --- hostile text --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_field_is_text(place, text):
    make(place.server)
    before = look(place.server)
    identity = text[:2000]
    nodes = [
        Actor(id=identity, name=text, kind=text, note=text, aliases=(text.replace("|", "/"),), attributes=((text, text),), status=text),
        Network(id="n", name=text, kind=text, purpose=text),
        Document(id="d", title=text, collection=text),
    ]
    statement = Evidence(
        document=text, locator=text, status=text, informant=text, value=text, unit=text, note=text, attributes=((text, text),)
    )
    ties = [Relationship(source=identity, type=text, target="n", role=text, valid_from=text, evidence=(statement,))]
    coverage = [Requirement(network="n", row=text, column=text, kind=text, answer=text)]
    snapshot = Snapshot.of(nodes, ties, coverage)
    load(place, snapshot, origin=Origin(text, text, ((text, text),)))
    assert read(place) == snapshot
    assert status(place).loads[0].origin.workspace == text
    assert look(place.server) == before
    with Neo4jStore(place.server.uri, limit=0) as store:
        store.load(Snapshot.of(nodes[1:]), origin(text), allow_mass_removal=True)
        assert store.read() == Snapshot.of(nodes[1:])
    assert look(place.server) == before


# --- beside somebody else's graph ----------------------------------------------------------------------------------------------------


def test_what_is_not_ours_is_unchanged_by_load_undo_and_restore(place, in_steps, tmp_path):
    before = make(place.server)
    load(place, small())
    assert read(place) == small()
    backup(read(place), tmp_path / "graph.gz")
    with in_steps.open() as store:
        with suppress(Cut):
            store.load(Snapshot.of(map(actor, "abcdefgh")), origin(), allow_mass_removal=True, progress=cut_at(0.8))
        assert look(place.server) == before
        undo(store)
    assert look(place.server) == before
    load(place, Snapshot(), allow_mass_removal=True)
    load(place, restore(tmp_path / "graph.gz").snapshot)
    assert read(place) == small()
    assert look(place.server) == before


def test_a_node_that_somebody_has_tied_something_to_is_not_removed(place):
    load(place, small())
    query(place.server, "MATCH (n:Actormap {id: 'bo'}) CREATE (:Person)-[:KNOWS]->(n)")
    with pytest.raises(StoreUnreachable, match=r'"bo".*somebody else.*"KNOWS"'):
        load(place, Snapshot.of([actor("anna"), network("ring")], [tie("anna", "ring")]))
    assert read(place) == small()


def test_a_relationship_of_somebody_elses_between_our_nodes_is_not_ours(place):
    load(place, small())
    query(place.server, "MATCH (a:Actormap {id: 'anna'}), (b:Actormap {id: 'bo'}) CREATE (a)-[:MEMBER_OF {id: 'x'}]->(b)")
    assert read(place) == small()
    assert status(place).counts["relationships"] == 2
    assert not load(place, small())


# --- step by step --------------------------------------------------------------------------------------------------------------------


@few
@given(first=snapshots(), second=snapshots(), share=st.floats(0.55, 1.0))
def test_a_load_in_steps_that_is_cut_off_is_refused_to_readers_and_taken_back_or_finished(in_steps, first, second, share):
    with in_steps.open() as store:
        in_steps.server.empty()
        store.load(first, origin("first"))
        cut = False
        try:
            difference = store.load(second, origin("second", ("b.csv", "2")), allow_mass_removal=True, progress=cut_at(share))
        except Cut:
            cut = True
        if not cut or not store_is_open(store):
            with pytest.raises(StoreBusy, match="undo"):
                store.read()
            with pytest.raises(StoreBusy, match="second"):
                store.status()
            undo(store)
            assert store.read() == first
            assert len(store.status().loads) == 1
            difference = store.load(second, origin("second", ("b.csv", "2")), allow_mass_removal=True)
        else:
            difference = store.load(second, origin("second", ("b.csv", "2")), allow_mass_removal=True)
        assert store.read() == second
        newest = store.status().loads[0]
        assert (newest.added, newest.changed, newest.removed) == (difference.added, difference.changed, difference.removed)


def store_is_open(store):
    try:
        store.read()
    except StoreBusy:
        return False
    return True


@few
@given(first=snapshots(), second=snapshots(), share=st.floats(0.55, 1.0))
def test_a_load_in_steps_that_is_cut_off_is_finished_by_the_same_load(in_steps, first, second, share):
    with in_steps.open() as store:
        in_steps.server.empty()
        whole = store.load(first, origin("first"))
        whole = store.load(second, origin("second"), dry_run=True)
        with suppress(Cut):
            store.load(second, origin("second"), allow_mass_removal=True, progress=cut_at(share))
        store.load(second, origin("second"), allow_mass_removal=True)
        assert store.read() == second
        newest = store.status().loads[0]
        if whole:
            assert (newest.added, newest.changed, newest.removed, newest.unchanged) == (
                whole.added,
                whole.changed,
                whole.removed,
                whole.unchanged,
            )
        assert query(in_steps.server, "MATCH (u:ActormapUndo) RETURN count(u) AS left") == [{"left": 0}]


def test_a_first_load_in_steps_that_is_taken_back_leaves_no_graph(in_steps):
    with in_steps.open() as store:
        with pytest.raises(Cut):
            store.load(small(), origin(), progress=cut_at(0.8))
        assert store.exists()
        assert undo(store) > 0
        assert not store.exists()


@few
@given(first=snapshots(), second=snapshots(), share=st.floats(0.55, 1.0))
def test_a_first_load_that_is_cut_off_keeps_nothing_to_undo_it_and_is_finished_by_the_same_load_or_another(in_steps, first, second, share):
    with in_steps.open() as store:
        for wanted in (first, second):
            in_steps.server.empty()
            with suppress(Cut):
                store.load(first, origin("first"), progress=cut_at(share))
            assert query(in_steps.server, "MATCH (u:ActormapUndo) RETURN count(u) AS kept") == [{"kept": 0}]
            store.load(wanted, origin("second"), allow_mass_removal=True)
            assert store.read() == wanted
            newest, before = store.status().loads[0], len(store.status().loads) - 1
            if not before:
                assert (newest.added, newest.changed, newest.removed) == (rows_of(wanted), 0, 0)


def rows_of(snapshot):
    return sum(len(getattr(snapshot, table)) for table in TABLES)


def test_taking_back_a_load_into_an_emptied_store_removes_all_of_it_and_nothing_of_somebody_elses(in_steps):
    before = make(in_steps.server)
    with in_steps.open() as store:
        store.load(small(), origin("old"))
        store.load(Snapshot(), origin("none"), allow_mass_removal=True)
        whole = replace(small(), coverage=(Requirement(network="ring", row="r", column="c"),))
        with pytest.raises(Cut):
            store.load(whole, origin("new"), progress=cut_at(1.0))
        cut_undo(store)
        store.undo()
        assert store.read() == Snapshot()
        assert [each.origin.workspace for each in store.status().loads] == ["none", "old"]
        assert query(in_steps.server, "MATCH (n:Actormap|ActormapCoverage) RETURN count(n) AS left") == [{"left": 0}]
    assert look(in_steps.server) == before


def test_an_unfinished_load_that_has_removed_everything_is_still_taken_back_to_the_graph_before_it(in_steps):
    with in_steps.open() as store:
        store.load(small(), origin("old"))
        for wanted in (Snapshot(), Snapshot.of([actor("cecilia")])):
            with pytest.raises(Cut):
                store.load(wanted, origin("new"), allow_mass_removal=True, progress=cut_at(1.0))
        store.undo()
        assert store.read() == small()


def test_taking_back_goes_on_where_it_was_interrupted(in_steps):
    with in_steps.open() as store:
        store.load(small(), origin())
        with pytest.raises(Cut):
            store.load(Snapshot.of([Municipality(id="bo", name="Bo")]), origin(), allow_mass_removal=True, progress=cut_at(1.0))
        cut_undo(store)
        store.undo()
        assert store.read() == small()


def test_another_load_may_follow_one_that_was_cut_off(in_steps):
    with in_steps.open() as store:
        with pytest.raises(Cut):
            store.load(small(), origin("first"), progress=cut_at(0.8))
        other = Snapshot.of([actor("cecilia")])
        store.load(other, origin("second"), allow_mass_removal=True)
        assert store.read() == other


def test_there_is_nothing_to_take_back_after_a_whole_load(place, tmp_path):
    load(place, small())
    with place.open() as store, pytest.raises(UsageError, match="no unfinished load"):
        undo(store)
    with SqlitePlace(tmp_path).open() as store, pytest.raises(UsageError, match="all or nothing"):
        undo(store)


def test_a_load_of_more_rows_than_one_transaction_takes_is_written_in_steps(place):
    seen = []

    def look_in(done, total):
        if done > total / 2:
            with place.open() as other, suppress(StoreBusy):
                seen.append(other.read())

    with Neo4jStore(place.server.uri, limit=5) as store:
        store.load(small(), origin(), progress=look_in)
    assert seen == []
    assert read(place) == small()


# --- copies --------------------------------------------------------------------------------------------------------------------------


def test_a_copy_to_neo4j_and_back_is_the_same_graph(place, tmp_path):
    gria = workspace.read("gria")
    first, last = SqlitePlace(tmp_path / "a"), SqlitePlace(tmp_path / "b")
    load(first, gria.snapshot, origin=replace(origin("GRIA", *gria.files), settings='{"title":"GRIA"}'))
    with first.open() as sqlite, place.open() as neo4j, last.open() as back:
        assert copy(sqlite, neo4j, "2026-01-31T00:00:00+00:00").added == sum(sqlite.status().counts.values())
        copy(neo4j, back, "2026-01-31T00:00:01+00:00")
        assert back.read() == gria.snapshot
        assert backup_bytes(back.read(), tmp_path) == backup_bytes(neo4j.read(), tmp_path)
        assert back.status().loads[0].origin == Origin("GRIA", "2026-01-31T00:00:01+00:00", gria.files, '{"title":"GRIA"}')


def backup_bytes(snapshot, folder):
    backup(snapshot, folder / "graph.gz")
    return (folder / "graph.gz").read_bytes()


def test_an_address_opens_the_store(place):
    with open_store(place.server.uri) as store:
        store.load(small(), origin())
        assert store.read() == small()
