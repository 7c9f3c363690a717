"""Claims about the embedded store alone: its file, its views, its versions, and what it says when the machine says no."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from actormap.errors import MassRemoval, StoreBusy, StoreTooNew, StoreUnreachable
from actormap.model import (
    NODE_TABLES,
    Actor,
    Document,
    Evidence,
    Municipality,
    Network,
    Project,
    Relationship,
    Requirement,
    Snapshot,
    Theme,
)
from actormap.store import Origin, open_store
from actormap.store.fields import forms
from actormap.store.sqlite import SqliteStore, schema, statements
from actormap.vocabulary import Vocabulary
from tests.store.disks import NotHere, any_disk, read_only, small_disk
from tests.store.generated import graph
from tests.store.places import SqlitePlace, load, origin, read, small, tie

ROOT = Path(__file__).resolve().parent.parent.parent
VIEWS = ("v_coverage", "v_evidence", "v_loads", "v_members", "v_nodes", "v_projects", "v_relationships", "v_statuses")


@pytest.fixture
def place(tmp_path):
    return SqlitePlace(tmp_path)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "graph.sqlite"


@contextmanager
def tool(path):
    """Open the file as any SQLite tool does."""
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        yield db
        db.commit()


def ask(path, question):
    with tool(path) as db:
        return [dict(row) for row in db.execute(question)]


def one(path, question):
    (row,) = ask(path, question)
    return next(iter(row.values()))


def rich():
    """Return a graph with a project, its owner, a member that said no, and documents."""
    nodes = [
        Actor(id="gr", name="Göteborgsregionen", kind="regional_federation"),
        Actor(id="af", name="Arbetsförmedlingen", kind="national_authority", aliases=("AF", "Af"), attributes=(("färg", "blå"),)),
        Municipality(id="ale", name="Ale", code="1440"),
        Network(id="gria", name="GRIA", kind="network"),
        Project(id="p", name="Vägen in", kind="project", total_budget_sek=2000.0, esf_support_sek=939.6),
        Theme(id="avhopp", name="avhopp", kind="problem_area"),
        Document(id="d1", title="Rapport"),
        Document(id="d2", title="Protokoll"),
    ]
    ties = [
        Relationship(source="gr", type="owns", target="p", evidence=(Evidence(document="d1"),)),
        Relationship(
            source="ale",
            type="participates_in",
            target="p",
            role="skola",
            evidence=(
                Evidence(document="d2", status="implied", confidence=0.4),
                Evidence(document="d1", status="stated", valid_to="2014", confidence=0.9, locator="s. 3"),
                Evidence(document="d1", status="planned", valid_to="2015"),
            ),
        ),
        Relationship(source="p", type="active_in", target="ale", evidence=(Evidence(),)),
        Relationship(source="af", type="member_of", target="gria", evidence=(Evidence(status="denied", document="d2"),)),
        Relationship(source="gr", type="coordinates", target="gria", evidence=(Evidence(),)),
    ]
    return Snapshot.of(
        nodes, ties, [Requirement(network="gria", row="skola", column="norr", municipality="ale", theme="avhopp", answer="no")]
    )


# --- the file, as any tool sees it ---------------------------------------------------------------------------------------------------


def test_the_file_says_whose_it_is_and_its_version(place, path):
    load(place, small())
    assert one(path, "PRAGMA application_id") == int.from_bytes(b"Actm", "big")
    assert one(path, "PRAGMA user_version") == schema.latest() == 2


def test_the_columns_of_each_table_are_the_fields_of_its_record(place, path):
    load(place, small())
    for table, kind in NODE_TABLES.items():
        assert [row["name"] for row in ask(path, f"PRAGMA table_info({table})")] == list(forms(kind))
    assert [row["name"] for row in ask(path, "PRAGMA table_info(evidence)")] == ["relationship", "position", *forms(Evidence)]
    assert [row["name"] for row in ask(path, "PRAGMA table_info(coverage)")] == ["id", *forms(Requirement)]


def test_every_table_and_view_explains_itself_in_the_file(place, path):
    load(place, small())
    rows = ask(path, "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view')")
    assert len(rows) > 15
    assert [row["name"] for row in rows if "-- " not in row["sql"]] == []


def test_a_tool_reads_aliases_and_attributes(place, path):
    load(place, rich())
    assert ask(path, "SELECT aliases, json_extract(attributes, '$.färg') AS colour FROM actors WHERE id = 'af'") == [
        {"aliases": "AF|Af", "colour": "blå"}
    ]


def test_relationships_to_nothing_cannot_be_written_by_hand(place, path):
    load(place, small())
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("INSERT INTO relationships (id, source, type, target) VALUES ('x', 'anna', 'owns', 'nowhere')")
        with pytest.raises(sqlite3.IntegrityError):
            db.commit()


def test_the_journal_is_the_one_that_works_on_network_drives(place, path):
    load(place, small())
    assert one(path, "PRAGMA journal_mode") == "delete"


def test_a_load_takes_back_the_journal_that_somebody_has_changed(place, path):
    load(place, small())
    assert one(path, "PRAGMA journal_mode = WAL") == "wal"
    load(place, rich(), allow_mass_removal=True)
    assert one(path, "PRAGMA journal_mode") == "delete"
    assert read(place) == rich()


def test_nothing_is_left_beside_the_file(place, path):
    load(place, small())
    read(place)
    assert list(path.parent.iterdir()) == [path]


# --- the views -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_answers(place, path, view):
    load(place, rich())
    assert ask(path, f"SELECT * FROM {view}")  # noqa: S608  # a name from the list above


def test_there_are_no_other_views_than_those_asked_here(place, path):
    load(place, small())
    assert tuple(row["name"] for row in ask(path, "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")) == VIEWS


def test_a_relationship_is_seen_with_names_best_status_and_documents(place, path):
    load(place, rich())
    (row,) = ask(path, "SELECT * FROM v_relationships WHERE type = 'participates_in'")
    assert (row["source_name"], row["target_name"], row["source_node"], row["target_node"]) == (
        "Ale",
        "Vägen in",
        "municipality",
        "project",
    )
    assert (row["status"], row["documents"], row["statements"]) == ("stated", 2, 3)
    assert (row["valid_to"], row["confidence"]) == ("2015", 0.9)


def test_a_status_that_the_views_do_not_know_is_the_weakest(place, path):
    evidence = (Evidence(status="rumoured"), Evidence(status="denied"))
    load(place, Snapshot.of([replace(actor, region=None) for actor in small().nodes()], [tie("anna", "ring", *evidence)]))
    assert one(path, "SELECT status FROM v_relationships") == "denied"


def test_evidence_is_seen_with_the_title_of_its_document(place, path):
    load(place, rich())
    rows = ask(path, "SELECT source_name, document_title, locator FROM v_evidence WHERE role = 'skola' AND locator IS NOT NULL")
    assert rows == [{"source_name": "Ale", "document_title": "Rapport", "locator": "s. 3"}]


def test_members_are_those_whose_membership_is_not_denied_or_only_planned(place, path):
    load(place, rich())
    members = ask(path, "SELECT venue_name, member_name, type FROM v_members ORDER BY venue_name, member_name")
    assert [tuple(row.values()) for row in members] == [
        ("GRIA", "Göteborgsregionen", "coordinates"),
        ("Vägen in", "Ale", "participates_in"),
        ("Vägen in", "Göteborgsregionen", "owns"),
    ]


def test_a_project_is_seen_with_its_owner_and_the_share_the_fund_bears(place, path):
    load(place, rich())
    (row,) = ask(path, "SELECT owners, members, municipalities, esf_support_percent FROM v_projects")
    assert row == {"owners": "Göteborgsregionen", "members": 2, "municipalities": 1, "esf_support_percent": 46.98}


def test_coverage_is_seen_with_names(place, path):
    load(place, rich())
    (row,) = ask(path, "SELECT network_name, municipality, theme, answer FROM v_coverage")
    assert row == {"network_name": "GRIA", "municipality": "Ale", "theme": "avhopp", "answer": "no"}


def test_the_views_weigh_statuses_as_the_vocabulary_does(place, path):
    load(place, small())
    vocabulary = Vocabulary.load()
    rows = ask(path, "SELECT status, makes_ties FROM v_statuses ORDER BY rank")
    assert [row["status"] for row in rows] == list(vocabulary.statuses)
    assert tuple(row["status"] for row in rows if row["makes_ties"]) == vocabulary.default_statuses()


@pytest.mark.parametrize("type_", sorted(Vocabulary.load().types))
def test_a_type_makes_members_if_the_vocabulary_says_that_it_makes_affiliations(place, path, type_):
    nodes = [Actor(id="a", name="A", kind="unit"), Network(id="n", name="N", kind="network")]
    load(place, Snapshot.of(nodes, [Relationship(source="a", type=type_, target="n", evidence=(Evidence(),))]))
    assert bool(ask(path, "SELECT * FROM v_members")) == (type_ in Vocabulary.load().types_of_view("affiliation"))


# --- versions ------------------------------------------------------------------------------------------------------------------------


def first_version(path):
    """Make the store that the first version of the schema would have made of one actor."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        statements.run(db, schema.migrations()[0])
        db.execute("INSERT INTO nodes VALUES ('anna', 'actor')")
        db.execute("INSERT INTO actors (id, name, kind) VALUES ('anna', 'Anna', 'unit')")


