"""A walk through candidates that await a decision: what to ask next when some are decided, and a step back, nothing of it ever lost."""

from __future__ import annotations

from dataclasses import dataclass, field

from actormap.workspace.decisions.decision import Decision
from actormap.workspace.decisions.journal import DecisionJournal
from actormap.workspace.decisions.queue import WaitingCandidate


@dataclass(slots=True)
class DecisionWalk:
    """The candidates to ask about, and in `new` what has been decided on the way, in order; the journal holds the same."""

    waiting: tuple[WaitingCandidate, ...]
    journal: DecisionJournal
    new: list[Decision] = field(default_factory=list)

    def next(self) -> WaitingCandidate | None:
        """Return the candidate to ask about next, None if there is none left."""
        return self.waiting[len(self.new)] if len(self.new) < len(self.waiting) else None

    def decide(self, made: Decision) -> None:
        """Note what somebody has decided of the next one; it lies on the disk when this returns."""
        self.journal.add(made)
        self.new.append(made)

    def undo(self) -> Decision | None:
        """Take back the latest decision of the walk and return it, None if there is none."""
        if not self.new:
            return None
        self.journal.undo()
        return self.new.pop()
