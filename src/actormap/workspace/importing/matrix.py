"""Matrices: a square one says who is tied to whom, a two-mode one who takes part in what. The first cell may be empty, named or missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from actormap.workspace.importing import cell_values
from actormap.workspace.importing.cleaning import name_text, words
from actormap.workspace.importing.found import Found, FoundNode, FoundTie, Spot
from actormap.workspace.importing.inputs import Grid, Line
from actormap.workspace.reading.fuzzy import squeeze

_SQUARE = 0.5  # share of the names of rows that must head a column too
_TITLES = 5  # rows that may stand above a matrix
_LONGEST_MARK, _LONGEST_WORD = 3, 30


@dataclass(frozen=True, slots=True)
class MatrixSheet:
    """The names of rows and columns with the cells between them; `corner` is the first cell, `totals` what sums are headed by."""

    corner: str
    columns: tuple[str, ...]
    lines: tuple[tuple[int, str, tuple[str, ...]], ...]
    passed: tuple[Line, ...] = ()
    totals: tuple[str, ...] = ()

    @property
    def square(self) -> bool:
        """Return whether rows and columns are the same ones, or mostly."""
        columns = set(map(squeeze, self.columns))
        rows = [squeeze(name) for _, name, _ in self.lines]
        return bool(rows) and sum(name in columns for name in rows) > _SQUARE * max(len(rows), len(columns))

    @property
    def numeric(self) -> bool:
        """Return whether every filled cell is a number or a mark."""
        return all(is_mark(cell) for _, _, cells in self.lines for cell in cells)

    @property
    def worded(self) -> bool:
        """Return whether the filled cells are words that come again, or fewer than the cells there are, as roles and scales are."""
        said = [squeeze(cell) for _, _, cells in self.lines for cell in cells if not cell_values.is_no(cell)]
        return all(len(cell) <= _LONGEST_WORD for cell in said) and not set(said) & {squeeze(name) for _, name, _ in self.lines}

    @property
    def decimals(self) -> str:
        """Return the marks in its numbers that are surely decimal ones."""
        return cell_values.decimal_marks(cell for _, _, cells in self.lines for cell in cells)

    @property
    def filled(self) -> bool:
        """Return whether any cell says that there is a tie."""
        return any(not cell_values.is_no(cell) for _, _, cells in self.lines for cell in cells)


def of(grid: Grid) -> MatrixSheet | None:
    """Return the matrix that a sheet is, by the first row that can head one; None if none can."""
    for place in range(min(_TITLES, len(grid.lines) - 1)):
        _, heads = grid.lines[place]
        rest = grid.lines[place + 1 :]
        widest = max(len(cells) for _, cells in rest)
        corner, names = "", list(heads)
        if len(heads) >= widest or not name_text(heads[0]) or len(heads) < 2:
            corner, names = heads[0], list(heads[1:])
        columns = [name_text(name) for name in names]
        while columns and not columns[-1]:
            columns.pop()
        if len(columns) < 2 or not all(columns) or (any(cell_values.number(name) is not None for name in columns) and corner):
            continue
        if len(set(map(squeeze, columns))) < len(columns):
            continue
        lines = tuple((number, name_text(cells[0]), _padded(cells[1:], len(columns))) for number, cells in rest)
        found = _without_totals(MatrixSheet(corner, tuple(columns), lines, tuple(grid.lines[:place])))
        if all(cell_values.number(name) is not None for _, name, _ in lines if name) and not found.square:
            continue
        if found.square or (place == 0 or sum(1 for cell in grid.lines[place - 1][1] if cell) == 1):
            return found
    return None


def _without_totals(found: MatrixSheet) -> MatrixSheet:
    sums = words("totals")
    kept = [place for place, name in enumerate(found.columns) if squeeze(name) not in sums]
    lines = [line for line in found.lines if squeeze(line[1]) not in sums]
    if len(kept) == len(found.columns) and len(lines) == len(found.lines):
        return found
    totals = [name for name in (*found.columns, *(name for _, name, _ in found.lines)) if squeeze(name) in sums]
    cut = tuple((number, name, (*(cells[place] for place in kept), *cells[len(found.columns) :])) for number, name, cells in lines)
    return replace(found, columns=tuple(found.columns[place] for place in kept), lines=cut, totals=tuple(dict.fromkeys(totals)))


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def is_mark(cell: str) -> bool:
    """Return whether a cell is a number, a yes or no, or a mark such as x."""
    return cell_values.is_no(cell) or cell_values.is_yes(cell) or cell_values.number(cell) is not None


def read(grid: Grid, matrix: MatrixSheet) -> Found:
    """Return the ties of a matrix: of a square one that is symmetric a tie for every pair, of any other a tie for every filled cell."""
    found = Found("matrix", grid.spot)
    for number, cells in matrix.passed:
        found.remark("passed_over", spot=str(replace(grid.spot, row=number)), found=" ".join(filter(None, cells)))
    if matrix.totals:
        found.remark("totals", names=", ".join(matrix.totals))
    if not matrix.square:
        return _two_mode(found, matrix)
    decimals = matrix.decimals
    order = {squeeze(name): place for place, name in enumerate(matrix.columns)}
    said = {squeeze(name): cells for _, name, cells in matrix.lines if name}
    symmetric = _is_symmetric(order, said)
    found.remark("square", n=len(order), way="undirected" if symmetric else "directed")
    _nodes(found, matrix, [*(name for _, name, _ in matrix.lines), *matrix.columns])
    for number, name, row in matrix.lines:
        if not name:
            _no_name(found, replace(grid.spot, row=number), row)
            continue
        for place, cell in enumerate(row):
            spot = replace(grid.spot, row=number, column=matrix.columns[place] if place < len(matrix.columns) else "")
            other = squeeze(spot.column)
            # A pair of a symmetric matrix stands in it twice; so does a half of one that is filled on one side alone.
            mirrored = symmetric and other in said and order[other] < order.get(squeeze(name), -1)
            if not mirrored or cell_values.is_no(_cell(said, order, other, squeeze(name))):
                _tie(found, spot, name, cell, directed=not symmetric, decimals=decimals)
    return _weights(found)


def _cell(said: dict[str, tuple[str, ...]], order: dict[str, int], row: str, column: str) -> str:
    return said[row][order[column]] if row in said and column in order else ""


def _is_symmetric(order: dict[str, int], said: dict[str, tuple[str, ...]]) -> bool:
    """Return whether both halves say the same, or one of them says nothing."""
    pairs = [(row, column) for row in said for column in order if row != column and row in order]
    both = [
        (_mark(_cell(said, order, row, column)), _mark(_cell(said, order, column, row)), order[row] < order[column])
        for row, column in pairs
    ]
    if all(one == other for one, other, _ in both):
        return True
    upper = any(one for one, _, above in both if above)
    lower = any(one for one, _, above in both if not above)
    return upper != lower and len(both) > 2


def _mark(cell: str) -> str:
    number = cell_values.number(cell)
    return "" if cell_values.is_no(cell) else str(number) if number is not None else squeeze(cell)


def _two_mode(found: Found, matrix: MatrixSheet) -> Found:
    found.remark("two_mode", rows=sum(1 for _, name, _ in matrix.lines if name), columns=len(matrix.columns))
    decimals = matrix.decimals
    _nodes(found, matrix, [name for _, name, _ in matrix.lines])
    for name in matrix.columns:
        found.nodes.append(FoundNode(replace(found.spot, column=name), name=name, node="network"))
    for number, name, cells in matrix.lines:
        if not name:
            _no_name(found, replace(found.spot, row=number), cells)
            continue
        for column, cell in zip(matrix.columns, cells, strict=False):
            _tie(
                found, replace(found.spot, row=number, column=column), name, cell, directed=True, decimals=decimals, kind="participates_in"
            )
        _stray(found, replace(found.spot, row=number), cells[len(matrix.columns) :])
    return _weights(found)


def _nodes(found: Found, matrix: MatrixSheet, names: Sequence[str]) -> None:
    places = {squeeze(name): number for number, name, _ in reversed(matrix.lines)}
    for name in dict.fromkeys(filter(None, names)):
        found.nodes.append(FoundNode(replace(found.spot, row=places.get(squeeze(name))), name=name))


def _no_name(found: Found, spot: Spot, cells: Sequence[str]) -> None:
    if any(cells):
        found.leave_out(spot, "no_name", " | ".join(filter(None, cells)))


def _stray(found: Found, spot: Spot, cells: Sequence[str]) -> None:
    if any(cells):
        found.leave_out(spot, "outside_columns", " ".join(filter(None, cells)), part=True)


def _tie(found: Found, spot: Spot, name: str, cell: str, *, directed: bool, decimals: str, kind: str | None = None) -> None:
    if cell_values.is_no(cell):
        return
    if not spot.column:
        _stray(found, spot, (cell,))
        return
    number = cell_values.number(cell)
    if number is not None and number < 0:
        found.leave_out(spot, "negative", f"{name} – {spot.column}: {cell}")
        return
    values = cell_values.strength(found, spot, cell, decimals=decimals)
    found.ties.append(FoundTie(spot, name, spot.column, kind, directed, values))


def _weights(found: Found) -> Found:
    """Return what was found; where every cell that is filled holds a 1, it is a mark and no weight."""
    if all(tie.values.get("weight") in (None, 1) for tie in found.ties):
        found.ties = [replace(tie, values={name: value for name, value in tie.values.items() if name != "weight"}) for tie in found.ties]
    return found
