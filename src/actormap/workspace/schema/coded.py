"""One row of each table of what is asked of projects and what sources say to it."""

from __future__ import annotations

from typing import Annotated

from actormap.workspace.schema.columns import (
    Closed,
    Id,
    MaybeDate,
    MaybeDocument,
    MaybeFigure,
    MaybeText,
    MaybeTheme,
    Names,
    ProjectId,
    QuestionId,
    Text,
)
from actormap.workspace.schema.row import Row


class QuestionRow(Row):
    """A row of questions: one that is set for every project."""

    id: Id
    group: Text
    sv: Text
    en: Text
    scale: Annotated[str, Closed("scales")]
    values: Names = ()
    partly: Names = ()
    reached: Names = ()
    outside: Names = ()
    theme: MaybeTheme = None
    document: MaybeDocument = None
    locator: MaybeText = None
    note: MaybeText = None


class AnswerRow(Row):
    """A row of answers: what one source says of one project on one question, as one coder has read it."""

    project: ProjectId
    question: QuestionId
    answer: Text
    status: Annotated[str, Closed("statuses")] = "stated"
    voice: Annotated[str | None, Closed("voices")] = None
    coder: MaybeText = None
    date: MaybeDate = None
    document: MaybeDocument = None
    locator: MaybeText = None
    note: MaybeText = None


class IndicatorRow(Row):
    """A row of indicators: one figure of one project."""

    project: ProjectId
    indicator: Text
    kind: Annotated[str, Closed("figures")] = "result"
    theme: MaybeTheme = None
    value: MaybeFigure = None
    unit: MaybeText = None
    date: MaybeDate = None
    target: MaybeFigure = None
    status: Annotated[str, Closed("statuses")] = "stated"
    voice: Annotated[str | None, Closed("voices")] = None
    document: MaybeDocument = None
    locator: MaybeText = None
    note: MaybeText = None
