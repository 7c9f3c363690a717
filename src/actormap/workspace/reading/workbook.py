"""A workbook of Excel or LibreOffice with a sheet for each table, whichever of the two it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading.sheet import Sheet
from actormap.workspace.reading.titles import likely_table, named_table, table_of
from actormap.workspace.schema import rows

if TYPE_CHECKING:
    from actormap.workspace.reading import course, grid

OPEN_DOCUMENT = (".ods",)
SUFFIXES = (".xlsx", ".xlsm", *OPEN_DOCUMENT)
_ODS, _EXCEL = b"content.xml", b"[Content_Types].xml"  # what each packs and the other does not


def sheets(name: str, data: bytes, findings: Findings, progress: course.Progress | None = None) -> dict[str, Sheet]:
    """Return the tables of a workbook that hold anything; sheets of other names are passed over. `progress` is told as by `opened`.

    Raises `InputError` if it is no workbook that can be read.
    """
    chosen: dict[str, str] = {}

    def choose(titles: Sequence[str]) -> Mapping[str, str]:
        chosen.update(tables_of(titles, name, findings))
        return {title: f"{name} [{title}]" for title in chosen.values()}

    lying = opened(name, data, findings, choose, progress)
    return {table: lying[title].table(table) for table, title in chosen.items() if title in lying}


def opened(
    name: str, data: bytes, findings: Findings, choose: grid.Choice, progress: course.Progress | None = None
) -> dict[str, grid.GridSheet]:
    """Return the chosen sheets of a workbook that hold anything, by their titles; `progress` is told how many rows of each have been read.

    Raises `InputError` if it is no workbook that can be read.
    """
    from actormap.workspace.reading import ods_file, xlsx_file

    read = ods_file.opened if _is_ods(name, data) else xlsx_file.opened
    return read(name, data, findings, choose, progress)


def _is_ods(name: str, data: bytes) -> bool:
    # What it holds goes before what it is called: a file may have been given the other's name.
    return _EXCEL not in data and (_ODS in data or PurePath(name).suffix.lower() in OPEN_DOCUMENT)


def tables_of(titles: Sequence[str], name: str, findings: Findings) -> dict[str, str]:
    """Return which sheet holds each table, in the order of the tables; sheets that may be meant for one are told."""
    found: dict[str, str] = {}
    for title in sorted(titles, key=lambda title: title.strip().casefold() not in rows.READ):
        if table := table_of(title):
            found.setdefault(table, title)
    for title in sorted(set(titles) - set(found.values())):
        if near := likely_table(title, found):
            findings.warn(f"{name} [{title}]", None, None, title, Fault("sheet_not_read", near))
        elif copied := named_table(title):
            findings.warn(f"{name} [{title}]", None, None, title, Fault("copy_not_read", read=found[copied]))
    return {table: found[table] for table in rows.READ if table in found}
