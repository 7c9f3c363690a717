"""The state of one cell of required coverage for some set of seats, today's or one that is only thought of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from actormap.analysis.composition.members import Seat
from actormap.analysis.composition.requirements.conditions import Answer, SourceFacts
from actormap.model.records import Requirement
from actormap.model.requirements import NO, YES

COVERED, ALONE, MISSING, UNKNOWN = "covered", "alone", "missing", "unknown"
STATES = (COVERED, ALONE, MISSING, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Cell:
    """One line and how a network answers to it: `by` are the ids of those who do, `perhaps` of those of whom it is not known.

    `unsaid` names the conditions that are unknown of those. `survives` is whether the cell would still be covered after the loss of any one
    member, None if that is not known because the network's own answer says only that it is covered.
    """

    line: Requirement
    state: str
    by: tuple[str, ...]
    perhaps: tuple[str, ...]
    unsaid: tuple[str, ...]
    survives: Answer

    @property
    def met(self) -> bool:
        """Return whether the cell is covered, by one alone or by more."""
        return self.state in (COVERED, ALONE)


def state(line: Requirement, yes: int, unknown: int) -> str:
    """Return the state of a line without an answer when so many say yes and of so many it is not known.

    Covered if `minimum` say yes, alone if that rests on every one of them, unknown if yes and unknown together reach the minimum.
    """
    if yes >= line.minimum:
        return COVERED if yes > line.minimum else ALONE
    return UNKNOWN if yes + unknown >= line.minimum else MISSING


def cell(line: Requirement, seats: Iterable[Seat], known: SourceFacts) -> Cell:
    """Return how some seats answer to a line.

    The network's own answer goes first: yes is covered, and no means that none of today's seats counts, only the invited ones.
    """
    counted = [seat for seat in seats if line.answer != NO or seat.invited]
    said = {seat.actor: known.answers(line, seat) for seat in counted}
    by = tuple(sorted(seat.actor for seat in counted if known.says(line, seat) is True))
    perhaps = tuple(sorted(seat.actor for seat in counted if known.says(line, seat) is None))
    unsaid = tuple(dict.fromkeys(name for actor in perhaps for name, answer in said[actor].items() if answer is None))
    if line.answer == YES:
        # Who it is that covers it may still be known; if so, so is what one loss would do.
        return Cell(line, COVERED, by, perhaps, unsaid, len(by) > line.minimum or None)
    found = state(line, len(by), len(perhaps))
    return Cell(line, found, by, perhaps, unsaid, found == COVERED)
