"""What draws the map: vis-network through pyvis while nodes are few, our own canvas renderer when they are many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

AUTO = "auto"
PYVIS, CANVAS = "pyvis", "canvas"
# Engine -> what a reader of the help is told of it.
ENGINES: Mapping[str, str] = {
    PYVIS: "vis-network, up to about 1,000 nodes",
    CANVAS: "our own renderer, for more",
}
# vis-network draws 22 frames a second at 2,000 nodes and 5 at 10,000; up to about a thousand it is as smooth as the canvas.
MOST_FOR_PYVIS = 1000
# Beyond this many nodes the data is written by column, so that a page of 300 is well below 0.8 MB and one of 10,000 below 2 MB.
MOST_FOR_ROWS = 200


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """The engine, and why: a key of the catalogue under map_note.engine."""

    engine: str
    reason: str


def choose(asked: str, nodes: int) -> EngineChoice:
    """Return the engine for a map of some nodes. Raises `ValueError` if there is no such engine."""
    if asked == AUTO:
        return EngineChoice(PYVIS, "few") if nodes <= MOST_FOR_PYVIS else EngineChoice(CANVAS, "many")
    if asked not in ENGINES:
        raise ValueError(f"there is no engine {asked}; choose one of {', '.join((AUTO, *ENGINES))}")
    return EngineChoice(asked, "asked")
