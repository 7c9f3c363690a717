"""An import as a workspace on the disk: whole or not at all, and never over another unless that is asked for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from actormap import files
from actormap.errors import InputError, parameter
from actormap.i18n import Language, Texts
from actormap.model.records import NODE_TABLES
from actormap.workspace import settings
from actormap.workspace.importing.assemble import Imported
from actormap.workspace.reading.course import Progress
from actormap.workspace.reading.read import read
from actormap.workspace.schema import rows
from actormap.workspace.workspace import Workspace, require_valid
from actormap.workspace.writing import tables, template
from actormap.workspace.writing.tables import Delimiter

_ALWAYS = ("actors", "relationships")


@dataclass(frozen=True, slots=True)
class Written:
    """Where an import was written, what is told of it when it is read, and where a workspace that it took the place of lies."""

    place: Path
    workspace: Workspace
    former: Path | None = None


def exists(target: Path) -> bool:
    """Return whether a folder holds a workspace, or a part of one, or a workbook lies there or the settings of one."""
    if _is_workbook(target):
        return any(path.exists() for path in _files(target))
    return any((target / name).exists() for name in (settings.NAME, *(f"{table}.csv" for table in rows.TABLES)))


def settings_file(target: Path) -> str:
    """Return what the file of settings of a workspace is called that is written into a folder or a workbook."""
    return _files(target)[1].name if _is_workbook(target) else settings.NAME


def write(imported: Imported, target: Path, texts: Texts, *, replace: bool = False, progress: Progress | None = None) -> Written:
    """Write an import into a folder or a workbook, tables and settings, after they have been read without an error.

    `progress` is told how many of the rows that are written have been read again.
    With `replace` a workspace that lies there is kept beside it under another name. Raises `InputError` if one lies there otherwise, or if
    the place cannot be written, `InvalidWorkspace` if what would be written has errors: then nothing is changed.
    """
    _refuse_place(target)
    there = exists(target)
    if there and not replace:
        raise InputError(
            f"{target} holds a workspace already; nothing has been written.", hint=f"Name another place, or say {parameter('replace')}."
        )
    contents = _contents(imported, target, texts)
    target.parent.mkdir(parents=True, exist_ok=True)
    trial = Path(mkdtemp(prefix=".import-", dir=target.parent))
    try:
        for name, data in contents.items():
            files.write_bytes(trial / name, data)
        workspace = require_valid(read(trial, progress))
        if _is_workbook(target):
            made = template.copy(workspace, trial / "made" / target.name, texts, as_workbook=True)
            return Written(target, require_valid(read(made, progress)), _take_place_of_workbook(made, target, there=there))
        return Written(target, workspace, _take_place(trial, target, list(contents), there=there))
    finally:
        with suppress(OSError):
            shutil.rmtree(trial)


def _refuse_place(target: Path) -> None:
    """Raise `InputError` if a place is none for a workspace."""
    if target.suffix.lower() in (".xlsm", ".xls", ".ods", ".csv"):
        raise InputError(f"{target} is named as a file.", hint="Name a folder, or a workbook that ends with .xlsx.")
    if _is_workbook(target):
        if target.is_dir():
            raise InputError(f"{target} is a folder, not a workbook.", hint="Name another place.")
    elif target.exists() and not target.is_dir():
        raise InputError(f"{target} is a file, not a folder.", hint="Name another place.")


def _is_workbook(target: Path) -> bool:
    return target.suffix.lower() == ".xlsx"


def _files(workbook: Path) -> tuple[Path, Path]:
    """Return a workbook and its settings, which lie beside it."""
    return workbook, workbook.with_suffix(".toml")


def _take_place(trial: Path, target: Path, names: list[str], *, there: bool) -> Path | None:
    """Move what was written into its place and return where the workspace lies that was there."""
    if not target.exists():
        trial.chmod(0o755)
        trial.rename(target)
        return None
    former = _former(target) if there else None
    if former:
        former.mkdir()
    older = [(target / name, former / name) for name in (settings.NAME, *(f"{table}.csv" for table in rows.TABLES)) if former]
    _move([*older, *((trial / name, target / name) for name in names)], target)
    return former


def _take_place_of_workbook(made: Path, target: Path, *, there: bool) -> Path | None:
    """Move a workbook and its settings into their place and return where the one lies that was there."""
    former = _former(target) if there else None
    older = zip(_files(target), _files(former), strict=True) if former else ()
    _move([*older, *zip(_files(made), _files(target), strict=True)], target)
    return former


def _move(pairs: Sequence[tuple[Path, Path]], target: Path) -> None:
    """Move files, as far as there are any, all or none of them."""
    moved: list[tuple[Path, Path]] = []
    try:
        for before, after in pairs:
            if before.exists():
                before.rename(after)
                moved.append((before, after))
    except OSError as error:
        for before, after in reversed(moved):
            after.rename(before)
        raise InputError(f"{target} cannot be written: {error.strerror}; it is as it was.", hint="Name another place.") from error


def _former(target: Path) -> Path:
    place = files.resolved(target)
    ending = place.suffix if _is_workbook(place) else ""
    name = place.name.removesuffix(ending)
    every = (place.with_name(f"{name}-before{number}{ending}") for number in ("", *(f"-{number}" for number in range(2, 10_000))))
    return next(path for path in every if not exists(path) and not path.exists())


def _contents(imported: Imported, target: Path, texts: Texts) -> dict[str, bytes]:
    delimiter: Delimiter = ";" if Language.load(texts.lang).separator == ";" else ","
    filled = [table for table in (*NODE_TABLES, "relationships") if getattr(imported.snapshot, table) or table in _ALWAYS]
    made = {f"{table}.csv": tables.to_bytes(imported.snapshot, table, delimiter) for table in filled}
    return {**made, settings.NAME: _settings(imported, target, texts).encode("utf-8")}


def _settings(imported: Imported, target: Path, texts: Texts) -> str:
    name = files.resolved(target).stem if _is_workbook(target) else files.resolved(target).name
    lines = [f"title = {_value(name)}", f"language = {_value(texts.lang)}", f"view = {_value(imported.view)}"]
    return "\n".join([*lines, *_tables(imported.words)]) + "\n"


def _tables(given: Mapping[str, Any], path: tuple[str, ...] = ()) -> list[str]:
    """Return the tables of a TOML file, each with its keys under its name."""
    plain = {key: value for key, value in given.items() if not isinstance(value, Mapping)}
    lines = ["", f"[{'.'.join(path)}]", *(f"{key} = {_value(value)}" for key, value in plain.items())] if plain else []
    for key, value in given.items():
        if isinstance(value, Mapping):
            lines += _tables(value, (*path, key))
    return lines


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "")
