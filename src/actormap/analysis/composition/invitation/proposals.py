"""What each proposal is worth and why: the rows of an invitation, and the reasons for everybody in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict

from actormap.analysis.composition.invitation.candidates import Candidates
from actormap.analysis.composition.invitation.seats import Seating
from actormap.analysis.result import Record, names
from actormap.graph.attributes import SIDE, VENUE
from actormap.graph.views import View
from actormap.model.records import Requirement


class Proposed(TypedDict):
    """Who is invited, and who leaves where members may."""

    set: list[str]
    names: list[str]
    leave: NotRequired[list[str]]
    leave_names: NotRequired[list[str]]


class Appraisal(TypedDict):
    """What a proposal is worth and why; `reasons` are those of `Appraiser.reasons`, or one sentence an actor once put into words."""

    covered: float
    reach: int
    robust: int
    optimal: bool
    bound: float
    reasons: list[Any]


class InvitationRow(Proposed, Appraisal):
    """A row of `Invitation`."""


class Loss(TypedDict):
    """What is lost by another choice; less than nothing is a gain."""

    loses_covered: float
    loses_reach: int
    loses_robust: int


@dataclass(frozen=True, slots=True)
class Worth:
    """What a choice gives.

    `covered`: the weight of the cells that become covered, less that of those that no longer are; `reach`: how many actors are reached that
    no member reaches today; `robust`: how many cells would survive the loss of any one member.
    """

    covered: float
    reach: int
    robust: int

    def less(self, other: Worth) -> Loss:
        """Return what is lost by the other instead of this."""
        return {
            "loses_covered": tidy(self.covered - other.covered),
            "loses_reach": self.reach - other.reach,
            "loses_robust": self.robust - other.robust,
        }


class Appraiser:
    """Weighs choices round one table."""

    def __init__(self, view: View, network: str, seating: Seating, candidates: Candidates) -> None:
        self.view, self.network, self.seating, self.candidates = view, network, seating, candidates
        self.table = seating.table
        self._today = self.table.weight(self.table.leaving)

    def worth(self, chosen: Sequence[str]) -> Worth:
        """Return what a choice gives: those invited and those who stay of those who may leave."""
        invited = self.seating.invited(chosen)
        robust = sum(self.table.survives(number, chosen) for number in range(len(self.table.lines)))
        return Worth(tidy(self.table.weight(chosen) - self._today), len(self._reached(invited)), robust)

    def today(self) -> Record:
        """Return the weight of all cells, of those covered today, and how many of them survive the loss of any one member."""
        everybody = self.table.leaving
        robust = sum(self.table.survives(number, everybody) for number in range(len(self.table.lines)))
        weight = tidy(sum(line.weight for line in self.table.lines))
        return {"weight": weight, "weight_today": tidy(self._today), "robust_today": robust}

    def row(self, chosen: Sequence[str]) -> InvitationRow:
        """Return the row of a choice."""
        invited, left = self.seating.invited(chosen), self.seating.left(chosen)
        worth = self.worth(chosen)
        choice = self.seating.choice
        optimal = choice is not None and choice.optimal
        bound = worth.covered if optimal else self._bound(chosen)
        worthwhile: Appraisal = {
            "covered": worth.covered,
            "reach": worth.reach,
            "robust": worth.robust,
            "optimal": optimal,
            "bound": bound,
            "reasons": self.reasons(chosen),
        }
        proposed: Proposed = {"set": list(invited), "names": names(self.view, invited)}
        if self.table.leaving:
            proposed |= {"leave": list(left), "leave_names": names(self.view, left)}
        return {**proposed, **worthwhile}

    def _bound(self, chosen: Sequence[str]) -> float:
        choice = self.seating.choice
        assert choice is not None  # noqa: S101  (a row is made of a choice)
        gap = (choice.bounds[0] - choice.values[0]) / self.table.scale
        return tidy(self.worth(chosen).covered + gap)

    def reasons(self, chosen: Sequence[str]) -> list[Record]:
        """Return why each actor is invited, actor by actor: a reason is its key in the catalogue with what fills it."""
        found: list[Record] = []
        for actor in self.seating.invited(chosen):
            told = list(self._of(actor, chosen))
            adds = self.worth(chosen).less(self.worth([each for each in chosen if each != actor]))
            if not any(loss > 0 for loss in (adds["loses_covered"], adds["loses_reach"], adds["loses_robust"])):
                told.append({"reason": "given_by_others" if told else "adds_nothing"})
            found += [{"id": actor, "name": self.view.node(actor).name} | each for each in told + list(self._provisos(actor))]
        found += [{"id": actor, "name": self.view.node(actor).name, "reason": "leaves"} for actor in self.seating.left(chosen)]
        return found

    def _of(self, actor: str, chosen: Sequence[str]) -> Iterator[Record]:
        before = set(self.table.leaving)
        mine = [number for number, yes in enumerate(self.table.yes) if actor in yes]
        new = [number for number in mine if self.table.met(number, chosen) and not self.table.met(number, tuple(before))]
        safer = [
            number
            for number in mine
            if number not in new and self.table.survives(number, chosen) and not self.table.survives(number, tuple(before))
        ]
        yield from self._in_roles("covers", new)
        yield from self._in_roles("secures", safer)
        if reached := sorted(self.table.reaches.get(actor, frozenset()) - set(self.seating.invited(chosen))):
            venues = [venue for venue in self.view.graph[actor] if venue != self.network and set(self.view.graph[venue]) & set(reached)]
            venues = [venue for venue in venues if self.view.graph.nodes[venue][SIDE] == VENUE]
            yield {
                "reason": "reaches",
                "n": len(reached),
                "ids": reached,
                "names": names(self.view, reached),
                "venues": names(self.view, venues),
            }

    def _in_roles(self, reason: str, numbers: Sequence[int]) -> Iterator[Record]:
        """Yield a reason that speaks of cells, once a role they are asked for in."""
        for role in dict.fromkeys(self.table.lines[number].role for number in numbers):
            cells = [self.label(self.table.lines[number]) for number in numbers if self.table.lines[number].role == role]
            yield {"reason": f"{reason}_in_role", "role": role, "cells": cells} if role else {"reason": reason, "cells": cells}

    def _provisos(self, actor: str) -> Iterator[Record]:
        if actor in self.candidates.region_unknown:
            yield {"reason": "region_unknown"}
        if actor not in self.view.graph:
            yield {"reason": "no_tie"}
        if actor in self.seating.terms.include:
            yield {"reason": "included"}

    def label(self, line: Requirement) -> str:
        """Return what a line is called: its column, and its municipality if it has one."""
        return f"{line.column} ({self.view.node(line.municipality).name})" if line.municipality else line.column

    def _reached(self, invited: Sequence[str]) -> set[str]:
        return set().union(*(self.table.reaches.get(actor, frozenset()) for actor in invited)) - set(invited)


def tidy(weight: float) -> float:
    """Return a weight without what floating point adds to it, whole if it is."""
    rounded = round(weight, 9)
    return int(rounded) if rounded == int(rounded) else rounded
