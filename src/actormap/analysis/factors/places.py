"""Which municipalities have met which methods and factors, through what they take part in and what is carried out in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from actormap.analysis.factors.use import ENDED, RUNNING, FactorUse
from actormap.analysis.result import Context, NodeRow, Result
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Relationship


class FactorPlacesRow(NodeRow):
    """A row of `FactorPlaces`."""

    takes_part_in: int
    met: int
    met_today: list[str]
    met_unsure: list[str]
    met_before: list[str]


@dataclass(frozen=True)
class FactorPlaces(Result[FactorPlacesRow]):
    """The municipalities, in order of name, with the methods and factors that they have met.

    A row has the municipality's id, name and kind; `takes_part_in`, in how many networks and projects it takes part, or that are carried
    out in it, parts and workshops as the whole; `met`, how many methods and factors these use; and of these by name `met_today`,
    `met_before`, and `met_unsure`, since it is not known whether what they were met in goes on. One that has met none is so as far as the
    sources have been read.
    """

    name: ClassVar[str] = "factor_places"
    header: ClassVar[tuple[str, ...]] = tuple(FactorPlacesRow.__annotations__)

    date: str = ""

    def rests_on(self, row: FactorPlacesRow, view: View) -> Iterable[Relationship]:
        """Return the relationships by which it takes part or is a place of work, and those that say what is used there."""
        use = FactorUse(view, self.date)
        venues = _venues(use).get(row["id"], set())
        return [
            *(tie for tie in view.selected.structure if _ties(tie, row["id"], venues)),
            *(tie for tie in use.ties if tie.source in venues),
        ]

    def figures(self) -> Mapping[str, Any]:
        """Return how many municipalities have met one, and how many none that has been seen."""
        met = sum(bool(row["met"]) for row in self.rows)
        return {"meeting": met, "unmet": len(self.rows) - met}


def find(view: View, date: str) -> FactorPlaces:
    """Return which municipalities have met which methods and factors, on a view of name `affiliation`."""
    use = FactorUse(view, date)
    venues = _venues(use)
    towns = [town for town in view.snapshot.municipalities if town.id in view.selected.present]
    rows = tuple(_row(use, town.id, venues.get(town.id, set())) for town in sorted(towns, key=lambda town: alphabetical(town.name)))
    return FactorPlaces(Context.of(view, date=date), rows, date=date)


def _venues(use: FactorUse) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for venue, actors in use.taking_part.items():
        for actor in actors:
            found.setdefault(actor, set()).add(venue)
    for tie in use.view.selected.structure:
        if tie.type == "active_in":
            found.setdefault(tie.target, set()).add(tie.source)
    return found


def _row(use: FactorUse, town: str, venues: set[str]) -> FactorPlacesRow:
    states: dict[str, str] = {}
    for theme in use.themes:
        met = venues & {*use.venues.get(theme.id, ())}
        itself = town in use.direct.get(theme.id, ())
        if met or itself:
            states[theme.id] = use.state_of(met, itself=itself)
    return {
        "id": town,
        "name": use.view.node(town).name,
        "kind": "municipality",
        "takes_part_in": len({use.top(venue) for venue in venues}),
        "met": len(states),
        "met_today": use.named(theme for theme, state in states.items() if state == RUNNING),
        "met_unsure": use.named(theme for theme, state in states.items() if state not in (RUNNING, ENDED)),
        "met_before": use.named(theme for theme, state in states.items() if state == ENDED),
    }


def _ties(tie: Relationship, town: str, venues: set[str]) -> bool:
    return (tie.source == town and tie.target in venues) or (tie.type == "active_in" and tie.target == town and tie.source in venues)
