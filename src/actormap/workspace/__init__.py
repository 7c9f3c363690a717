"""Reads what people keep in Excel: tables in, records out, and everything wrong with them said at once."""

from __future__ import annotations

from actormap.workspace.combination.read import read
from actormap.workspace.problems import Problem
from actormap.workspace.workspace import Workspace, require_valid

__all__ = ["Problem", "Workspace", "read", "require_valid"]
