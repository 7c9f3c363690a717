"""The interactive map, a page of its own: `draw` makes it, `positions` tells where it puts things."""

from actormap.render.map.drawing import draw, positions

__all__ = ["draw", "positions"]
