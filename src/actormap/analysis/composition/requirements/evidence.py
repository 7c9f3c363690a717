"""What each cell of required coverage rests on: the seats of those who cover it, their places and themes, and the network's own answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, TypedDict

from actormap.analysis.composition.members import MEMBERSHIPS
from actormap.analysis.composition.requirements.cells import Cell
from actormap.analysis.composition.requirements.conditions import CARRYING_TYPES
from actormap.analysis.composition.requirements.coverage import Coverage
from actormap.analysis.evidence import Said, said
from actormap.analysis.result import Context, Result
from actormap.graph.views import View
from actormap.model.records import Relationship, Requirement


class CellHeading(TypedDict):
    """Which cell a row is about, and its state."""

    row: str
    column: str
    municipality: str | None
    state: str


class CellGroundsRow(CellHeading, Said):
    """A row of `CellGrounds`."""


@dataclass(frozen=True)
class CellGrounds(Result[CellGroundsRow]):
    """The statements that cells rest on, in the order of the cells.

    A row has `row`, `column`, `municipality`, `state`, then the statement: source, type, target, role, document, locator and status. What
    the network itself has answered has the type `answer`. A cell that nobody covers rests on nothing.
    """

    name: ClassVar[str] = "evidence"
    header: ClassVar[tuple[str, ...]] = tuple(CellGroundsRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("row", "column", "municipality", "source", "type", "target", "document", "locator", "status")


def rows(view: View, coverage: Coverage) -> CellGrounds:
    """Return the statements under every cell of a coverage of the view."""
    finder = _CellStatements(view, coverage.focal)
    listed: tuple[CellGroundsRow, ...] = tuple(
        {"row": row["row"], "column": row["column"], "municipality": row["municipality"], "state": row["state"], **statement}
        for cell, row in zip(coverage.cells, coverage.rows, strict=True)
        for statement in finder.statements(cell)
    )
    return CellGrounds(Context.of(view, network=coverage.focal), listed)


class _CellStatements:
    def __init__(self, view: View, network: str) -> None:
        self._lifted, self._network = view.lifted, network
        self._taking_part = view.vocabulary.types_of_view("affiliation")
        self._from: dict[str, list[Relationship]] = {}
        for tie in view.selected.structure:
            self._from.setdefault(self._top(tie.source), []).append(tie)

    def statements(self, cell: Cell) -> Iterator[Said]:
        line = cell.line
        if line.answer:
            yield {
                "source": self._network,
                "type": "answer",
                "target": line.answer,
                "role": line.role,
                "document": line.document,
                "locator": line.locator,
                "status": "stated",
            }
        for tie in dict.fromkeys(tie for actor in cell.by for tie in self._ties(actor, line)):
            for piece in tie.evidence:
                yield said(tie, piece)

    def _ties(self, actor: str, line: Requirement) -> Iterator[Relationship]:
        ties = self._from.get(actor, ())
        yield from (tie for tie in ties if tie.target == self._network and tie.type in MEMBERSHIPS)
        if line.municipality:
            yield from (tie for tie in ties if tie.type == "located_in" and tie.target == line.municipality)
        if line.theme:
            yield from self._working_with(ties, line.theme)
            for tie in ties:
                carried = list(self._working_with(self._from.get(self._top(tie.target), ()), line.theme))
                if carried and tie.type in self._taking_part and self._top(tie.target) != self._network:
                    yield tie
                    yield from carried

    def _working_with(self, ties: Iterable[Relationship], theme: str) -> Iterator[Relationship]:
        return (tie for tie in ties if tie.type in CARRYING_TYPES and tie.target == theme)

    def _top(self, node: str) -> str:
        return self._lifted.get(node, node)
