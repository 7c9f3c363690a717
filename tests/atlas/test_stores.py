"""What a workspace names is not what the user names: no server is asked, and no shared store changed, on a workspace's word alone."""

from __future__ import annotations

import socket
import sys
from contextlib import closing
from dataclasses import replace
from threading import Thread

import pytest

from actormap import open as open_atlas
from actormap import workspace as workspaces
from actormap.atlas import stores, sync, trust
from actormap.errors import ForeignStore, InputError, UntrustedStore
from tests.store import disks

TABLES = {
    "actors.csv": "id,name,kind\na,A,unit\n",
    "networks.csv": "id,name,kind\nn,N,network\n",
    "relationships.csv": "source,type,target\na,member_of,n\n",
}
ANOTHER = "id,name,kind\na,A,unit\nb,B,unit\n"


@pytest.fixture(autouse=True)
def configured(monkeypatch, tmp_path):
    """Keep what is trusted in a folder of the test's own."""
    monkeypatch.setenv("ACTORMAP_CONFIG", str(tmp_path / "config"))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("NEO4J_PASSWORD", "secret-of-mine")


@pytest.fixture
def server():
    """Return the address of somebody who listens and writes down what is sent there."""
    heard = []
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:

        def listen():
            try:
                while True:
                    visitor, _ = listening.accept()
                    heard.append(visitor.recv(4096))
                    visitor.close()
            except OSError:
                return

        Thread(target=listen, daemon=True).start()
        yield f"bolt://127.0.0.1:{listening.getsockname()[1]}", heard
        listening.shutdown(socket.SHUT_RDWR)


def test_what_is_trusted_is_kept_where_the_system_keeps_such_things_unless_a_folder_is_named(monkeypatch, tmp_path):
    assert trust.path() == tmp_path / "config" / trust.NAME
    monkeypatch.delenv("ACTORMAP_CONFIG")
    assert trust.path().is_absolute()
    assert trust.path().parent.name == "actormap"


def made(folder, settings="", **tables):
    folder.mkdir()
    for name, text in {**TABLES, **{f"{name}.csv": text for name, text in tables.items()}, "actormap.toml": settings}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_server_that_only_the_workspace_names_hears_nothing(tmp_path, server, in_english):
    address, heard = server
    mine = made(tmp_path / "mine", f'store = "{address}"\n')
    for command in ("status", "load"):
        answer = in_english(command, mine)
        assert answer.code == 2
        assert f"keeps its graph at {address}, a server that you have not named" in answer.err
    for command in (("gaps",), ("query", "who_takes_part"), ("backup", tmp_path / "b.gz"), ("map",), ("load", "--undo")):
        answer = in_english(*command, "--workspace", mine)
        assert answer.code == 2, answer
        assert answer.err.count(address) == 1
    assert heard == []


@pytest.mark.parametrize("named", ["NEO4J_URI", "trust", "store"])
def test_a_server_that_the_user_has_named_or_trusted_is_asked(tmp_path, server, monkeypatch, actormap_says, named):
    address, heard = server
    mine = made(tmp_path / "mine", f'store = "{address}"\n')
    if named == "NEO4J_URI":
        monkeypatch.setenv("NEO4J_URI", address)
    if named == "trust":
        assert actormap_says("trust", mine).code == 0
    answer = actormap_says("status", mine, *(["--store", address] if named == "store" else []))
    assert answer.code == 3  # nobody there is a Neo4j server
    assert heard


def test_trust_is_of_one_workspace_and_one_server_and_can_be_taken_back(tmp_path, actormap_says):
    settings = 'store = "bolt://127.0.0.1:1"\n'
    mine, other = made(tmp_path / "mine", settings), made(tmp_path / "other", settings)
    actormap_says("trust", mine)
    assert trust.servers(mine) == ("bolt://127.0.0.1:1",)
    assert trust.servers(other) == ()
    (mine / "actormap.toml").write_text('store = "bolt://127.0.0.1:2"\n', encoding="utf-8")
    with pytest.raises(UntrustedStore):
        stores.address(workspaces.read(mine), None)
    assert "inte längre" in actormap_says("trust", mine, "--undo").err
    assert trust.servers(mine) == ()


def test_of_a_server_that_is_sent_nothing_nothing_is_said_but_that(tmp_path, in_english):
    mine = made(tmp_path / "mine", 'store = "bolt://db.example"\n')
    assert list(stores.remarks(workspaces.read(mine), None)) == []
    assert "unencrypted" not in in_english("load", mine).err
    in_english("trust", mine)
    assert [remark.key for remark in stores.remarks(workspaces.read(mine), None)] == ["unencrypted"]


def test_nothing_is_trusted_where_no_server_is_named(tmp_path, in_english):
    answer = in_english("trust", made(tmp_path / "mine"))
    assert answer.code == 2
    assert "names no server" in answer.err
    assert not trust.path().exists()


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1}', '{"a": [{}, 1]}', "[" * 100_000])
def test_a_list_of_trust_that_cannot_be_read_trusts_nobody_and_says_so(tmp_path, text):
    trust.path().parent.mkdir()
    trust.path().write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"trusted\.json.*Remove it"):
        stores.address(workspaces.read(made(tmp_path / "mine", 'store = "bolt://127.0.0.1:1"\n')), None)


def test_a_place_where_no_trust_can_be_kept_is_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("ACTORMAP_CONFIG", str(tmp_path / "file" / "folder"))
    with pytest.raises(InputError, match=r"trusted\.json"):
        trust.add(tmp_path, "bolt://127.0.0.1:1")


