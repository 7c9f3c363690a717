"""What there is to code of one project: the set questions, each with what may be answered and what the coder has answered already."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from actormap.errors import InputError, UnknownName, UsageError
from actormap.i18n import Texts
from actormap.model import lookup
from actormap.model.coding import NO, NOT_MEASURED, SILENT, YES, CodedAnswer, SetQuestion
from actormap.model.ordering import alphabetical
from actormap.model.records import Document, Project, Snapshot
from actormap.workspace.identity.likeness import likeness
from actormap.workspace.pages import header, page, text
from actormap.workspace.pages.contact import LEFT_OUT, PageContacts
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.texts import people

CLOSED = ("ordinal", "yes_no")
_ALIKE = 0.8  # how like two names of one project are


@dataclass(frozen=True, slots=True)
class CodedPage:
    """The text of a page by its lines, personal data left out; it is shown to whoever codes, and kept nowhere.

    `name` and `number` are those of the project whose page of a project bank it is, where its header says so.
    """

    file: str
    lines: tuple[str, ...]
    name: str | None = None
    number: str | None = None

    @classmethod
    def read(cls, file: Path) -> CodedPage:
        """Return the text of a page saved as text, HTML or PDF; raise `InputError` if it cannot be read."""
        try:
            lines = text.lines_of(file.name, file.read_bytes())
        except OSError as error:
            raise InputError(f"{file} cannot be opened: {error.strerror or error}.") from error
        known = header.find(lines)
        contacts = PageContacts.of(lines, known)
        bare = [LEFT_OUT if number in known.personal_lines else line for number, line in enumerate(lines, start=1)]
        said = page.read(file.name, lines)
        return cls(file.name, people.without(bare, contacts), said.value("name"), said.value("number"))

    def is_about_another(self, project: Project) -> bool:
        """Return whether the page says that it is another project's: by the number where both have one, else by the name."""
        if self.number and project.number:
            return squeeze(self.number) != squeeze(project.number)
        mine = squeeze(self.name or "")
        names = [squeeze(name) for name in (project.name, *project.aliases)]
        return bool(mine) and not any(mine in name or name in mine or likeness(mine, name) >= _ALIKE for name in names)


@dataclass(frozen=True, slots=True)
class CodingTask:
    """One project with the questions to answer about it. `given` holds what one coder has answered already, by question."""

    project: Project
    questions: tuple[SetQuestion, ...]
    documents: tuple[Document, ...]
    document: Document | None = None
    coder: str | None = None
    given: Mapping[str, tuple[CodedAnswer, ...]] = field(default_factory=dict)
    page: CodedPage | None = None


def of(
    snapshot: Snapshot,
    project: str,
    *,
    coder: str | None = None,
    document: str | None = None,
    groups: Collection[str] = (),
    file: Path | None = None,
) -> CodingTask:
    """Return what there is to code of a project, named by id, name or alias, in one document if one is named or it has one.

    `groups` are ids or groups of questions, `file` is the page to read. Raises `UnknownName` for what is not there, `UsageError` if there
    are no questions.
    """
    if not snapshot.questions:
        raise UsageError(
            "The workspace has no set questions.", hint="Write some in the table questions: id, group, sv, en, scale, values (README)."
        )
    id_ = lookup.the("project", project, snapshot.projects)
    meant = next(each for each in snapshot.projects if each.id == id_)
    known = {name for each in snapshot.questions for name in (each.id, each.group)}
    for name in groups:
        if name not in known:
            raise UnknownName("question or group", name, known)
    said = [each for each in snapshot.answers if each.project == meant.id]
    read = _document(snapshot, document) if document else snapshot.by_id.get(meant.document or "")
    cited = {meant.document, *(each.document for each in said)}
    cited |= {piece.document for tie in snapshot.relationships if meant.id in (tie.source, tie.target) for piece in tie.evidence}
    given: dict[str, tuple[CodedAnswer, ...]] = {}
    for each in said:
        if coder is not None and each.coder == coder and (document is None or each.document == getattr(read, "id", None)):
            given[each.question] = (*given.get(each.question, ()), each)
    return CodingTask(
        meant,
        tuple(each for each in snapshot.questions if not groups or {each.id, each.group} & set(groups)),
        tuple(sorted((each for each in snapshot.documents if each.id in cited or each is read), key=lambda each: alphabetical(each.title))),
        read if isinstance(read, Document) else None,
        coder,
        given,
        CodedPage.read(file) if file else None,
    )


def choices(question: SetQuestion, texts: Texts) -> dict[str, str]:
    """Return what a question may be answered with, each with the word for it; of a text or number only what is said in their place."""
    closed = {word: texts(f"words.silence.{word}") for word in (SILENT, NOT_MEASURED)}
    if question.scale == "yes_no":
        return {YES: texts("words.yes"), NO: texts("words.no"), **closed}
    return {**{value: value for value in (*question.values, *question.outside)}, **closed}


def words(question: SetQuestion, texts: Texts) -> str:
    """Return a question in the language of the texts; a language that it is not put in gets it in English."""
    said: str = getattr(question, texts.lang, question.en)
    return said


def _document(snapshot: Snapshot, named: str) -> Document:
    found = [each for each in snapshot.documents if named == each.id or lookup.folded(named) == lookup.folded(each.title)]
    if not found:
        titles = {name: each.title for each in snapshot.documents for name in (each.id, each.title)}
        raise UnknownName("document", named, (), offered=titles)
    return found[0]
