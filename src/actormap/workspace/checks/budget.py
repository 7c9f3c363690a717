"""Support that is larger than the budget it is part of."""

from __future__ import annotations

from typing import Any

from actormap.workspace.problems import Fault


def look(row: Any) -> tuple[str, Fault] | None:
    """Return the column and what is wrong if a project's support is more than its whole budget."""
    whole, support = row.total_budget_sek, row.esf_support_sek
    if whole is None or support is None or support <= whole:
        return None
    return "esf_support_sek", Fault("support_above_budget", budget=whole)
