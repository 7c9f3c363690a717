"""The names of graph attributes and of views, which stand here and nowhere else."""

from __future__ import annotations

VIEWS = ("affiliation", "actors", "all")
NAME, KIND, SIDE, TIES, WEIGHT, DISTANCE = "name", "kind", "side", "ties", "weight", "distance"
ACTOR, VENUE, OTHER = "actor", "venue", "other"
