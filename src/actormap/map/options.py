"""What somebody wants of a map: its layout, the edition it is for, what is laid over it and told on it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path

from actormap.atlas.atlas import Atlas
from actormap.errors import InputError
from actormap.map.layout import pins, registry
from actormap.map.layout.pins import Pins
from actormap.model import edition, graph_settings, personal_data
from actormap.model.edition import LEAST
from actormap.model.issue import issue
from actormap.model.story import Story

_HELD = {
    "email": "holds an e-mail address",
    "telephone": "holds a telephone number",
    "personal_number": "holds a personal identity number",
}


@dataclass(frozen=True, slots=True)
class MapOptions:
    """The layout's name, a file of positions to keep, the edition's name, how sure statements must be in it, and a story to tell.

    `sunset` names a project whose end is laid over the map, `by` what the colours tell first: a grouping, or a column of the tables.
    """

    layout: str = registry.AUTO
    layout_from: Path | None = None
    edition: str = edition.ROOM.name
    least: float = LEAST
    story: Story | None = None
    sunset: str | None = None
    by: str | None = None

    @property
    def public(self) -> bool:
        """Return whether the map is for everybody's eyes."""
        return self.edition == edition.PUBLIC.name

    def issued(self, atlas: Atlas) -> Atlas:
        """Return the atlas with only what the edition may show; all that is worked out and drawn follows from that.

        Raises `InputError` if the edition is without personal data and the settings or the story hold some.
        """
        chosen = edition.find(self.edition)
        if chosen.impersonal:
            self._refuse_personal_data(atlas)
        return replace(atlas, snapshot=issue(atlas.snapshot, chosen, internal=atlas.internal, least=self.least))

    def _refuse_personal_data(self, atlas: Atlas) -> None:
        settings = {**graph_settings.table(atlas.settings, atlas.title), "title": atlas.title}
        story = {"story": [asdict(step) for step in self.story.steps], "title": self.story.title or {}} if self.story else {}
        for key, kind in chain(personal_data.within(settings), personal_data.within(story)):
            raise InputError(
                f'The {self.edition} edition cannot be made: "{key}" {_HELD[kind]}.',
                hint="Put a role in its place, in actormap.toml or in the story.",
            )

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
