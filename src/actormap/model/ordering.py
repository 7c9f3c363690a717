"""The order of names, as a Swedish list has it."""

from __future__ import annotations

SWEDISH_TAIL = str.maketrans({"å": "{", "ä": "|", "ö": "}"})


def alphabetical(name: str) -> str:
    """Return what orders names as a Swedish list does: å, ä, ö last and capitals beside small letters."""
    return name.casefold().translate(SWEDISH_TAIL)
