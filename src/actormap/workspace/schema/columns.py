"""What a column holds, declared once: how its cells are read, and what the template says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from actormap.workspace.reading import cells

Number = int | float


@dataclass(frozen=True, slots=True)
class ColumnForm:
    """How a cell is read, as text unless `read` says otherwise. `name` is the form's name in the template; `of` a reference's table."""

    name: str
    read: Callable[[Any], Any] | None = None
    of: str = ""

    @property
    def textual(self) -> bool:
        """Return whether a cell is kept as the text it is."""
        return self.read is None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema that reads the cell before its type is checked."""
        schema = handler(source)
        return core_schema.no_info_before_validator_function(self.read, schema) if self.read else schema


@dataclass(frozen=True, slots=True)
class Closed:
    """A word of a closed list, which the validation's context holds under its name."""

    of: str
    name: str = "closed"
    textual: bool = True

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema that looks the word up."""

        def read(value: Any, info: ValidationInfo) -> str:
            context: Any = info.context
            word: str = context[self.of].read(value)
            return word

        return core_schema.with_info_before_validator_function(read, handler(source))


KRONOR = cells.quantity(units="sek|kr|kronor|:-|,-", least=0)
PER_CENT = cells.quantity(least=0, most=100, percent="keep")
SHARE = cells.quantity(least=0, most=1, percent="share")

Id = Annotated[str, ColumnForm("id")]
Text = Annotated[str, ColumnForm("text")]
MaybeText = Annotated[str | None, ColumnForm("text")]
MaybeDate = Annotated[str | None, ColumnForm("date", cells.date)]
MaybeCode = Annotated[str | None, ColumnForm("code", cells.code)]
Names = Annotated[tuple[str, ...], ColumnForm("names", cells.names)]
MaybeAmount = Annotated[Number | None, ColumnForm("amount", KRONOR)]
MaybeCount = Annotated[Number | None, ColumnForm("number", cells.quantity(least=0))]
MaybePeople = Annotated[Number | None, ColumnForm("people", cells.quantity(units="st|pers|personer|invånare|inv", least=0))]
MaybePercent = Annotated[Number | None, ColumnForm("percent", PER_CENT)]
MaybeShare = Annotated[Number | None, ColumnForm("share", SHARE)]
MaybeLatitude = Annotated[Number | None, ColumnForm("degrees", cells.quantity(least=-90, most=90))]
MaybeLongitude = Annotated[Number | None, ColumnForm("degrees", cells.quantity(least=-180, most=180))]
MaybeLevel = Annotated[int | None, ColumnForm("level", cells.quantity(least=0, most=5, whole=True))]
MaybeDocument = Annotated[str | None, ColumnForm("reference", of="documents")]
MaybeMunicipality = Annotated[str | None, ColumnForm("reference", of="municipalities")]
MaybeTheme = Annotated[str | None, ColumnForm("reference", of="themes")]
ProjectId = Annotated[str, ColumnForm("reference", of="projects")]
QuestionId = Annotated[str, ColumnForm("reference", of="questions")]
MaybeFigure = Annotated[Number | None, ColumnForm("number", cells.quantity(percent="keep"))]
NetworkId = Annotated[str, ColumnForm("reference", of="networks")]
End = Annotated[str, ColumnForm("end")]
