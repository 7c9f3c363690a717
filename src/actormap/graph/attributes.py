"""The names of graph attributes, which stand here and nowhere else."""

from __future__ import annotations

NAME, KIND, SIDE, TIES, WEIGHT, DISTANCE = "name", "kind", "side", "ties", "weight", "distance"
ACTOR, VENUE, OTHER = "actor", "venue", "other"
