"""Claims about the addresses of stores."""

from __future__ import annotations

import subprocess
import sys
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from actormap.errors import UsageError
from actormap.store import Origin, open_store
from actormap.store.address import located, path_text
from tests.store.places import small


def test_a_relative_address_counts_from_the_base(tmp_path):
    assert open_store("sqlite:///a/b.sqlite", base=tmp_path).path == tmp_path / "a" / "b.sqlite"


def test_without_a_base_it_counts_from_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert open_store("sqlite:///b.sqlite").path == tmp_path / "b.sqlite"


def test_four_slashes_count_from_the_root():
    assert located(path_text("sqlite:////srv/graph.sqlite"), PurePosixPath("/home")) == PurePosixPath("/srv/graph.sqlite")


@pytest.mark.parametrize("address", ["sqlite:///C:/kartor/graph.sqlite", r"sqlite:///C:\kartor\graph.sqlite"])
def test_a_drive_letter_counts_from_the_drive(address):
    assert located(path_text(address), PureWindowsPath("D:/annat")) == PureWindowsPath("C:/kartor/graph.sqlite")


def test_a_network_folder_of_windows_has_five_slashes():
    found = located(path_text("sqlite://///server/delat/graph.sqlite"), PureWindowsPath("D:/annat"))
    assert found == PureWindowsPath("//server/delat/graph.sqlite")


def test_nothing_in_a_path_is_decoded(tmp_path):
    assert open_store("sqlite:///50%20 #å.sqlite", base=tmp_path).path == tmp_path / "50%20 #å.sqlite"


def test_a_scheme_may_be_written_in_capitals(tmp_path):
    assert open_store("SQLite:///a.sqlite", base=tmp_path).path == tmp_path / "a.sqlite"


def test_neo4j_alone_is_the_server_that_the_environment_names(monkeypatch):
    monkeypatch.setenv("NEO4J_URI", "Bolt://localhost:7688")
    assert open_store("neo4j").uri == "bolt://localhost:7688"


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        (None, "NEO4J_URI is not set"),
        ("neo4j", "NEO4J_URI is no address"),
        ("localhost:7687", "NEO4J_URI is no address"),
        ("sqlite:///graph.sqlite", "NEO4J_URI is no address"),
        ("neo4j://anna:hemligt@localhost", "holds a user name or a password"),
    ],
)
def test_an_environment_that_names_no_server_is_said_and_not_repeated(monkeypatch, named, sentence):
    monkeypatch.delenv("NEO4J_URI", raising=False)
    if named:
        monkeypatch.setenv("NEO4J_URI", named)
    with pytest.raises(UsageError, match=sentence) as refused:
        open_store("neo4j")
    assert "hemligt" not in str(refused.value)


def test_opening_makes_nothing(tmp_path):
    open_store("sqlite:///a/b.sqlite", base=tmp_path).close()
    assert list(tmp_path.iterdir()) == []


def test_a_load_makes_the_folders_it_needs(tmp_path):
    with open_store("sqlite:///a/b/c.sqlite", base=tmp_path) as store:
        store.load(small(), Origin("w", "2025"))
    assert (tmp_path / "a" / "b" / "c.sqlite").is_file()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("graph.sqlite", '"graph.sqlite" is no address'),
        ("", "The address of the store is empty. Name a store, or leave it out altogether."),
        (" ", "The address of the store is empty."),
        ("sqlite:graph.sqlite", "is no address"),
        ("sqlite://graph.sqlite", "three slashes"),
        ("sqlite://C:/kartor/graph.sqlite", "three slashes"),
        ("sqlite:///", "names no file"),
        ("sqlite://", "names no file"),
        ("sqlite:///a.sqlite?mode=ro", "no options"),
        ("sqlite:///a\0b.sqlite", "NUL"),
        ("sqlite:///~/a.sqlite", "~ does not stand for the home folder"),
        ("sqlite:////~/a.sqlite", "~ does not stand for the home folder"),
        ("sqlite:///~nobody/a.sqlite", "~ does not stand for the home folder"),
        ("neo4j://", "names no host"),
        ("neo4j://localhost:port", "port that is no number"),
        ("postgresql://localhost/graf", "postgresql:// is no store"),
        ("file:///tmp/a.sqlite", "file:// is no store"),
    ],
)
def test_what_is_no_address_is_refused_with_the_known_forms(address, sentence):
    with pytest.raises(UsageError, match=sentence) as refused:
        open_store(address)
    assert "sqlite:///graph.sqlite" in str(refused.value)


@pytest.mark.parametrize(
    "address", ["neo4j://localhost", "neo4j+s://graf.example", "neo4j+ssc://graf.example:7687", "bolt://[::1]:7687", "bolt+ssc://10.0.0.1/"]
)
def test_an_address_of_a_server_connects_to_nothing_yet(address):
    with open_store(address) as store:
        assert store.uri == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        "neo4j://anna:hemligt@graf.example:7687",
        "bolt://hemligt@graf.example",
        "sqlite://anna:hemligt@graf/graph.sqlite",
        "postgresql://anna:hemligt@graf/db",
        "anna:hemligt@graf.example",
        "neo4j:anna:hemligt@graf",
        "neo4j://graf.example/?password=hemligt",
        "neo4j+s://graf.example/hemligt",
        "sqlite:///a.sqlite?password=hemligt",
    ],
)
def test_an_address_with_credentials_is_refused_and_not_repeated(address):
    with pytest.raises(UsageError) as refused:
        open_store(address)
    assert "hemligt" not in str(refused.value)
    assert "anna" not in str(refused.value)


def test_the_store_layer_loads_no_database_before_a_store_is_opened():
    code = "import sys, actormap.store; sys.exit('sqlite3' in sys.modules or 'neo4j' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_address_in_the_status_is_the_one_that_was_given(tmp_path):
    with open_store("sqlite:///b.sqlite", base=tmp_path) as store:
        store.load(small(), Origin("w", "2025"))
        assert store.status().uri == "sqlite:///b.sqlite"
