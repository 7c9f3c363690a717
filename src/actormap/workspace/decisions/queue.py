"""Which candidates await a decision: those of given files that nobody has decided on and no row says already."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from actormap.errors import InputError
from actormap.workspace.decisions import decision
from actormap.workspace.decisions.decision import LATER, Decision
from actormap.workspace.pages import collection, layouts, page, project_row, register, text
from actormap.workspace.pages.known import KnownRecords
from actormap.workspace.pages.page import PageReading
from actormap.workspace.pages.register import PageRegister
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.texts import candidate, gazetteer, page_text
from actormap.workspace.texts.candidate import RelationshipCandidate
from actormap.workspace.texts.gazetteer import KnownName
from actormap.workspace.texts.page_text import PageText, TextNames
from actormap.workspace.workspace import Workspace

Progress = Callable[[int, int], None]
CHANGED, UNREAD, NAMELESS = "changed", "unread", "nameless"
HEADER = "header"


@dataclass(frozen=True, slots=True)
class WaitingCandidate:
    """A candidate with its file, document and sentence, which is read from the file and kept nowhere.

    `source_near` and `target_near` are known records that a new name may be a slip of; `stated` are documents that say it already.
    """

    file: str
    document: str
    locator: str
    sentence: str
    one: RelationshipCandidate
    source_near: KnownName | None = None
    target_near: KnownName | None = None
    stated: tuple[str, ...] = ()
    postponed: bool = False

    def decided(self, verdict: str) -> Decision:
        """Return a decision about it."""
        one = self.one
        return Decision(
            one.source.id or one.source.name,
            one.type,
            one.target.id or one.target.name,
            self.document,
            self.locator,
            verdict,
            source_kind=None if one.source.id else one.source.kind,
            target_kind=None if one.target.id else one.target.kind,
        )


@dataclass(frozen=True, slots=True)
class CandidateQueue:
    """The candidates that await a decision, in the order of files and lines, those put off last.

    `remarks` are what is to be known of files: changed since they were read, not read into the workspace, of no project that is known.
    `refused` are those that cannot be read, with the reason.
    """

    waiting: tuple[WaitingCandidate, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    decided: int = 0


@dataclass(slots=True)
class _CandidateReader:
    workspace: Workspace
    known: KnownRecords
    pages: PageRegister
    names: TextNames
    remarks: list[tuple[str, str]] = field(default_factory=list)

    def of(self, file: str, data: bytes) -> Iterator[tuple[str, str, str, RelationshipCandidate]]:
        """Yield document, locator, sentence and candidate of one file."""
        lines = text.lines_of(file, data)
        reading = page.read(file, lines)
        of_bank = reading.layout != layouts.OTHER
        mark = hashlib.sha256(data).hexdigest()
        project = self.known.project(project_row.cells(reading)) if of_bank else None
        if of_bank and project is None:
            self.remarks.append((file, UNREAD))
            return
        if mark not in self.pages.readings and any(Path(each.file).name == Path(file).name for each in self._readings()):
            self.remarks.append((file, CHANGED))
        told = page_text.read(lines, self.workspace.snapshot, self.workspace.vocabulary, project=project, names=self.names)
        document = self._document(mark, reading, told, project)
        if document is None:
            self.remarks.append((file, NAMELESS))
            return
        if project:
            yield from self._of_header(reading, document, project)
        for each in told.candidates:
            yield document, str(each.line), told.sentence(each), each

    def _readings(self) -> Iterator[PageReading]:
        for each in self.pages.readings.values():
            yield from each

    def _document(self, mark: str, reading: PageReading, told: PageText, project: str | None) -> str | None:
        """Return the document that a file is: the one it was read as, one of its title, or the title of one that is to be made."""
        read_as = [each for each in self.pages.documents.get(mark, ()) if each in self.known.titles]
        if read_as:
            return read_as[0]
        first = told.running.text.split("\n", 1)[0].strip()
        titles = [each for each in (reading.heading, told.own.name if told.own else None, first) if each and "\u2026" not in each]
        for each in titles:
            found = [id_ for id_, name in self.known.titles.items() if squeeze(name) == squeeze(each)]
            if len(found) == 1:
                return found[0]
        row = self.known.projects.get(project or "", {})
        return row.get("document") or (titles[0] if titles else None)

    def _of_header(self, reading: PageReading, document: str, project: str) -> Iterator[tuple[str, str, str, RelationshipCandidate]]:
        """Yield what the header's fields say: who owns the project, and where it is active."""
        own = gazetteer.record(self.workspace.snapshot, project)
        owner = reading.fields.get("owner")
        if owner and owner.value:
            names = (str(owner.value), str(reading.value("owner_raw") or owner.value), re.split(r", |/", str(owner.value))[0].strip())
            id_ = self.known.owner(names)
            one = gazetteer.record(self.workspace.snapshot, id_) if id_ else gazetteer.new(names[0], "actor", self.known.kind_of(names[0]))
            shown = f"{owner.label}: {owner.raw}"
            yield document, str(owner.line), shown, _header(one, "owns", own, owner.label, owner.confidence, owner.line)
        for name, line in reading.places:
            place = next(each for each in self.names.gazetteer.names() if each.node == "municipality" and each.name == name)
            yield document, str(line), f"Kommun: {name}", _header(own, "active_in", place, "Kommun", 1.0, line)


