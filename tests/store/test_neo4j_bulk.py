"""Claims about the files for Neo4j's own bulk import, which really imports them, and about a server with little memory."""

from __future__ import annotations

import shlex

import pytest
from neo4j.exceptions import Neo4jError

from actormap import workspace
from actormap.errors import InputError
from actormap.model.records import Actor, Evidence, Relationship, Requirement, Snapshot
from actormap.store.neo4j import Neo4jStore
from actormap.store.neo4j.bulk import write_import_files
from actormap.store.neo4j.connection import Connection
from actormap.store.neo4j.error_messages import is_memory
from tests.neo4j_lines import CURRENT, LONG_TERM
from tests.neo4j_server import Server
from tests.store.neo4j_places import server
from tests.store.places import actor, origin, tie

MEMORY = 16  # megabytes


def awkward():
    """Return GRIA with texts beside it that a CSV file could stumble over."""
    gria = workspace.read("gria").snapshot
    odd = Actor(
        id="odd",
        name='x"y\n\\z, ;',
        kind="",
        note="",
        aliases=("a;b", "ö\x1f", "'"),
        attributes=(("k", 'v"\n'),),
        document="\r\n",
        locator=",",
    )
    pieces = (Evidence(note="", level=3, weight=1.5), Evidence(document="x\ny", confidence=0.5), Evidence())
    ties = [
        Relationship(source="odd", type="owns", target="gria", role="", evidence=pieces),
        Relationship(source="odd", type="owns", target="gr", evidence=()),
        Relationship(source="odd", type="wéird `type`", target="gr", role="q", evidence=(Evidence(), Evidence())),
    ]
    lines = [Requirement(network="gria", row="r", column="c", weight=2.5, minimum=3)]
    return Snapshot.of([*gria.nodes(), odd], [*gria.relationships, *ties], lines)


@pytest.fixture(params=[LONG_TERM, CURRENT], ids=lambda line: line.name, scope="module")
def imported(request, tmp_path_factory):
    """Return a server of its own that holds what has been imported, and that lets transactions have little memory."""
    model = server(request.param)  # the jars and the Java of the shared server, in a home of its own
    home = Server(model.line, tmp_path_factory.mktemp("bulk") / "home", model.jars, model.java, flags=model.flags)
    home.prepare(f"dbms.memory.transaction.total.max={MEMORY}m")
    command = write_import_files(awkward(), origin(), home.home / "import")
    program, *arguments = shlex.split(command)
    assert program == "neo4j-admin"
    told = home.admin(*(one.replace("=", f"={home.home / 'import'}/") if one.endswith(".csv") else one for one in arguments))
    assert told.returncode == 0, told.stderr
    try:
        home.start()
        yield home
    finally:
        home.kill()


class Waiting:
    """How many answers a connection waits for, each time it asks after the server has had too little memory."""

    def __init__(self, monkeypatch):
        self.short, self.open, self.at_once = False, 0, []
        asked = Connection.asked

        def counted(connection, name, **parameters):
            self.open += 1
            self.at_once += [self.open] if self.short else []
            answer = asked(connection, name, **parameters)

            def ended():
                try:
                    return answer()
                except Neo4jError as error:
                    self.short = self.short or is_memory(error)
                    raise
                finally:
                    self.open -= 1

            return ended

        monkeypatch.setattr(Connection, "asked", counted)


@pytest.fixture
def password(imported, monkeypatch):
    for name, value in imported.environment().items():
        monkeypatch.setenv(name, value)


@pytest.mark.usefixtures("password")
def test_what_is_imported_is_the_graph_and_the_next_load_goes_on_from_there(imported):
    snapshot = awkward()
    with Neo4jStore(imported.uri) as store:
        assert store.read() == snapshot
        assert store.status().loads[0].added == sum(store.status().counts.values())
        assert not store.load(snapshot, origin())
        more = Snapshot.of([*snapshot.nodes(), actor("ny")], snapshot.relationships, snapshot.coverage)
        assert store.load(more, origin()).added == 1


@pytest.mark.usefixtures("password")
def test_a_page_too_large_for_the_server_is_asked_for_in_parts(imported, monkeypatch):
    monkeypatch.setattr("actormap.store.neo4j.writing.ROWS", 2)
    monkeypatch.setattr("actormap.store.neo4j.writing.FIRST_ROWS", 2)
    imported.empty()
    long = Snapshot.of([actor(f"a{number}", note="å" * 800_000) for number in range(2 * MEMORY)])
    with Neo4jStore(imported.uri) as store:
        store.load(long, origin())
    for page in (5_000, 8):  # more than there are, and of which there are several
        with monkeypatch.context() as within, Neo4jStore(imported.uri, page=page) as store:
            waiting = Waiting(within)
            assert store.read() == long
        # What two answers at once have no room for is asked for one at a time from then on.
        assert waiting.short
        assert max(waiting.at_once) == 1


def test_the_same_graph_gives_the_same_files(tmp_path):
    commands = {write_import_files(awkward(), origin(), tmp_path / name) for name in "ab"}
    assert len(commands) == 1
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_what_no_store_can_keep_is_not_written_either(tmp_path):
    with pytest.raises(InputError, match="neither in the records"):
        write_import_files(Snapshot.of([actor("a")], [tie("a", "nowhere")]), origin(), tmp_path)
    assert list(tmp_path.iterdir()) == []
