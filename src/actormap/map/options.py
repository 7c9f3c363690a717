"""How somebody wants a map: its layout, the edition it is for, what to tell on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from actormap import workspace
from actormap.analysis.centrality.measures import MEASURES
from actormap.atlas.atlas import Atlas
from actormap.errors import InputError, InvalidWorkspace
from actormap.map.layout import pins, registry
from actormap.map.layout.pins import Pins
from actormap.model import edition
from actormap.model.edition import LEAST
from actormap.model.story import Story
from actormap.report import story as telling

REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Wishes:
    """The layout's name, a file of positions to keep, the edition's name, how sure statements must be in it, and a story.

    `story` is `REVIEW` to have it made from the review of the network, or a file, or a story already made. `sunset` names a project whose
    end is laid over the map.
    """

    layout: str = registry.AUTO
    layout_from: Path | None = None
    edition: str = edition.ROOM.name
    least: float = LEAST
    story: Path | Story | str | None = None
    sunset: str | None = None

    @property
    def public(self) -> bool:
        """Return whether the map is for everybody's eyes."""
        return self.edition == edition.PUBLIC.name

    def issued(self, atlas: Atlas) -> Atlas:
        """Return the atlas with only what the edition may show; all that is worked out and drawn follows from that."""
        chosen = edition.find(self.edition)
        return replace(atlas, snapshot=edition.issue(atlas.snapshot, chosen, internal=atlas.internal, least=self.least))

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

    @property
    def reviewed(self) -> bool:
        """Return whether the story is made from the review."""
        return self.story in (REVIEW, Path(REVIEW))

    def told(self, atlas: Atlas, date: str, network: str | None = None) -> Story | None:
        """Return the story to tell, if any, of a network reviewed on a date; see `sources.read_story` for what can be wrong with a file."""
        if self.story is None or isinstance(self.story, Story):
            return self.story
        if self.reviewed:
            return telling.review(atlas, self.issued(atlas), date, network=network, ending=self.sunset, public=self.public)
        try:
            return workspace.read_story(Path(self.story), atlas.snapshot, atlas.vocabulary, layouts=registry.NAMES, measures=MEASURES)
        except InvalidWorkspace as error:
            error.lang = atlas.lang
            raise
