"""A guideline drafted from what was found: for whom it is, what it builds on, and how firm that is."""

from __future__ import annotations

from dataclasses import dataclass

PARTLY = "partly"  # implied
ORGANISATION, RESULTS = "organisation", "results"
LEVELS = (ORGANISATION, RESULTS)
TOLD = 3  # findings that a guideline names


@dataclass(frozen=True, slots=True)
class Guideline:
    """A guideline: its level, the key of its words, the sentences that it builds on, and how firm these are."""

    level: str
    key: str
    ground: str
    firmness: str
