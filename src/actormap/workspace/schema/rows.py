"""One row of each table as it is written: the columns, which of them must be filled, and how each is read.

A field without a default is a required cell. What depends on other rows (ids that exist, ends that a type allows) is checked afterwards.
The words that explain a column to its reader stand in the catalogue, under `template.columns`.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ValidationInfo, field_validator

from actormap.model import dates
from actormap.model.records import NODE_TABLES
from actormap.workspace.problems import Fault
from actormap.workspace.reading import cells
from actormap.workspace.schema.columns import (
    Closed,
    ColumnForm,
    End,
    Id,
    MaybeAmount,
    MaybeCode,
    MaybeCount,
    MaybeDate,
    MaybeDocument,
    MaybeFigure,
    MaybeLatitude,
    MaybeLevel,
    MaybeLongitude,
    MaybeMunicipality,
    MaybePeople,
    MaybePercent,
    MaybeShare,
    MaybeText,
    MaybeTheme,
    Names,
    NetworkId,
    Number,
    ProjectId,
    QuestionId,
    Text,
)
from actormap.workspace.schema.judged import CandidateRow, IdentityRow, Row


class ActorRow(Row):
    """A row of actors."""

    id: Id
    name: Text
    kind: Annotated[str, Closed("kinds.actor")]
    municipality: MaybeMunicipality = None
    region: MaybeText = None
    aliases: Names = ()
    note: MaybeText = None
    document: MaybeDocument = None
    locator: MaybeText = None
    status: Annotated[str | None, Closed("statuses")] = None


class DatedRow(Row):
    """A row with an interval; the end is read after the start and compared with it."""

    @field_validator("valid_to", "end", check_fields=False)
    @classmethod
    def _not_before_start(cls, value: Any, info: ValidationInfo) -> Any:
        start = info.data.get("start" if info.field_name == "end" else "valid_from")
        if dates.ends_before_start(start, value):
            raise Fault("ends_before_start", start=start)
        return value


class NetworkRow(DatedRow):
    """A row of networks."""

    id: Id
    name: Text
    kind: Annotated[str, Closed("kinds.network")]
    status: Annotated[str | None, Closed("network_statuses")] = None
    purpose: MaybeText = None
    region: MaybeText = None
    valid_from: MaybeDate = None
    valid_to: MaybeDate = None
    aliases: Names = ()
    note: MaybeText = None
    document: MaybeDocument = None
    locator: MaybeText = None


class ProjectRow(DatedRow):
    """A row of projects."""

    id: Id
    name: Text
    kind: Annotated[str, Closed("kinds.project")]
    number: MaybeText = None
    programme: Annotated[str | None, Closed("programmes")] = None
    programme_area: MaybeText = None
    objective: MaybeText = None
    intervention: MaybeText = None
    region: MaybeText = None
    start: MaybeDate = None
    end: MaybeDate = None
    total_budget_sek: MaybeAmount = None
    esf_support_sek: MaybeAmount = None
    union_rate_percent: MaybePercent = None
    planned_participants: MaybePeople = None
    aliases: Names = ()
    note: MaybeText = None
    document: MaybeDocument = None
    locator: MaybeText = None


class MunicipalityRow(Row):
    """A row of municipalities."""

    id: Id
    name: Text
    code: MaybeCode = None
    county: MaybeText = None
    latitude: MaybeLatitude = None
    longitude: MaybeLongitude = None
    population: MaybePeople = None
    aliases: Names = ()
    note: MaybeText = None
    document: MaybeDocument = None
    locator: MaybeText = None


class ThemeRow(Row):
    """A row of themes."""

    id: Id
    name: Text
    kind: Annotated[str, Closed("kinds.theme")]
    aliases: Names = ()
    note: MaybeText = None


class DocumentRow(Row):
    """A row of documents."""

    id: Id
    title: Text
    publisher: MaybeText = None
    published: MaybeDate = None
    address: MaybeText = None
    collection: MaybeText = None
    read: Annotated[str | None, Closed("read")] = None
    note: MaybeText = None


class RelationshipRow(DatedRow):
    """A row of relationships: one statement."""

    source: End
    type: Annotated[str, Closed("types")]
    target: End
    role: MaybeText = None
    valid_from: MaybeDate = None
    valid_to: MaybeDate = None
    weight: MaybeCount = None
    level: MaybeLevel = None
    status: Annotated[str, Closed("statuses")] = "stated"
    confidence: MaybeShare = None
    informant: MaybeText = None
    value: MaybeText = None
    unit: MaybeText = None
    document: MaybeDocument = None
    locator: MaybeText = None
    note: MaybeText = None


class CoverageRow(Row):
    """A row of coverage: one thing required of a network."""

    network: NetworkId
    row: Text
    column: Text
    municipality: MaybeMunicipality = None
    kind: Annotated[str | None, Closed("kinds.member")] = None
    theme: MaybeTheme = None
    role: MaybeText = None
    minimum: Annotated[int, ColumnForm("whole", cells.quantity(least=1, whole=True))] = 1
    weight: Annotated[Number, ColumnForm("number", cells.quantity(least=0))] = 1
    answer: Annotated[str | None, Closed("answers")] = None
    document: MaybeDocument = None
    locator: MaybeText = None
    note: MaybeText = None


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


MODELS: dict[str, type[Row]] = {
    "actors": ActorRow,
    "networks": NetworkRow,
    "projects": ProjectRow,
    "municipalities": MunicipalityRow,
    "themes": ThemeRow,
    "documents": DocumentRow,
    "relationships": RelationshipRow,
    "coverage": CoverageRow,
    "questions": QuestionRow,
    "answers": AnswerRow,
    "indicators": IndicatorRow,
    "identity": IdentityRow,
    "candidates": CandidateRow,
}
CODING = ("questions", "answers", "indicators")  # which a workspace may do without
IDENTITY, CANDIDATES = JUDGED = ("identity", "candidates")  # what people have judged and decided
TABLES = tuple(table for table in MODELS if table not in JUDGED)  # what a graph consists of
READ = (*TABLES, *JUDGED)
NODES_OF = {table: record.node for table, record in NODE_TABLES.items()}


def columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table, in order."""
    return tuple(MODELS[table].model_fields)


def required(table: str) -> tuple[str, ...]:
    """Return the columns whose cells must be filled."""
    return tuple(name for name, field in MODELS[table].model_fields.items() if field.is_required())


def form(table: str, column: str) -> ColumnForm | Closed:
    """Return what a column holds."""
    return next(item for item in MODELS[table].model_fields[column].metadata if isinstance(item, ColumnForm | Closed))
