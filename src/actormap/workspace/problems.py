"""What is wrong with the input, said so that whoever keeps the tables can mend it: every problem, located, not the first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from actormap.i18n import Texts
from actormap.model.personal_data import veiled

Severity = Literal["error", "warning"]
Level = Literal["error", "warning", "off"]
LONGEST_FOUND = 80
_A_TABLE = 3  # so many unknown ids are no slips where a table is absent that would hold them
# Letters that a terminal would obey rather than show, and those of no width that turn or hide the rest of a line.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class InEach:
    """What a sentence is filled with when the word itself differs between the languages."""

    words: Mapping[str, str]


class Fault(ValueError):
    """What is wrong with one cell, row or file, before its place is known: the key of its sentence, its values, a suggestion."""

    row: int | None = None
    absent: tuple[str, ...] = ()  # tables that there are none of, one of which would hold what is called unknown
    elsewhere = False  # whether a table that there is might hold it as well

    def __init__(self, key: str, suggestion: str | None = None, /, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.suggestion = suggestion
        self.values = values


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
        values = {name: texts.pick(value) if isinstance(value, InEach) else value for name, value in self.values.items()}
        return texts(f"problems.{self.key}", **values)

    def place(self) -> str:
        """Return where it is, as editors write it: `actors.csv:14 kind`."""
        where = self.file if self.row is None else f"{self.file}:{self.row}"
        return f"{where} {self.column}" if self.column else where


class Findings:
    """The problems gathered while a workspace is read; tables are read in an order of need and told in the order of the files."""

    def __init__(self) -> None:
        self._found: list[tuple[tuple[int, int, int], Problem]] = []
        self._files: dict[str, tuple[int, Mapping[str, int]]] = {}
        self._cells: set[tuple[str, int | None, str | None]] = set()
        self._levels: Mapping[str, Level] = {}
        self._unknown: list[tuple[str, int | None, str | None, Any, Fault]] = []

    def switch(self, levels: Mapping[str, Level]) -> None:
        """Say what each check does: stop a load, warn, or nothing."""
        self._levels = levels

    def check(self, name: str, file: str, row: int | None, column: str | None, found: Any, fault: Fault) -> bool:
        """Note what a check has found, as firmly as its switch says; return whether what was found may be kept."""
        level = self._levels.get(name, "warning")
        if level == "error":
            self.error(file, row, column, found, fault)
        elif level == "warning":
            self.warn(file, row, column, found, fault)
        return level != "error"

    def is_on(self, name: str) -> bool:
        """Return whether a check says anything."""
        return self._levels.get(name) != "off"

    def place(self, file: str, rank: int, columns: Sequence[str] = ()) -> None:
        """Say where a file stands among the files and its columns in their row, which decides the order of problems."""
        self._files[file] = (rank, {column: number for number, column in enumerate(columns)})

    def add(self, severity: Severity, file: str, row: int | None, column: str | None, found: Any, fault: Fault) -> None:
        """Note one problem."""
        rank, columns = self._files.get(file, (-1, {}))
        order = (rank, row or 0, columns.get(column or "", -1))
        # What identifies somebody is told of, and never told again, whatever else is wrong with the cell.
        seen = None if found is None else shown(veiled(found) if isinstance(found, str) else found)
        self._found.append((order, Problem(severity, file, row, column, seen, fault.key, fault.values, fault.suggestion)))

    def error(self, file: str, row: int | None, column: str | None, found: Any, fault: Fault) -> None:
        """Note something that stops a load."""
        self._cells.add((file, row, column))
        self.add("error", file, row, column, found, fault)

    def warn(self, file: str, row: int | None, column: str | None, found: Any, fault: Fault) -> None:
        """Note something that deserves a look but does not stop a load."""
        self.add("warning", file, row, column, found, fault)

    def dangling(self, file: str, row: int | None, column: str | None, found: Any, fault: Fault) -> None:
        """Note that a row refers to nothing; where a table is absent that may be why, which is known when all rows are."""
        if fault.absent:
            self._unknown.append((file, row, column, found, fault))
        else:
            self.error(file, row, column, found, fault)

    def settle(self, place: str, suffix: str) -> None:
        """Say of what is unknown since a table is absent that the table is, once, and of the rest that it is unknown."""
        for table in dict.fromkeys(table for *_, fault in self._unknown for table in fault.absent[:1]):
            lost = [each for each in self._unknown if each[-1].absent[0] == table]
            words = list(dict.fromkeys(str(found) for *_, found, _ in lost))
            strange = [each for each in lost if not each[-1].suggestion]
            one_cause = not any(fault.elsewhere for *_, fault in lost) or (len(words) >= _A_TABLE and len(strange) * 2 > len(lost))
            if one_cause:
                names = ", ".join(words[:5]) + (" …" if len(words) > 5 else "")
                self.error(place, None, None, names, Fault("missing_table", table=f"{table}{suffix}", n=len(lost)))
            else:
                for file, row, column, found, fault in lost:
                    self.error(file, row, column, found, fault)
        self._unknown.clear()

    def has_error_at(self, file: str, row: int | None, column: str | None) -> bool:
        """Return whether a cell has been told of already."""
        return (file, row, column) in self._cells

    def has_errors(self) -> bool:
        """Return whether anything stops a load so far."""
        return bool(self._cells)

    def in_order(self) -> tuple[Problem, ...]:
        """Return the problems by file, row and column; those of one cell as they were found."""
        return tuple(problem for _, problem in sorted(self._found, key=lambda pair: pair[0]))


def shown(found: Any) -> str:
    """Return a cell as a list of problems can show it: on one line, and not a megabyte of it."""
    text = " ".join(_UNSEEN.sub("�", str(found)).split())
    return text if len(text) <= LONGEST_FOUND else f"{text[:LONGEST_FOUND]}…"