def test_an_older_store_is_brought_up_to_date_when_it_is_read(place, path):
    first_version(path)
    assert [actor.id for actor in read(place).actors] == ["anna"]
    assert one(path, "PRAGMA user_version") == schema.latest()
    assert one(path, "SELECT name FROM v_nodes") == "Anna"


def test_an_older_store_is_brought_up_to_date_by_a_load(place, path):
    first_version(path)
    assert load(place, small()).tables["actors"].unchanged == 1
    assert one(path, "PRAGMA user_version") == schema.latest()


def test_a_dry_run_leaves_an_older_store_at_its_version(place, path):
    first_version(path)
    before = path.read_bytes()
    load(place, small(), dry_run=True)
    assert path.read_bytes() == before


def test_a_load_that_fails_leaves_an_older_store_at_its_version(place, path):
    first_version(path)
    with pytest.raises(MassRemoval):
        load(place, Snapshot())
    assert one(path, "PRAGMA user_version") == 1


def test_the_schema_files_are_numbered_from_one_without_a_gap():
    assert [int(name.removeprefix("schema/")[:3]) for name in schema.migrations()] == list(range(1, schema.latest() + 1))


def test_a_newer_store_is_refused_with_both_numbers(place, path):
    load(place, small())
    ask(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    for verb in (read, lambda place: load(place, Snapshot())):
        with pytest.raises(StoreTooNew, match=r"graph\.sqlite has schema version 99, and this actormap knows up to 2.*Update"):
            verb(place)
    assert path.read_bytes() == before


# --- files that are no store ---------------------------------------------------------------------------------------------------------


def refused(place, path, sentence, *, error=StoreUnreachable):
    """Claim that loading and reading are refused in that sentence, and that the file stays as it is."""
    before = path.read_bytes() if path.is_file() else None
    for verb in (lambda: load(place, small()), lambda: load(place, small(), dry_run=True), lambda: read(place)):
        with pytest.raises(error, match=sentence) as found:
            verb()
        assert str(path) in str(found.value)
        assert found.value.hint
        assert found.value.exit_code == 3
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(place, path):
    path.write_text("id;namn\n1;Ale\n" * 100, encoding="utf-8")
    refused(place, path, "is no database")


def test_another_applications_database_is_refused_and_left_alone(place, path):
    ask(path, "CREATE TABLE kunder (id)")
    refused(place, path, "another application's database")


def test_another_applications_database_is_left_in_its_own_journal_mode(place, path):
    ask(path, "CREATE TABLE kunder (id)")
    ask(path, "PRAGMA journal_mode = WAL")
    refused(place, path, "another application's database")
    assert one(path, "PRAGMA journal_mode") == "wal"


def test_a_database_that_another_application_has_only_signed_is_refused(place, path):
    with tool(path) as db:
        db.execute("PRAGMA application_id = 7")
        db.execute("CREATE TABLE t (x)")
        db.execute("DROP TABLE t")
    refused(place, path, "another application's database")


def test_an_empty_file_is_as_good_as_none(place, path):
    path.touch()
    with pytest.raises(StoreUnreachable, match="holds no graph yet"):
        read(place)
    load(place, small(), dry_run=True)
    assert path.stat().st_size == 0
    load(place, small())
    assert read(place) == small()


def test_a_folder_is_no_store(place, path):
    path.mkdir()
    refused(place, path, "is a folder")


def test_a_path_through_a_file_is_refused(tmp_path):
    (tmp_path / "fil").write_text("här", encoding="utf-8")
    with open_store("sqlite:///fil/graph.sqlite", base=tmp_path) as store, pytest.raises(StoreUnreachable, match="cannot be used"):
        store.load(small(), origin())


def test_a_damaged_database_is_refused(place, path):
    load(place, graph(400, 2000))
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreUnreachable, match="damaged"):
        read(place)


