"""The map of a graph: `draw` makes the interactive page, `poster.draw` a sheet of paper, `positions` tells where things stand."""

from actormap.map.draw import draw, positions

__all__ = ["draw", "positions"]
