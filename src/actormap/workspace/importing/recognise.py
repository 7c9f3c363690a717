"""Which form a file or a sheet has, and what it holds when it is read in that form: the first reader that knows it has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module

from actormap.errors import InputError, parameter
from actormap.workspace.importing import cell_values, headings, matrix, survey, tables
from actormap.workspace.importing.cleaning import name_text
from actormap.workspace.importing.forms import EDGES, FORMS, GEPHI, KUMU, MATRIX, SURVEY
from actormap.workspace.importing.found import Found, FoundTie
from actormap.workspace.importing.headings import Columns
from actormap.workspace.importing.inputs import Grid, Input, TextFile
from actormap.workspace.reading.fuzzy import squeeze

_WIDEST = 3  # columns of a list of ties without headings: two ends, and a weight or a type


def read(each: Input, form: str | None, given: Mapping[str, str]) -> Iterator[Found]:
    """Yield what an input holds, in the form that is named or else recognised; a sheet of several tables is read table by table.

    Raises `InputError` if it has no form that is known, or not the one that is named.
    """
    if isinstance(each, TextFile):
        yield _text(each, form)
    else:
        for part in _parts(each):
            yield _sheet(part, form, given)


def _text(file: TextFile, form: str | None) -> Found:
    for name, known in FORMS.items():
        if known.module and form in (None, name):
            module = import_module(f"{__package__}.{known.module}")
            if module.is_one(file.text):
                found: Found = module.read(file)
                return found
    said = f"{file.spot.file} is no {form} file." if form else f"{file.spot.file} has no form that is known."
    raise InputError(said, hint=f"Known are {', '.join(FORMS)}; name one with {parameter('as')}.")


def _sheet(grid: Grid, form: str | None, given: Mapping[str, str]) -> Found:
    if not grid.lines:
        raise InputError(f"{grid.spot} is empty.")
    if form is None and not given and headings.lies_on_its_side(grid):
        unread = Found("unknown", grid.spot)
        unread.leave_out(grid.spot, "on_its_side", ", ".join(cells[0] for _, cells in grid.lines if cells))
        return unread
    found = next((read for read in (reader(grid, given) for reader in _readers(form)) if read), None)
    if found is None:
        what = f"cannot be read as {form}" if form else "has no form that is known"
        heads = ", ".join(filter(None, grid.lines[0][1]))
        raise InputError(
            f"{grid.spot} {what}; its first row is: {heads[:120]}",
            hint=f"Say which columns hold what, such as {parameter('map')} Organisation=source {parameter('map')} Partner=target.",
        )
    return found


Reader = Callable[[Grid, Mapping[str, str]], Found | None]


def _readers(form: str | None) -> Sequence[Reader]:
    """Return what tries to read a sheet, in order."""
    named: Mapping[str, Sequence[Reader]] = {
        EDGES: (_ties, _bare, _nodes),
        GEPHI: (_ties, _nodes),
        KUMU: (_ties, _nodes),
        MATRIX: (_matrix, _nodes),
        SURVEY: (_survey, _nodes),
    }
    return named.get(form or "", (_ties, _neighbours, _square, _survey, _described, _marks, _nodes, _bare))


def _ties(grid: Grid, given: Mapping[str, str]) -> Found | None:
    columns = tables.ties_of(grid, given)
    return tables.read_ties(grid, columns, _program(columns)) if columns else None


def _program(columns: Columns) -> str:
    """Return whose table it is, by its headings."""
    heads = {title.casefold() for title in columns.titles}
    if {"from", "to"} <= heads and heads & {"direction", "label", "tags"}:
        return KUMU
    return GEPHI if {"source", "target"} <= heads and heads & {"timeset", "id", "interval"} else EDGES


def _neighbours(grid: Grid, given: Mapping[str, str]) -> Found | None:  # noqa: ARG001
    """Return the ties of rows that each hold a name and then the names of its neighbours, without headings."""
    rows = [[name_text(cell) for cell in cells] for _, cells in grid.lines]
    first = [squeeze(names[0]) for names in rows if names]
    others = {squeeze(name) for names in rows for name in names[1:] if name}
    is_ragged = len({sum(map(bool, names)) for names in rows}) > 1 and max(map(len, rows)) > _WIDEST - 1
    met = sum(name in others for name in first)
    if not is_ragged or len(set(first)) < len(first) or met < 2 or met * 2 < len(first) or any(map(_is_number, others)):
        return None
    if any(squeeze(name) == squeeze(names[0]) for names in rows for name in names[1:]) or _has_corner(rows) or survey.is_heading(rows[0]):
        return None
    found = Found(EDGES, grid.spot)
    found.remark("adjacency", spot=str(grid.spot))
    for (number, _), names in zip(grid.lines, rows, strict=True):
        spot = replace(grid.spot, row=number)
        found.ties += [FoundTie(spot, names[0], name) for name in names[1:] if name]
    return found


def _has_corner(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row is one of headings: what heads the columns heads the rows too, in the same order."""
    heads = [squeeze(name) for name in rows[0] if name]
    below = [squeeze(names[0]) for names in rows[1:] if names]
    return bool(below) and (heads == below or heads[1:] == below)


