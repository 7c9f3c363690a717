"""A CSV table with rows added, changed and removed, and every other byte as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from actormap.errors import InputError
from actormap.workspace.problems import Findings
from actormap.workspace.reading import cells
from actormap.workspace.reading.csv_file import quotation, separator_of
from actormap.workspace.reading.encoding import decoded
from actormap.workspace.reading.sheet import Heading, Sheet, read_heading
from actormap.workspace.schema import rows

MARKED = "utf-8-sig"


@dataclass(slots=True)
class DelimitedTable:
    """One CSV file being changed: `pieces` are its rows as text, line ends and all; the rows themselves are numbered from 0."""

    table: str
    encoding: str
    separator: str
    newline: str
    prefix: str
    pieces: list[str] = field(repr=False)
    quote: str = '"'
    heading: Heading = field(init=False)

    def __post_init__(self) -> None:
        sheet = Sheet(self.table, f"{self.table}.csv", ((number, self._read(piece)) for number, piece in enumerate(self.pieces)))
        self.heading = read_heading(sheet, Findings())
        if len(self.heading.columns) > 1 and len(self._read(self.pieces[self.heading.row])) == 1:
            raise InputError(
                f"Every row of {self.table}.csv stands in one cell, so no row can be changed.", hint="Save the file anew as CSV UTF-8."
            )

    @classmethod
    def parse(cls, table: str, data: bytes) -> DelimitedTable:
        """Return the table in a file that has been read without a fault before."""
        read = decoded(data)
        encoding, text, prefix = read.encoding, read.text, ""
        separator = separator_of(table, text)
        lines = list(io.StringIO(text, newline=""))
        if text[:4].lower() == "sep=":
            prefix, lines = lines[0], lines[1:]
            separator = prefix[4:].rstrip("\r\n") or separator
        quote, separator = quotation("".join(lines), separator)
        reader = csv.reader(iter(lines), delimiter=separator, quotechar=quote)
        pieces, start = [], 0
        for _ in reader:
            pieces.append("".join(lines[start : reader.line_num]))
            start = reader.line_num
        return cls(table, encoding, separator, "\r\n" if "\r\n" in text else "\n", prefix, pieces, quote)

    @classmethod
    def empty(cls, table: str, like: DelimitedTable) -> DelimitedTable:
        """Return a table with its headings alone, written as another file is."""
        heading = like.separator.join(rows.columns(table)) + like.newline
        return cls(table, like.encoding, like.separator, like.newline, "", [heading])

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the rows below the headings, with their numbers, as far as they hold anything."""
        for number in range(self.heading.row + 1, len(self.pieces)):
            values = zip(self.heading.columns, self._read(self.pieces[number]), strict=False)
            filled = {column: cells.clean(value) for column, value in values if column and value.strip()}
            if filled:
                yield number, filled

    def add(self, values: Mapping[str, Any]) -> None:
        """Put a row after the last one."""
        self._provide(values)
        if self.pieces and not self.pieces[-1].endswith(("\n", "\r")):
            self.pieces[-1] += self.newline
        self.pieces.append(self._written(["" for _ in self.heading.columns], values))

    def change(self, number: int, values: Mapping[str, Any]) -> None:
        """Give some cells of a row other values."""
        self._provide(values)
        self.pieces[number] = self._written(self._read(self.pieces[number]), values)

    def remove(self, number: int) -> None:
        """Take a row away."""
        del self.pieces[number]

    def to_bytes(self) -> bytes:
        """Return the file; in UTF-8 if its encoding has no sign for what has been added."""
        text = self.prefix + "".join(self.pieces)
        try:
            return text.encode(self.encoding)
        except UnicodeEncodeError:
            return text.encode(MARKED)

    def _provide(self, values: Mapping[str, Any]) -> None:
        """Add the headings that are missing for some values, and to every row that is as long as the headings were an empty cell each."""
        missing = [column for column in values if column not in self.heading.columns]
        if missing:
            width = len(self.heading.titles)
            text = self.pieces[self.heading.row].rstrip("\r\n")
            self.pieces[self.heading.row] = self.separator.join([text, *missing]) + self.newline
            for number, piece in enumerate(self.pieces[self.heading.row + 1 :], start=self.heading.row + 1):
                if len(self._read(piece)) == width:
                    bare = piece.rstrip("\r\n")
                    self.pieces[number] = bare + self.separator * len(missing) + piece[len(bare) :]
            self.__post_init__()

    def _read(self, piece: str) -> list[str]:
        return next(csv.reader(io.StringIO(piece, newline=""), delimiter=self.separator, quotechar=self.quote), [])

    def _written(self, old: list[str], values: Mapping[str, Any]) -> str:
        row = old + [""] * (len(self.heading.columns) - len(old))
        for column, value in values.items():
            row[self.heading.columns.index(column)] = self._cell(value)
        stream = io.StringIO(newline="")
        # Where single marks enclose cells they enclose each, or a file of few rows would not be known for one that has them.
        enclosed: Literal[0, 1] = csv.QUOTE_MINIMAL if self.quote == '"' else csv.QUOTE_ALL
        table = csv.writer(stream, delimiter=self.separator, lineterminator=self.newline, quotechar=self.quote, quoting=enclosed)
        table.writerow(row)
        return stream.getvalue()

    def _cell(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            return cells.guarded(value)
        return str(value).replace(".", ",") if self.separator == ";" else str(value)
