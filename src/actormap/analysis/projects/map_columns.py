"""The columns of the map of evidence: questions with a scale or result indicators, and what each project tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from actormap.analysis.projects import state
from actormap.analysis.projects.compilation import INDICATOR, Compilation
from actormap.errors import UnknownName
from actormap.model.coding import SetQuestion
from actormap.model.ordering import alphabetical

QUESTIONS, INDICATORS = COLUMNS = ("questions", "indicators")


@dataclass(frozen=True, slots=True)
class MapStatement:
    """What is said of one result in one place: the state it tells of, its words, how firmly, by whom, when it was coded, and where."""

    state: str
    answer: str
    status: str
    voice: str | None
    date: str | None
    document: str | None
    locator: str | None


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one project tells of one result: its state, and the statements, that of the state first."""

    state: str
    statements: tuple[MapStatement, ...]


@dataclass(frozen=True)
class MapColumn:
    """A result: its id, its name, the questions that ask for it, and whether figures and reports of the theme count too."""

    compilation: Compilation
    id: str
    name: str
    questions: tuple[SetQuestion, ...]
    figures: bool = False

    def testimony(self, project: str) -> Testimony:
        """Return what a project tells. A figure or a report points no way, and gives way to an answer on a scale."""
        found = [*self._answers(project), *(self._figures(project) if self.figures else ())]
        told = state.most_cautious(each.state for each in found)
        return Testimony(told, tuple(sorted(found, key=lambda each: each.state != told)))

    def _answers(self, project: str) -> Iterator[MapStatement]:
        for question in self.questions:
            for answer in self.compilation.answers.get((project, question.id), ()):
                place = (answer.document, answer.locator)
                yield MapStatement(state.of_answer(question, answer), answer.answer, answer.status, answer.voice, answer.date, *place)

    def _figures(self, project: str) -> Iterator[MapStatement]:
        for figure in self.compilation.figures.get(project, ()):
            if figure.theme == self.id and figure.kind == "result" and figure.value is not None:
                said = f"{figure.indicator}: {figure.value:.10g} {figure.unit or ''}".strip()
                yield MapStatement(state.ANSWERED, said, figure.status, figure.voice, None, figure.document, figure.locator)
        for theme, tie in self.compilation.uses.get(project, ()):
            if theme.id == self.id:
                for said_of in tie.evidence:
                    yield MapStatement(state.ANSWERED, tie.type, said_of.status, None, None, said_of.document, said_of.locator)


def columns_of(compilation: Compilation, columns: str, lang: str) -> tuple[MapColumn, ...]:
    """Return the columns: every question with a scale in the order of ids, or every result indicator in the order of names.

    Raises `UnknownName` if there are none such.
    """
    if columns not in COLUMNS:
        raise UnknownName("columns", columns, COLUMNS)
    scaled = [each for each in compilation.questions if each.scale == "ordinal"]
    if columns == QUESTIONS:
        return tuple(MapColumn(compilation, each.id, getattr(each, lang, each.en), (each,)) for each in scaled)
    themes = sorted((each for each in compilation.view.snapshot.themes if each.kind == INDICATOR), key=lambda each: alphabetical(each.name))
    asking = [each for each in compilation.questions if each.scale != "yes_no"]
    about = {theme.id: tuple(each for each in asking if each.theme == theme.id) for theme in themes}
    return tuple(MapColumn(compilation, theme.id, theme.name, about[theme.id], figures=True) for theme in themes)
