"""The methods and success factors of an atlas as they are asked: what `Atlas.factors` gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from actormap.atlas import analyses
from actormap.graph.views import View


@dataclass(frozen=True)
class FactorAtlas:
    """The methods and success factors as they stand at a date, ready to be asked; every answer is a named result with `to_frame()`.

    >>> import actormap
    >>> actormap.open("esf").factors("2020-01-01").carriers("coachning").name
    'carriers'
    """

    view: View = field(repr=False)
    date: str

    def list(self) -> analyses.factor_carriers.Factors:
        """Return every method and factor: how many carry it today, and what ends with one project."""
        return analyses.factor_carriers.find(self.view, self.date)

    def carriers(self, factor: str) -> analyses.factor_carriers.Carriers:
        """Return who carries one, named by id, name or alias."""
        return analyses.factor_carriers.of(self.view, factor, self.date)

    def has(self, theme: str) -> bool:
        """Return whether a theme, by its id, is a method or a factor that somebody uses."""
        return analyses.factor_carriers.is_used(self.view, theme, self.date)

    def today(self) -> Mapping[str, tuple[str, ...]]:
        """Return the names of what each actor carries at the date, by id; who carries nothing then is not there."""
        return analyses.factor_carriers.today(self.view, self.date)

    def meetings(self, *, ended: bool = False, top: int | None = None) -> analyses.factor_meetings.Meetings:
        """Return the pairs of projects that share one and no actor, with `ended` those of projects that have ended too."""
        return analyses.factor_meetings.find(self.view, self.date, ended=ended, top=top)

    def places(self) -> analyses.factor_places.FactorPlaces:
        """Return which municipalities have met which."""
        return analyses.factor_places.find(self.view, self.date)

    def outcomes(self) -> analyses.factor_outcomes.Outcomes:
        """Return who took part in most of what worked."""
        return analyses.factor_outcomes.find(self.view, self.date)
