"""The map as a poster: one SVG sheet from Python alone, for the printer and the wall."""

from actormap.map.poster.drawing import PosterTexts, draw

__all__ = ["PosterTexts", "draw"]
