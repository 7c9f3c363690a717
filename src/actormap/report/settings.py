"""What a workspace sets of its report: which projects the others are compared with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actormap.errors import InputError
from actormap.model import graph_settings


def sides(settings: str, title: str) -> tuple[str, ...]:
    """Return the projects that all others are compared with, each side as `projects compare` takes it, none where nothing is set.

    Raises `InputError` if what is set is no list of such sides.
    """
    told: Any = graph_settings.table(settings, title).get(graph_settings.REPORT, {})
    found = told.get(graph_settings.COMPARE, []) if isinstance(told, Mapping) else []
    if not (isinstance(found, list) and all(isinstance(each, str) and each.strip() for each in found)):
        raise InputError(
            "report.compare in actormap.toml is no list of projects.",
            hint='Write it as actormap projects compare takes them: compare = ["A=project-1+project-2"].',
        )
    return tuple(found)
