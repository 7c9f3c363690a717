"""Which workspaces one text names: `gria+esf` is two, joined, and a folder whose own name holds a + is one."""

from __future__ import annotations

from pathlib import Path

from actormap import files
from actormap.errors import InputError, UsageError
from actormap.model.choices import BUILT_IN

JOIN = "+"
_OF_ITS_OWN = "A + joins workspaces. A folder or workbook whose own name holds one is found where it lies; give its name whole, as ./a+b."


def several(where: str | Path) -> tuple[str, ...]:
    """Return the places that a text joins, in their order; none if it names one place, or nothing that there is.

    What lies there under the whole name comes first, and then the longest name from the left: beside a folder `a+b` the text `a+b+gria`
    is that folder and gria, and `./a+./b` the folders a and b.
    Raises `InputError` if one of several is not there, or stands twice.
    """
    if not isinstance(where, str) or JOIN not in where or _is_there(where):
        return ()
    found = _split(where.split(JOIN))
    if not any(map(_is_there, found)):
        return ()
    for place in found:
        if not _is_there(place):
            said = f"{where} joins {place}, and there is no such workspace." if place else f"{where} joins a workspace with nothing."
            raise InputError(said, hint=_OF_ITS_OWN)
    if twice := [place for number, place in enumerate(found) if place in found[:number]]:
        raise InputError(f"{where} joins {twice[0]} with itself.", hint="Name each workspace once.")
    return found


def one(where: str | Path, what: str) -> None:
    """Raise `UsageError` if a text joins several workspaces; `what` says in a few words what is done to one alone."""
    if found := several(str(where)):
        raise UsageError(
            f"{where} is {len(found)} workspaces joined, and {what} one.",
            hint=f"Name the one that is meant: {', '.join(found)}.",
        )


def name(place: str) -> str:
    """Return what a place is called beside others: its name if it is built in, else that of its folder or workbook."""
    if place in BUILT_IN:
        return place
    path = files.expanded(place)
    return path.stem if path.suffix else path.resolve().name


def _split(words: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    while words:
        taken = next((n for n in range(len(words), 1, -1) if _is_there(JOIN.join(words[:n]))), 1)
        found.append(JOIN.join(words[:taken]))
        words = words[taken:]
    return tuple(found)


def _is_there(place: str) -> bool:
    if place in BUILT_IN:
        return True
    try:
        return bool(place) and files.expanded(place).exists()
    except (OSError, ValueError, InputError):
        return False
