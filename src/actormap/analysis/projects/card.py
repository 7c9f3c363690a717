"""One project on one card: header, partners, themes, answers, figures, documents, contradictions, and what nobody has seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, TypedDict

from actormap.analysis.projects import money, state
from actormap.analysis.projects.compilation import FACTOR, INDICATOR, METHOD, PROBLEM, TARGET_GROUP, Compilation, how_read
from actormap.analysis.result import Result
from actormap.model.records import Document, Project, Relationship

HEADER = (
    *("kind", "number", "programme", "programme_area", "objective", "intervention", "region", "start", "end"),
    *("total_budget_sek", "esf_support_sek", "union_rate_percent", "planned_participants"),
)
THEMES = {"methods": METHOD, "factors": FACTOR, "target_groups": TARGET_GROUP, "problems": PROBLEM, "reported": INDICATOR}
PARTS = ("header", "reckoned", "contradictions", "partners", *THEMES, "answers", "figures", "documents", "unseen")


class CardRow(TypedDict):
    """A row of `Card`."""

    section: str
    id: str
    what: str
    value: Any
    state: str | None
    status: str | None
    voice: str | None
    document: str | None
    locator: str | None
    note: str | None


@dataclass(frozen=True)
class Card(Result[CardRow]):
    """All that is coded of one project, part by part, in the order of `PARTS`.

    A row has the `section` it stands in, the `id` of what it is about (a column, a theme, an actor, a question, a document), `what` that is
    in words, its `value`, and its evidence. `reckoned` is what follows from the header. A question that nobody has looked for an answer to
    stands under `unseen`: that is no answer, and not a silence of the source either. `title` is the project's name.
    """

    name: ClassVar[str] = "project"
    about: ClassVar[tuple[str, ...]] = ("section", "id")
    header: ClassVar[tuple[str, ...]] = tuple(CardRow.__annotations__)

    title: str = ""


def find(compilation: Compilation, project: str, lang: str) -> Card:
    """Return the card of one of the projects looked at; `lang` is the language of the questions."""
    meant = next(each for each in compilation.projects if each.id == project)
    rows = [
        *_header(meant),
        *_reckoned(meant),
        *_contradictions(compilation, meant),
        *_partners(compilation, meant),
        *_themes(compilation, meant),
        *_answers(compilation, meant, lang),
        *_figures(compilation, meant),
        *_documents(compilation, meant),
        *_unseen(compilation, meant, lang),
    ]
    return Card(compilation.context(project=project), tuple(rows), title=meant.name)


def _made(part: str, about: str, what: str, value: Any = None, **more: str | None) -> CardRow:
    return {
        "section": part,
        "id": about,
        "what": what,
        "value": value,
        "state": more.get("state"),
        "status": more.get("status"),
        "voice": more.get("voice"),
        "document": more.get("document"),
        "locator": more.get("locator"),
        "note": more.get("note"),
    }


def _header(project: Project) -> Iterator[CardRow]:
    for column in HEADER:
        value = getattr(project, column)
        if value is not None:
            yield _made("header", column, column, value, document=project.document, locator=project.locator)
    for column, text in project.attributes:
        yield _made("header", column, column, text, document=project.document, locator=project.locator)
    if project.note:
        yield _made("header", "note", "note", project.note)


def _reckoned(project: Project) -> Iterator[CardRow]:
    reckoned = money.of(project)
    for column, value in (("per_participant", reckoned.per_participant), ("months", reckoned.months), ("esf_share", reckoned.share)):
        if value is not None:
            yield _made("reckoned", column, column, value)


def _contradictions(compilation: Compilation, project: Project) -> Iterator[CardRow]:
    away = money.of(project).off_rate
    if away is not None:
        yield _made("contradictions", "off_rate", "off_rate", away, document=project.document, locator=project.locator)
    for question in compilation.questions:
        answers = compilation.answers.get((project.id, question.id), ())
        said = sorted({answer.answer for answer in answers})
        if question.scale != "free" and len(said) > 1:
            yield _made("contradictions", question.id, question.id, said)


def _partners(compilation: Compilation, project: Project) -> Iterator[CardRow]:
    for actor, tie in compilation.partners.get(project.id, ()):
        yield from _stated("partners", actor.id, actor.name, tie)


def _themes(compilation: Compilation, project: Project) -> Iterator[CardRow]:
    for part, kind in THEMES.items():
        for theme, tie in compilation.uses.get(project.id, ()):
            if theme.kind == kind:
                yield from _stated(part, theme.id, theme.name, tie)


def _stated(part: str, about: str, what: str, tie: Relationship) -> Iterator[CardRow]:
    for said in tie.evidence:
        yield _made(part, about, what, tie.type, status=said.status, document=said.document, locator=said.locator, note=said.note)


def _answers(compilation: Compilation, project: Project, lang: str) -> Iterator[CardRow]:
    for question in compilation.questions:
        for answer in compilation.answers.get((project.id, question.id), ()):
            found = state.of_answer(question, answer)
            told = {"status": answer.status, "voice": answer.voice, "document": answer.document, "locator": answer.locator}
            yield _made("answers", question.id, getattr(question, lang, question.en), answer.answer, state=found, note=answer.note, **told)


def _figures(compilation: Compilation, project: Project) -> Iterator[CardRow]:
    for figure in compilation.figures.get(project.id, ()):
        number = figure.value if figure.value is not None else figure.target
        value = " ".join(filter(None, (None if number is None else f"{number:.10g}", figure.unit, figure.date)))
        told = {"status": figure.status, "voice": figure.voice, "document": figure.document, "locator": figure.locator}
        yield _made("figures", figure.theme or figure.indicator, figure.indicator, value, state=figure.kind, note=figure.note, **told)


def _documents(compilation: Compilation, project: Project) -> Iterator[CardRow]:
    for name in compilation.documents[project.id]:
        document = compilation.view.snapshot.by_id.get(name)
        if isinstance(document, Document):
            yield _made("documents", name, document.title, how_read(document))


def _unseen(compilation: Compilation, project: Project, lang: str) -> Iterator[CardRow]:
    for question in compilation.questions:
        if (project.id, question.id) not in compilation.answers:
            yield _made("unseen", question.id, getattr(question, lang, question.en), state=state.NOT_SEEN)
