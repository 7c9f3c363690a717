"""The interactive map, a page of its own: `draw` makes it, `positions` tells where it puts things, `findings` what it says of coverage."""

from actormap.render.map import findings
from actormap.render.map.drawing import draw, positions

__all__ = ["draw", "findings", "positions"]
