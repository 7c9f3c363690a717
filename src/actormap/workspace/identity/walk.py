"""A walk through pairs that may be one: what to ask next when some are judged, and a step back."""

from __future__ import annotations

from dataclasses import dataclass, field

from actormap.workspace.identity.candidates import Candidate
from actormap.workspace.identity.groups import Groups
from actormap.workspace.identity.journal import WalkJournal
from actormap.workspace.identity.judgements import Judgement, added


@dataclass(slots=True)
class Walk:
    """The pairs to ask about, what was judged before, and in `new` what has been judged on the way, in order; a journal keeps that."""

    pairs: tuple[Candidate, ...]
    before: tuple[Judgement, ...] = ()
    new: list[Judgement] = field(default_factory=list)
    journal: WalkJournal | None = None

    def left(self) -> list[Candidate]:
        """Return the pairs that are still to be asked about: those that follow from what has been judged are not."""
        judged = self.before
        for each in self.new:
            judged = added(judged, each)
        groups, met = Groups.of(judged), {each.pair for each in self.new}
        return [each for each in self.pairs if frozenset((each.a, each.b)) not in met and not groups.settles(each.a, each.b)]

    def judge(self, judgement: Judgement) -> None:
        """Note what somebody has judged."""
        self.new.append(judgement)
        self._keep()

    def undo(self) -> Judgement | None:
        """Take back the latest judgement of the walk and return it, None if there is none."""
        undone = self.new.pop() if self.new else None
        self._keep()
        return undone

    def _keep(self) -> None:
        if self.journal:
            self.journal.keep(self.new)
