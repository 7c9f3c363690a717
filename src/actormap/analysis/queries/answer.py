"""The answer to a named question from a snapshot, and the form that every answer has, whoever found it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from actormap.analysis.queries import paths, projects, seats, sources
from actormap.analysis.queries.catalogue import Question
from actormap.analysis.queries.scope import QuestionScope, Row
from actormap.analysis.result import Context, Result
from actormap.model.ordering import alphabetical
from actormap.model.records import Snapshot

_FUNCTIONS: tuple[Callable[..., Iterable[Row]], ...] = (
    seats.who_sits_in_both,
    seats.members_of,
    seats.could_link,
    seats.carried_by_one_post,
    projects.municipalities_without_project,
    projects.projects_in_municipality,
    projects.ends_with_project,
    projects.ends_by_year,
    projects.funded_by,
    projects.themes_without_carrier,
    sources.rests_on_implied_alone,
    sources.contradicted,
    sources.documents_behind,
    sources.told_by_one_document,
    paths.shortest_paths,
)
ANSWERS: Mapping[str, Callable[..., Iterable[Row]]] = {function.__name__: function for function in _FUNCTIONS}


@dataclass(frozen=True)
class Answer(Result[Mapping[str, Any]]):
    """The rows that answer a question, with its columns, in its order. They look at the whole graph, so there is no view."""

    name: ClassVar[str] = "query"

    question: Question | None = None

    @classmethod
    def of(cls, question: Question, parameters: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> Answer:
        """Return the answer that some rows are, put in the question's order."""
        ordered = sorted(rows, key=lambda row: [_place(row[column.removeprefix("-")], column) for column in question.order])
        kept = tuple({column: row[column] for column in question.columns} for row in ordered)
        context = Context(None, {"question": question.name, **parameters}, {"rows": len(kept)})
        return cls(context, kept, question=question)

    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return self.question.columns if self.question else super().columns()


def answer(snapshot: Snapshot, question: Question, parameters: Mapping[str, Any]) -> Answer:
    """Return what a snapshot answers to a question whose parameters all have their values."""
    given = dict(parameters)
    kept = QuestionScope(snapshot, given.pop("documents", ()), given.pop("statuses", None))
    return Answer.of(question, parameters, ANSWERS[question.name](kept, **given))


def _place(value: Any, column: str) -> Any:
    # As the files in cypher/explore order them: nothing after something, names as a Swedish list has them and other texts by their letters
    # alone, and numbers from the greatest where a minus says so.
    if value is None:
        return (0,) if column.startswith("-") else (2,)
    if isinstance(value, int | float):
        return (1, -value if column.startswith("-") else value)
    if isinstance(value, str):
        return (1, alphabetical(value), value) if column.endswith("name") else (1, value)
    return (1, *value)
