"""Tables of ties and tables of nodes: edge lists, the tables of Gephi and Kumu, and those of workspaces."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actormap.workspace.checks import unit
from actormap.workspace.checks.short_row import ShortRows
from actormap.workspace.importing import cell_values, headings
from actormap.workspace.importing.cleaning import name_text, words
from actormap.workspace.importing.found import Found, FoundNode, FoundTie, Meaning, Spot
from actormap.workspace.importing.headings import ATTRIBUTE, ENDS, IGNORED, Columns
from actormap.workspace.importing.inputs import Grid
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.reading.passed_row import is_note
from actormap.workspace.schema import rows

# What exports of graphs add to nodes and ties, which follows from the rest.
DERIVED = frozenset(
    {"org", "ftm", "color", "colour", "x", "y", "z", "size", "degree", "image", "timeset", "interval", "modularity_class", "r", "g", "b"}
)
_NUMBERED = re.compile(r"[\s_]*\d+$")
# Words that may be anything, but hardly what a spreadsheet has made a date of.
_WORDS = frozenset({"source", "target", "type", "kind"})
_NAMES = frozenset({"name", "kind"})
_OF_TIE = frozenset(rows.columns("relationships")) - {"source", "type", "target"}


def ties_of(grid: Grid, given: Mapping[str, str]) -> Columns | None:
    """Return the columns of a table of ties, None if it has no two columns of ends."""
    columns = headings.by_letter(grid, given) or headings.find(grid, given, headings.tie_fields())
    if columns is None or not columns.has(*ENDS):
        return None
    if _is_series(columns):
        return None
    ends = [[row[place] for _, row in columns.lines if place < len(row)] for place in map(columns.fields.index, ENDS)]
    # "Från" and "Till" may be the years of something.
    return None if all(map(cell_values.looks_like_dates, ends)) else columns


def _is_series(columns: Columns) -> bool:
    """Return whether the two ends are the first of a series such as Kontakt 1, Kontakt 2, Kontakt 3 beside who names them."""
    stems = [_NUMBERED.sub("", title).casefold() for title in columns.titles]
    first, second = (stems[columns.fields.index(end)] for end in ENDS)
    others = [title for title, field in zip(columns.titles, columns.fields, strict=True) if field not in ENDS]
    named = any(headings.field_of(title, ("respondent", "name")) in ("respondent", "name") for title in others)
    return first == second and (stems.count(first) > len(ENDS) or named)


def nodes_of(grid: Grid, given: Mapping[str, str]) -> Columns | None:
    """Return the columns of a table of nodes, None if none says their names or ids."""
    columns = headings.by_letter(grid, given) or headings.find(grid, given, headings.node_fields())
    return columns if columns and any(columns.has(field) for field in ("id", "name", "title", "label")) else None


def meanings(found: Found, columns: Columns, fields: Sequence[str]) -> None:
    """Note what each column was taken for, and the rows above the headings."""
    for title, field in zip(columns.titles, fields, strict=True):
        if title:
            derived = field == ATTRIBUTE and title.casefold() in DERIVED
            found.meanings.append(Meaning(found.spot, title, IGNORED if derived else field))
    _tell_short(found, columns)
    for number, cells in columns.passed:
        found.remark("passed_over", spot=str(replace(found.spot, row=number)), found=" ".join(filter(None, cells)))


def _tell_short(found: Found, columns: Columns) -> None:
    """Note rows that have fewer cells than the headings where others are full: their values may stand a column to the left."""
    if columns.cut:
        short = ShortRows(max((place for place, title in enumerate(columns.titles, start=1) if title), default=0))
        for number, cells in columns.lines:
            short.add(number, len(cells))
        for number, fault in short.told():
            found.findings.check("short_row", found.spot.sheet_name, number, None, None, fault)


def counted(found: Found, columns: Columns, fields: Sequence[str]) -> tuple[str, ...]:
    """Return the fields of columns; one whose heading says another unit than its field has is kept as it is, and told."""
    result = list(fields)
    for place, (title, field) in enumerate(zip(columns.titles, fields, strict=True)):
        form = cell_values.forms().get(field)
        if not form or form.name not in ("amount", "people"):
            continue
        # The unit stands in the heading, or in a row of units below it.
        below = next((cells[place] for _, cells in columns.lines[:1] if place < len(cells) and not any(map(str.isdigit, cells[place]))), "")
        fault = (unit.in_heading(title) if title != field else None) or (unit.in_heading(below) if below else None)
        if fault and not found.findings.check("unit", found.spot.sheet_name, columns.row, field, title, fault):
            result[place] = ATTRIBUTE
    return tuple(result)


def read_ties(grid: Grid, columns: Columns, form: str) -> Found:
    """Return the ties of a table with columns of ends: several names in an end, with a bar between, are several ties."""
    found = Found(form, grid.spot)
    fields = _fields_of_ties(columns)
    meanings(found, columns, fields)
    decimals = _decimals(found, columns, fields)
    for number, cells in columns.lines:
        spot = replace(grid.spot, row=number)
        if any(cells) and _is_row(found, spot, columns, cells):
            _Row(found, spot, columns.titles, fields, cells, decimals=decimals).ties()
    return found


def _is_row(found: Found, spot: Spot, columns: Columns, cells: Sequence[str]) -> bool:
    """Return whether a line is a row of the table; one of sums is not, and one with a cell too many in a text file may be shifted."""
    stray = [cell for cell in cells[len(columns.titles) :] if cell]
    said = [cell for cell in cells if cell]
    if stray and columns.cut:
        found.leave_out(spot, "too_many_cells", " | ".join(said))
    elif squeeze(said[0].rstrip(" :")) in words("totals") and all(cell_values.number(cell) is not None for cell in said[1:]):
        found.leave_out(spot, "sums", " | ".join(said))
    elif len(said) == 1 and len(columns.titles) > 1 and is_note(said[0]):
        found.leave_out(spot, "note_below", said[0])
    else:
        if stray:
            found.leave_out(spot, "outside_columns", " ".join(stray), part=True)
        return True
    return False


def _fields_of_ties(columns: Columns) -> tuple[str, ...]:
    """Return the fields with a `Type` of directions as direction, and a label as type where nothing else says the type."""
    fields = list(columns.fields)
    for place, field in enumerate(fields):
        values = {row[place] for _, row in columns.lines if place < len(row) and row[place]}
        if field == "type" and values and all(cell_values.direction(value) for value in values):
            fields[place] = "direction"
    for stand_in in ("kind", "label"):
        if "type" not in fields and stand_in in fields:
            fields[fields.index(stand_in)] = "type"
    if "weight" not in fields and "value" in fields:
        place = fields.index("value")
        values = {row[place] for _, row in columns.lines if place < len(row) and row[place]}
        if values and all(cell_values.number(value) is not None for value in values):
            fields[place] = "weight"
    others = {"label": "note" if "note" not in fields else ATTRIBUTE, "kind": ATTRIBUTE, "id": IGNORED}
    return tuple(others.get(field, field) for field in fields)


def _decimals(found: Found, columns: Columns, fields: Sequence[str]) -> str:
    """Return the marks in the weights that are surely decimal ones; numbers that may be thousands and are read all the same are told."""
    place = fields.index("weight") if "weight" in fields else len(columns.titles)
    given = [row[place] for _, row in columns.lines if place < len(row)]
    if marks := cell_values.decimal_marks(given):
        return marks
    unsure = [cell for cell in given if cell_values.may_be_thousands(cell) and not cell.endswith("0")]
    if unsure:
        found.remark("thousands", column=columns.titles[place], found=", ".join(dict.fromkeys(unsure)), n=len(unsure))
    return ""


class _Row:
    """One row of a table of ties."""

    def __init__(
        self, found: Found, spot: Spot, titles: Sequence[str], fields: Sequence[str], cells: Sequence[str], *, decimals: str
    ) -> None:
        self.found, self.spot, self.decimals = found, spot, decimals
        self.cells: dict[str, str] = {}
        self.attributes: dict[str, str] = {}
        for title, field, cell in zip(titles, fields, cells, strict=False):
            if cell and field == ATTRIBUTE and title.casefold() not in DERIVED:
                if text := cell_values.text(found, spot, title, cell):
                    self.attributes[title] = text
            elif cell and field in _WORDS:
                self.cells.setdefault(field, cell_values.text(found, spot, field, cell) or "")
            elif cell and field != IGNORED:
                self.cells.setdefault(field, cell)

    def ties(self) -> None:
        """Add the ties of the row, or note why there is none."""
        ends = {end: cell_values.bars(self.cells.get(end, "")) for end in ENDS}
        for end in ENDS:
            if not ends[end]:
                self.found.leave_out(self.spot, f"no_{end}", self._shown())
                return
        values = self._values()
        if values.get("weight") == 0:
            self.found.leave_out(self.spot, "zero_weight", self._shown())
            return
        way = cell_values.direction(self.cells.get("direction", ""))
        directed = None if way is None else way == "directed"
        pairs = [(source, target) for source in ends["source"] for target in ends["target"]]
        if way == "mutual":
            directed = True
            pairs += [(target, source) for source, target in pairs]
        for period in self._periods(values):
            for source, target in pairs:
                self._add(source, target, {**values, **period}, directed=directed)

    def _add(self, source: str, target: str, values: Mapping[str, Any], *, directed: bool | None) -> None:
        kind = self.cells.get("type")
        self.found.ties.append(
            FoundTie(
                self.spot, source, target, kind, directed, values, self.attributes, evidence=statements(self.cells.get("evidence", ""))
            )
        )

    def _values(self) -> dict[str, Any]:
        read = {
            field: cell_values.read(self.found, self.spot, field, cell, decimals=self.decimals)
            for field, cell in self.cells.items()
            if field in _OF_TIE
        }
        return {field: value for field, value in read.items() if value is not None}

    def _periods(self, values: Mapping[str, Any]) -> list[dict[str, str]]:
        """Return the periods that a tie holds in, one without ends if none is said; dates of their own columns go before them."""
        timeset = "" if {"valid_from", "valid_to"} & values.keys() else self.cells.get("timeset", "")
        return (cell_values.periods(self.found, self.spot, timeset) if timeset else []) or [{}]

    def _shown(self) -> str:
        return " | ".join(self.cells.get(end, "") or "–" for end in ENDS)


def statements(text: str) -> tuple[Mapping[str, Any], ...]:
    """Return the statements that exports from here carry as one JSON text, none if it is no such text."""
    try:
        given = json.loads(text) if text.startswith("[") else []
    except ValueError:
        return ()
    return tuple(each for each in given if isinstance(each, dict)) if isinstance(given, list) else ()


def read_nodes(grid: Grid, columns: Columns, form: str) -> Found:
    """Return the nodes of a table; a row without name and id is noted and left out."""
    found = Found(form, grid.spot)
    fields = counted(found, columns, _fields_of_nodes(columns))
    meanings(found, columns, fields)
    for number, cells in columns.lines:
        spot = replace(grid.spot, row=number)
        if not any(cells) or not _is_row(found, spot, columns, cells):
            continue
        given: dict[str, str] = {}
        attributes: dict[str, str] = {}
        for title, field, cell in zip(columns.titles, fields, cells, strict=False):
            if cell and field == ATTRIBUTE and title.casefold() not in DERIVED:
                if text := cell_values.text(found, spot, title, cell):
                    attributes[title] = text
            elif cell and field in _NAMES:
                given.setdefault(field, cell_values.text(found, spot, field, cell) or "")
            elif cell and field != IGNORED:
                given.setdefault(field, cell)
        if node := node_from(found, spot, given, attributes, table=grid.name):
            found.nodes.append(node)
    return found


def _fields_of_nodes(columns: Columns) -> tuple[str, ...]:
    fields = list(columns.fields)
    for stand_in in ("label", "title"):
        if "name" not in fields and stand_in in fields:
            fields[fields.index(stand_in)] = "name"
    return tuple("aliases" if field in ("label", "title") else field for field in fields)


def node_from(found: Found, spot: Spot, given: Mapping[str, Any], attributes: Mapping[str, str], *, table: str = "") -> FoundNode | None:
    """Return a node made of what is given of it, by field; None, and noted, if it has neither name nor id."""
    id_, name = name_text(given.get("id", "")), name_text(given.get("name", ""))
    if not id_ and not name:
        found.leave_out(spot, "no_name", " | ".join(map(str, given.values())))
        return None
    known = headings.node_fields()
    read = {
        field: cell_values.read(found, spot, field, cell)
        for field, cell in given.items()
        if field in known and field not in ("id", "name", "kind", "node", "label", "title")
    }
    values = {field: value for field, value in read.items() if value is not None}
    record = headings.record_of(table) or str(given.get("node") or "") or None
    return FoundNode(spot, id_ or None, name or None, str(given.get("kind") or "") or None, record, values, dict(attributes))
