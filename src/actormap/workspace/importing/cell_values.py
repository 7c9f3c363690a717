"""What a cell of an imported sheet says, in the form its field has; what cannot be read is noted with its row and left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

from actormap.model.personal_data import veiled
from actormap.model.records import NODE_TABLES
from actormap.workspace.checks import placeholder
from actormap.workspace.checks.registry import is_plausible_cell
from actormap.workspace.importing import sheet_cells
from actormap.workspace.importing.cleaning import cell_text, name_text, nothing, words
from actormap.workspace.importing.found import Found, Spot
from actormap.workspace.problems import Fault
from actormap.workspace.reading import cells
from actormap.workspace.reading.cells import DateCell
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.reading.inspection import Inspection
from actormap.workspace.reading.privacy import personal
from actormap.workspace.schema import rows
from actormap.workspace.schema.columns import ColumnForm

_NAMES = re.compile(r"\||\n|;")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_MARK = re.compile(r"[.,]")
_DECIMALS = re.compile(r"\d+[.,](?!\d{3}$)\d+|(?:0|\d{4,})[.,]\d+")
_AND, _TWO = re.compile(r"\s+(?:och|samt|and|&)\s+"), 2
_PERIOD = re.compile(r"[\[\](]([^\[\]()<>;]*)[\[\])]")


@cache
def forms() -> Mapping[str, ColumnForm]:
    """Return the form of each field that a table has a column of; words of closed lists have none."""
    found = {column: rows.form(table, column) for table in ("relationships", *NODE_TABLES) for column in rows.columns(table)}
    return {column: form for column, form in found.items() if isinstance(form, ColumnForm)}


def read(found: Found, spot: Spot, field: str, cell: Any, *, decimals: str = "") -> Any:
    """Return what a cell says as its field has it, or None if it is empty, cannot be read or is hardly meant, which is noted.

    `decimals` are the marks that the column shows in other cells to be decimal ones.
    """
    if is_nothing(found, spot, field, cell):
        return None
    form = forms().get(field)
    if form is None or form.read is None:
        return text(found, spot, field, cell)
    raw = sheet_cells.raw(cell) if isinstance(cell, str) else cell
    raw = cell_text(raw) if type(raw) is str else raw
    try:
        value = form.read(raw)
    except Fault as fault:
        found.findings.error(spot.sheet_name, spot.row, field, raw, fault)
        return None
    if decimals and form.name == "number" and isinstance(raw, str) and (mark := _MARK.search(raw)):
        # Beside 1,5 a 2.000 is two thousand, and a 1,250 one and a quarter.
        meant = Fault("thousands", _MARK.sub("", raw)) if may_be_thousands(raw) and mark[0] not in decimals else None
        return value if meant is None or found.findings.check("thousands", spot.sheet_name, spot.row, field, raw, meant) else None
    return value if is_plausible_cell(spot.sheet_name, spot.row, field, form.name, raw, value, found.findings) else None


def is_nothing(found: Found, spot: Spot, field: str, cell: Any) -> bool:
    """Return whether a cell is empty, or holds a word or a sign for nothing, which is noted."""
    given = cell_text(cell)
    if not given:
        return True
    fault = placeholder.look(given, field) or (Fault("placeholder") if squeeze(given) in nothing() else None)
    return fault is not None and found.findings.check("placeholder", spot.sheet_name, spot.row, field, given, fault)


def text(found: Found, spot: Spot, field: str, cell: Any) -> str | None:
    """Return a cell that stays text, None if it holds nothing; what a spreadsheet seems to have made of it is noted."""
    raw = sheet_cells.raw(cell)
    if isinstance(raw, DateCell) and field in forms():
        found.findings.warn(spot.sheet_name, spot.row, field, raw, Fault("date_in_text"))
    given = cell_text(cell)
    if not given or (given.isascii() and given.isalpha() and given not in placeholder.PLAIN):
        return given or None
    if fault := personal(given):
        found.findings.warn(spot.sheet_name, spot.row, field, veiled(given), fault)
    said, kept = Inspection(spot.sheet_name, found.findings).text(spot.row or 0, field, given, textual=True)
    return said if kept and said else None


def names(cell: str, *, commas: bool = False, whole: Iterable[str] = ()) -> list[str]:
    """Return the names in a cell that holds one or several, with a bar, a semicolon or a line break between; a name of `whole` is one."""
    if squeeze(cell) in whole:
        return [name] if (name := name_text(cell)) else []
    parts = _NAMES.split(cell)
    if commas and len(parts) == 1:
        parts = _between_commas(cell, frozenset(whole))
    return [name for part in parts if (name := name_text(part))]


def _between_commas(cell: str, whole: Collection[str]) -> list[str]:
    """Return what stands between commas; a name of `whole` that holds some of them is one."""
    parts, found = cell.split(","), []
    while parts:
        taken = next((n for n in range(len(parts), 1, -1) if squeeze(",".join(parts[:n])) in whole), 1)
        found.append(",".join(parts[:taken]))
        del parts[:taken]
    last = _AND.split(found[-1]) if len(found) > 1 and squeeze(found[-1]) not in whole else []
    # "GR och Orust" ends a list if somebody is called GR or Orust; "barn och unga" is one name.
    return [*found[:-1], *last] if len(last) == _TWO and any(squeeze(name) in whole for name in last) else found


def bars(cell: str) -> list[str]:
    """Return the names in an end of a relationship: those with a bar between are several."""
    return [name for part in cell.split("|") if (name := name_text(part))]


def decimal_marks(values: Iterable[str]) -> str:
    """Return the marks that the numbers of a column show to be decimal ones, as 0.125 and 2.5 do and 1.500 does not."""
    return "".join(sorted({mark[0] for value in values if _DECIMALS.fullmatch(value) and (mark := _MARK.search(value))}))


def may_be_thousands(text: str) -> bool:
    """Return whether a number such as 1.125 may be meant in thousands, if nothing beside it shows that its mark is a decimal one."""
    return _THOUSANDS.fullmatch(text) is not None


def periods(found: Found, spot: Spot, text: str) -> list[dict[str, str]]:
    """Return the periods of Gephi's `<[2014.0, 2016.0]; [2018.0, Infinity]>`, each with the ends that are not open."""
    made = []
    for inside in _PERIOD.findall(text) or [text.strip("<>{} ")]:
        parts = [part.strip().strip('"') for part in inside.split(",")]
        ends = {"valid_from": parts[0], "valid_to": parts[1] if len(parts) > 1 else parts[0]}
        read_ends = {field: read(found, spot, field, day) for field, day in ends.items() if "infinity" not in day.casefold()}
        made.append({field: day for field, day in read_ends.items() if day})
    return made


