"""The rows of a workbook's sheet as they are meant: merged cells filled, and hidden or struck-out ones told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading.sheet import Sheet
from actormap.workspace.reading.xlsx_parts import SheetLayout

GridRow = tuple[int, list[Any]]
Choice = Callable[[Sequence[str]], Mapping[str, str]]  # of the titles of all sheets those to read, each with what problems call it


@dataclass(frozen=True, slots=True)
class GridRows:
    """The rows of a sheet that hold anything, how it lies, and which rows hold letters struck out, or nothing but bold ones."""

    lines: list[GridRow]
    layout: SheetLayout
    struck: Collection[int]
    bold: Collection[int]


@dataclass(frozen=True, slots=True)
class GridSheet:
    """The rows of a sheet that hold anything. `file` is what problems call it; `headed` says that its first row alone is bold."""

    file: str
    lines: list[GridRow]
    headed: bool = False

    def table(self, name: str) -> Sheet:
        """Return the sheet as a table of a workspace, not read yet."""
        return Sheet(name, self.file, iter(self.lines), rows=len(self.lines))


def settled(rows: GridRows, file: str, findings: Findings) -> GridSheet | None:
    """Return a sheet with its merged cells filled, None if it holds nothing; what of it is hidden or struck out is told."""
    layout = rows.layout
    kept = list(filled(rows.lines, layout, file, findings))
    if not kept:
        return None
    held = {number for number, _ in kept}
    tell("hidden", "hidden_rows", layout.hidden_rows & held, file, findings)
    tell_columns(layout.hidden_columns, kept, file, findings)
    tell("struck_out", "struck_out", held.intersection(rows.struck), file, findings)
    first = [number in rows.bold for number, _ in kept[:2]]
    return GridSheet(file, kept, headed=first == [True, False])


def filled(lines: Iterable[GridRow], layout: SheetLayout, file: str, findings: Findings) -> Iterator[GridRow]:
    """Yield the rows that hold anything, each cell under a merged one holding the same; what was filled is told once."""
    covering: dict[int, list[tuple[int, int]]] = {}
    for column, first, last in layout.merged:
        covering.setdefault(first, []).append((column, last))
    open_ones: list[tuple[int, int, Any]] = []
    places: list[int] = []
    for number, values in lines:
        if any(value is not None for value in values):
            open_ones = [merged for merged in open_ones if merged[1] >= number]
            for column, _, value in open_ones:
                values.extend([None] * (column - len(values)))
                if values[column - 1] is None and value is not None:
                    values[column - 1] = value
                    places.append(number)
            for column, last in covering.get(number, ()):
                if column <= len(values):
                    open_ones.append((column, last, values[column - 1]))
            yield number, values
    tell("merged", "merged_cells", places, file, findings)


def tell(check: str, key: str, rows: Collection[int], file: str, findings: Findings) -> None:
    """Tell once which rows of a sheet are so."""
    if rows:
        numbers = sorted(set(rows))
        findings.check(check, file, numbers[0], None, spans(numbers), Fault(key, n=len(numbers)))


def spans(numbers: Sequence[int]) -> str:
    """Return numbers in order as a reader writes them: `3, 5-9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def tell_columns(hidden: Collection[int], lines: Sequence[GridRow], file: str, findings: Findings) -> None:
    """Tell once which columns of a sheet are hidden though they hold something."""
    held = sorted(column for column in hidden if any(column <= len(values) and values[column - 1] is not None for _, values in lines))
    if held:
        first = next((values for _, values in lines if len(values) >= held[0]), [])
        named = ", ".join(str(first[column - 1]) for column in held if column <= len(first) and first[column - 1] is not None)
        findings.check("hidden", file, None, None, named or spans(held), Fault("hidden_columns", n=len(held)))
