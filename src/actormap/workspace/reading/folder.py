"""What lies in a folder: tables by whatever name, workbooks, and files that are not read though somebody may think so."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading.titles import likely_table, named_table, table_of
from actormap.workspace.reading.workbook import OPEN_DOCUMENT
from actormap.workspace.reading.workbook import SUFFIXES as WORKBOOKS
from actormap.workspace.schema import rows

OPEN_IN_EXCEL = "~$"
_AS_TEXT = (".csv", ".txt", ".tsv")
# What holds tables and is not read, by what to do about it.
UNREAD = {
    ".xls": "old_workbook", ".xlsb": "binary_workbook", ".numbers": "numbers_workbook", ".fods": "flat_workbook", ".gsheet": "google_link",
    ".zip": "zip_archive",
}  # fmt: skip
_OF_SHEETS = (".xls", ".xlsb", ".numbers", ".fods")
_SHEET = re.compile(rb"""<(?:\w+:)?(?:sheet|table)\s[^>]*\bname=["']([^"']*)["']""")


def tables(entries: Sequence[Path], findings: Findings) -> dict[str, Path]:
    """Return the file of each table, its own name before words for it; files that may be meant for another are told."""
    found: dict[str, Path] = {}
    text = [entry for entry in entries if entry.suffix.lower() in _AS_TEXT]
    for by_word in (False, True):
        for entry in text:
            name = table_of(entry.stem) if by_word else entry.stem.strip().lower()
            if entry.suffix.lower() == ".csv" and name in rows.READ:
                found.setdefault(name, entry)
    for entry in text:
        if entry not in found.values() and (near := likely_table(entry.stem, found)):
            findings.warn(entry.name, None, None, entry.name, Fault("file_not_read", f"{near}.csv"))
        elif entry not in found.values() and entry.suffix.lower() == ".csv" and (copied := named_table(entry.stem)):
            findings.warn(entry.name, None, None, entry.name, Fault("copy_not_read", read=found[copied].name))
    return found


def tell_unread(path: Path, entries: Sequence[Path], found: Mapping[str, Path], findings: Findings) -> bool:
    """Tell which files are not read though they hold tables; return whether that is why there are none."""
    if found:
        for entry in entries:
            if entry.suffix.lower() in _OF_SHEETS or (entry.suffix.lower() in WORKBOOKS and _holds_tables(entry)):
                findings.warn(entry.name, None, None, entry.name, Fault("workbook_beside"))
        return False
    unread = [entry for entry in entries if entry.suffix.lower() in UNREAD]
    for entry in unread:
        findings.error(entry.name, None, None, entry.name, Fault(UNREAD[entry.suffix.lower()]))
    below = [] if unread else _below(entries)
    if below:
        findings.error(path.name or str(path), None, None, None, Fault("folder_below", ", ".join(str(entry) for entry in below)))
    return bool(unread or below)


def _below(entries: Sequence[Path]) -> list[Path]:
    """Return the folders among some entries that may be a workspace, or else the folders in them that may."""
    folders = [entry for entry in entries if entry.is_dir() and not entry.name.startswith((".", "__"))]
    return list(filter(_is_workspace, folders)) or [each for folder in folders for each in _entries(folder) if _is_workspace(each)]


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_workspace(folder: Path) -> bool:
    entries = _entries(folder)
    named = any(entry.suffix.lower() in _AS_TEXT and likely_table(entry.stem, ()) for entry in entries)
    return named or any(entry.suffix.lower() in WORKBOOKS and _holds_tables(entry) for entry in entries)


def _holds_tables(workbook: Path) -> bool:
    """Return whether a workbook has a sheet that is called as a table is; the sheets themselves are not read."""
    if workbook.name.startswith(OPEN_IN_EXCEL):
        return False
    try:
        with zipfile.ZipFile(workbook) as archive:
            part = "content.xml" if workbook.suffix.lower() in OPEN_DOCUMENT else "xl/workbook.xml"
            names = _SHEET.findall(archive.read(part).replace(b"table:name", b"name"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
    return any(table_of(name.decode("utf-8", "replace")) for name in names)
