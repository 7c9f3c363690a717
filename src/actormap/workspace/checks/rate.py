"""A rate in per cent that looks like a share of one: 0.5 for half."""

from __future__ import annotations

from typing import Any

from actormap.workspace.problems import Fault


def look(raw: Any, value: Any, form: str) -> Fault | None:  # noqa: ARG001  (called as every look at a cell is)
    """Return what is wrong if a rate lies between 0 and 1, and what it would be in per cent."""
    return Fault("rate_like_share", f"{value * 100:g}") if 0 < value <= 1 else None
