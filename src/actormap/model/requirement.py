"""One thing required of a network: a line of the table coverage."""

from __future__ import annotations

from dataclasses import dataclass

from actormap.model.digest import digest

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One line of required coverage: what somebody in a network should be. Empty conditions hold for anyone."""

    network: str
    row: str
    column: str
    municipality: str | None = None
    kind: str | None = None
    theme: str | None = None
    role: str | None = None
    minimum: int = 1
    weight: float = 1
    answer: str | None = None
    document: str | None = None
    locator: str | None = None
    note: str | None = None
    attributes: Attributes = ()

    @property
    def id(self) -> str:
        """Return the id that follows from what is required of whom, and whether that is answered; a changed answer does not change it.

        So a requirement and the network's answer to it are two lines, each with a source of its own.
        """
        asked = (self.network, self.row, self.column, self.municipality, self.kind, self.theme, self.role)
        return digest("requirement", *asked, *(("answered",) if self.answer else ()))
