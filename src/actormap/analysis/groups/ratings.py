"""What partners say of each other: how valuable each is to the collaboration and how far it is trusted, as PARTNER scores them.

Each rates the others from 1 to 4 in six parts (`model.ratings`; Varda, Chandra, Stern & Lurie 2008). An actor's score is the mean of what
all others give it, over the three parts (McCullough, Eisen-Cohen & Salas 2016, BMC Public Health, doi 10.1186/s12889-016-3194-7, table 1).
What nobody has said is not known, and no zero.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from statistics import fmean
from typing import Any, ClassVar, TypedDict

from actormap.analysis.groups.collaboration import informants
from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.graph.views import View
from actormap.model.lookup import folded
from actormap.model.ordering import alphabetical
from actormap.model.ratings import MOST, RATINGS, SCORES, rates
from actormap.model.records import Evidence, Relationship

FEW = 3  # with fewer who rate, a mean is what one or two think
NO_RATINGS = "no_ratings"
PART_NOT_RATED = "part_not_rated"
NOT_RATED = "not_rated"

Parts = Mapping[str, float]


class Rating(TypedDict):
    """What one says of another: `parts` has the mean of what it says of each, and lacks what it says nothing of."""

    rater: str
    rated: str
    parts: Parts


class RatingsRow(NodeRow):
    """A row of `Ratings`."""

    value: float | None
    trust: float | None
    raters: int
    few: bool
    influence: float | None
    involvement: float | None
    contribution: float | None
    reliability: float | None
    mission: float | None
    openness: float | None
    value_low: float | None
    value_high: float | None
    trust_low: float | None
    trust_high: float | None


@dataclass(frozen=True)
class Ratings(Result[RatingsRow]):
    """Who is rated and who rates: those whom enough have rated first, the highest value before others; equal ones in order of names.

    A row has id, name, kind, `value` and `trust` (1 to 4: the mean of their three parts; None if nobody has said anything of one of them),
    `raters` (how many others have rated it in any part), `few` (whether these are fewer than three), the six parts (each the mean of those
    who rated it), and between what lie the means that single raters give: `value_low` to `value_high`, `trust_low` to `trust_high`.
    `given` counts the ratings, one for each rater of another; `value_share` and `trust_share` are the scores of all of them together as
    a share of the most there can be, 4, so that 1 is all by all and .25 the least.
    """

    name: ClassVar[str] = "ratings"
    header: ClassVar[tuple[str, ...]] = tuple(RatingsRow.__annotations__)

    given: int = 0
    value_share: float | None = None
    trust_share: float | None = None

    def figures(self) -> Mapping[str, Any]:
        """Return how many ratings there are, and the scores of the whole as shares of the most there can be."""
        return {"given": self.given, "value_share": self.value_share, "trust_share": self.trust_share}

    def rests_on(self, row: RatingsRow, view: View) -> Iterable[Relationship]:
        """Return the relationships in which it is rated, with those statements alone that rate it."""
        found: dict[str, list[Evidence]] = {}
        for tie, piece, _, rated in _told(view):
            if rated == row["id"]:
                found.setdefault(tie.id, []).append(piece)
        return [replace(tie, evidence=tuple(found[tie.id])) for tie in view.selected.relationships if tie.id in found]


def find(view: View) -> Ratings:
    """Return who is how valuable and how far trusted, by all relationships that a view's selection keeps.

    Who rates is the informant, or where none is named the end that the relationship leads from; rated is the end it leads to, or where the
    informant is that end, the other. One that rates the same in several statements has one voice, their mean. Type plays no part,
    nor do the ties of the view.
    """
    ratings = given(view)
    received: defaultdict[str, list[Parts]] = defaultdict(list)
    for each in ratings:
        received[each["rated"]].append(each["parts"])
    asked = {each["rater"] for each in ratings if each["rater"] in view.snapshot.by_id} | received.keys()
    rows = sorted((_row(view, node, received[node]) for node in asked), key=_place)
    undefined = {} if rows else dict.fromkeys(SCORES, NO_RATINGS)
    for column in (column for column in Ratings.header if any(row[column] is None for row in rows)):  # type: ignore[literal-required]
        undefined[column] = PART_NOT_RATED if column in SCORES else NOT_RATED
    whole = shares(ratings)
    undefined |= {name: PART_NOT_RATED if rows else NO_RATINGS for name, share in whole.items() if share is None}
    return Ratings(Context.of(view), tuple(rows), undefined=undefined, given=len(ratings), **whole)


def given(view: View) -> tuple[Rating, ...]:
    """Return every rating that a view's selection keeps, one for each rater of another, in order of rater and rated."""
    said: defaultdict[tuple[str, str], defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for _, piece, rater, rated in _told(view):
        for part in RATINGS:
            if (level := getattr(piece, part)) is not None:
                said[rater, rated][part].append(level)
    return tuple({"rater": a, "rated": b, "parts": _means(said[a, b])} for a, b in sorted(said))


def shares(ratings: Iterable[Rating]) -> dict[str, float | None]:
    """Return `value_share` and `trust_share`: the scores of all ratings together, each as a share of 4; None where a part is not rated."""
    means = _part_means([each["parts"] for each in ratings])
    scores = {name: _score(means, parts) for name, parts in SCORES.items()}
    return {f"{name}_share": None if score is None else score / MOST for name, score in scores.items()}


def _told(view: View) -> Iterator[tuple[Relationship, Evidence, str, str]]:
    """Yield every statement that rates, with who rates whom; an informant that is no node goes by its own words."""
    rating = [(tie, piece) for tie in view.selected.relationships for piece in tie.evidence if rates(piece) and tie.source != tie.target]
    if not rating:
        return
    knows = informants(view.snapshot)
    for tie, piece in rating:
        rater = tie.source if piece.informant is None else knows(piece.informant) or folded(piece.informant)
        yield tie, piece, rater, tie.source if rater == tie.target else tie.target


def _row(view: View, node: str, parts: Sequence[Parts]) -> RatingsRow:
    means = _part_means(parts)
    low_high = {name: _low_high(parts, of) for name, of in SCORES.items()}
    return {
        **described(view, node),
        "value": _score(means, SCORES["value"]), "trust": _score(means, SCORES["trust"]),
        "raters": len(parts), "few": len(parts) < FEW,
        "influence": means.get("influence"), "involvement": means.get("involvement"), "contribution": means.get("contribution"),
        "reliability": means.get("reliability"), "mission": means.get("mission"), "openness": means.get("openness"),
        "value_low": low_high["value"][0], "value_high": low_high["value"][1],
        "trust_low": low_high["trust"][0], "trust_high": low_high["trust"][1],
    }  # fmt: skip


def _part_means(parts: Iterable[Parts]) -> Parts:
    levels: defaultdict[str, list[float]] = defaultdict(list)
    for each in parts:
        for part, level in each.items():
            levels[part].append(level)
    return _means(levels)


def _means(levels: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {part: fmean(found) for part, found in levels.items()}


def _score(means: Parts, parts: Sequence[str]) -> float | None:
    return fmean(means[part] for part in parts) if all(part in means for part in parts) else None


def _low_high(parts: Iterable[Parts], of: Sequence[str]) -> tuple[float | None, float | None]:
    own = [fmean(levels) for each in parts if (levels := [each[part] for part in of if part in each])]
    return min(own, default=None), max(own, default=None)


def _place(row: RatingsRow) -> tuple[Any, ...]:
    value, trust = (inf if score is None else -score for score in (row["value"], row["trust"]))
    return row["few"], value, trust, alphabetical(row["name"]), row["id"]
