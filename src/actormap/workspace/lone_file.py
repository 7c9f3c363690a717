"""A single file that is given as a workspace: whether it is one, and else what it is and what to do with it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from actormap.errors import InputError
from actormap.workspace.reading.workbook import SUFFIXES as WORKBOOKS
from actormap.workspace.schema import rows

# What holds tables and is not read, with what to do about it.
INSTEAD = {
    ".xls": "Open it in Excel and save it as .xlsx.",
    ".xlsb": "Open it in Excel and save it as .xlsx.",
    ".fods": "Save it as .ods.",
    ".numbers": "Export it to Excel (.xlsx).",
    ".gsheet": "It is a link only: download the sheet as .xlsx.",
    ".zip": "It is packed: unpack it and give the folder.",
}
_OF_EXCEL, _OF_LIBREOFFICE = "xl/workbook.xml", "content.xml"


def is_workbook(path: Path) -> bool:
    """Return whether a file is a workbook, by its name or, whatever it is called, by what it holds."""
    if path.suffix.lower() in (*WORKBOOKS, *INSTEAD):
        return path.suffix.lower() in WORKBOOKS
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            return _OF_EXCEL in names or (_OF_LIBREOFFICE in names and b"spreadsheet" in archive.read("mimetype"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return False


def refusal(path: Path) -> InputError:
    """Return what is to be said of a file that is no workspace."""
    from actormap.workspace.importing.inputs import SUFFIXES as IMPORTED
    from actormap.workspace.pages.collection import SUFFIXES as PAGES

    name, suffix = path.name, path.suffix.lower()
    if suffix in INSTEAD:
        return InputError(f"{name} cannot be read.", hint=INSTEAD[suffix])
    if suffix == ".toml" or (suffix == ".csv" and path.stem.lower() in rows.READ):
        return InputError(f"{name} is one file of a workspace.", hint=f"Give the folder that it lies in: {path.parent}")
    if not path.stat().st_size:
        return InputError(f"{name} is empty.", hint="Give a folder of tables, or a workbook with a sheet for each.")
    if suffix in IMPORTED:
        kinds = "a list, a matrix, a survey or a file of another program"
        return InputError(f"{name} is no workspace.", hint=f"If it is {kinds}: actormap import {path} --into NEW-FOLDER")
    if suffix in PAGES:
        return InputError(f"{name} is no workspace.", hint=f"If it is a page of a project: actormap read {path} --into WORKSPACE")
    return InputError(f"{name} is neither a folder of tables nor a workbook.", hint="Save it as .xlsx, or each sheet as CSV.")
