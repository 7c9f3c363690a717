"""What else: the best set without each of those invited, and whom one could take in somebody's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypedDict

import numpy as np

from actormap.analysis.composition.invitation.proposals import Appraiser
from actormap.analysis.composition.invitation.seats import Seating
from actormap.analysis.optimise.greedy import added
from actormap.analysis.result import Context, Result, names
from actormap.graph.views import View

LOSSES = ("loses_covered", "loses_reach", "loses_robust")
SWAPS = 10  # of each of those invited


class AlternativesRow(TypedDict):
    """A row of `Alternatives`."""

    without: str
    without_name: str
    set: list[str]
    names: list[str]
    loses_covered: float
    loses_reach: int
    loses_robust: int
    optimal: bool


@dataclass(frozen=True)
class Alternatives(Result[AlternativesRow]):
    """The best set if one of those invited says no, for each of them.

    A row has `without` (id) and `without_name`, `set` and `names`, what is lost against the proposal (`loses_covered`, `loses_reach`,
    `loses_robust`; less than nothing is a gain, in a later respect only), and `optimal`. Without a row, nobody could come instead.
    """

    name: ClassVar[str] = "alternatives"
    header: ClassVar[tuple[str, ...]] = tuple(AlternativesRow.__annotations__)


class SwapsRow(TypedDict):
    """A row of `Swaps`."""

    out: str
    out_name: str
    into: str
    into_name: str
    loses_covered: float
    loses_reach: int
    loses_robust: int


@dataclass(frozen=True)
class Swaps(Result[SwapsRow]):
    """The best replacements of each of those invited when the others stay, least loss first.

    A row has `out`, `out_name`, `into`, `into_name` and what is lost.
    """

    name: ClassVar[str] = "swaps"
    header: ClassVar[tuple[str, ...]] = tuple(SwapsRow.__annotations__)


def alternatives(view: View, context: Context, appraiser: Appraiser, chosen: Sequence[str], seconds: float | None = None) -> Alternatives:
    """Return the best set without each of those invited by a choice; each is proven by itself."""
    seating = appraiser.seating
    rows: list[AlternativesRow] = []
    for actor in _replaceable(seating, chosen):
        found = seating.without(actor, seconds)
        if found is None:
            continue
        instead = seating.ids(found.sets[0])
        invited = seating.invited(instead)
        rows.append(
            {
                "without": actor,
                "without_name": view.node(actor).name,
                "set": list(invited),
                "names": names(view, invited),
                **appraiser.worth(chosen).less(appraiser.worth(instead)),
                "optimal": found.optimal,
            }
        )
    return Alternatives(context, tuple(rows))


def swaps(view: View, context: Context, appraiser: Appraiser, chosen: Sequence[str]) -> Swaps:
    """Return whom one could take in the place of each of those invited by a choice."""
    seating, items = appraiser.seating, appraiser.table.items
    place = {item: number for number, item in enumerate(items)}
    rows: list[SwapsRow] = []
    for leaving in _replaceable(seating, chosen):
        stay = np.array(sorted(place[each] for each in chosen if each != leaving), dtype=np.int64)
        order = np.lexsort([-gains for gains in reversed(added(seating.task, stay))])
        better = [number for number in order.tolist() if number != place[leaving] and number not in stay]
        able = (number for number in better if seating.task.allows(np.sort(np.append(stay, number))))
        for number, _ in zip(able, range(SWAPS), strict=False):
            instead = [each for each in chosen if each != leaving] + [items[number]]
            rows.append(
                {
                    "out": leaving,
                    "out_name": view.node(leaving).name,
                    "into": items[number],
                    "into_name": view.node(items[number]).name,
                    **appraiser.worth(chosen).less(appraiser.worth(instead)),
                }
            )
    return Swaps(context, tuple(rows))


def _replaceable(seating: Seating, chosen: Sequence[str]) -> tuple[str, ...]:
    return tuple(actor for actor in seating.invited(chosen) if actor not in seating.terms.include)
