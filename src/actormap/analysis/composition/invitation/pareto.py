"""How much a network of each size could cover at best, and where today's stands (a Pareto front of size against coverage)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypedDict

import numpy as np

from actormap.analysis.composition.invitation.problem import COVERED, SeatingTable
from actormap.analysis.composition.invitation.proposals import tidy
from actormap.analysis.optimise.problem import Layer, Limit, Task
from actormap.analysis.optimise.solver import choose
from actormap.analysis.result import Context, Result, names
from actormap.graph.views import View


class FrontRow(TypedDict):
    """A row of `Front`."""

    size: int
    covered: float
    cells: int
    today: bool
    best: bool
    optimal: bool | None
    set: list[str]
    names: list[str]
    come: list[str]
    leave: list[str]


@dataclass(frozen=True)
class Front(Result[FrontRow]):
    """The most that each size can cover, from the smallest on, and today's composition after its size.

    A row has `size` (members), `covered` (weight), `cells` (how many), `today` (whether it is the composition of today), `best` (whether no
    smaller network covers as much), `optimal`, `set` and `names` (who sits in it), of whom `come` are not members today; `leave` are those
    of today who are not in it. `weight` is that of all cells. Roles and unnamed groups have no seat of their own and stay.
    """

    name: ClassVar[str] = "front"
    header: ClassVar[tuple[str, ...]] = tuple(FrontRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("size", "covered", "cells", "today", "best", "optimal", "come", "leave")

    network: str = ""
    weight: float = 0

    def figures(self) -> dict[str, Any]:
        """Return the weight of all cells."""
        return {"weight": self.weight}


def trace(view: View, context: Context, table: SeatingTable, keep: Sequence[str], largest: int, *, network: str = "") -> Front:
    """Return the front up to a size; `table` lets every member leave, and those to keep stay at every size.

    Among compositions that cover as much, the one with most of today's members is given.
    """
    items = table.items
    kept = [number for number, item in enumerate(items) if item in keep]
    others = [number for number in range(len(items)) if number not in set(kept)]
    whole = table.task([])
    stay = Layer.of(len(items), gain=[0] * len(table.candidates) + [1] * len(table.leaving))
    today = table.leaving
    rows: list[FrontRow] = []
    most = -1.0
    for size in range(max(1, len(kept)), min(largest, len(items)) + 1):
        blocks = [_limit(kept, len(kept)), _limit(others, size - len(kept))]
        found = choose(Task((whole.layers[COVERED], stay), tuple(block for block in blocks if len(block.items))), listed=1)
        if found is not None:
            chosen = [items[number] for number in found.sets[0]]
            row = _row(view, table, chosen, today)
            rows.append(row | {"best": row["covered"] > most, "optimal": found.optimal})
            most = max(most, row["covered"])
        if size == len(today):
            rows.append(_row(view, table, today, today) | {"today": True})
    weight = tidy(sum(line.weight for line in table.lines))
    return Front(context, tuple(rows), network=network, weight=weight)


def _row(view: View, table: SeatingTable, chosen: Sequence[str], today: Sequence[str]) -> FrontRow:
    seated = sorted(chosen)
    return {
        "size": len(seated),
        "covered": tidy(table.weight(seated)),
        "cells": sum(table.met(number, seated) for number in range(len(table.lines))),
        "today": False,
        "best": False,
        "optimal": None,
        "set": seated,
        "names": names(view, seated),
        "come": names(view, sorted(set(seated) - set(today))),
        "leave": names(view, sorted(set(today) - set(seated))),
    }


def _limit(numbers: Sequence[int], count: int) -> Limit:
    return Limit(np.array(numbers, dtype=np.int64), count, count)
