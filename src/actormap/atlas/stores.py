"""Which store is meant, whether it may be asked, and what a reader should know of it.

A workspace may come from anybody, so what it names itself is not what the user names. The store that it keeps in its own folder is its
alone, and is brought up to date unasked. A server that it names gets no password until the user has named it too, or has trusted the
workspace with it. A store elsewhere is read as it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actormap.atlas import trust
from actormap.errors import UntrustedStore, parameter
from actormap.files import resolved
from actormap.store import Store, open_store
from actormap.store.address import LOOPBACK, host_of, is_encrypted, path_text, server_address
from actormap.workspace import Workspace

EMBEDDED = "sqlite:///.actormap/graph.sqlite"
IN_MEMORY = "sqlite:///:memory:"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader should know of a store: a key of the catalogue's `load`, and what fills it."""

    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a store, the folder that a relative path in it starts from, and whether it is the workspace's alone."""

    uri: str
    base: Path | None
    private: bool = False

    def open(self, progress: Any = None) -> Store:
        """Return the store there; what hears of the progress hears what is waited for too, if it can (`waiting`)."""
        return open_store(self.uri, base=self.base, waiting=getattr(progress, "waiting", None))


def address(workspace: Workspace | None, store: str | None) -> Address:
    """Return the address of the store that the user names, else of the workspace's own.

    Raises `UntrustedStore` if the workspace names a server that the user has neither named nor trusted it with.
    """
    if store is not None or workspace is None:
        private = store is not None and workspace is not None and in_memory(store)
        return Address(EMBEDDED if store is None else store, Path.cwd(), private=private)
    if workspace.homeless:
        return Address(IN_MEMORY, None, private=True)
    server = server_of(workspace)
    if server is None:
        return Address(_embedded(workspace), workspace.base, private=not _lies_outside(workspace))
    if not _is_trusted(workspace, server):
        raise UntrustedStore(
            f"The workspace {workspace.title} keeps its graph at {server}, a server that you have not named, so nothing is sent there.",
            hint=f"If you know the server, say actormap trust {place_of(workspace)} once, or name it with {parameter('store')}.",
        )
    return Address(server, workspace.base)


def in_memory(uri: str) -> bool:
    """Return whether a store is gone when it is closed, so that it holds what is loaded into it at once or nothing."""
    return server_address(uri) is None and path_text(uri) == ":memory:"


def place_of(workspace: Workspace) -> Path:
    """Return the workbook or folder that a workspace is."""
    base = workspace.base or Path()
    return base / workspace.workbook if workspace.workbook else base


def server_of(workspace: Workspace) -> str | None:
    """Return the server that a workspace names as its store, None if it names none."""
    return None if workspace.store is None else server_address(workspace.store)


def remarks(workspace: Workspace | None, store: str | None) -> Iterator[Remark]:
    """Yield what is to be known of the store before it is asked: it lies outside the workspace, the way to it is not encrypted."""
    if store is None and workspace is not None and not workspace.homeless and server_of(workspace) is None and _lies_outside(workspace):
        yield Remark("outside", {"path": _path(workspace)})
    server = server_address(store) if store is not None else server_of(workspace) if workspace else None
    if store is None and workspace is not None and server is not None and not _is_trusted(workspace, server):
        return  # nothing is sent there
    if server is not None and not is_encrypted(server) and host_of(server) not in LOOPBACK:
        yield Remark("unencrypted", {"host": host_of(server)})


def _is_trusted(workspace: Workspace, server: str) -> bool:
    return server == _of_environment() or server in trust.servers(place_of(workspace))


def _embedded(workspace: Workspace) -> str:
    if workspace.store is not None:
        return workspace.store
    # Several workbooks may lie in one folder, and each has a store of its own. An address holds no question mark.
    return EMBEDDED.replace("graph", workspace.workbook.replace("?", "_")) if workspace.workbook else EMBEDDED


def _of_environment() -> str | None:
    named = os.environ.get("NEO4J_URI", "").strip()
    return server_address(named) if named and named.lower() != "neo4j" else None


def _path(workspace: Workspace) -> Path:
    return resolved((workspace.base or Path()) / path_text(_embedded(workspace)))


def _lies_outside(workspace: Workspace) -> bool:
    # Links are followed: a folder that somebody has packed may lead anywhere.
    return not in_memory(_embedded(workspace)) and not _path(workspace).is_relative_to((workspace.base or Path()).resolve())
