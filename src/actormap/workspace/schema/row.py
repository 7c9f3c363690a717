"""What every row of a table is: columns declared as its fields, and what its cells say against each other."""

from __future__ import annotations

from typing import get_type_hints

from actormap.model import dates
from actormap.workspace.problems import Fault
from actormap.workspace.schema.columns import Closed, ColumnForm


class Row:
    """A row whose cells are read. Cells that are empty are not given, and have their column's default.

    Its own names end with a stroke, as no column's does.
    """

    def contradictions_(self) -> dict[str, Fault]:
        """Return what cells that are right by themselves say against each other, by the column where it is told."""
        return {}


class DatedRow(Row):
    """A row with an interval, which does not end before it begins."""

    def contradictions_(self) -> dict[str, Fault]:
        """Return the fault of the end, if the interval ends before it begins."""
        said = vars(self)
        return {
            last: Fault("ends_before_start", start=said[first])
            for first, last in (("valid_from", "valid_to"), ("start", "end"))
            if dates.ends_before_start(said.get(first), said.get(last))
        }


def forms(kind: type[Row]) -> dict[str, ColumnForm | Closed]:
    """Return what each column of a kind of row holds, in the order of the columns."""
    return {name: hint.__metadata__[0] for name, hint in get_type_hints(kind, include_extras=True).items()}
