"""UCINET's DL: matrices, whole or a half, lists of edges and lists of nodes, one mode or two, one relation or several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from actormap.errors import InputError
from actormap.workspace.importing import cell_values, elements
from actormap.workspace.importing.found import Found, FoundNode, Spot
from actormap.workspace.importing.inputs import TextFile

_WORD = re.compile(r'"([^"]*)"|\'([^\']*)\'|([^\s,"\']+)')
_SETTING = re.compile(r"(nr|nc|nm|n|format|diagonal)\s*=\s*(\w+)", re.IGNORECASE)
_SECTION = re.compile(
    r"^\s*((?:row |col(?:umn)? )?labels embedded|(?:row |col(?:umn)? |level |matrix )?labels|data)\s*:?\s*(.*)$",
    re.IGNORECASE,
)
_ONE, _TWO = "edgelist1", "edgelist2"
_MATRICES = ("fullmatrix", "lowerhalf", "upperhalf")
_NEXT = "!"  # what stands between the lists of two relations


def is_one(text: str) -> bool:
    """Return whether a text is DL."""
    return text.lstrip("\ufeff \t\r\n")[:3].casefold() in ("dl ", "dl\n", "dl\r", "dl\t")


@dataclass(slots=True)
class _Head:
    """What a file says before its data."""

    rows: int = 0
    columns: int = 0
    format: str = "fullmatrix"
    embedded: bool = False
    diagonal: bool = True
    labels: dict[str, list[str]] = field(default_factory=dict)

    @property
    def two_mode(self) -> bool:
        return self.format in (_TWO, "nodelist2") or "row" in self.labels or "col" in self.labels or self.rows != self.columns


def read(file: TextFile) -> Found:
    """Return the network in a file; of two modes the rows are actors and the columns what they take part in."""
    found = Found("ucinet", file.spot)
    head, data = _head(file)
    if head.format in _MATRICES:
        _matrix(found, head, data)
    elif head.format in (_ONE, _TWO, "nodelist1", "nodelist2"):
        _list(found, head, data)
    else:
        raise InputError(
            f"{file.spot.file} has the DL format {head.format}, which is not read.", hint="Save it as fullmatrix or edgelist1."
        )
    return found


def _words(line: str) -> list[str]:
    return [double or single or plain for double, single, plain in _WORD.findall(line)]


def _head(file: TextFile) -> tuple[_Head, list[tuple[Spot, str]]]:
    head, section = _Head(), ""
    lines = [(replace(file.spot, row=number), line) for number, line in enumerate(file.text.splitlines(), start=1) if line.strip()]
    for place, (_, line) in enumerate(lines):
        text = re.sub(r"^\s*dl\b", "", line, flags=re.IGNORECASE) if place == 0 else line
        match = _SECTION.match(text)
        if match is None and section:
            head.labels.setdefault(section, []).extend(_words(text))
            continue
        for name, value in _SETTING.findall(text.partition(":")[0] if match else text):
            _set(head, name.casefold(), value)
        if match is None:
            continue
        name = match[1].casefold()
        if name == "data":
            rest = [(lines[place][0], match[2])] if match[2].strip() else []
            return head, rest + lines[place + 1 :]
        head.embedded |= "embedded" in name
        section = "" if "embedded" in name else name.removesuffix("labels").strip().removesuffix("umn") or "all"
        if section:
            head.labels.setdefault(section, []).extend(_words(match[2]))
    raise InputError(f"{file.spot.file} has no line that says data:.", hint="Save it anew from its program.")


def _set(head: _Head, name: str, value: str) -> None:
    if name == "format":
        head.format = value.casefold()
    elif name == "diagonal":
        head.diagonal = value.casefold() != "absent"
    elif name in ("n", "nr", "nc") and value.isdigit():
        head.rows = int(value) if name in ("n", "nr") else head.rows
        head.columns = int(value) if name in ("n", "nc") else head.columns


def _matrix(found: Found, head: _Head, data: list[tuple[Spot, str]]) -> None:
    lines = [(spot, _words(line)) for spot, line in data]
    rows, columns = _names(head)
    _refuse_labels(found, head, rows, columns)
    if head.embedded:
        columns, rows = lines[0][1], []
        cells = list(_embedded(found, head, lines[1:], rows, columns))
    else:
        cells = list(_in_order(found, head, lines, rows, columns))
    relations = head.labels.get("level") or head.labels.get("matrix") or []
    unknown = 0
    for spot, ends, cell, number in cells:
        relation = relations[number] if number < len(relations) else None
        unknown += cell_values.is_no(cell) and cell_values.number(cell) is None
        _tie(found, head, spot, ends, cell, relation)
    if unknown:
        found.remark("unknown_cells", n=unknown)
    _nodes(found, head, rows, columns)


_Cell = tuple[Spot, tuple[str, str], str, int]


def _refuse_labels(found: Found, head: _Head, rows: list[str], columns: list[str]) -> None:
    """Raise `InputError` if a file names more or fewer than it says that there are: the cells would be another's."""
    for said, names in ((head.rows, rows), (head.columns, columns)):
        if said and head.labels and not head.embedded and len(names) != said:
            raise InputError(f"{found.spot.file} says that there are {said} and names {len(names)}.", hint="Save it anew from its program.")


