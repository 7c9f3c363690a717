"""What somebody wants of a map: its layout, the edition it is for, what is laid over it and told on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from actormap.atlas.atlas import Atlas
from actormap.errors import InputError
from actormap.map.layout import pins, registry
from actormap.map.layout.pins import Pins
from actormap.model import edition
from actormap.model.edition import LEAST
from actormap.model.issue import issue
from actormap.model.story import Story


@dataclass(frozen=True, slots=True)
class MapOptions:
    """The layout's name, a file of positions to keep, the edition's name, how sure statements must be in it, and a story to tell.

    `sunset` names a project whose end is laid over the map.
    """

    layout: str = registry.AUTO
    layout_from: Path | None = None
    edition: str = edition.ROOM.name
    least: float = LEAST
    story: Story | None = None
    sunset: str | None = None

    @property
    def public(self) -> bool:
        """Return whether the map is for everybody's eyes."""
        return self.edition == edition.PUBLIC.name

    def issued(self, atlas: Atlas) -> Atlas:
        """Return the atlas with only what the edition may show; all that is worked out and drawn follows from that."""
        chosen = edition.find(self.edition)
        return replace(atlas, snapshot=issue(atlas.snapshot, chosen, internal=atlas.internal, least=self.least))

    def pins(self) -> Pins | None:
        """Return the positions to keep, if any; raise `InputError` if the file has none."""
        if self.layout_from is None:
            return None
        try:
            text = self.layout_from.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
            raise InputError(f"{self.layout_from} cannot be read: {reason}.", hint=pins.HINT) from error
        return pins.read(text, self.layout_from.name)