def _header(source: KnownName, type_: str, target: KnownName, label: str, score: float, line: int) -> RelationshipCandidate:
    return RelationshipCandidate(source, type_, target, label, candidate.FORWARDS, round(score, 2), line, 1)


def waiting(workspace: Workspace, paths: Sequence[Path], *, least: float = 0.0, progress: Progress | None = None) -> CandidateQueue:
    """Return the candidates of some files that await a decision, whose score is at least `least`."""
    pages = PageRegister() if workspace.base is None else register.load(workspace.base)
    reader = _CandidateReader(workspace, KnownRecords.of(workspace.snapshot), pages, TextNames.of(workspace.snapshot))
    snapshot = workspace.snapshot
    decided = decision.latest(workspace.decisions, snapshot.by_id)
    stated = _stated(workspace)
    found: dict[decision.Key, WaitingCandidate] = {}
    refused: list[tuple[str, str]] = []
    passed = set()
    for number, path in enumerate(paths, start=1):
        file = path.as_posix()
        try:
            for document, locator, sentence, one in reader.of(file, _bytes(path)):
                ends = (one.source.id or one.source.name, one.type, one.target.id or one.target.name)
                key = decision.key(*ends, document, snapshot.by_id)
                before = decided.get(key)
                said = stated.get((ends[0], one.type, ends[2]), ())
                if document in said or (before and before.verdict != LATER):
                    passed.add(key)
                elif one.score >= least and (key not in found or found[key].one.score < one.score):
                    source, target = (_near(known, reader.names) for known in (one.source, one.target))
                    found[key] = WaitingCandidate(file, document, locator, sentence, one, source, target, said, before is not None)
        except InputError as error:
            refused.append((file, str(error)))
        if progress:
            progress(number, len(paths))
    ordered = sorted(found.values(), key=lambda each: each.postponed)
    return CandidateQueue(tuple(ordered), tuple(dict.fromkeys(reader.remarks)), tuple(refused), len(passed))


def files_of(places: Sequence[Path]) -> list[Path]:
    """Return the pages that are meant; tables of projects have no running text."""
    return [path for path in collection.files_of(places) if path.suffix.lower() not in collection.TABLES]


def _near(known: KnownName, names: TextNames) -> KnownName | None:
    """Return the known name that a new one may be a slip of."""
    near = None if known.id else names.near.to(known.name)
    return near if near and near.key != known.key else None


def _stated(workspace: Workspace) -> Mapping[tuple[str, str, str], tuple[str, ...]]:
    return {
        (tie.source, tie.type, tie.target): tuple(piece.document for piece in tie.evidence if piece.document)
        for tie in workspace.snapshot.relationships
    }


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be opened: {error.strerror}.") from error
