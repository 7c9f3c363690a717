"""The sign and the colour of each state: a sign of its own in ink, so that no state hangs on colour alone."""

from __future__ import annotations

from collections.abc import Mapping

from actormap.analysis.projects.evidence_map import NO_PROJECT
from actormap.analysis.projects.state import ANSWERED, NOT_SEEN, OUTSIDE, PARTLY, REACHED, WITHOUT_EFFECT
from actormap.model.coding import NOT_MEASURED, SILENT

SIGNS: Mapping[str, str] = {
    NOT_SEEN: "·",
    SILENT: "–",
    NOT_MEASURED: "○",
    WITHOUT_EFFECT: "▽",
    PARTLY: "◆",
    REACHED: "▲",
    OUTSIDE: "□",
    ANSWERED: "●",
    NO_PROJECT: " ",
}
# Fills of a workbook's cells, light enough for black letters; those that tell of a gap are grey, white, or hatched by their sign.
FILLS: Mapping[str, str] = {
    NOT_SEEN: "FFFFFF",
    SILENT: "E4E4E4",
    NOT_MEASURED: "FFF1B8",
    WITHOUT_EFFECT: "F6C9B7",
    PARTLY: "CFE0F5",
    REACHED: "B9DDB9",
    OUTSIDE: "E6DAF2",
    ANSWERED: "D8EEF0",
    NO_PROJECT: "C9C9C9",
}
