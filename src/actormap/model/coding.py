"""What is coded of projects: set questions, the answers that sources give, and figures that are reported.

A row that is not there is no answer. Whether nobody has looked, or somebody has and the source is silent, is told apart: `SILENT` is
written down by whoever has read the whole of a source, and so is `NOT_MEASURED`, the source's own word that it has not measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from actormap.model.digest import digest

SILENT = "silent"
NOT_MEASURED = "not_measured"
SCALES = ("ordinal", "yes_no", "free", "number")
VOICES = ("project", "evaluator", "partner", "funder", "press")
FIGURES = ("result", "before", "target", "background")
YES, NO = "yes", "no"
READ = ("whole", "part", "title")

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetQuestion:
    """One set question. `values` are the answers of an ordinal scale from the lowest to the highest.

    Of these `reached` are those that say that what is asked for has come about and `partly` those that say so in part; all others say
    that it has not, though it was looked for. `outside` are values with no place in the order, such as what is only planned.
    """

    table: ClassVar[str] = "questions"

    id: str
    group: str
    sv: str
    en: str
    scale: str
    values: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    theme: str | None = None
    document: str | None = None
    locator: str | None = None
    note: str | None = None
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedAnswer:
    """One answer to one question about one project, by one coder from one source.

    `answer` is a value of the question's scale, a free text or a figure as written, or `SILENT` or `NOT_MEASURED`. `voice` is who speaks in
    the source, one of `VOICES`; `coder` a role, never a person.
    """

    table: ClassVar[str] = "answers"

    project: str
    question: str
    answer: str
    status: str = "stated"
    voice: str | None = None
    coder: str | None = None
    date: str | None = None
    document: str | None = None
    locator: str | None = None
    note: str | None = None
    attributes: Attributes = ()

    @property
    def id(self) -> str:
        """Return the id that follows from all that tells an answer from another: a source may give several to one free question."""
        return digest("answer", self.project, self.question, self.answer, self.document, self.locator, self.coder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One figure of one project. `kind` is one of `FIGURES`: only a result tells what the project led to. `value` is as written."""

    table: ClassVar[str] = "indicators"

    project: str
    indicator: str
    kind: str = "result"
    theme: str | None = None
    value: float | None = None
    unit: str | None = None
    date: str | None = None
    target: float | None = None
    status: str = "stated"
    voice: str | None = None
    document: str | None = None
    locator: str | None = None
    note: str | None = None
    attributes: Attributes = ()

    @property
    def id(self) -> str:
        """Return the id that follows from which figure it is, of when and whence."""
        return digest("indicator", self.project, self.indicator, self.kind, self.theme, self.date, self.document, self.locator)
