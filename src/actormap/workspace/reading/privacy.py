"""Personal data that has strayed into a table. What is found is never repeated whole, so that a list of problems can be sent on."""

from __future__ import annotations

from actormap.model import personal_data
from actormap.workspace.problems import Fault


def personal(text: str) -> Fault | None:
    """Return what personal data a text seems to hold, or None."""
    if personal_data.may_hold(text):
        for kind in personal_data.kinds(text):
            return Fault(kind)
    return None
