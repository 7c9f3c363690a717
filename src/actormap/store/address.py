"""The address of a store, and the store at an address.

    sqlite:///graph.sqlite              beside what the address stands in, or in the current folder
    sqlite:////home/me/graph.sqlite     from the root
    sqlite:///C:/maps/graph.sqlite      on Windows
    sqlite:///:memory:                  gone when it is closed
    neo4j://host, neo4j+s://host        a Neo4j server, or a cluster of them; +s is encrypted, +ssc too without asking who signed
    bolt://host:7687, bolt+s://host     one Neo4j server and no other
    neo4j                               the server that NEO4J_URI in the environment names

What stands after `sqlite:///` is the path as it is: nothing in it is decoded. User, password and database of a server are never in the
address; they come from the environment.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from actormap.errors import UsageError
from actormap.store.base import BUSY_SECONDS, Store, Waiting

if TYPE_CHECKING:
    from pathlib import PurePath

FORMS = (
    "sqlite:///graph.sqlite, sqlite:////folder/graph.sqlite, sqlite:///C:/folder/graph.sqlite, sqlite:///:memory:, "
    "neo4j://host, neo4j+s://host, bolt://host:7687, and neo4j for the server that NEO4J_URI names"
)
_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*)://([^/]*)(/?)(.*)", re.IGNORECASE | re.DOTALL)
_SERVERS = frozenset({"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"})
BOLT_PORT, LAST_PORT = 7687, 65_535
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_HOST = re.compile(r"([\w.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?")
_CREDENTIALS = "The address of the store holds a user name or a password, which would end up in logs and command histories."
EMPTY = "The address of the store is empty."
_KNOWN = f"The known forms are {FORMS}."


def open_store(uri: str, *, base: Path | None = None, busy_seconds: float = BUSY_SECONDS, waiting: Waiting | None = None) -> Store:
    """Return the store at an address; a relative path counts from `base`, else from the current folder.

    Nothing is opened or made yet: that is for the first verb that needs it. `busy_seconds` is how long to wait for another writer,
    and `waiting` is told what is waited for.
    Raises `UsageError` if the address cannot be one; it never repeats an address that holds a user name or password.
    """
    if (server := server_address(uri)) is not None:
        from actormap.store.neo4j import Neo4jStore

        return Neo4jStore(server, busy_seconds=busy_seconds, waiting=waiting)
    rest = path_text(uri)
    from actormap.store.sqlite import SqliteStore  # opening no store must not cost the import of a database

    if rest == ":memory:":
        return SqliteStore(None, uri=uri, busy_seconds=busy_seconds, waiting=waiting)
    return SqliteStore(Path(located(rest, base or Path.cwd())), uri=uri, busy_seconds=busy_seconds, waiting=waiting)


def server_address(uri: str) -> str | None:
    """Return the address of a server as its driver wants it, or None if it is of another kind of store."""
    if uri.strip().lower() == "neo4j":
        return _server_of_environment()
    match = _ADDRESS.fullmatch(uri.strip())
    if match is None or match[1].lower() not in _SERVERS:
        return None
    scheme, host, _, rest = match.groups()
    if "@" in host:
        raise UsageError(_CREDENTIALS, hint="Leave out everything up to and including the @, and set NEO4J_USERNAME and NEO4J_PASSWORD.")
    if not _HOST.fullmatch(host):
        raise UsageError("The address of a Neo4j server names no host, or a port that is no number.", hint=_KNOWN)
    if not 0 < port_of(f"{scheme}://{host}") <= LAST_PORT:  # the driver would ask at another port, the remainder
        raise UsageError(f"The address of a Neo4j server names a port that does not exist; they end at {LAST_PORT}.", hint=_KNOWN)
    if rest:
        raise UsageError("Nothing stands after the host in the address of a Neo4j server.", hint="A database is named by NEO4J_DATABASE.")
    return f"{scheme.lower()}://{host}"


def host_of(server: str) -> str:
    """Return the host in the address of a server."""
    found = _HOST.fullmatch(server.partition("://")[2])
    return found[1] if found else ""


def port_of(server: str) -> int:
    """Return the port in the address of a server, the one of Bolt if it names none."""
    found = _HOST.fullmatch(server.partition("://")[2])
    return int(found[2][1:]) if found and found[2] else BOLT_PORT


def is_encrypted(server: str) -> bool:
    """Return whether what is sent to a server is encrypted."""
    return "+s" in server.partition("://")[0]


def _server_of_environment() -> str:
    named = os.environ.get("NEO4J_URI", "").strip()
    found = None if named.lower() == "neo4j" else server_address(named)
    if found is None:
        what = "is not set" if "NEO4J_URI" not in os.environ else "holds nothing" if not named else "is no address of a Neo4j server"
        raise UsageError(
            f"NEO4J_URI {what}, and the store is named neo4j.", hint="Set it to neo4j://host, neo4j+s://host or bolt://host:7687."
        )
    return found


def path_text(uri: str) -> str:
    """Return what an embedded store's address says of the path."""
    if not uri.strip():
        raise UsageError(EMPTY, hint=f"Name a store, or leave it out altogether. {_KNOWN}")
    match = _ADDRESS.fullmatch(uri.strip())
    if match is None:
        what = "What was given" if _holds_credentials(uri) else f'"{uri}"'
        raise UsageError(f"{what} is no address of a store.", hint=_KNOWN)
    scheme, host, slash, rest = match.groups()
    scheme = scheme.lower()
    if "@" in host:
        raise UsageError(_CREDENTIALS, hint="Leave out everything up to and including the @.")
    if scheme != "sqlite":
        raise UsageError(f"{scheme}:// is no store that is known.", hint=_KNOWN)
    if host:
        raise UsageError("An address of an embedded store has three slashes or four after sqlite:, not two.", hint=_KNOWN)
    if not slash or not rest:
        raise UsageError("The address of the store names no file.", hint=_KNOWN)
    if re.match(r"/?~([^/\\]*[/\\]|$)", rest):
        raise UsageError("~ does not stand for the home folder in the address of a store.", hint=f"Write the whole path out. {_KNOWN}")
    if "?" in rest:
        raise UsageError("The address of an embedded store takes no options after a question mark.", hint=_KNOWN)
    if "\0" in rest:
        raise UsageError("The address of the store holds a NUL character.", hint=_KNOWN)
    return rest


def located(rest: str, base: PurePath) -> PurePath:
    """Return the path that an address names, seen from a folder; an absolute path of the folder's own system stays as it is."""
    return base / rest


def _holds_credentials(uri: str) -> bool:
    return "@" in uri or ":" in uri.partition("://")[2]
