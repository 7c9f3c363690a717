"""Shows what an atlas answers in a notebook: tables, the pictures of `--picture`, and the map of `actormap map`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from actormap.i18n import Texts
from actormap.model.audience import Audience, MapPage, Picture

if TYPE_CHECKING:
    from actormap.analysis.result import Result
    from actormap.atlas.atlas import Atlas

HEIGHT = 640  # pixels of the frame in which a map is shown


@dataclass(frozen=True, slots=True)
class NotebookDisplay:
    """Shows results in the language, the words and the names of whom they are shown to."""

    def table(self, result: Result, audience: Audience) -> str:
        """Return a result as a table in HTML, its first rows and how many more there are."""
        from actormap.notebook import table

        return table.write(result, audience)

    def overview(self, atlas: Atlas) -> str:
        """Return in HTML what an atlas is called and holds, the network in focus, and what may be asked of it."""
        from actormap.notebook import overview

        return overview.write(atlas)

    def picture(self, result: Result, audience: Audience) -> Picture:
        """Return the picture that a result's command draws; raise `UsageError` if there is none, or if more must be asked for."""
        from actormap.output import pictures

        return Picture(pictures.draw(result, Texts.load(audience.lang)))

    def map(
        self,
        atlas: Atlas,
        *,
        date: str | None = None,
        network: str | None = None,
        seed: int = 7,
        engine: str = "auto",
        layout: str = "auto",
        layout_from: str | Path | None = None,
        edition: str = "room",
        least: float = 0.5,
        sunset: str | None = None,
        height: int = HEIGHT,
    ) -> MapPage:
        """Return the interactive map of what an atlas shows, `height` pixels high in a notebook; the rest are the command's options."""
        from actormap.map import compose
        from actormap.map.options import MapOptions
        from actormap.model import dates
        from actormap.output.templates import environment

        kept = None if layout_from is None else Path(layout_from)
        wanted = MapOptions(layout=layout, layout_from=kept, edition=edition, least=least, sunset=sunset)
        day = dates.today() if date is None else dates.parse(date)
        html = compose.draw_map(atlas, day, seed=seed, network=network, engine=engine, options=wanted)
        told = {"html": html, "lang": atlas.lang, "title": atlas.title, "t": Texts.load(atlas.lang), "height": height}
        return MapPage(html, environment("actormap.notebook").get_template("frame.html").render(told))
