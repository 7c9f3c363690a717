"""The table round which a network sits, as something to choose for: who may come, who may go, and what that would cover."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np

from actormap.analysis.composition.members import Seat, seats, without_a_seat
from actormap.analysis.composition.requirements.conditions import SourceFacts
from actormap.analysis.optimise.problem import Ints, Layer, Limit, Task
from actormap.graph.attributes import ACTOR, SIDE
from actormap.graph.views import View
from actormap.model.records import Municipality, Requirement
from actormap.model.requirements import NO, YES, lines

COVERED, REACH, ROBUST, STAY = range(4)


@dataclass(frozen=True)
class SeatingTable:
    """Who sits round a network's table today, who of them may leave, and who may come.

    `items` are the ids that a task's numbers stand for: first the candidates, then those who may leave. `yes` says who of candidates and
    members answers to each line; a network that has answered no counts none of today's. `unsaid` says of whom it is unknown. `reaches`
    holds the actors outside that no member reaches today and a candidate would.
    """

    lines: tuple[Requirement, ...]
    candidates: tuple[str, ...]
    seated: tuple[str, ...]
    leaving: tuple[str, ...]
    yes: tuple[frozenset[str], ...]
    unsaid: tuple[frozenset[str], ...]
    reaches: Mapping[str, frozenset[str]]

    @property
    def items(self) -> tuple[str, ...]:
        """Return the ids that may be chosen, in the order of their numbers."""
        return (*self.candidates, *self.leaving)

    @property
    def scale(self) -> int:
        """Return what makes every line's weight a whole number."""
        return lcm(*(Fraction(str(line.weight)).denominator for line in self.lines))

    def task(self, blocks: Sequence[Limit], caps: Sequence[Limit] = ()) -> Task:
        """Return the task of choosing within some limits: cells covered, reach, cells that survive a loss, members who stay."""
        layers = [self._cells(0), self._reach(), self._cells(1)]
        if self.leaving:
            layers.append(Layer.of(len(self.items), gain=[0] * len(self.candidates) + [1] * len(self.leaving)))
        return Task(tuple(layers), tuple(blocks), tuple(caps))

    def covered_by(self, line: int, chosen: Collection[str]) -> int:
        """Return how many answer to a line when those chosen are all that may come or stay."""
        return len(self.yes[line] & (self._fixed() | set(chosen)))

    def weight(self, chosen: Collection[str]) -> float:
        """Return the weight of the cells that are covered when those chosen are all that may come or stay."""
        return sum(line.weight for number, line in enumerate(self.lines) if self.met(number, chosen))

    def met(self, number: int, chosen: Collection[str]) -> bool:
        """Return whether a cell is covered when those chosen are all that may come or stay."""
        return self.lines[number].answer == YES or self.covered_by(number, chosen) >= self.lines[number].minimum

    def survives(self, number: int, chosen: Collection[str]) -> bool:
        """Return whether a cell is covered then, and still would be without any one of them."""
        return self.covered_by(number, chosen) > self.lines[number].minimum

    def _fixed(self) -> set[str]:
        return {*self.seated} - {*self.leaving}

    def _cells(self, spare: int) -> Layer:
        """Return the cells as elements: what is asked for, and as many to spare; in the first case weighed, and save those answered yes."""
        place = {item: number for number, item in enumerate(self.items)}
        fixed, scale = self._fixed(), self.scale
        elements = [
            (
                [place[who] for who in sorted(yes) if who in place],
                line.minimum + spare - len(yes & fixed),
                1 if spare else int(Fraction(str(line.weight)) * scale),
            )
            for line, yes in zip(self.lines, self.yes, strict=True)
            if spare or line.answer != YES
        ]
        return Layer.of(len(self.items), [each for each in elements if each[1] > 0])

    def _reach(self) -> Layer:
        # Whoever is invited does not count as reached: it is counted once, by itself if by nobody else, and taken off again.
        place = {item: number for number, item in enumerate(self.candidates)}
        through: dict[str, list[int]] = {}
        for candidate, others in self.reaches.items():
            for other in others:
                through.setdefault(other, []).append(place[candidate])
        gain = [-int(item in self.reaches.get(item, ())) for item in self.items]
        return Layer.of(len(self.items), [(sorted(through[other]), 1, 1) for other in sorted(through)], gain)


def lay(view: View, network: str, candidates: Sequence[str], may_leave: Collection[str] = (), *, free: bool = False) -> SeatingTable:
    """Return the table of a network with some candidates; with `free` every member that can be named may leave, else those who may."""
    known = SourceFacts(view, network)
    sitting = seats(view, network)
    counted = [seat.actor for seat in sitting if _counts(view, seat.actor)]
    leaving = tuple(actor for actor in counted if free or actor in may_leave)
    found = lines(view.snapshot, network)
    coming = [Seat(actor) for actor in candidates]
    yes, unsaid = [], []
    for line in found:
        of_line: dict[str, Any] = {seat.actor: known.says(line, seat) for seat in sitting if line.answer != NO}
        of_line |= {seat.actor: known.says(line, seat) for seat in coming}
        yes.append(frozenset(actor for actor, answer in of_line.items() if answer is True))
        unsaid.append(frozenset(actor for actor, answer in of_line.items() if answer is None))
    return SeatingTable(
        lines=found,
        candidates=tuple(candidates),
        seated=tuple(seat.actor for seat in sitting),
        leaving=leaving,
        yes=tuple(yes),
        unsaid=tuple(unsaid),
        reaches=_reaches(view, network, candidates, {seat.actor for seat in sitting}),
    )


def counted(view: View, seated: Sequence[str]) -> tuple[str, ...]:
    """Return those of a network's seats that are organisations: a role or an unnamed group stands for others' seats."""
    return tuple(actor for actor in seated if _counts(view, actor))


def _counts(view: View, actor: str) -> bool:
    node = view.node(actor)
    return view.vocabulary.kind(node.node, node.kind).analysed


def _reaches(view: View, network: str, candidates: Sequence[str], inside: Collection[str]) -> dict[str, frozenset[str]]:
    def meets(actor: str) -> set[str]:
        venues = [venue for venue in view.graph.adj.get(actor, ()) if venue != network]
        return {other for venue in venues for other in view.graph[venue] if view.graph.nodes[other][SIDE] == ACTOR}

    # Those who own or coordinate the network have no seat in it, but every member meets them there.
    today = {*inside, *without_a_seat(view, network)}.union(*(meets(member) for member in inside))
    return {candidate: frozenset(new) for candidate in candidates if (new := meets(candidate) - today)}


def per(table: SeatingTable, view: View, attribute: str, most: int) -> list[Limit]:
    """Return the limits that let at most so many of one kind, or of one municipality, be invited; who has none is not limited."""
    groups: dict[str, list[int]] = {}
    for number, candidate in enumerate(table.candidates):
        node = view.node(candidate)
        value = node.id if attribute == "municipality" and isinstance(node, Municipality) else getattr(node, attribute, None)
        if value:
            groups.setdefault(value, []).append(number)
    return [_limit(groups[name], 0, most) for name in sorted(groups) if len(groups[name]) > most]


def _limit(numbers: Sequence[int], least: int, most: int) -> Limit:
    return Limit(_numbers(numbers), least, most)


def _numbers(numbers: Sequence[int]) -> Ints:
    return np.array(numbers, dtype=np.int64)
