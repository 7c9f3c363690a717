"""A graph that shows what it holds and answers: in a language, and by a display if somebody has handed it one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actormap.errors import UsageError
from actormap.graph.dataset import Dataset
from actormap.i18n import LANGUAGES
from actormap.model.audience import Audience, Display, MapPage


@dataclass(frozen=True)
class Displayed(Dataset):
    """A graph that shows itself and its results in its language, if it has a `display`."""

    title: str = "actormap"
    lang: str = LANGUAGES[0]
    display: Display | None = field(default=None, repr=False, compare=False)

    @property
    def audience(self) -> Audience | None:
        """Return whom results are shown to; None without a display."""
        return None if self.display is None else Audience(self.lang, self.vocabulary, self.snapshot, self.display)

    def map(self, file: str | Path | None = None, **options: Any) -> MapPage:
        """Return the interactive map of what the graph shows, saved in a file too if one is named.

        `options` are those of `NotebookDisplay.map`, which are the command's. Raises `UsageError` without a display.
        """
        if self.display is None:
            raise UsageError("This graph has nothing to show a map with.", hint="Open it with actormap.open.")
        page = self.display.map(self, **options)
        if file is not None:
            page.save(file)
        return page

    def _repr_html_(self) -> str | None:
        """Return what a notebook shows of the graph; None, so that it shows the text instead, where there is no display."""
        return None if self.display is None else self.display.overview(self)

    def _repr_mimebundle_(self, **wanted: Any) -> dict[str, str] | None:  # noqa: ARG002  (as a notebook calls it)
        """Return the same with a line of text beside it, since a notebook keeps both in its file."""
        told = self._repr_html_()
        return None if told is None else {"text/plain": f"<{type(self).__name__}: {self.title}>", "text/html": told}
