"""Part of a person: 32.446 inhabitants, 120.5 participants."""

from __future__ import annotations

from typing import Any

from actormap.workspace.problems import Fault


def look(raw: Any, value: Any, form: str) -> Fault | None:  # noqa: ARG001  (called as every look at a cell is)
    """Return what is wrong if people are no whole number, and how many are meant if that can be seen."""
    if not isinstance(value, float):
        return None
    meant = round(value * 1000)
    return Fault("fractional_people", str(meant) if abs(meant - value * 1000) < 1e-6 and value >= 1 else None)
