"""One change to a workspace's files: begun on its tables, then written all or nothing, and noted so that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from actormap import files
from actormap.errors import InputError, UsageError
from actormap.workspace import location
from actormap.workspace.editing import undo
from actormap.workspace.editing.csv_file import DelimitedTable
from actormap.workspace.editing.xlsx_file import Book
from actormap.workspace.location import Place, own_copy
from actormap.workspace.problems import Findings
from actormap.workspace.reading.workbook import OPEN_DOCUMENT


class EditableTable(Protocol):
    """A table whose rows can be added, changed and removed, be it a CSV file or a sheet."""

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the rows with their numbers, empty cells left out."""
        ...

    def add(self, values: Mapping[str, Any]) -> None:
        """Put a row after the last one."""
        ...

    def change(self, number: int, values: Mapping[str, Any]) -> None:
        """Give some cells of a row other values."""
        ...

    def remove(self, number: int) -> None:
        """Take a row away."""
        ...


@dataclass(slots=True)
class Amendment:
    """A change that is not yet written. Ask for the tables it touches, change them, and write."""

    place: Place
    base: Path
    _book: Book | None = field(default=None, init=False)
    _tables: dict[str, DelimitedTable] = field(default_factory=dict, init=False)

    def table(self, name: str) -> EditableTable:
        """Return a table to change; it is made, with its headings alone, if the workspace has none."""
        if self.place.workbook:
            if self.place.workbook.suffix.lower() in OPEN_DOCUMENT:
                raise InputError(
                    f"{self.place.workbook.name} is an OpenDocument workbook, which is read and not changed.", hint="Save it as .xlsx."
                )
            self._book = self._book or Book(self.place.workbook.name, self.place.workbook.read_bytes())
            return self._book.table(name)
        if name not in self._tables:
            there = self.place.tables.get(name)
            # A new file is written as the others are: a spreadsheet that opens one of them well opens it well too.
            like = next(iter(self.place.tables.items()))
            self._tables[name] = (
                DelimitedTable.parse(name, there.read_bytes())
                if there
                else DelimitedTable.empty(name, DelimitedTable.parse(like[0], like[1].read_bytes()))
            )
        return self._tables[name]

    def contents(self) -> dict[Path, bytes]:
        """Return the files that the change touches as they will be, those that stay the same left out."""
        if self.place.workbook:
            return {self.place.workbook: self._book.to_bytes()} if self._book else {}
        written = {self.place.tables.get(name, self.base / f"{name}.csv"): table.to_bytes() for name, table in self._tables.items()}
        return {path: data for path, data in written.items() if not path.exists() or path.read_bytes() != data}

    def write(self, about: Mapping[str, Any]) -> tuple[Path, ...]:
        """Write the change, all of it or nothing, noting first what it is about and how to take it back, and return the files."""
        changed = self.contents()
        if changed:
            undo.record(self.base, changed, about)
        try:
            for path, data in changed.items():
                files.write_bytes(path, data, own_copy(self.base))
        except InputError:
            undo.take_back(self.base, self.place.workbook, about.get("what"))
            raise
        return tuple(changed)

    def attempt(self, about: Mapping[str, Any]) -> Path | None:
        """Write the change, all of it or nothing, and return its entry, None if nothing changes.

        Unless the entry is settled, the next `mend` takes the change back.
        """
        changed = self.contents()
        if not changed:
            return None
        entry = undo.record(self.base, changed, {**about, undo.UNSETTLED: True})
        try:
            for path, data in changed.items():
                files.write_bytes(path, data, own_copy(self.base))
        except InputError:
            undo.mend(self.base)
            raise
        return entry


def begin(where: str | Path) -> Amendment:
    """Return a change to the workspace at a place; raise `UsageError` if it is the built-in one, which is read-only."""
    found, base = _own(where)
    return Amendment(found, base)


def take_back(where: str | Path, what: str | None = None) -> dict[str, Any] | None:
    """Take back the latest change of its kind at a place and return what it was about, None if there is none to take back."""
    found, base = _own(where)
    return undo.take_back(base, found.workbook, what)


def _own(where: str | Path) -> tuple[Place, Path]:
    found = location.find(where, Findings())
    if found.base is None:
        raise UsageError(
            f"The built-in workspace {found.name} is read-only.",
            hint=f"Make a copy of your own, such as: actormap init my-{found.name} --from {found.name}",
        )
    return found, found.base
