"""Claims about what is said when no connection to a server can be made: each fault has a sentence of its own, and soon."""

from __future__ import annotations

import time

import pytest

from actormap.errors import StoreUnreachable, UsageError
from actormap.store import open_store
from actormap.store.neo4j import Neo4jStore
from tests.store import neo4j_fakes as fakes

BOLT = "See that the host and the port are those of Bolt, which is 7687 unless the server says otherwise."
MEND = "Say bolt:// for neo4j:// to ask this server alone, or have its advertised address (server.bolt.advertised_address) mended."
PLAIN = "Say neo4j:// or bolt:// without +s, or set up TLS for Bolt on the server."


@pytest.fixture(autouse=True)
def password(monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "nobody")
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)


def said(uri):
    """Return what is said of the server there, which may take no longer than its limit several times."""
    begun = time.monotonic()
    with Neo4jStore(uri, connect=0.2) as store, pytest.raises(StoreUnreachable) as refused:
        store.read()
    assert time.monotonic() - begun < 5
    assert refused.value.exit_code == 3
    return str(refused.value)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+ssc"])
def test_a_host_that_nobody_knows_is_said(scheme):
    assert said(f"{scheme}://finns-inte.invalid") == (
        f"The Neo4j server at {scheme}://finns-inte.invalid cannot be found: no computer of that name is known. "
        "See that the name is spelled right and the network is there."
    )


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+ssc"])
def test_a_port_at_which_nothing_listens_is_said(scheme):
    uri = f"{scheme}://127.0.0.1:{fakes.free_port()}"
    assert (
        said(uri)
        == f"The Neo4j server at {uri} cannot be reached: nothing listens at that port. Start the server if it does not run. {BOLT}"
    )


ENCRYPTED = ("bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc")
OF_PLAIN = ("bolt", "neo4j")
FAULTS = {
    "silent": (
        fakes.silent,
        (*OF_PLAIN, *ENCRYPTED),
        f"takes the connection and then says nothing. Wait if it is just being started. {BOLT}",
    ),
    "closed": (
        fakes.closing,
        OF_PLAIN,
        f"closes the connection at once. Wait if it is just being started, or say +s in the address if it wants encryption. {BOLT}",
    ),
    "a web server": (
        fakes.answering(fakes.HTTP),
        (*OF_PLAIN, *ENCRYPTED),
        f"is a web server, as Neo4j itself is at port 7474. {BOLT}",
    ),
    "a web server that waits for a line": (
        fakes.waiting_for_a_line,
        OF_PLAIN,
        f"is a web server, as Neo4j itself is at port 7474. {BOLT}",
    ),
    "something else": (
        fakes.answering(b"SSH-2.0-Open\r\n"),
        (*OF_PLAIN, *ENCRYPTED),
        f"is no Neo4j server: what listens there does not speak Bolt. {BOLT}",
    ),
    "too old": (
        fakes.answering(fakes.NO_VERSION),
        OF_PLAIN,
        "is too old: it speaks no version of Bolt that is known here. Update the server to 5.26 or later, or name another store.",
    ),
    "encrypted": (
        fakes.answering(fakes.TLS_ALERT),
        OF_PLAIN,
        "wants encryption, and the address asks for none. Say neo4j+s:// or bolt+s://, or +ssc if its certificate is its own.",
    ),
    "not encrypted": (fakes.plain_bolt, ENCRYPTED, f"does not encrypt, and the address asks for it. {PLAIN}"),
    "silent after the greeting": (
        fakes.plain_bolt,
        ("bolt",),
        "answers, but no connection could be made. Try again; if it stays so, its log (logs/debug.log) says more.",
    ),
    "members": (
        fakes.plain_bolt,
        ("neo4j",),
        f"answers, but sends us on to a server that does not. {MEND}",
    ),
}


@pytest.mark.parametrize(("fault", "scheme"), [(fault, scheme) for fault, (_, schemes, _) in FAULTS.items() for scheme in schemes])
def test_each_fault_of_what_listens_has_its_sentence(fault, scheme):
    behaviour, _, sentence = FAULTS[fault]
    with fakes.fake(behaviour) as port:
        uri = f"{scheme}://127.0.0.1:{port}"
        assert said(uri) == f"The Neo4j server at {uri} {sentence}"


@pytest.mark.parametrize("variable", ["NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"])
@pytest.mark.parametrize("value", ["", "  "])
def test_a_variable_that_is_set_and_holds_nothing_is_refused_before_anything_is_sent(variable, value, monkeypatch):
    monkeypatch.setenv(variable, value)
    with (
        Neo4jStore("bolt://finns-inte.invalid") as store,
        pytest.raises(UsageError, match=f"^The variable {variable} is set, and holds nothing"),
    ):
        store.read()


def test_the_database_of_the_server_itself_is_refused_before_anything_is_sent(monkeypatch):
    monkeypatch.setenv("NEO4J_DATABASE", "System")
    assert said("bolt://finns-inte.invalid") == (
        "The Neo4j server at bolt://finns-inte.invalid keeps users and databases in the database system, and no graph can be there. "
        "Set NEO4J_DATABASE to another one, or unset it to use the server's default."
    )


@pytest.mark.parametrize("port", [0, 65_536, 99_999])
def test_a_port_beyond_all_ports_is_no_address(port):
    with pytest.raises(UsageError, match="names a port that does not exist; they end at 65535"):
        open_store(f"bolt://127.0.0.1:{port}")
