"""Reads what people keep in Excel: tables in, records out, and everything wrong with them said at once."""

from __future__ import annotations

from actormap.workspace.problems import Problem
from actormap.workspace.reading.read import read
from actormap.workspace.reading.story import read as read_story
from actormap.workspace.workspace import Workspace, require_valid
from actormap.workspace.writing.tables import write_tables

__all__ = ["Problem", "Workspace", "read", "read_story", "require_valid", "write_tables"]
