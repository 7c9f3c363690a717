"""The embedded store: one SQLite file, written in one transaction a load, readable with any SQLite tool."""

from actormap.store.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