def _is_number(word: str) -> bool:
    return cell_values.number(word) is not None


def _square(grid: Grid, given: Mapping[str, str]) -> Found | None:  # noqa: ARG001  (as the others are called)
    found = matrix.of(grid)
    return matrix.read(grid, found) if found and found.square else None


def _matrix(grid: Grid, given: Mapping[str, str]) -> Found | None:  # noqa: ARG001
    found = matrix.of(grid)
    return matrix.read(grid, found) if found else None


def _marks(grid: Grid, given: Mapping[str, str]) -> Found | None:  # noqa: ARG001
    found = matrix.of(grid)
    told = found and (found.numeric or (_is_cornered(grid) and found.worded))
    return matrix.read(grid, found) if found and told and found.filled and len(found.columns) > 1 else None


def _survey(grid: Grid, given: Mapping[str, str]) -> Found | None:
    found = survey.of(grid, given)
    return survey.read(grid, found) if found else None


def _described(grid: Grid, given: Mapping[str, str]) -> Found | None:
    """Return the nodes of a table with more than one column that is known."""
    columns = tables.nodes_of(grid, given)
    known = [] if columns is None else [field for field in columns.fields if field not in ("attribute", "ignored")]
    return tables.read_nodes(grid, columns, "nodes") if columns and len(known) > 1 else None


def _nodes(grid: Grid, given: Mapping[str, str]) -> Found | None:
    columns = tables.nodes_of(grid, given)
    return tables.read_nodes(grid, columns, "nodes") if columns else None


def _bare(grid: Grid, given: Mapping[str, str]) -> Found | None:  # noqa: ARG001
    """Return the ties of two columns without headings, or three of which the last holds weights or types."""
    widths = Counter(sum(1 for cell in cells if cell) for _, cells in grid.lines)
    width = max(len(cells) for _, cells in grid.lines)
    if not 2 <= width <= _WIDEST or widths.most_common(1)[0][0] < 2 or _is_cornered(grid):
        return None
    lines = grid.lines[1:] if grid.headed else grid.lines
    third = [cells[2] for _, cells in lines if len(cells) > 2 and cells[2]]
    last = "weight" if all(cell_values.number(cell) is not None for cell in third) else "type"
    titles = tuple(grid.lines[0][1]) if grid.headed else tuple("ABC"[:width])
    titles = (*titles, *"ABC"[len(titles) : width])
    columns = Columns(titles, ("source", "target", last)[:width], lines, grid.lines[0][0] if grid.headed else None)
    found = tables.read_ties(grid, columns, EDGES)
    found.remark("bold_heading" if grid.headed else "no_heading", spot=str(grid.spot))
    return found


def _is_cornered(grid: Grid) -> bool:
    """Return whether only the first cell of the first row is empty, as that of a matrix is."""
    first = grid.lines[0][1]
    return len(grid.lines) > 1 and len(first) > 1 and not first[0] and all(first[1:])


def _parts(grid: Grid) -> Iterator[Grid]:
    """Yield the tables of a sheet: where two rows or more are blank, and headings follow, another table begins."""
    begins = [
        place for place in range(1, len(grid.lines)) if grid.lines[place][0] - grid.lines[place - 1][0] > 2 and _heads(grid.lines[place][1])
    ]
    for start, end in zip([0, *begins], [*begins, len(grid.lines)], strict=True):
        yield replace(grid, lines=grid.lines[start:end])


def _heads(cells: Sequence[str]) -> bool:
    ties = [headings.field_of(cell, headings.tie_fields()) for cell in cells]
    nodes = [headings.field_of(cell, headings.node_fields()) for cell in cells]
    return {"source", "target"} <= set(ties) or ("name" in nodes and len({*nodes} - {"attribute", "ignored"}) > 1)
