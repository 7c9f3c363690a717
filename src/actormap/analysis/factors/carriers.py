"""Which actors carry a method or factor today, which have carried it, and what ends with a project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from actormap.analysis.factors.use import ENDED, RUNNING, STATES, UNKNOWN, FactorUse
from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.graph.views import View
from actormap.model import lookup
from actormap.model.ordering import alphabetical
from actormap.model.records import Relationship


class FactorsRow(NodeRow):
    """A row of `Factors`."""

    used_in: int
    running: int
    carried_by: int
    carried_today: int
    carried_unsure: int
    carried_before: int
    today_names: list[str]
    dies_with: str | None
    ends: str | None


@dataclass(frozen=True)
class Factors(Result[FactorsRow]):
    """The methods and success factors of the data, factors first.

    A row has the theme's id, name and kind; `used_in`, how many networks and projects use it, parts and workshops as the whole that they
    are part of, and `running`, how many of them go on at the date; `carried_by`, how many actors carry it or have, of these
    `carried_today`, `carried_before` (all that they had it from has ended) and `carried_unsure` (the sources do not say whether it has);
    `today_names`, those of today. `dies_with` is the one running project through which all of today's have it and `ends` its end; None
    where there are several, where some carry it themselves, and where it is not known of a project whether it goes on.
    """

    name: ClassVar[str] = "factors"
    header: ClassVar[tuple[str, ...]] = tuple(FactorsRow.__annotations__)
    for_programs: ClassVar[tuple[str, ...]] = ("id", "carried_by", "today_names")

    date: str = ""

    def rests_on(self, row: FactorsRow, view: View) -> Iterable[Relationship]:
        """Return the relationships that say who uses it."""
        return [tie for tie in FactorUse(view, self.date).ties if tie.target == row["id"]]

    def figures(self) -> Mapping[str, Any]:
        """Return how many there are, how many somebody carries today, and how many end with one project."""
        return {
            "carried": sum(bool(row["carried_today"]) for row in self.rows),
            "uncarried": sum(not row["carried_today"] and not row["carried_unsure"] for row in self.rows),
            "dying": sum(row["dies_with"] is not None for row in self.rows),
        }


class CarriersRow(NodeRow):
    """A row of `Carriers`."""

    state: str
    ends: str | None
    carried_through: list[str]
    venues: list[str]


@dataclass(frozen=True)
class Carriers(Result[CarriersRow]):
    """Who carries one method or factor, those of today first.

    A row has the actor's id, name and kind, `state` (running, coming, unknown, ended), `ends` (when the last of what it has it from ends;
    None if that is not known or nothing), `carried_through`, the names of the networks and projects from which it has it, and `venues`,
    their ids. Who has it by itself has it from none.
    """

    name: ClassVar[str] = "carriers"
    header: ClassVar[tuple[str, ...]] = tuple(CarriersRow.__annotations__)
    for_programs: ClassVar[tuple[str, ...]] = ("venues",)

    factor: str = ""
    date: str = ""

    def rests_on(self, row: CarriersRow, view: View) -> Iterable[Relationship]:
        """Return the relationships by which the actor takes part, and those that say that it is used there."""
        use = FactorUse(view, self.date)
        said = [tie for tie in use.ties if tie.target == self.factor and (tie.source in row["venues"] or use.top(tie.source) == row["id"])]
        own = [tie for tie in view.ties_of(row["id"]) if tie.target in row["venues"]]
        return [*own, *said]


def find(view: View, date: str) -> Factors:
    """Return every method and factor that somebody uses, on a view of name `affiliation`, as it stands at a date."""
    use = FactorUse(view, date)
    rows = tuple(_row(use, theme.id) for theme in use.themes)
    return Factors(Context.of(view, date=date), rows, date=date)


def of(view: View, named: str, date: str) -> Carriers:
    """Return who carries one method or factor, named by id, name or alias; raise `UnknownName` if nobody in the data uses it."""
    use = FactorUse(view, date)
    factor = lookup.the("factor", named, use.themes)
    rows = [_carrier(use, actor, venues, factor) for actor, venues in use.actors_of(factor).items()]
    rows.sort(key=lambda row: (STATES.index(row["state"]), alphabetical(row["name"]), row["id"]))
    return Carriers(Context.of(view, factor=factor, date=date), tuple(rows), factor=factor, date=date)


def is_used(view: View, theme: str, date: str) -> bool:
    """Return whether a theme is a method or a factor that somebody uses."""
    return any(each.id == theme for each in FactorUse(view, date).themes)


def today(view: View, date: str) -> Mapping[str, tuple[str, ...]]:
    """Return the names of the methods and factors that each actor carries at a date, by its id, in the order of `FactorUse.themes`."""
    use = FactorUse(view, date)
    found: dict[str, list[str]] = {}
    for theme in use.themes:
        for actor, venues in use.actors_of(theme.id).items():
            if use.state_of(venues, itself=actor in use.direct.get(theme.id, ())) == RUNNING:
                found.setdefault(actor, []).append(theme.name)
    return {actor: tuple(found[actor]) for actor in sorted(found)}


def _row(use: FactorUse, theme: str) -> FactorsRow:
    venues, direct = use.venues.get(theme, ()), use.direct.get(theme, ())
    running = [venue for venue in venues if use.state(venue) == RUNNING]
    states = {actor: use.state_of(through, itself=actor in direct) for actor, through in use.actors_of(theme).items()}
    last = _only(use, running, venues, direct)
    return {
        "id": theme,
        "name": use.view.node(theme).name,
        "kind": use.view.node(theme).kind,
        "used_in": len({use.top(venue) for venue in venues}),
        "running": len({use.top(venue) for venue in running}),
        "carried_by": len(states),
        "carried_today": sum(state == RUNNING for state in states.values()),
        "carried_unsure": sum(state not in (RUNNING, ENDED) for state in states.values()),
        "carried_before": sum(state == ENDED for state in states.values()),
        "today_names": use.named(actor for actor, state in states.items() if state == RUNNING),
        "dies_with": last and use.view.node(last).name,
        "ends": last and use.end(last),
    }


def _only(use: FactorUse, running: list[str], venues: Iterable[str], direct: tuple[str, ...]) -> str | None:
    """Return the one running project on which it rests at the date, if it is sure that it does."""
    tops = {use.top(venue) for venue in running}
    open_ = any(use.state(venue) not in (RUNNING, ENDED) for venue in venues)
    return tops.pop() if len(tops) == 1 and not direct and not open_ and all(map(use.end, running)) else None


def _carrier(use: FactorUse, actor: str, venues: tuple[str, ...], factor: str) -> CarriersRow:
    state = use.state_of(venues, itself=actor in use.direct.get(factor, ()))
    ends = [use.end(venue) for venue in venues if state == ENDED or use.state(venue) == RUNNING]
    last = max(filter(None, ends), default=None) if all(ends) and state != UNKNOWN else None
    return {
        **described(use.view, actor),
        "state": state,
        "ends": last,
        "carried_through": use.named(venues),
        "venues": list(venues),
    }
