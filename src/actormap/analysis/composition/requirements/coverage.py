"""Required coverage: which cells of what a network should be are covered, rest on one alone, are missing, or are not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypedDict

from actormap.analysis.composition.members import Seat, seats
from actormap.analysis.composition.requirements.cells import STATES, Cell, cell
from actormap.analysis.composition.requirements.conditions import SourceFacts
from actormap.analysis.composition.seated import seated
from actormap.analysis.result import Context, Result, names
from actormap.graph.views import View
from actormap.model.requirements import lines


class CellRow(TypedDict):
    """A row of `Coverage`."""

    row: str
    column: str
    municipality: str | None
    state: str
    by: list[str]
    names: list[str]
    perhaps: list[str]
    unsaid: list[str]
    kind: str | None
    theme: str | None
    role: str | None
    minimum: int
    weight: float
    answer: str | None
    document: str | None
    locator: str | None
    note: str | None


@dataclass(frozen=True)
class Coverage(Result[CellRow]):
    """The cells of a network's required coverage, in the order of row, column and municipality.

    A row has `row`, `column`, `municipality` (a name), `state` (covered, alone, missing, unknown), `by` (ids of those who cover it), their
    `names`, `perhaps` (names of those of whom it is not known, posts and unnamed groups too), `unsaid` (which conditions are not known of
    them), then the line as it was asked for. `cells` are the same as objects, `title` is the network's name, and `stand_ins` are the names
    of the posts and unnamed groups that have a seat: they are not counted as members.
    """

    name: ClassVar[str] = "coverage"
    header: ClassVar[tuple[str, ...]] = tuple(CellRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("row", "column", "municipality", "state")

    focal: str = ""
    title: str = ""
    cells: tuple[Cell, ...] = field(default=(), repr=False)
    stand_ins: frozenset[str] = field(default=frozenset(), repr=False)

    def figures(self) -> Mapping[str, Any]:
        """Return how many cells are in each state, and the weight of all and of those that are covered."""
        return figures(self.cells)


def find(view: View, network: str) -> Coverage:
    """Return how far the members of a network answer to what is required of it, in what the view's selection keeps.

    What the sources do not say is unknown, and never counts as missing. Raises `UnknownName` if the data has no such network.
    """
    sitting = seats(view, network)
    found = assess(view, network, sitting)
    rows = tuple(_row(view, each) for each in found)
    undefined = {} if rows else {"coverage": "no_requirements"}
    context, title = Context.of(view, network=network), view.node(network).name
    unnamed = {seat.actor for seat in sitting} - seated(view, network)
    return Coverage(context, rows, undefined, focal=network, title=title, cells=found, stand_ins=frozenset(names(view, sorted(unnamed))))


def assess(view: View, network: str, of: Iterable[Seat]) -> tuple[Cell, ...]:
    """Return the cells of a network's required coverage if these seats were all there are."""
    known, chosen = SourceFacts(view, network), tuple(of)
    return tuple(cell(line, chosen, known) for line in lines(view.snapshot, network))


def figures(cells: Iterable[Cell]) -> dict[str, Any]:
    """Return how many of some cells are in each state, the weight of all, and the weight of those covered."""
    every = tuple(cells)
    counts: dict[str, Any] = {state: sum(each.state == state for each in every) for state in STATES}
    return counts | {
        "weight": sum(each.line.weight for each in every),
        "weight_covered": sum(each.line.weight for each in every if each.met),
    }


def _row(view: View, found: Cell) -> CellRow:
    line = found.line
    return {
        "row": line.row,
        "column": line.column,
        "municipality": view.node(line.municipality).name if line.municipality else None,
        "state": found.state,
        "by": list(found.by),
        "names": names(view, found.by),
        "perhaps": names(view, found.perhaps),
        "unsaid": list(found.unsaid),
        "kind": line.kind,
        "theme": view.node(line.theme).name if line.theme else None,
        "role": line.role,
        "minimum": line.minimum,
        "weight": line.weight,
        "answer": line.answer,
        "document": line.document,
        "locator": line.locator,
        "note": line.note,
    }
