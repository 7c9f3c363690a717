"""Whom results are shown to, in a notebook or wherever else objects show themselves, and the pictures and pages that are shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from actormap import files
from actormap.model.records import Snapshot
from actormap.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in SVG, the same bytes as the command's `--picture`; a notebook shows it as a picture."""

    svg: str = field(repr=False)

    def save(self, file: str | Path) -> Path:
        """Return the path of a file that now holds the drawing."""
        return _saved(self.svg, file)

    def _repr_svg_(self) -> str:
        return self.svg


@dataclass(frozen=True, slots=True)
class MapPage:
    """An interactive map as one HTML page that needs nothing else; a notebook shows it in `frame`, shut off from its own page."""

    html: str = field(repr=False)
    frame: str = field(repr=False)

    def save(self, file: str | Path) -> Path:
        """Return the path of a file that now holds the page."""
        return _saved(self.html, file)

    def _repr_html_(self) -> str:
        return self.frame


class Display(Protocol):
    """What shows results, pictures and maps. An analysis knows none; whoever opens a graph for a person hands it in."""

    def table(self, result: Any, audience: Audience) -> str:
        """Return a result as a table in HTML."""

    def overview(self, atlas: Any) -> str:
        """Return in HTML what an atlas holds, and what may be asked of it."""

    def picture(self, result: Any, audience: Audience) -> Picture:
        """Return a result as a drawing; raise `UsageError` if there is none of it."""

    def map(self, *atlas: Any, **options: Any) -> MapPage:
        """Return the interactive map of an atlas, with what options of a map it takes."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom results are shown to: in which language, with which words and names of nodes, and by what."""

    lang: str
    vocabulary: Vocabulary = field(repr=False)
    snapshot: Snapshot = field(repr=False)
    display: Display


def _saved(text: str, file: str | Path) -> Path:
    return files.write_text(Path(file), text)
