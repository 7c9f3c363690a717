"""What a file turned out to hold, in the file's own words: nodes, ties, what each column means, and every line that was not taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from actormap.workspace.checks.registry import LEVELS
from actormap.workspace.problems import Findings


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: a file, a sheet of it, and a row as the program that shows the file counts, or the id of an element."""

    file: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    element: str = ""

    def __str__(self) -> str:
        """Return the place as problems have it: `kontakter.xlsx [Blad1]:5`."""
        named = f"{self.file} [{self.sheet}]" if self.sheet else self.file
        return f"{named}:{self.row}" if self.row is not None else f"{named} {self.element}".rstrip()

    @property
    def sheet_name(self) -> str:
        """Return what problems call the file, or the sheet of it."""
        return str(replace(self, row=None))


@dataclass(frozen=True, slots=True)
class FoundNode:
    """A node as a file has it. `values` are cells of known columns, `attributes` all others; `node` is the kind of record."""

    spot: Spot
    id: str | None = None
    name: str | None = None
    kind: str | None = None
    node: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundTie:
    """A relationship as a file has it; its ends are ids or names. `evidence` are whole statements, where the file has them from here.

    `type` is a word as the file writes it. `directed` is None where the file says nothing of it.
    """

    spot: Spot
    source: str
    target: str
    type: str | None = None
    directed: bool | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A line, or with `part` a value of one, that was not taken, and why: `key` names the sentence under `import.left_out`."""

    spot: Spot
    key: str
    found: str = ""
    part: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column was taken for: a field, or `attribute` where it is kept as it is, or `ignored`."""

    spot: Spot
    column: str
    field: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something that was assumed or noticed; `key` names the sentence under `import.remarks`."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


def findings() -> Findings:
    """Return an empty list of what is wrong with cells, where each check does what it does unless a workspace says otherwise."""
    empty = Findings()
    empty.switch(LEVELS)
    return empty


@dataclass(slots=True)
class Found:
    """Everything that one file or sheet holds. Of what `findings` call an error the value was not taken, of a warning it was."""

    form: str
    spot: Spot
    nodes: list[FoundNode] = field(default_factory=list)
    ties: list[FoundTie] = field(default_factory=list)
    left_out: list[NotTaken] = field(default_factory=list)
    meanings: list[Meaning] = field(default_factory=list)
    remarks: list[Noticed] = field(default_factory=list)
    findings: Findings = field(default_factory=findings)

    def leave_out(self, spot: Spot, key: str, found: object = "", *, part: bool = False, **values: Any) -> None:
        """Note a line or a value that is not taken."""
        self.left_out.append(NotTaken(spot, key, str(found), part, values))

    def remark(self, key: str, **values: Any) -> None:
        """Note something that was assumed or noticed."""
        self.remarks.append(Noticed(key, values))
