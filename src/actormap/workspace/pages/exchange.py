"""Tables of projects from ESF-rådet, Kohesio, keep.eu and CORDIS, a row a project, read onto the columns that pages fill."""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from actormap import files
from actormap.errors import InputError
from actormap.model import personal_data
from actormap.workspace.pages import calendar, layouts, owner, text, values
from actormap.workspace.pages.field import PageField
from actormap.workspace.pages.page import PageReading
from actormap.workspace.reading.fuzzy import squeeze
from actormap.xlsx import LARGEST_UNPACKED, is_too_large

Cells = Mapping[str, str]
_SEPARATORS = (",", ";", "\t")
_LOCAL = re.compile(r"(?:\d{4}[A-Z]{2}\w+_)?(\d{2}-\d{3}-[A-ZÅÄÖ]\d{1,3}|\d{4}/\d{3,6})")
_WORKBOOK = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """A table whose headings are known: what it is, its headings, and its rows with their numbers as a spreadsheet counts them."""

    file: str
    source: str
    titles: Mapping[str, str]
    rows: tuple[tuple[int, Cells], ...]


def table_of(file: str, data: bytes) -> ProjectTable:
    """Return a CSV file or workbook as a table of projects or of their organisations.

    Raises `InputError` if its headings are none of those; the headings that were recognised are told.
    """
    near: set[str] = set()
    for titles, lines in _sheets(file, data):
        known = {squeeze(title): title for title in titles}
        for told in _sources().values():
            wanted = {squeeze(title) for title in told["needs"]}
            if wanted <= known.keys():
                # A table of organisations has what one of projects needs, and more.
                chosen = max((name for name in _sources() if _needs(name) <= known.keys()), key=lambda name: len(_needs(name)))
                rows = ((number, dict(zip(map(squeeze, titles), line, strict=False))) for number, line in lines)
                return ProjectTable(file, chosen, known, tuple((number, cells) for number, cells in rows if any(cells.values())))
            near |= {title for title in told["needs"] if squeeze(title) in known}
    found = f"Recognised of their headings: {', '.join(sorted(near))}." if near else "None of their headings was recognised."
    raise InputError(f"{file} is no table of projects from ESF-rådet, Kohesio, keep.eu or CORDIS.", hint=found)


def readings(tables: Sequence[ProjectTable]) -> list[PageReading]:
    """Return what each row of some tables says; organisations of the same source tell who owns a project."""
    owners: dict[tuple[str, str], tuple[str, str]] = {}
    for table in tables:
        told = _sources()[table.source]
        if "organisations" in told:
            for _, cells in table.rows:
                if _first(cells, told["lead"])[1].strip().lower() in told["leading"]:
                    owners.setdefault((told["organisations"], _key(cells, told)), _first(cells, told["name"]))
    return [
        _reading(table, number, cells, owners)
        for table in tables
        if "organisations" not in _sources()[table.source]
        for number, cells in table.rows
        if re.fullmatch(_sources()[table.source].get("key_form", ".*"), _key(cells, _sources()[table.source]), re.DOTALL)
    ]


def _reading(table: ProjectTable, number: int, cells: Cells, owners: Mapping[tuple[str, str], tuple[str, str]]) -> PageReading:
    told = _sources()[table.source]
    currency = _first(cells, told.get("currency", ()))[1].strip().upper() or told["default_currency"]
    fields: dict[str, PageField] = {}
    whole = "\n".join(cells.values())
    dropped = Counter(personal_data.kinds(whole)) if personal_data.may_hold(whole) else Counter[str]()
    for column, titles in told["columns"].items():
        title, raw = _first(cells, titles)
        if not raw:
            continue
        raw = raw if column not in ("name", "owner") else personal_data.veiled(raw)
        name = f"{column}_{currency.lower()}" if column in ("total_budget", "esf_support") else column
        fields[name] = PageField(table.titles.get(squeeze(title), title), raw, number, *_value(column, raw))
    if "owner" not in fields and (lead := owners.get((table.source, _key(cells, told)))) and lead[1]:
        fields["owner"] = PageField(lead[0], lead[1], number, lead[1], 0.9)
    if "owner" in fields:
        one = fields["owner_raw"] = fields["owner"]
        if one.value and str(one.value).isupper():
            fields["owner"] = replace(one, value=owner.uncapitalised(str(one.value)))
    period = _first(cells, told["period"])[1].replace(" ", "")
    period = told.get("periods", {}).get(period, period)
    programme = period if period in layouts.PROGRAMMES.values() else None
    heading = fields["name"].value if "name" in fields else None
    return PageReading(table.file, table.source, fields, heading, dict(dropped), programme=programme, row=number)