def test_a_database_that_is_cut_off_is_refused(place, path):
    load(place, graph(400, 2000))
    path.write_bytes(path.read_bytes()[: 4096 * 3])
    with pytest.raises(StoreUnreachable, match="damaged"):
        read(place)


@pytest.mark.parametrize("value", ["'{'", "'[1]'", "7", "CAST(x'ff' AS TEXT)"])
def test_a_row_that_somebody_has_spoilt_by_hand_is_said_and_mended_by_a_load(place, path, value):
    load(place, small())
    ask(path, f"UPDATE actors SET attributes = {value} WHERE id = 'bo'")  # noqa: S608  # what somebody types into a tool
    with pytest.raises(StoreUnreachable, match=r"graph\.sqlite"):
        read(place)
    load(place, small())
    assert read(place) == small()


def test_a_relationship_that_somebody_has_redirected_by_hand_is_put_back_by_a_load(place, path):
    load(place, small())
    ask(path, "UPDATE relationships SET source = 'anna', role = 'ny'")
    assert len(load(place, small()).tables["relationships"].changed) == 2
    assert read(place) == small()


def test_a_journal_without_its_database_is_no_hindrance(place, path):
    path.with_name("graph.sqlite-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600)
    load(place, small())
    assert read(place) == small()


# --- others, and disks ---------------------------------------------------------------------------------------------------------------


def test_a_tool_that_is_writing_makes_the_store_busy(place, path):
    load(place, small())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for verb in ("read", "load"):
            with place.open(busy_seconds=0.05) as store, pytest.raises(StoreBusy, match="somebody else"):
                store.read() if verb == "read" else store.load(Snapshot(), origin())
        other.execute("ROLLBACK")
    assert read(place) == small()


def test_a_tool_that_reads_for_long_makes_the_commit_busy_and_nothing_is_written(place, path):
    load(place, small())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM actors").fetchone()
        with place.open(busy_seconds=0.05) as store, pytest.raises(StoreBusy):
            store.load(rich(), origin(), allow_mass_removal=True)
        other.execute("ROLLBACK")
    assert read(place) == small()


def test_a_full_disk_is_said_and_the_old_graph_stays(tmp_path):
    try:
        with small_disk(tmp_path / "disk", kilobytes=600) as folder:
            place = SqlitePlace(folder)
            load(place, small())
            with pytest.raises(StoreUnreachable, match=r"no room left for .*graph\.sqlite.*Nothing has been changed"):
                load(place, graph(2000, 10_000), allow_mass_removal=True)
            assert read(place) == small()
            assert [file.name for file in folder.iterdir()] == ["graph.sqlite"]
    except NotHere as reason:
        pytest.skip(str(reason))


def test_a_full_disk_at_the_first_load_leaves_no_graph(tmp_path):
    try:
        with small_disk(tmp_path / "disk", kilobytes=600) as folder:
            place = SqlitePlace(folder)
            with pytest.raises(StoreUnreachable, match="no room left"):
                load(place, graph(2000, 10_000))
            with place.open() as store:
                assert not store.exists()
            load(place, small())
            assert read(place) == small()
    except NotHere as reason:
        pytest.skip(str(reason))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_file_that_may_not_grow_is_said_and_the_old_graph_stays(place, path):
    load(place, small())
    code = """
import resource, sys
from pathlib import Path
from actormap.errors import StoreUnreachable
from tests.store.generated import graph
from tests.store.places import SqlitePlace, load
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    load(SqlitePlace(Path(sys.argv[1])), graph(2000, 10_000), allow_mass_removal=True)
except StoreUnreachable as error:
    print(error)
"""
    command = [sys.executable, "-c", code, path.parent]
    told = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True, encoding="utf-8").stdout
    assert "graph.sqlite" in told
    assert "Nothing has been changed." in told
    assert read(place) == small()


