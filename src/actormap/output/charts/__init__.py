"""Results as pictures: SVG that stands by itself, says what it shows to those who cannot see it, and does not rest on colour alone."""

from __future__ import annotations

from actormap.output.charts import calendar, coverage, intervals, timeline

__all__ = ["calendar", "coverage", "intervals", "timeline"]
