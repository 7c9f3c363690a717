"""Editions of a graph for their readers: the room sees everything, a print less, the public only what may leave the house."""

from __future__ import annotations

from dataclasses import dataclass

from actormap.errors import UnknownName
from actormap.model.ratings import RATINGS

LEAST = 0.5  # how sure statements are where an edition leaves out unsure ones


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition leaves out: posts and the roles that ties are held in, statements less sure than asked, columns, and marked rows.

    Where it is `impersonal`, e-mail addresses, telephone and personal identity numbers are left out of every text too.

    `says` is what a reader of the help is told of it.
    """

    name: str
    says: str
    posts: bool = False
    unsure: bool = False
    internal: bool = False
    columns: tuple[str, ...] = ()
    impersonal: bool = False


ROOM = Edition("room", "everything")
# What is handed out on paper stays with those who were in the room, but not the working notes, nor what partners have said of each other:
# a rating has one who gave it, and of few who rate each can be guessed.
PRINT = Edition(
    "print", "without notes, ratings and what the workspace calls internal", internal=True, columns=("note", "informant", *RATINGS)
)
PUBLIC = Edition(
    "public",
    "without roles, notes, ratings, unsure statements and what the workspace calls internal",
    posts=True,
    unsure=True,
    internal=True,
    columns=("note", "informant", "role", *RATINGS),
    impersonal=True,
)
EDITIONS = {edition.name: edition for edition in (ROOM, PUBLIC, PRINT)}


def find(name: str) -> Edition:
    """Return an edition by its name; raise `UnknownName` if there is none."""
    try:
        return EDITIONS[name]
    except KeyError:
        raise UnknownName("edition", name, EDITIONS) from None