def test_a_read_only_disk_can_be_read_and_asked_but_not_loaded(tmp_path):
    try:
        with any_disk(tmp_path / "disk") as folder:
            place = SqlitePlace(folder)
            load(place, small())
            with read_only(folder):
                assert read(place) == small()
                assert load(place, Snapshot(), dry_run=True).removed == 6
                with pytest.raises(StoreUnreachable, match=r"graph\.sqlite.*read-only.*folder of your own"):
                    load(place, rich(), allow_mass_removal=True)
            assert read(place) == small()
    except NotHere as reason:
        pytest.skip(str(reason))


def test_a_new_store_on_a_read_only_disk_is_refused(tmp_path):
    try:
        with any_disk(tmp_path / "disk") as folder, read_only(folder):
            with pytest.raises(StoreUnreachable, match=r"graph\.sqlite.*cannot be opened"):
                load(SqlitePlace(folder), small())
            with pytest.raises(StoreUnreachable, match="cannot be used"):
                load(SqlitePlace(folder / "ny"), small())
    except NotHere as reason:
        pytest.skip(str(reason))


# --- in memory -----------------------------------------------------------------------------------------------------------------------


def test_a_store_in_memory_holds_its_graph_while_it_is_open():
    with open_store("sqlite:///:memory:") as store:
        assert store.exists()
        assert store.read() == Snapshot()
        assert store.load(rich(), Origin("w", "2025")).added == 14
        assert store.read() == rich()
        assert not store.load(rich(), Origin("w", "2025"))
        assert store.status().counts["actors"] == 2


def test_two_stores_in_memory_are_two():
    with SqliteStore(None) as first, SqliteStore(None) as second:
        first.load(small(), origin())
        assert second.read() == Snapshot()
