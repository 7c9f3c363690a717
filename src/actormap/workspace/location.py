"""Where a workspace lies: a folder of tables, a workbook, or one that is built in."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from actormap import files
from actormap.errors import InputError, several
from actormap.model.choices import BUILT_IN
from actormap.workspace import lone_file, settings
from actormap.workspace.combination import places
from actormap.workspace.problems import Findings
from actormap.workspace.reading import folder as inside
from actormap.workspace.reading import outline, titles, workbook
from actormap.workspace.reading.folder import OPEN_IN_EXCEL
from actormap.workspace.reading.workbook import SUFFIXES as WORKBOOKS


@dataclass(frozen=True, slots=True)
class Place:
    """The files of a workspace.

    `base` is the folder that relative addresses start from, None for one that is built in.

    `explained` is whether it has been told why there are no tables.
    """

    name: str
    base: Path | None
    tables: Mapping[str, Path] = field(default_factory=dict)
    workbook: Path | None = None
    settings: Path | None = None
    outline: Path | None = None
    explained: bool = False


def find(place: str | Path, findings: Findings) -> Place:
    """Return the place that a path names, or the built-in workspace of that name.

    Raises `InputError` if there is nothing there that could be a workspace, `UsageError` if a text joins several.
    """
    places.one(place, "this is done to")
    if place in BUILT_IN:
        return _folder(files.shipped(f"data/{place}"), findings, name=str(place))
    path = _expanded(place)
    try:
        path = files.as_it_lies(path)
        if path.is_dir():
            return _folder(path, findings)
        exists = path.is_file()
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be opened: {getattr(error, 'strerror', None) or error}.") from error
    if not exists:
        raise InputError(
            f"There is no folder or workbook {path}.",
            hint=f"Give a folder of tables, an .xlsx workbook, or one of the names {several(BUILT_IN)}.",
        )
    if path.stat().st_size and lone_file.is_workbook(path):
        return _workbook(path)
    raise lone_file.refusal(path)


def _expanded(place: str | Path) -> Path:
    path = files.expanded(place)
    if path.name.startswith(OPEN_IN_EXCEL):
        raise InputError(f"{path.name} is the mark that Excel leaves beside an open workbook.", hint=f"Give the workbook: {path.name[2:]}")
    return path


def _folder(path: Path, findings: Findings, *, name: str | None = None) -> Place:
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        raise InputError(f"{path} cannot be opened: {error.strerror}.") from error
    tables = inside.tables(entries, findings)
    workbooks = [entry for entry in entries if entry.suffix.lower() in WORKBOOKS and not entry.name.startswith(OPEN_IN_EXCEL)]
    if workbooks and not tables:
        if len(workbooks) > 1:
            names = ", ".join(entry.name for entry in workbooks)
            raise InputError(f"{path} holds several workbooks: {names}.", hint="Give the one that is meant.")
        if not _holds_tables(workbooks[0]):
            raise InputError(
                f"{path} holds no tables of a workspace, only the workbook {workbooks[0].name}, which may be something else.",
                hint=f"If it is meant, give it by its name: {workbooks[0]}",
            )
        return _workbook(workbooks[0])
    explained = inside.tell_unread(path, entries, tables, findings)
    known, drawn = path / settings.NAME, path / outline.NAME
    return Place(
        name=name or _composed(path.resolve().name or str(path)),
        base=None if name else path,
        tables=tables,
        explained=explained,
        settings=known if known.is_file() else None,
        outline=drawn if drawn.is_file() else None,
    )


def _holds_tables(path: Path) -> bool:
    """Return whether a sheet of a workbook is called like a table, or that cannot be seen: the reader then says why."""
    seen: list[str] = []

    def see(titles: Sequence[str]) -> Mapping[str, str]:
        seen.extend(titles)
        return {}

    try:
        workbook.opened(path.name, path.read_bytes(), Findings(), see)
    except (OSError, InputError):
        return True
    return any(titles.likely_table(title, ()) for title in seen)


def _workbook(path: Path) -> Place:
    beside = (path.with_suffix(".toml"), path.parent / settings.NAME)
    drawn = path.parent / outline.NAME
    return Place(
        name=_composed(path.stem),
        base=path.parent,
        workbook=path,
        settings=next((file for file in beside if file.is_file()), None),
        outline=drawn if drawn.is_file() else None,
    )


def _composed(name: str) -> str:
    # A Mac gives "å" in the names of folders as two characters.
    return unicodedata.normalize("NFC", name)


def own_copy(base: Path) -> str:
    """Return what to do where a workspace may be read and not written."""
    return f"Make a copy of your own: actormap init mine --from {base}"
