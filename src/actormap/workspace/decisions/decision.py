"""Decisions about candidates: the table candidates, a row each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from actormap.model.records import Node
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.reading.tables import Table
from actormap.workspace.writing.example import slug

ACCEPTED, REJECTED, LATER = DECISIONS = ("accepted", "rejected", "later")
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody has decided of a candidate: accepted, rejected, or to be asked later.

    `source` and `target` are ids, or the names of records that the workspace does not have; those are made when the candidate is accepted,
    of the kinds `source_kind` and `target_kind`. `source_as`, `type_as` and `target_as` are what somebody has put in the place of them.
    `document` is an id, or the title of a document that is made. `by` is a role, never a person; `row` is where it stands in its file.
    """

    source: str
    type: str
    target: str
    document: str
    locator: str | None = None
    verdict: str = LATER
    source_as: str | None = None
    type_as: str | None = None
    target_as: str | None = None
    source_kind: str | None = None
    target_kind: str | None = None
    by: str | None = None
    date: str | None = None
    why: str | None = None
    row: int | None = None

    def completed(self, *, by: str | None, date: str) -> Decision:
        """Return the decision with a role and a date where it has none."""
        return replace(self, by=self.by or by, date=self.date or date)

    def key(self, known: Mapping[str, Node]) -> Key:
        """Return what makes it a decision about one candidate, be its names known by now or not."""
        return key(self.source, self.type, self.target, self.document, known)


def key(source: str, type_: str, target: str, document: str, known: Mapping[str, Node]) -> Key:
    """Return what tells a candidate from others: its names, type and document; where in the document it stands may change."""
    names = [squeeze(known[word].name if word in known else word) for word in (source, target)]
    return names[0], type_, names[1], document if document in known else slug(document)


def read(table: Table | None) -> tuple[Decision, ...]:
    """Return the decisions of every faultless row that has a verdict; what is wrong is noted."""
    lines = (line for line in table or () if line.row is not None and line.row.verdict is not None)
    return tuple(Decision(**line.row.__dict__, row=line.number) for line in lines)


def latest(decisions: Iterable[Decision], known: Mapping[str, Node]) -> dict[Key, Decision]:
    """Return the last decision about each candidate."""
    return {each.key(known): each for each in decisions}


def plain(decision: Decision) -> dict[str, Any]:
    """Return the cells of a decision, empty ones left out."""
    cells = {name: getattr(decision, name) for name in decision.__slots__ if name != "row"}
    return {name: value for name, value in cells.items() if value is not None}
