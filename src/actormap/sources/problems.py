"""What is wrong with the input, said so that whoever keeps the tables can mend it: every problem, located, not the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from actormap.i18n import Texts

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place.

    `file` is a file's name, or a workbook's and the sheet's; `row` counts as the spreadsheet does (the header is row 1), None for a
    whole file. `key` names the sentence in the catalogue that says what is meant, `values` fills it. Errors stop a load, warnings do not.
    """

    severity: Severity
    file: str
    row: int | None
    column: str | None
    found: str | None
    key: str
    values: Mapping[str, Any] = field(default_factory=dict)
    suggestion: str | None = None

    def meant(self, texts: Texts) -> str:
        """Return the sentence that says what is wrong and what is meant."""
        return texts(f"problems.{self.key}", **self.values)

    def place(self) -> str:
        """Return where it is, as editors write it: `actors.csv:14 kind`."""
        where = self.file if self.row is None else f"{self.file}:{self.row}"
        return f"{where} {self.column}" if self.column else where
