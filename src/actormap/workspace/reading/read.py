"""Reads a workspace: its files, then its nodes, then what ties them, and last everything that is wrong, in the order of the files."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from actormap.files import resolved
from actormap.model.outline import Outline
from actormap.model.records import Snapshot
from actormap.model.vocabulary import Vocabulary
from actormap.workspace import invite_rules, location, settings
from actormap.workspace.checks.registry import LEVELS
from actormap.workspace.decisions import decision
from actormap.workspace.identity import application, judgements
from actormap.workspace.identity.groups import Groups
from actormap.workspace.location import Place
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import coding, coverage, csv_file, nodes, outline, workbook
from actormap.workspace.reading.course import Course
from actormap.workspace.reading.names import Index
from actormap.workspace.reading.relationships import Gathering
from actormap.workspace.reading.sheet import Sheet
from actormap.workspace.reading.tables import Table
from actormap.workspace.schema import closed_lists, rows
from actormap.workspace.settings import Settings
from actormap.workspace.workspace import Workspace

if TYPE_CHECKING:
    from actormap.workspace.reading.course import Progress

_ACTING = ("actors", "municipalities")


def read(where: str | Path, progress: Progress | None = None) -> Workspace:
    """Return the workspace in a folder of CSV tables, in a workbook, or built in under the name `gria` or `esf`, with all its problems.

    A folder that itself has such a name is meant only when it is given as a path, such as `./gria`. `progress` is told how many rows have
    been read and checked, of how many.
    Raises `InputError` if there is nothing to read: no such path, or a workbook that cannot be opened. All else is a problem.
    """
    findings = Findings()
    with _collection_paused():
        return _read(location.find(where, findings), findings, progress)


@contextmanager
def _collection_paused() -> Iterator[None]:
    # Records hold no cycles, so looking for cycles among half a million of them frees nothing and takes a quarter of the time.
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


def _read(place: Place, findings: Findings, progress: Progress | None) -> Workspace:
    files: dict[str, str] = {}
    given = _settings(place, files, findings)
    findings.switch({**LEVELS, **given.checks})
    _tell_links(place, findings)
    tables = _tables(place, files, given.vocabulary, findings, progress)
    judged = judgements.read(tables.get(rows.IDENTITY))
    decided = decision.read(tables.get(rows.CANDIDATES))
    snapshot, index = _snapshot(tables, given.vocabulary, findings, Groups.of(judged).merged())
    findings.settle(place.workbook.name if place.workbook else place.name, "" if place.workbook else ".csv")
    if judged:
        whole = index.complete and not findings.has_errors()
        held = application.apply(snapshot, judged, given.vocabulary, tables[rows.IDENTITY].file, findings, whole=whole)
        snapshot = held.snapshot
        index.redirect(held.first)
    outlines = _outlines(place, findings)
    return Workspace(
        title=given.keys.title or place.name,
        language=given.keys.language,
        focal_network=_focal(given, place, index, findings),
        view=given.keys.view,
        store=given.keys.store,
        internal=given.keys.internal,
        settings=invite_rules.read(given, place.settings.name, index, findings) if place.settings else given.rest,
        words=given.words,
        vocabulary=given.vocabulary,
        snapshot=snapshot,
        judgements=judged,
        decisions=decided,
        outlines=outlines,
        problems=findings.in_order(),
        files=tuple(sorted(files.items())),
        base=place.base,
        workbook=place.workbook.name if place.workbook else None,
        settings_file=place.settings,
        builtin=place.base is None,
    )


def _tell_links(place: Place, findings: Findings) -> None:
    """Tell which files are links that lead out of the workspace: one that somebody has packed may lead anywhere."""
    if place.base is None:
        return
    for path in filter(None, (*place.tables.values(), place.workbook, place.settings, place.outline)):
        if path.is_symlink() and not resolved(path).is_relative_to(place.base.resolve()):
            findings.warn(path.name, None, None, str(resolved(path)), Fault("leads_outside"))


def _settings(place: Place, files: dict[str, str], findings: Findings) -> Settings:
    if place.settings is None:
        return Settings()
    data = _bytes(place.settings, files, findings)
    return Settings() if data is None else settings.read(data, place.settings.name, findings)


def _outlines(place: Place, findings: Findings) -> tuple[Outline, ...]:
    # Not among the files of the workspace: the store does not hold it, and need not be loaded anew for it.
    data = None if place.outline is None else _bytes(place.outline, {}, findings)
    return () if data is None else outline.read(data, findings)


def _tables(place: Place, files: dict[str, str], vocabulary: Vocabulary, findings: Findings, progress: Progress | None) -> dict[str, Table]:
    lists = closed_lists.lists(vocabulary)
    unread: list[str] = []
    course = Course(progress)
    if place.workbook:
        data = _bytes(place.workbook, files, findings)
        sheets = {} if data is None else workbook.sheets(place.workbook.name, data, findings, course.taking)
        explained = data is None or (not sheets and _tell_empty(place.workbook.name, data, findings))
        unread = list(rows.TABLES) if explained else []
    else:
        sheets = {}
        for name in (name for name in rows.READ if name in place.tables):
            sheet = _sheet(name, place.tables[name], files, findings)
            if sheet:
                sheets[name] = sheet
            else:
                unread.append(name)
    if not place.explained:
        _tell_missing(place, {*sheets, *unread}, findings)
    if not any(name in sheets for name in _ACTING):
        unread.append(_ACTING[0])
    result = {name: Table(sheet, lists, findings) for name, sheet in course.checking(sheets).items()}
    # A table that cannot be read is one problem; the ids in it are not called unknown besides.
    result |= {name: Table(Sheet(name, "", iter(())), lists, Findings()) for name in unread}
    for name, sheet in sheets.items():
        findings.place(sheet.file, rows.READ.index(name))
    return result


def _sheet(name: str, path: Path, files: dict[str, str], findings: Findings) -> Sheet | None:
    findings.place(path.name, rows.READ.index(name))
    data = _bytes(path, files, findings)
    try:
        return None if data is None else csv_file.sheet(name, path.name, data, findings)
    except Fault as fault:
        findings.error(path.name, fault.row, None, None, fault)
        return None


def _bytes(path: Path, files: dict[str, str], findings: Findings) -> bytes | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        findings.error(path.name, None, None, None, Fault("cannot_open", detail=error.strerror or str(error)))
        return None
    files[path.name] = hashlib.sha256(data).hexdigest()
    return data


def _tell_empty(name: str, data: bytes, findings: Findings) -> bool:
    """Tell of a workbook that holds nothing at all; return whether it is one."""
    if workbook.opened(name, data, Findings(), lambda titles: {title: title for title in titles}):
        return False
    findings.error(name, None, None, None, Fault("empty_workbook"))
    return True


def _tell_missing(place: Place, tables: Collection[str], findings: Findings) -> None:
    file = place.workbook.name if place.workbook else place.name
    kind = "sheet" if place.workbook else "file"
    suffix = "" if place.workbook else ".csv"
    acting = ", ".join(f"{name}{suffix}" for name in _ACTING)
    acts, ties = any(name in tables for name in _ACTING), "relationships" in tables
    if not acts and not ties:
        findings.error(file, None, None, None, Fault(f"no_{kind}s", names=acting, relationships=f"relationships{suffix}"))
    elif not acts:
        findings.error(file, None, None, None, Fault(f"missing_{kind}", names=acting, n=len(_ACTING)))
    elif not ties:
        findings.error(file, None, None, None, Fault(f"missing_{kind}", names=f"relationships{suffix}", n=1))


def _snapshot(tables: dict[str, Table], vocabulary: Vocabulary, findings: Findings, same: Mapping[str, str]) -> tuple[Snapshot, Index]:
    records, index = nodes.read(tables, vocabulary, findings, same)
    present = {record.id for record in records}
    ties = tables.get("relationships")
    required = tables.get("coverage")
    return (
        Snapshot.of(
            records,
            Gathering(ties, vocabulary.types, index, findings, present).relationships() if ties else (),
            coverage.read(required, index, findings, present) if required else (),
            coding.read(tables, index, findings, present),
        ),
        index,
    )


def _focal(settings: Settings, place: Place, index: Index, findings: Findings) -> str | None:
    named = settings.keys.focal_network
    if named is None or place.settings is None:
        return None
    try:
        return index.resolve(named, ("network",), unknown="unknown_focal")
    except Fault as fault:
        findings.error(place.settings.name, settings.lines.get("focal_network"), "focal_network", named, fault)
        return None
