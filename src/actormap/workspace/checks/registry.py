"""The checks: their names, what each does unless actormap.toml says otherwise, and what each looks at.

A check of cells looks at what a cell says, the value read and the form of its column, or the column's name; a check of rows at a whole row.
The others are looks at a whole file, made where it is read. The words of each stand in the catalogues, under `checks`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from actormap.workspace.checks import (
    budget,
    coordinates,
    county,
    decimal_year,
    magnitude,
    municipality_code,
    municipality_name,
    people,
    period,
    rate,
    school_year,
    thousands,
    unit,
    year_slip,
)
from actormap.workspace.problems import Fault, Findings, Level
from actormap.workspace.schema import rows
from actormap.workspace.schema.columns import ColumnForm

CellLook = Callable[[Any, Any, str], Fault | None]
RowLook = Callable[[Any], tuple[str, Fault] | None]


@dataclass(frozen=True, slots=True)
class PlausibilityCheck:
    """One check. `forms` are the forms of columns whose cells it looks at, `table` the table whose rows it looks at."""

    name: str
    level: Level
    forms: tuple[str, ...] = ()
    cell: CellLook | None = None
    by_column: bool = False
    table: str = ""
    row: RowLook | None = None


CHECKS: dict[str, PlausibilityCheck] = {
    check.name: check
    for check in (
        PlausibilityCheck("thousands", "error", ("amount", "people", "number", "whole"), thousands.look),
        PlausibilityCheck("unit", "error", ("amount", "people", "number"), unit.look),
        PlausibilityCheck("people", "error", ("people",), people.look),
        PlausibilityCheck("magnitude", "warning", ("amount", "people"), magnitude.look, by_column=True),
        PlausibilityCheck("rate", "warning", ("percent",), rate.look),
        PlausibilityCheck("year_slip", "error", ("date",), year_slip.look),
        PlausibilityCheck("decimal_year", "error", ("date",), decimal_year.look),
        PlausibilityCheck("school_year", "warning", ("date",), school_year.look),
        PlausibilityCheck("period", "warning", ("date",), period.look),
        PlausibilityCheck("municipality_code", "warning", ("code",), municipality_code.look),
        PlausibilityCheck("municipality_name", "warning", table="municipalities", row=municipality_name.look),
        PlausibilityCheck("county", "warning", table="municipalities", row=county.look),
        PlausibilityCheck("coordinates", "warning", table="municipalities", row=coordinates.look),
        PlausibilityCheck("budget", "warning", table="projects", row=budget.look),
        PlausibilityCheck("placeholder", "warning"),
        PlausibilityCheck("error_text", "error"),
        PlausibilityCheck("formula_text", "error"),
        PlausibilityCheck("shortened", "warning"),
        PlausibilityCheck("month_text", "warning"),
        PlausibilityCheck("unseen", "warning"),
        PlausibilityCheck("garbled", "warning"),
        PlausibilityCheck("encoding", "warning"),
        PlausibilityCheck("quotation", "warning"),
        PlausibilityCheck("short_row", "warning"),
        PlausibilityCheck("headings", "warning"),
        PlausibilityCheck("one_cell", "warning"),
        PlausibilityCheck("id_spelling", "warning"),
        PlausibilityCheck("merged", "warning"),
        PlausibilityCheck("hidden", "warning"),
        PlausibilityCheck("struck_out", "warning"),
    )
}
LEVELS: dict[str, Level] = {name: check.level for name, check in CHECKS.items()}
FORMS = frozenset(form for check in CHECKS.values() for form in check.forms)
_OF_ROWS = {table: [check for check in CHECKS.values() if check.table == table] for table in rows.READ}


@lru_cache(maxsize=100)
def looked_at(table: str) -> tuple[tuple[str, str], ...]:
    """Return the columns of a table whose cells are looked at, each with its form."""
    forms = ((column, rows.form(table, column)) for column in rows.columns(table))
    return tuple((column, form.name) for column, form in forms if isinstance(form, ColumnForm) and form.name in FORMS)


def is_plausible(table: str, file: str, number: int, given: dict[str, Any], row: Any, findings: Findings) -> bool:
    """Note what is hardly meant in a row that has been read; return whether it may be kept."""
    kept = True
    for column, form in looked_at(table):
        raw = given.get(column)
        if raw is not None:
            kept &= is_plausible_cell(file, number, column, form, raw, getattr(row, column), findings)
    return is_plausible_row(table, file, number, given, row, findings) and kept


def is_plausible_cell(file: str, number: int | None, column: str, form: str, raw: Any, value: Any, findings: Findings) -> bool:
    """Note what is hardly meant in a cell of a column of some form; return whether its value may be kept."""
    found = _seen_before(raw, value, form, column) if type(raw) is str else _seen(raw, value, form, column)
    # One cause, one sentence: a number read a thousand times too small is no small number besides.
    first = next(((name, fault) for name, fault in found if findings.is_on(name)), None)
    return findings.check(first[0], file, number, column, raw, first[1]) if first else True


def is_plausible_row(table: str, file: str, number: int | None, given: Mapping[str, Any], row: Any, findings: Findings) -> bool:
    """Note what is hardly meant in a row as a whole; return whether it may be kept."""
    kept = True
    for check in _OF_ROWS[table]:
        if check.row and (said := check.row(row)):
            column, fault = said
            kept &= findings.check(check.name, file, number, column, given.get(column), fault)
    return kept


def _seen(raw: Any, value: Any, form: str, column: str) -> tuple[tuple[str, Fault], ...]:
    looks = ((check, check.cell) for check in CHECKS.values() if form in check.forms)
    found = ((check.name, look(raw, value, column if check.by_column else form)) for check, look in looks if look)
    return tuple((name, fault) for name, fault in found if fault)


@lru_cache(maxsize=10_000)  # a table of half a million dated rows has few dates
def _seen_before(raw: str, value: Any, form: str, column: str) -> tuple[tuple[str, Fault], ...]:
    return _seen(raw, value, form, column)