def test_the_way_to_another_machine_is_said_to_be_unencrypted_and_to_this_one_not():
    said = {
        address: [remark.key for remark in stores.remarks(None, address)]
        for address in ("bolt://db.example:7687", "neo4j://db.example", "neo4j+s://db.example", "bolt+ssc://db.example")
    }
    assert [len(keys) for keys in said.values()] == [1, 1, 0, 0]
    assert [list(stores.remarks(None, address)) for address in ("bolt://localhost", "bolt://127.0.0.1:7687", "bolt://[::1]:7687")] == [
        []
    ] * 3
    assert next(stores.remarks(None, "bolt://db.example:7687")).values == {"host": "db.example"}


def test_a_store_outside_the_workspace_is_said_read_as_it_is_and_changed_by_load_alone(tmp_path, actormap_says):
    mine = made(tmp_path / "mine", 'title = "Mine"\nlanguage = "en"\nstore = "sqlite:///../shared.sqlite"\n')
    assert "lies outside its folder" in actormap_says("load", mine).err
    (mine / "actors.csv").write_text(ANOTHER, encoding="utf-8")
    answer = actormap_says("gaps", "--workspace", mine)
    assert "The store holds something else than the files of Mine" in answer.err
    assert [actor.id for actor in open_atlas(mine).snapshot.actors] == ["a"]
    actormap_says("load", mine)
    assert [actor.id for actor in open_atlas(mine).snapshot.actors] == ["a", "b"]
    assert "something else" not in actormap_says("gaps", "--workspace", mine).err


def test_a_store_in_the_folder_follows_the_files(tmp_path):
    mine = made(tmp_path / "mine", 'store = "sqlite:///own.sqlite"\n')
    assert len(open_atlas(mine).snapshot.actors) == 1
    (mine / "actors.csv").write_text(ANOTHER, encoding="utf-8")
    atlas = open_atlas(mine)
    assert len(atlas.snapshot.actors) == 2
    assert atlas.remarks == ()


def test_two_workspaces_do_not_share_a_store_unasked(tmp_path):
    shared = f"sqlite:///{(tmp_path / 'shared.sqlite').as_posix()}"
    mine, other = (workspaces.read(made(tmp_path / name, f'title = "{name.title()}"\n')) for name in ("mine", "other"))
    sync.load(mine, store=shared)
    with pytest.raises(ForeignStore, match=r"The store holds the workspace Mine, and this is Other\."):
        sync.load(other, store=shared)
    assert sync.load(mine, store=shared).added == 0
    sync.load(other, store=shared, merge=True)
    sync.load(other, store=shared, allow_mass_removal=True)


def test_a_link_out_of_the_workspace_makes_no_store_its_own(tmp_path, actormap_says):
    mine = made(tmp_path / "mine", 'title = "Mine"\nlanguage = "en"\n')
    sync.load(workspaces.read(mine), store=f"sqlite:///{(tmp_path / 'elsewhere' / 'graph.sqlite').as_posix()}")
    try:
        (mine / ".actormap").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    except OSError:
        pytest.skip("this user may make no links")
    (mine / "actors.csv").write_text(ANOTHER, encoding="utf-8")
    said = actormap_says("centrality", "--workspace", mine, "--no-certainty").err
    assert "lies outside its folder" in said
    assert "The store holds something else" in said
    assert len(open_atlas(mine).snapshot.actors) == 1


def test_two_workbooks_in_a_folder_have_a_store_each(tmp_path, actormap_says):
    for name in ("one", "two?" if sys.platform != "win32" else "two"):
        # An address holds no question mark, and the name of a file may.
        assert actormap_says("init", tmp_path / f"{name}.xlsx", "--xlsx").code == 0
        assert actormap_says("load", tmp_path / f"{name}.xlsx").code == 0
    first, second = sorted(path.name for path in (tmp_path / ".actormap").glob("*.sqlite"))
    assert first == "one.xlsx.sqlite"
    assert second.startswith("two")


def test_a_workspace_that_may_only_be_read_is_asked_in_memory(tmp_path, actormap_says):
    try:
        with disks.any_disk(tmp_path / "share") as share:
            mine = made(share / "mine", 'title = "Mine"\nlanguage = "en"\n')
            with disks.read_only(share):
                answer = actormap_says("centrality", "--workspace", mine, "--no-certainty", "--format", "csv")
                assert answer.code == 0
                assert answer.err == "The folder of Mine may not be written: the graph is made in memory, and nothing is kept.\n"
                assert actormap_says("load", mine).code == 3
            assert actormap_says("load", mine).code == 0
            with disks.read_only(share):
                assert actormap_says("centrality", "--workspace", mine, "--no-certainty", "--format", "csv") == replace(answer, err="")
    except disks.NotHere as why:
        pytest.skip(str(why))


def test_a_store_in_memory_holds_the_workspace(tmp_path, ask, actormap_says):
    mine, memory = made(tmp_path / "mine"), ("--store", "sqlite:///:memory:")
    assert [row["id"] for row in ask("centrality", "--workspace", mine, *memory, "--no-certainty")["rows"]] == ["a", "n"]
    assert ask("query", "members-of", "--workspace", mine, *memory, "--param", "network=n")["rows"][0]["id"] == "a"
    assert "sqlite:///:memory:" in actormap_says("status", mine, *memory).err
    assert not (mine / ".actormap").exists()
    assert "No workspace is named" in actormap_says("gaps", *memory).err
