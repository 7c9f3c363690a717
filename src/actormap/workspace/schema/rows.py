"""One row of each table as it is written: the columns, which of them must be filled, and how each is read.

A field without a default is a required cell. What depends on other rows (ids that exist, ends that a type allows) is checked afterwards.
The words that explain a column to its reader stand in the catalogue, under `template.columns`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Annotated, Any

from actormap.model.ratings import RATINGS
from actormap.model.records import NODE_TABLES
from actormap.workspace.problems import Fault
from actormap.workspace.reading import cells
from actormap.workspace.schema import row
from actormap.workspace.schema.coded import AnswerRow, IndicatorRow, QuestionRow
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
    MaybeLatitude,
    MaybeLevel,
    MaybeLongitude,
    MaybeMunicipality,
    MaybePeople,
    MaybePercent,
    MaybeRating,
    MaybeShare,
    MaybeText,
    MaybeTheme,
    Names,
    NetworkId,
    Number,
    Text,
    Words,
)
from actormap.workspace.schema.judged import CandidateRow, IdentityRow
from actormap.workspace.schema.row import DatedRow, Row


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
    influence: MaybeRating = None
    involvement: MaybeRating = None
    contribution: MaybeRating = None
    reliability: MaybeRating = None
    mission: MaybeRating = None
    openness: MaybeRating = None
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
REQUIRED = "required"  # the fault of a cell that is empty and must not be
CODING = ("questions", "answers", "indicators")  # which a workspace may do without
IDENTITY, CANDIDATES = JUDGED = ("identity", "candidates")  # what people have judged and decided
TABLES = tuple(table for table in MODELS if table not in JUDGED)  # what a graph consists of
READ = (*TABLES, *JUDGED)
SURVEYED = frozenset(RATINGS)  # columns that a table has where something stands in them
# The kind of a row that says none; for an actor that is told.
USUAL_KINDS = {"actors": "other", "networks": "network", "projects": "project"}
NODES_OF = {table: record.node for table, record in NODE_TABLES.items()}


@cache
def _forms(table: str) -> Mapping[str, ColumnForm | Closed]:
    return row.forms(MODELS[table])


@cache
def columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table, in order."""
    return tuple(_forms(table))


@cache
def required(table: str) -> tuple[str, ...]:
    """Return the columns whose cells must be filled: those without a default."""
    return tuple(name for name in columns(table) if not hasattr(MODELS[table], name))


def made(table: str, titles: Collection[str | None]) -> frozenset[str]:
    """Return the required columns that a table may be without: a kind is assumed, and an id is made of the name."""
    kind = {"kind"} if table in USUAL_KINDS else set()
    return frozenset(kind | ({"id"} if table in NODES_OF and {"name", "title"} & set(titles) else set()))


@cache
def _defaults(table: str) -> Mapping[str, Any]:
    return {name: getattr(MODELS[table], name, None) for name in columns(table)}


def form(table: str, column: str) -> ColumnForm | Closed:
    """Return what a column holds."""
    return _forms(table)[column]


def read(table: str, given: Mapping[str, Any], lists: Mapping[str, Words]) -> tuple[Any, dict[str, Fault]]:
    """Return the row that cells say, and what is wrong with it in the order of its columns; a row with faults is not whole.

    `lists` are the closed lists by name.
    """
    kind, forms = MODELS[table], _forms(table)
    made = kind.__new__(kind)
    made.__dict__.update(_defaults(table))
    faults = {name: Fault(REQUIRED, column=name) for name in required(table) if name not in given}
    for name, cell in given.items():
        try:
            made.__dict__[name] = forms[name].value(cell, lists)
        except Fault as fault:
            faults[name] = fault
    faults |= made.contradictions_()
    return made, {name: faults[name] for name in forms if name in faults} if faults else faults
