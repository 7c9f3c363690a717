"""The terms of an invitation: how many may come and go, who must, and how alike they may be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from actormap.errors import UsageError, parameter


@dataclass(frozen=True, slots=True)
class InvitationTerms:
    """What is asked for: so many seats to fill, and on what terms.

    `include` are invited whatever the rules, `keep` stay whatever is gained by their leaving, `may_leave` need not stay. Of those invited
    at most `per_kind` are of one kind and `per_municipality` of one municipality. Afterwards the network has between `smallest` and
    `largest` members; a role or an unnamed group among them stands for others' seats and is not counted.
    """

    seats: int = 3
    include: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    may_leave: tuple[str, ...] = ()
    per_kind: int | None = None
    per_municipality: int | None = None
    smallest: int | None = None
    largest: int | None = None

    def leaving(self, seated: Collection[str]) -> tuple[str, ...]:
        """Return those who may leave; raise `UsageError` if somebody who is to stay or leave has no seat."""
        for name, named in (("keep", self.keep), ("may_leave", self.may_leave)):
            if strangers := sorted(set(named) - set(seated)):
                raise UsageError(f"{', '.join(strangers)} has no seat in the network.", hint=f"Name members with {parameter(name)}.")
        return tuple(actor for actor in self.may_leave if actor not in self.keep)
