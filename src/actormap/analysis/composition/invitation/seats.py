"""How many may come and go, and the best way to fill the seats."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from actormap.analysis.composition.invitation.problem import SeatingTable, counted, per
from actormap.analysis.composition.invitation.terms import InvitationTerms
from actormap.analysis.optimise.problem import Limit, Task
from actormap.analysis.optimise.solver import LISTED, LOOKED_AT, Choice, choose
from actormap.errors import UsageError, parameter
from actormap.graph.views import View


@dataclass(frozen=True)
class Seating:
    """A table, how many of its seats can be filled, and the best ways to fill them; None if there is none within the limits."""

    table: SeatingTable
    terms: InvitationTerms
    filled: int
    task: Task
    choice: Choice | None

    def ids(self, chosen: Collection[int]) -> tuple[str, ...]:
        """Return the ids that a choice stands for."""
        items = self.table.items
        return tuple(items[number] for number in sorted(chosen))

    def sets(self) -> tuple[tuple[str, ...], ...]:
        """Return the best sets of those invited and those who stay of those who may leave."""
        return tuple(self.ids(chosen) for chosen in self.choice.sets) if self.choice else ()

    def invited(self, chosen: Collection[str]) -> tuple[str, ...]:
        """Return those of a choice who are invited."""
        return tuple(sorted(set(chosen) & set(self.table.candidates)))

    def left(self, chosen: Collection[str]) -> tuple[str, ...]:
        """Return those who leave by a choice."""
        return tuple(sorted(set(self.table.leaving) - set(chosen)))

    def without(self, actor: str, seconds: float | None = None) -> Choice | None:
        """Return the best choice in which an actor is not invited."""
        number = self.table.items.index(actor)
        absent = Limit(np.array([number], dtype=np.int64), 0, 0)
        return choose(replace(self.task, caps=(*self.task.caps, absent)), listed=1, seconds=seconds)


def fill(
    table: SeatingTable,
    view: View,
    terms: InvitationTerms,
    *,
    listed: int = LISTED,
    seconds: float | None = None,
    look_at: int = LOOKED_AT,
) -> Seating:
    """Return the best ways to fill the seats; where not all can be filled within the limits, as many as can.

    Raises `UsageError` if the terms contradicts itself.
    """
    staying = len(counted(view, table.seated)) - len(table.leaving)
    if len(terms.include) > terms.seats:
        raise UsageError(
            f"{len(terms.include)} are to be included, and there are {terms.seats} seats.", hint=f"Say more {parameter('seats')}."
        )
    if terms.smallest is not None and terms.largest is not None and terms.smallest > terms.largest:
        raise UsageError(f"A network's size cannot be at least {terms.smallest} and at most {terms.largest}.", hint="Change one of them.")
    caps = [] if terms.per_kind is None else per(table, view, "kind", terms.per_kind)
    caps += [] if terms.per_municipality is None else per(table, view, "municipality", terms.per_municipality)
    for seats in range(min(terms.seats, len(table.candidates)), len(terms.include) - 1, -1):
        task = table.task(_blocks(table, terms, seats, staying), caps)
        if all(0 <= block.least <= block.most and block.least <= len(block.items) for block in task.blocks):
            choice = choose(task, listed=listed, seconds=seconds, look_at=look_at)
            if choice is not None:
                return Seating(table, terms, seats, task, choice)
    return Seating(table, terms, 0, table.task(_blocks(table, terms, 0, staying), caps), None)


def _blocks(table: SeatingTable, terms: InvitationTerms, seats: int, staying: int) -> list[Limit]:
    sure = [number for number, candidate in enumerate(table.candidates) if candidate in terms.include]
    open_ = [number for number, candidate in enumerate(table.candidates) if candidate not in terms.include]
    leaving = range(len(table.candidates), len(table.items))
    most = len(leaving) if terms.largest is None else min(len(leaving), terms.largest - staying - seats)
    least = 0 if terms.smallest is None else max(0, terms.smallest - staying - seats)
    blocks = [
        Limit(np.array(sure, dtype=np.int64), len(sure), len(sure)),
        Limit(np.array(open_, dtype=np.int64), seats - len(sure), seats - len(sure)),
        Limit(np.array(leaving, dtype=np.int64), least, most),
    ]
    return [block for block in blocks if len(block.items) or block.least > 0 or block.most < 0]
