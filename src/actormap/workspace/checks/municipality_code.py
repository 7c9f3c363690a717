"""A municipality code that no Swedish municipality has."""

from __future__ import annotations

from functools import cache
from typing import Any

from actormap.model import places
from actormap.workspace.problems import Fault

_INVENTED = "99"  # no county; examples take their codes from here


def look(raw: Any, value: Any, form: str) -> Fault | None:  # noqa: ARG001  (called as every look at a cell is)
    """Return what is wrong if the code is not in the list."""
    return None if value in _codes() or value.startswith(_INVENTED) else Fault("unknown_code")


@cache
def _codes() -> frozenset[str]:
    return frozenset(each.code for each in places.municipalities())