def direction(text: str) -> str | None:
    """Return `directed`, `undirected` or `mutual` if a word says so in any language, None otherwise."""
    squeezed = squeeze(text)
    return next((name for name in ("directed", "undirected", "mutual") if squeezed == name or squeezed in words(name)), None)


def is_no(text: str) -> bool:
    """Return whether a cell of a matrix says that there is no tie."""
    squeezed = squeeze(text)
    return not squeezed or squeezed in words("no") or squeezed in nothing() or placeholder.is_sign(text.strip()) or _is_zero(text)


def is_yes(text: str) -> bool:
    """Return whether a cell of a matrix says that there is one, and nothing more."""
    return squeeze(text) in words("yes") or text.strip() in ("1", "1.0", "1,0")


def strength(found: Found, spot: Spot, cell: str, *, decimals: str = "") -> Mapping[str, Any]:
    """Return what the cell of a tie says of it: a weight, a word, or nothing besides that it is there."""
    if number(cell) is not None:
        weight = read(found, spot, "weight", cell, decimals=decimals)
        return {} if weight is None else {"weight": weight}
    said = None if is_yes(cell) else text(found, spot, "value", cell)
    return {"value": said} if said else {}


def number(text: str) -> float | int | None:
    """Return the number of a cell, None if it is none."""
    try:
        value = cells.quantity()(text)
    except Fault:
        return None
    return value


def _is_zero(text: str) -> bool:
    return number(text) == 0


def looks_like_dates(values: Iterable[str]) -> bool:
    """Return whether the filled cells of a column are dates."""
    given = [value for value in values if value]
    return bool(given) and all(_is_date(value) for value in given)


def _is_date(text: str) -> bool:
    try:
        cells.date(text)
    except Fault:
        return False
    return True
