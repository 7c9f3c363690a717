"""Enters what pages say into a workspace: projects, their documents, who owns them and where they are active, all or nothing.

What a cell holds already is never written over: a page that says otherwise is told, and what it says is put into the note with its line.
Running text is not entered; what it may say of relationships is for others to judge.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from actormap import files
from actormap import workspace as workspaces
from actormap.errors import InputError
from actormap.i18n import Language, Texts
from actormap.model.choices import BUILT_IN
from actormap.model.records import Snapshot
from actormap.workspace import editing
from actormap.workspace.combination import places
from actormap.workspace.editing import undo
from actormap.workspace.pages import project_row, register, values
from actormap.workspace.pages.collection import PageCollection, Progress
from actormap.workspace.pages.collection import read as read_files
from actormap.workspace.pages.contradictions import Contradiction
from actormap.workspace.pages.known import KnownRecords, Row
from actormap.workspace.pages.page import PageReading
from actormap.workspace.pages.register import PageRegister
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.workspace import Workspace
from actormap.workspace.writing import tables

PUBLISHER = "Svenska ESF-rådet"
_PUBLISHERS = {"kohesio": "Kohesio", "keep": "keep.eu", "cordis": "CORDIS"}


@dataclass(frozen=True, slots=True)
class PageEntry:
    """What entering pages has done: rows added by table, projects with cells filled, contradictions by file, names that stay open."""

    found: PageCollection
    added: Mapping[str, int] = field(default_factory=dict)
    changed: int = 0
    against: tuple[tuple[str, Contradiction], ...] = ()
    open_names: tuple[str, ...] = ()


def enter(place: str | Path, paths: Sequence[Path], *, lang: str | None = None, progress: Progress | None = None) -> PageEntry:
    """Read files into the workspace at a place, a new folder of tables if there is nothing there, and return what was done.

    Files that have been read before are passed over. Raises `InvalidWorkspace` if the tables have errors, `UsageError` for the workspace
    that is built in; then nothing is written. A new folder is only made if a page can be read.
    """
    places.one(place, "pages are read into")
    made = _provide(files.expanded(place), lang)
    change = editing.begin(place)
    undo.mend(change.base)
    change = editing.begin(place)
    workspace = workspaces.require_valid(workspaces.read(place))
    old = register.load(change.base)
    found = read_files(paths, known=old.known({each.id for each in workspace.snapshot.documents}), progress=progress)
    if made and not found.pages():
        shutil.rmtree(files.expanded(place))
        return PageEntry(found)
    draft = _EntryDraft(KnownRecords.of(workspace.snapshot), Texts.load(lang or workspace.language))
    draft.recall(old)
    # A file that could not be read is none that is known: the next time it is refused again.
    readings: dict[str, list[PageReading]] = {}
    for reading in found.readings:
        readings.setdefault(found.prints[reading.file], []).append(reading)
    documents = {mark: list(old.documents.get(mark, ())) for mark in readings}
    for reading in found.pages():
        if reading.file not in found.unchanged and (document := draft.enter(reading)):
            documents[found.prints[reading.file]].append(document)
    _write(change, draft.known, workspace)
    new = PageRegister(
        {**old.readings, **readings}, {**old.documents, **{mark: list(dict.fromkeys(each)) for mark, each in documents.items()}}
    )
    if new != old:
        register.save(change.base, new)
    added = {table: len(rows) for table, rows in draft.known.added.items()} | {"relationships": len(draft.known.ties)}
    return PageEntry(found, added, len(draft.known.changed), tuple(draft.against), tuple(dict.fromkeys(draft.open_names)))


def _provide(place: Path, lang: str | None) -> bool:
    """Make empty tables if there is nothing at a place, and return whether the folder is new too."""
    empty = place.is_dir() and not any(path.suffix.lower() in (".csv", ".xlsx", ".xlsm") for path in place.iterdir())
    new = not place.exists() and str(place) not in BUILT_IN and place.suffix.lower() not in (".xlsx", ".xlsm", ".xls", ".csv", ".toml")
    if empty or new:
        separator = Language.load(lang or "sv").separator
        tables.write_tables(Snapshot.of(()), place, delimiter=";" if separator == ";" else ",")
    return new


def _write(change: editing.Amendment, known: KnownRecords, before: Workspace) -> None:
    for table, rows in known.added.items():
        for id_, cells in rows.items():
            change.table(table).add({"id": id_} | {name: value for name, value in cells.items() if value is not None})
    for cells in known.ties:
        change.table("relationships").add({name: value for name, value in cells.items() if value is not None})
    if known.changed:
        projects = change.table("projects")
        numbers = {row["id"]: number for number, row in projects.rows() if row.get("id") in known.changed}
        for id_, cells in known.changed.items():
            projects.change(numbers[id_], cells)
    entry = change.attempt({"pages": len(known.added.get("documents", ()))})
    if entry is None:
        return
    if errors := workspaces.read(change.place.workbook or change.base).errors:
        undo.mend(change.base)
        raise InputError(
            f"With what the pages say {errors[0].place()} of {before.title} would be wrong, so nothing has been written.",
            hint=errors[0].meant(Texts.load("en")),
        )
    undo.settle(entry)


@dataclass(slots=True)
class _EntryDraft:
    known: KnownRecords
    texts: Texts
    against: list[tuple[str, Contradiction]] = field(default_factory=list)
    open_names: list[str] = field(default_factory=list)
    _tables: dict[str, str] = field(default_factory=dict)
    _sources: dict[str, list[tuple[PageReading, str]]] = field(default_factory=dict)

    def recall(self, old: PageRegister) -> None:
        """Take in the pages that were entered before, so that a new version of one is known as that."""
        for mark, readings in old.readings.items():
            for reading, document in zip(readings, old.documents.get(mark, ()), strict=False):
                id_ = self.known.project(project_row.cells(reading)) if document in self.known.titles else None
                if id_ and reading.row is None:
                    self._sources.setdefault(id_, []).append((reading, document))

    def enter(self, reading: PageReading) -> str | None:
        """Note what one page says, and return the document that it is; None if it does not even name its project."""
        cells = project_row.cells(reading)
        if not cells["name"]:
            return None
        id_ = self.known.project(cells)
        for source, document in self._sources.get(id_ or "", ()):
            if _says_the_same(source, reading):
                return document
        document = (id_ and self._recorded(id_, reading, cells)) or self._document(reading, cells)
        evidence = {"document": document, "locator": _lines(reading)}
        if id_ is None:
            id_ = self.known.add_project(cells | evidence | {"note": self._notes(reading) or None})
        else:
            self._compare(id_, cells, reading, document)
        self._sources.setdefault(id_, []).append((reading, document))
        self._tie_owner(id_, reading, document)
        for name, number in reading.places:
            line = {"document": document, "locator": str(number)}
            self.known.tie(id_, "active_in", self.known.municipality(name, line), line | {"confidence": 1})
        return document

    def _recorded(self, id_: str, reading: PageReading, cells: Row) -> str | None:
        """Return the document that a project rests on already, if it is this page by its title and nothing in it differs."""
        row = self.known.projects[id_]
        document = row.get("document")
        title = self.known.titles.get(document or "")
        if reading.row is not None or title is None or squeeze(title) != squeeze(reading.heading or cells["name"]):
            return None
        return document if all(_fits(row, column, value) for column, value in cells.items()) else None

    def _document(self, reading: PageReading, cells: Row) -> str:
        publisher = _PUBLISHERS.get(reading.layout, PUBLISHER)
        if reading.row is not None:
            if reading.file not in self._tables:
                name = Path(reading.file).name
                self._tables[reading.file] = self.known.document(f"{publisher}: {name}", publisher, f"{reading.layout}-{Path(name).stem}")
            return self._tables[reading.file]
        title = reading.heading or cells["name"]
        return self.known.document(title, publisher, f"esf-{cells['number'] or cells['name']}")

    def _notes(self, reading: PageReading) -> str:
        return "; ".join(
            self.texts(
                f"pages.within.{one.against}",
                column=one.column,
                value=_said(one.value),
                line=str(one.line),
                other=_said(one.other),
                other_line=str(one.other_line),
            )
            for one in reading.contradictions
        )

    def _compare(self, id_: str, cells: Row, reading: PageReading, document: str) -> None:
        row, filled, notes = self.known.projects[id_], {}, []
        for column, value in cells.items():
            here = row.get(column)
            if value is not None and here is None:
                filled[column] = value
            elif not _fits(row, column, value):
                line = reading.line(project_row.COLUMNS.get(column, column))
                source = self._sources[id_][0][0] if id_ in self._sources else None
                other = (source.line(project_row.COLUMNS.get(column, column)), source.file) if source else (None, None)
                against = "version" if source else "workspace"
                self.against.append((reading.file, Contradiction(column, value, line, against, here, *other)))
                notes.append(self.texts("pages.otherwise", column=column, value=_said(value), document=document, line=str(line)))
        notes = [each for each in notes if each not in (row.get("note") or "")]
        if notes:
            filled["note"] = "; ".join([*([row["note"]] if row.get("note") else []), *notes])
        if row.get("document") is None:
            filled |= {"document": document, "locator": _lines(reading)}
        if filled:
            self.known.change(id_, filled)

    def _tie_owner(self, id_: str, reading: PageReading, document: str) -> None:
        name = reading.value("owner")
        if not name:
            return
        one = reading.fields["owner"]
        names = list(dict.fromkeys((name, str(reading.value("owner_raw") or name), re.split(r", |/", name)[0].strip())))
        evidence = {"document": document, "locator": str(one.line)}
        owner = self.known.owner(names)
        if owner is None and self.known.is_ambiguous(names):
            self.open_names.append(name)
            return
        owner = owner or self.known.add_owner(names, evidence)
        self.known.tie(owner, "owns", id_, evidence | {"confidence": values.tidy(one.confidence)})


def _lines(reading: PageReading) -> str:
    if reading.row is not None:
        return str(reading.row)
    lines = [one.line for name, one in reading.fields.items() if one.value is not None and name != "municipalities"]
    return f"{min(lines)}-{max(lines)}" if lines else ""


def _says_the_same(one: PageReading, other: PageReading) -> bool:
    return replace(one, file="", dropped={}) == replace(other, file="", dropped={}) or (
        one.columns() == other.columns() and one.row is None
    )


def _alike(here: Any, value: Any) -> bool:
    if isinstance(here, int | float) and isinstance(value, int | float):
        return float(here) == float(value)
    return squeeze(str(here)) == squeeze(str(value)) or (bool(re.fullmatch(r"[\d-]+", str(here))) and str(value).startswith(f"{here}-"))


def _fits(row: Row, column: str, value: Any) -> bool:
    """Return whether a page's value says nothing else than a row does; a name may be one of its other names."""
    here = row.get(column)
    if value is None or here is None or column == "kind" or _alike(here, value):
        return True
    return column == "name" and any(_alike(other, value) for other in row.get("aliases") or ())


def _said(value: Any) -> str:
    return str(value)
