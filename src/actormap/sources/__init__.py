"""Reads what people keep in Excel: tables in, records out, and everything wrong with them said at once."""

from __future__ import annotations

from actormap.sources.export_tables import write_tables
from actormap.sources.problems import Problem
from actormap.sources.reading import read
from actormap.sources.story import read as read_story
from actormap.sources.workspace import Workspace, require_valid

__all__ = ["Problem", "Workspace", "read", "read_story", "require_valid", "write_tables"]
