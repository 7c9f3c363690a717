"""The rows of the map of evidence: cells, what they rest on, and the rows of the map as a whole."""

from __future__ import annotations

from typing import TypedDict


class MapCellRow(TypedDict):
    """A row of `EvidenceMap`: one cell."""

    line: str
    line_name: str
    column: str
    column_name: str
    direction: str
    projects: int
    independent: int
    not_seen: int
    silent: int
    not_measured: int
    without_effect: int
    partly: int
    reached: int
    outside: int
    answered: int
    measured_independent: int
    stated: int
    implied: int
    own_words: int
    evaluator: int
    other_voice: int
    agreement: float | None
    methodological: str | None
    coherence: str | None
    adequacy: str | None
    relevance: str | None
    certainty: str | None
    new: int


class Concerns(TypedDict):
    """What makes a cell or a line of the map sure or unsure, and how sure it is."""

    methodological: str | None
    coherence: str | None
    adequacy: str | None
    relevance: str | None
    certainty: str | None


class MapEvidenceRow(TypedDict):
    """A row of `MapEvidence`."""

    line: str
    column: str
    project: str
    project_name: str
    kind: str
    top: str
    state: str
    answer: str
    status: str | None
    voice: str | None
    document: str | None
    locator: str | None
    date: str | None
    new: bool


class MapLineRow(TypedDict):
    """A row of `MapLines`."""

    line: str
    line_name: str
    projects: int
    of: int
    independent: int
    of_independent: int
    levels: dict[str, int]
    measured: int
    reached: int
    not_measured: int
    methodological: str | None
    coherence: str | None
    adequacy: str | None
    relevance: str | None
    certainty: str | None
    new: int
