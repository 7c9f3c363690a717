"""CSV as spreadsheets in Sweden write it: its encoding and its separator are found out, not asked for."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence

from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import encoding
from actormap.workspace.reading.encoding import DecodedText
from actormap.workspace.reading.sheet import Sheet
from actormap.workspace.reading.titles import known_in

SEPARATORS = (",", ";", "\t", "|", "^", "~", ":")  # the usual first: where two fit alike the first is taken
_HEAD = 100_000
_SAMPLE = 20
_SINGLY = re.compile(r"(?:^|(?<=[,;\t|^~:]))'(?:[^'\n]|'')*'(?:(?=([,;\t|^~:]))|$)")


def decode(data: bytes) -> str:
    """Return the text of a file; raise `Fault` if it is in no encoding that is read."""
    return encoding.decoded(data).text


def sheet(table: str, file: str, data: bytes, findings: Findings) -> Sheet:
    """Return one table of a CSV file; raise `Fault` if the whole file cannot be read.

    Rows are counted as a spreadsheet shows them: a cell with line breaks in it is one row, and a first line `sep=;` is none.
    """
    read = text(file, data, findings)
    first, separator = said_separator(read.text)
    if len(separator) != 1:
        separator = separator_of(table, read.text[first : first + _HEAD])
    quote, separator = quotation(read.text[first : first + _HEAD], separator)
    return Sheet(table, file, records(read, first, separator, file, findings, quote), separator, read.text.count("\n"))


def text(file: str, data: bytes, findings: Findings) -> DecodedText:
    """Return the text of a file, and tell in what it is written where that is a guess; raise `Fault` if it has none."""
    read = encoding.decoded(data)
    if not read.text.strip():
        raise Fault("empty_file")
    if read.guessed and not read.strange:
        findings.check("encoding", file, None, None, None, Fault("encoding_guessed", encoding=encoding.CALLED[read.guessed]))
    return read


def said_separator(whole: str) -> tuple[int, str]:
    """Return how long the first line is that names the separator, and what it names; 0 and nothing if none does."""
    if whole[:4].lower() != "sep=":
        return 0, ""
    line = io.StringIO(whole, newline="").readline()
    return len(line), line[4:].rstrip("\r\n")


def quotation(head: str, separator: str) -> tuple[str, str]:
    """Return what encloses the cells of a text, and its separator: as given unless most of its first rows enclose cells in single marks."""
    lines = [line.strip() for line in head.splitlines()[: 2 * _SAMPLE] if line.strip()][:_SAMPLE]
    enclosed = [list(_SINGLY.finditer(line)) for line in lines]
    if 2 * sum(len(cells) > 1 for cells in enclosed) <= len(lines):
        return '"', separator
    between = Counter(cell[1] for cells in enclosed for cell in cells if cell[1])
    return "'", max(between, key=lambda mark: between[mark])


def separator_of(table: str, head: str) -> str:
    """Return which of `SEPARATORS` the headings of a table are separated by, from the beginning of its text."""

    def fits(separator: str) -> tuple[int, int]:
        lines = csv.reader(io.StringIO(head, newline=""), delimiter=separator)
        best = (0, 0)
        try:
            for _, titles in zip(range(20), (line for line in lines if any(map(str.strip, line))), strict=False):
                best = max(best, (known_in(table, titles), len(titles)))
        except csv.Error:
            pass
        return best

    absent = [mark for mark in SEPARATORS if mark not in head]  # they all fit alike, so that one of them is tried
    return max((mark for mark in SEPARATORS if mark not in absent[1:]), key=fits)


def records(
    read: DecodedText, first: int, separator: str, file: str, findings: Findings, quote: str = '"'
) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows. A quotation mark that nothing closes is a sign like any other, and the rows below it are read as they stand."""
    # A note may be a megabyte; the module's own limit is an eighth of that, and it is one for the whole process.
    csv.field_size_limit(max(csv.field_size_limit(), 2**31 - 1))
    lines = io.StringIO(read.text[first:] if first else read.text, newline="")
    told = encoding.CALLED[read.guessed] if read.guessed else ""
    number, position, width = 0, 1 if first else 0, 0
    waiting: deque[str] = deque()  # lines of a record that was no record
    while True:
        taken: list[str] = []
        reader = csv.reader(_noted(waiting, lines, taken), delimiter=separator, quotechar=quote, strict=True)
        stray = False
        try:
            for record in reader:
                if len(taken) > 1 and _swallowed(record, taken, separator, width):
                    stray = True
                    break
                number += 1
                if read.strange and not read.strange.isdisjoint(range(position, position + len(taken))):
                    findings.check("encoding", file, number, None, taken[0].strip(), Fault("encoding_mixed", encoding=told))
                position += len(taken)
                taken.clear()
                width = max(width, len(record))
                yield number, record
        except csv.Error:
            stray = True
        if not stray:
            return
        number += 1
        position += 1
        waiting.extendleft(reversed(taken[1:]))
        record = _as_it_stands(taken[0], separator, quote)
        findings.check("quotation", file, number, None, taken[0].strip(), Fault("stray_quote"))
        yield number, record


def _noted(waiting: deque[str], lines: Iterator[str], taken: list[str]) -> Iterator[str]:
    while waiting:
        taken.append(waiting.popleft())
        yield taken[-1]
    for line in lines:
        taken.append(line)
        yield line


def _swallowed(record: Sequence[str], taken: Sequence[str], separator: str, width: int) -> bool:
    """Return whether a cell with line breaks holds what are rows of their own: as many cells as the headings, line by line."""
    if width < 2 or not any("\n" in cell and separator in cell for cell in record):
        return False
    return all(line.count(separator) + 1 == width for line in taken)


def _as_it_stands(line: str, separator: str, quote: str) -> list[str]:
    """Return the cells of a line in which some quotation marks enclose a cell and others are signs of it."""
    cells: list[str] = []
    rest = line.rstrip("\r\n")
    while True:
        if rest.startswith(quote):
            end = _closing(rest, separator, quote)
            if end:
                cells.append(rest[1:end].replace(2 * quote, quote))
                if end + 1 == len(rest):
                    return cells
                rest = rest[end + 2 :]
                continue
        cell, found, rest = rest.partition(separator)
        cells.append(cell)
        if not found:
            return cells


def _closing(text: str, separator: str, quote: str) -> int:
    """Return where the quotation mark that a text begins with is closed before a separator or the end, 0 if nowhere."""
    place = 1
    while (place := text.find(quote, place)) > 0:
        if text[place + 1 : place + 2] == quote:
            place += 2
            continue
        return place if place + 1 == len(text) or text[place + 1] == separator else 0
    return 0
