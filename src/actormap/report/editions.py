"""The editions of a report: for whom each is, which parts it has, and what of the data it may show."""

from __future__ import annotations

from dataclasses import dataclass

from actormap.errors import UnknownName
from actormap.model.edition import PRINT, PUBLIC, ROOM, Edition


@dataclass(frozen=True, slots=True)
class ReportEdition:
    """An edition: its parts in order, and the edition of the data that it is made of. `says` is what a reader of the help is told of it.

    One that is `about_one` is about an actor that is named.
    """

    name: str
    says: str
    parts: tuple[str, ...]
    shown: Edition = ROOM
    about_one: bool = False

    @property
    def public(self) -> bool:
        """Return whether it may be published, and so has nothing of posts, and of what only those in the room take up.

        What goes to one municipality may not: it names the posts through which that one sits.
        """
        return self.shown is PUBLIC


_END = ("method", "glossary", "sources", "colophon")
EDITIONS = {
    edition.name: edition
    for edition in (
        ReportEdition(
            "internal",
            "everything, for those who run the network",
            (
                *(
                    "decisions",
                    "changes",
                    "present",
                    "key_actors",
                    "fields",
                    "coverage",
                    "others",
                    "invitation",
                    "calendar",
                    "posts",
                    "clusters",
                ),
                *("factors", "projects", "gaps", "guidelines", "questions", "faults", *_END),
            ),
        ),
        ReportEdition(
            "public",
            "what may be published",
            (
                *("short", "changes", "present", "key_actors", "fields", "others", "calendar", "clusters", "factors", "projects", "gaps"),
                *_END,
            ),
            PUBLIC,
        ),
        ReportEdition("municipality", "two pages to one municipality", ("municipality", "colophon"), PRINT, about_one=True),
        ReportEdition(
            "funder",
            "what projects have left behind, for who pays",
            ("short", "changes", "calendar", "clusters", "factors", "projects", "guidelines", *_END),
            PUBLIC,
        ),
        ReportEdition(
            "national",
            "what others can learn from",
            ("short", "fields", "clusters", "projects", "guidelines", *_END),
            PUBLIC,
        ),
        ReportEdition("easy", "a page in plain language", ("easy", "colophon"), PUBLIC),
    )
}
INTERNAL = EDITIONS["internal"]


def find(name: str) -> ReportEdition:
    """Return an edition by its name; raise `UnknownName` if there is none."""
    try:
        return EDITIONS[name]
    except KeyError:
        raise UnknownName("edition", name, EDITIONS) from None
