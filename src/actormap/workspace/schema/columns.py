"""What a column holds, declared once: how its cells are read, and what the template says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Protocol

from actormap.model.ratings import LEAST, MOST
from actormap.workspace.problems import Fault
from actormap.workspace.reading import cells

Number = int | float


class Words(Protocol):
    """The words of a closed list."""

    def read(self, word: str) -> str:
        """Return the id of a word; raise `Fault` if the list does not have it."""
        ...


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

    def value(self, cell: Any, lists: Mapping[str, Words]) -> Any:  # noqa: ARG002  # a closed column needs them
        """Return what a cell says; raise `Fault` if that cannot stand in the column."""
        return self.read(cell) if self.read else _text(cell)


@dataclass(frozen=True, slots=True)
class Closed:
    """A word of a closed list, by the name under which the reader of a row is given it."""

    of: str
    name: str = "closed"
    textual: bool = True

    def value(self, cell: Any, lists: Mapping[str, Words]) -> str:
        """Return the id of the word in a cell; raise `Fault` if the list does not have it."""
        return lists[self.of].read(_text(cell))


def _text(cell: Any) -> str:
    if not isinstance(cell, str):
        raise Fault("not_understood")
    return cell


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
MaybeRating = Annotated[int | None, ColumnForm("rating", cells.quantity(least=LEAST, most=MOST, whole=True))]
MaybeDocument = Annotated[str | None, ColumnForm("reference", of="documents")]
MaybeMunicipality = Annotated[str | None, ColumnForm("reference", of="municipalities")]
MaybeTheme = Annotated[str | None, ColumnForm("reference", of="themes")]
ProjectId = Annotated[str, ColumnForm("reference", of="projects")]
QuestionId = Annotated[str, ColumnForm("reference", of="questions")]
MaybeFigure = Annotated[Number | None, ColumnForm("number", cells.quantity(percent="keep"))]
NetworkId = Annotated[str, ColumnForm("reference", of="networks")]
End = Annotated[str, ColumnForm("end")]
