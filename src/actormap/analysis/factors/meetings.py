"""Which projects share methods and factors and no actor: who should meet, and whether that is more than chance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, ClassVar, TypedDict

import numpy as np

from actormap.analysis.factors import chance
from actormap.analysis.factors.use import ENDED, FactorUse
from actormap.analysis.result import Context, Result
from actormap.graph.views import View
from actormap.model.records import Relationship

FALSE = 0.05  # the share of the pairs told as more than chance that may be chance


class MeetingsRow(TypedDict):
    """A row of `Meetings`."""

    a: str
    a_name: str
    b: str
    b_name: str
    shared_factors: int
    expected: float
    p: float
    sure: bool
    in_common: list[str]
    a_actors: list[str]
    b_actors: list[str]


@dataclass(frozen=True)
class Meetings(Result[MeetingsRow]):
    """Pairs of networks and projects that share a method or factor and no actor, those least likely by chance first.

    A row has `a`, `a_name`, `b`, `b_name`; `shared_factors`, how many they share, and `in_common`, these; `expected`, how many two that use
    as many of methods as common would share; `p`, how often chance alone gives so many, and `sure`, whether that stands when all pairs are
    looked at at once; `a_actors` and `b_actors`, who takes part in each. Parts and workshops stand as the whole. `pairs` counts the pairs
    looked at, `actorless` the networks and projects of which no actor is known: whether they share one cannot be told, so they stand in no
    pair.
    """

    name: ClassVar[str] = "meetings"
    about: ClassVar[tuple[str, ...]] = ("a", "a_name", "b", "b_name")
    for_programs: ClassVar[tuple[str, ...]] = ("a", "b")
    header: ClassVar[tuple[str, ...]] = tuple(MeetingsRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("a_name", "b_name", "shared_factors", "expected", "p", "sure", "in_common")

    date: str = ""
    pairs: int = 0
    found: int = 0
    actorless: int = 0

    def rests_on(self, row: MeetingsRow, view: View) -> Iterable[Relationship]:
        """Return the relationships that say that the two use what they share."""
        use = FactorUse(view, self.date)
        ties = {venue: [tie for tie in use.ties if use.top(tie.source) == venue] for venue in (row["a"], row["b"])}
        a, b = ({tie.target for tie in found} for found in ties.values())
        return [tie for found in ties.values() for tie in found if tie.target in a & b]

    def figures(self) -> Mapping[str, Any]:
        """Return how many pairs were looked at, how many of them share more than chance gives, and how many could not be."""
        return {"pairs": self.pairs, "more_than_chance": self.found, "actorless": self.actorless}


def find(view: View, date: str, *, ended: bool = False, top: int | None = None) -> Meetings:
    """Return the pairs, on a view of name `affiliation`; with `ended` those of what has ended too, of which the actors may live on.

    Chance is the network in which each uses as many methods and factors and each of these is as common, on average
    (`chance.with_degrees`); all pairs of those that count are tested at once, and at most 5 per cent of those found may be chance.
    """
    use = FactorUse(view, date)
    has: dict[str, set[str]] = {}
    for theme, venues in use.venues.items():
        for venue in venues:
            has.setdefault(use.top(venue), set()).add(theme)
    everyone = sorted(has)
    themes = sorted({theme for used in has.values() for theme in used})
    chances = chance.with_degrees(
        np.array([[theme in has[venue] for theme in themes] for venue in everyone], dtype=bool).reshape(len(everyone), len(themes))
    )
    actors = {venue: {*view.graph.adj.get(venue, ())} for venue in everyone}
    counted = [n for n, venue in enumerate(everyone) if actors[venue] and (ended or use.state(venue) != ENDED)]
    rows: list[MeetingsRow] = []
    for m, n in combinations(counted, 2):
        a, b = everyone[m], everyone[n]
        shared = has[a] & has[b]
        if shared and not actors[a] & actors[b]:
            both = chances[m] * chances[n]
            rows.append(_row(use, (a, b), shared, actors, float(both.sum()), chance.sum_at_least(len(shared), both.tolist())))
    apart = sum(not actors[everyone[m]] & actors[everyone[n]] for m, n in combinations(counted, 2))
    stand = chance.discoveries([row["p"] for row in rows] + [1.0] * (apart - len(rows)), FALSE)
    told: list[MeetingsRow] = [{**row, "sure": number in stand} for number, row in enumerate(rows)]
    told.sort(key=lambda row: (row["p"], -row["shared_factors"], row["a_name"], row["b_name"]))
    without = sum(not actors[venue] and (ended or use.state(venue) != ENDED) for venue in everyone)
    context = Context.of(view, date=date, ended=ended, top=top)
    return Meetings(context, tuple(told[:top]), date=date, pairs=apart, found=len(stand), actorless=without)


def _row(use: FactorUse, pair: tuple[str, str], shared: set[str], actors: Mapping[str, set[str]], expected: float, p: float) -> MeetingsRow:
    a, b = sorted(pair, key=lambda venue: use.view.node(venue).name)
    return {
        "a": a,
        "a_name": use.view.node(a).name,
        "b": b,
        "b_name": use.view.node(b).name,
        "shared_factors": len(shared),
        "expected": expected,
        "p": p,
        "sure": False,
        "in_common": use.named(shared),
        "a_actors": use.named(actors[a]),
        "b_actors": use.named(actors[b]),
    }