def _columns_of(head: _Head, row: int, width: int) -> list[int]:
    """Return the columns that a row of a matrix has a cell for: one that is symmetric may hold a half, and leave out its diagonal."""
    places = range(width)
    if head.format == "lowerhalf":
        places = range(row + 1)
    elif head.format == "upperhalf":
        places = range(row, width)
    return [place for place in places if head.diagonal or place != row]


def _embedded(found: Found, head: _Head, lines: list[tuple[Spot, list[str]]], rows: list[str], columns: list[str]) -> Iterator[_Cell]:
    for count, (spot, (name, *cells)) in enumerate(lines):
        height = head.rows or len(columns)
        rows.append(name)
        places = _columns_of(head, count % height, len(columns))
        if len(cells) < len(places):
            found.leave_out(spot, "too_few_cells", " ".join(cells), part=True)
        for cell in cells[len(places) :]:
            found.leave_out(spot, "outside_columns", cell, part=True)
        yield from ((spot, (name, columns[place]), cell, count // height) for place, cell in zip(places, cells, strict=False))


def _in_order(found: Found, head: _Head, lines: list[tuple[Spot, list[str]]], rows: list[str], columns: list[str]) -> Iterator[_Cell]:
    # Rows may be broken over several lines, so only the count of cells tells them apart.
    shape = [(row, place) for row in range(len(rows)) for place in _columns_of(head, row, len(columns))]
    cells = [(spot, cell) for spot, words in lines for cell in words]
    if not shape or len(cells) % len(shape):
        raise InputError(
            f"{found.spot.file} holds {len(cells)} numbers, and a matrix of {len(rows)} by {len(columns)} has {len(shape)}.",
            hint="Save it anew from its program.",
        )
    for count, (spot, cell) in enumerate(cells):
        row, place = shape[count % len(shape)]
        yield spot, (rows[row], columns[place]), cell, count // len(shape)


def _names(head: _Head) -> tuple[list[str], list[str]]:
    every = head.labels.get("all", [])
    rows = head.labels.get("row") or every[: head.rows or None] or [str(number) for number in range(1, head.rows + 1)]
    columns = head.labels.get("col") or (every[head.rows :] if len(every) > head.rows > 0 else every)
    return list(rows), list(columns or [str(number) for number in range(1, head.columns + 1)])


def _list(found: Found, head: _Head, data: list[tuple[Spot, str]]) -> None:
    rows, columns = _names(head)
    named = not head.embedded
    relations, number = head.labels.get("level") or head.labels.get("matrix") or [], 0
    if named:
        _nodes(found, head, rows, columns)
    for spot, line in data:
        first, *others = _words(line) or [""]
        if line.strip() == _NEXT:
            number += 1
            continue
        pairs = (
            [(other, "1") for other in others]
            if head.format.startswith("nodelist")
            else [(others[0], others[1] if others[1:] else "1")]
            if others
            else []
        )
        if not pairs and head.format.startswith("nodelist") and first:  # who is tied to nobody
            _nodes(found, head, [] if named else [first], [])
        elif not pairs:
            found.leave_out(spot, "no_target", line.strip())
        for other, weight in pairs:
            ends = (_label(first, rows), _label(other, columns)) if named else (first, other)
            _tie(found, head, spot, ends, weight, relations[number] if number < len(relations) else None)


def _label(word: str, names: list[str]) -> str:
    return names[int(word) - 1] if word.isdigit() and 0 < int(word) <= len(names) else word


def _tie(found: Found, head: _Head, spot: Spot, ends: tuple[str, str], cell: str, relation: str | None) -> None:
    if cell_values.is_no(cell):
        return
    about = {} if cell in ("1", "1.0") else {"weight": cell}
    kind = relation or ("participates_in" if head.two_mode else None)
    elements.tie(found, spot, ends, {**about, **({"type": kind} if kind else {})}, directed=head.format not in _MATRICES[1:])


def _nodes(found: Found, head: _Head, rows: list[str], columns: list[str]) -> None:
    for name in dict.fromkeys(rows):
        found.nodes.append(FoundNode(found.spot, name=name))
    for name in dict.fromkeys(columns):
        if head.two_mode:
            found.nodes.append(FoundNode(found.spot, name=name, node="network"))
        elif name not in rows:
            found.nodes.append(FoundNode(found.spot, name=name))