def _value(column: str, raw: str) -> tuple[Any, float]:
    bare = values.bare(raw)
    if values.says_nothing(bare):
        return None, 1.0
    if column in ("start", "end"):
        return calendar.date(bare) or (None, 0.0)
    if column in ("total_budget", "esf_support"):
        try:
            return values.tidy(float(_figures(bare))), 1.0
        except ValueError:
            return None, 0.0
    if column == "union_rate_percent":
        found = values.read("percent", bare)
        return (found.value, found.confidence) if found else (None, 0.0)
    if column == "number" and (match := _LOCAL.fullmatch(bare)):
        return match[1], 1.0
    return bare, 1.0


def _figures(text: str) -> str:
    """Return an amount as Python writes it: a comma is the decimal mark, also where points part the thousands."""
    bare = re.sub(r"\s", "", text)
    return bare.replace(".", "").replace(",", ".") if "," in bare else bare


def _first(cells: Cells, titles: Sequence[str]) -> tuple[str, str]:
    return next(((title, cells[squeeze(title)]) for title in titles if cells.get(squeeze(title), "").strip()), ("", ""))


def _key(cells: Cells, told: Mapping[str, Any]) -> str:
    return "|".join(cells.get(squeeze(title), "").strip().casefold() for title in told.get("key", ()))


@cache
def _sources() -> Mapping[str, Any]:
    return files.table("workspace/pages/exchange.toml")


def _needs(source: str) -> set[str]:
    return {squeeze(title) for title in _sources()[source]["needs"]}


def _sheets(file: str, data: bytes) -> Iterator[tuple[list[str], list[tuple[int, list[str]]]]]:
    if data.startswith(_WORKBOOK):
        yield from _of_workbook(file, data)
        return
    whole = text.decoded(file, data)
    csv.field_size_limit(2**31 - 1)
    separator = max(_SEPARATORS, key=whole.split("\n", 1)[0].count)
    lines = [
        (number, line)
        for number, line in enumerate(csv.reader(io.StringIO(whole.lstrip("\ufeff"), newline=""), delimiter=separator), start=1)
    ]
    if lines:
        yield lines[0][1], lines[1:]


def _of_workbook(file: str, data: bytes) -> Iterator[tuple[list[str], list[tuple[int, list[str]]]]]:
    with warnings.catch_warnings():
        # Extensions that openpyxl does not know do not touch the cells.
        warnings.simplefilter("ignore")
        try:
            sheets = _cells_of(data)
        except Exception as error:  # a damaged file makes the libraries raise anything from KeyError to ParseError
            raise InputError(f"{file} is no workbook that can be opened.", hint="Save it as CSV UTF-8.") from error
    if sheets is None:
        raise InputError(f"{file} unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB.", hint="Save it as CSV UTF-8.")
    for rows in sheets:
        if rows:
            yield rows[0], list(enumerate(rows[1:], start=2))


def _cells_of(data: bytes) -> list[list[list[str]]] | None:
    """Return the cells of each sheet, None if the workbook is too large to be unpacked."""
    from openpyxl import load_workbook

    if is_too_large(data):
        return None
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return [[[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value.date().isoformat()) if hasattr(value, "date") and callable(value.date) else str(value)
