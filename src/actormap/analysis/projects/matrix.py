"""Projects against set questions, or against themes: in each cell one of the states that are never mixed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypedDict

from actormap.analysis.projects import state
from actormap.analysis.projects.compilation import Compilation
from actormap.analysis.result import Result
from actormap.errors import UnknownName
from actormap.model.coding import CodedAnswer
from actormap.model.ordering import alphabetical
from actormap.model.records import Evidence, Project, Relationship, Theme

QUESTIONS, THEMES = BY = ("questions", "themes")


class StateRow(TypedDict):
    """A row of `ProjectMatrix`: one cell."""

    project: str
    project_name: str
    kind: str
    question: str
    question_name: str
    state: str
    answer: list[str]
    status: str | None
    voice: str | None
    document: str | None
    locator: str | None


@dataclass(frozen=True)
class ProjectMatrix(Result[StateRow]):
    """Every project against every question, a cell a row, project by project; a cell that nobody has looked at is a row too.

    A row has the `state`, every `answer` as it is coded, and the evidence of the first. Against themes a project that has to do with a
    theme is `answered`, with the types of the relationships; one that no statement ties to it is `not_seen`: that is no "no".
    `lines` are the projects and `columns_` the questions or themes, as pairs of id and name in their order.
    """

    name: ClassVar[str] = "project_matrix"
    about: ClassVar[tuple[str, ...]] = ("project", "question")
    header: ClassVar[tuple[str, ...]] = tuple(StateRow.__annotations__)

    lines: tuple[tuple[str, str], ...] = ()
    across: tuple[tuple[str, str], ...] = ()
    by: str = QUESTIONS

    def figures(self) -> Mapping[str, Any]:
        """Return how many cells are in each state, in the order of the states."""
        counts = Counter(row["state"] for row in self.rows)
        return {each: counts[each] for each in state.STATES}


def find(compilation: Compilation, lang: str, by: str = QUESTIONS, wanted: tuple[str, ...] = ()) -> ProjectMatrix:
    """Return the projects against questions or themes; `wanted` are ids of them, or groups of questions or kinds of themes.

    Raises `UnknownName` for what is not there.
    """
    if by not in BY:
        raise UnknownName("matrix", by, BY)
    across = _questions(compilation, lang) if by == QUESTIONS else _themes(compilation)
    known = {name for about in across for name in (about[0], about[2])}
    for name in wanted:
        if name not in known:
            raise UnknownName("question or group" if by == QUESTIONS else "theme or kind", name, known)
    kept = [about for about in across if not wanted or not {about[0], about[2]}.isdisjoint(wanted)]
    pairs = tuple((column, name) for column, name, _ in kept)
    rows = tuple(_answered(compilation, pairs) if by == QUESTIONS else _tied(compilation, pairs))
    lines = tuple((each.id, each.name) for each in compilation.projects)
    return ProjectMatrix(compilation.context(by=by, wanted=list(wanted)), rows, lines=lines, across=pairs, by=by)


def _questions(compilation: Compilation, lang: str) -> list[tuple[str, str, str]]:
    return [(each.id, getattr(each, lang, each.en), each.group) for each in compilation.questions]


def _themes(compilation: Compilation) -> list[tuple[str, str, str]]:
    used: dict[str, Theme] = {}
    for project in compilation.projects:
        used |= {theme.id: theme for theme, _ in compilation.uses.get(project.id, ())}
    kinds = list(compilation.view.vocabulary.kinds["theme"])
    ordered = sorted(used.values(), key=lambda each: (kinds.index(each.kind), alphabetical(each.name)))
    return [(each.id, each.name, each.kind) for each in ordered]


def _answered(compilation: Compilation, across: tuple[tuple[str, str], ...]) -> Iterator[StateRow]:
    questions = {each.id: each for each in compilation.questions}
    for project in compilation.projects:
        for name, words in across:
            answers = compilation.answers.get((project.id, name), ())
            stands, told = state.of(questions[name], answers), [answer.answer for answer in answers]
            yield _cell(project, (name, words), stands, told, answers[0] if answers else None)


def _tied(compilation: Compilation, across: tuple[tuple[str, str], ...]) -> Iterator[StateRow]:
    for project in compilation.projects:
        ties: dict[str, list[Relationship]] = {}
        for theme, tie in compilation.uses.get(project.id, ()):
            ties.setdefault(theme.id, []).append(tie)
        for name, words in across:
            found = ties.get(name, [])
            stands = state.ANSWERED if found else state.NOT_SEEN
            yield _cell(project, (name, words), stands, [tie.type for tie in found], found[0].evidence[0] if found else None)


def _cell(project: Project, column: tuple[str, str], stands: str, told: list[str], said: CodedAnswer | Evidence | None) -> StateRow:
    """Return a cell; `said` is the first of what it rests on. The evidence of a relationship has no voice."""
    return {
        "project": project.id,
        "project_name": project.name,
        "kind": project.kind,
        "question": column[0],
        "question_name": column[1],
        "state": stands,
        "answer": told,
        "status": said.status if said else None,
        "voice": getattr(said, "voice", None),
        "document": said.document if said else None,
        "locator": said.locator if said else None,
    }
