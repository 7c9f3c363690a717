"""Who uses which methods and success factors, and whether they still do at a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from actormap.graph.views import View
from actormap.model import dates
from actormap.model.ordering import alphabetical
from actormap.model.records import Actor, ActorLike, Municipality, Network, Project, Relationship, Theme
from actormap.model.selection import Validity

KINDS = ("success_factor", "method")
TYPES = ("uses_method", "addresses", "reports")
RUNNING, COMING, UNKNOWN, ENDED = "running", "coming", "unknown", "ended"
STATES = (RUNNING, COMING, UNKNOWN, ENDED)  # the firmest word for today first


@dataclass(frozen=True)
class FactorUse:
    """The methods and factors of a view, which is `affiliation`, as they stand at a date.

    What is said of a part or a workshop holds for that one alone: it is not taken up to the whole, nor down from it. Units stand as the
    organisation that they are lifted to.
    """

    view: View
    date: str

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """Return the methods and factors that somebody uses, factors first, in order of name."""
        used = {tie.target for tie in self.ties}
        found = (theme for theme in self.view.snapshot.themes if theme.id in used)
        return tuple(sorted(found, key=lambda theme: (KINDS.index(theme.kind), alphabetical(theme.name), theme.id)))

    @cached_property
    def ties(self) -> tuple[Relationship, ...]:
        """Return the relationships that say that somebody uses a method or has a factor."""
        wanted = {theme.id for theme in self.view.snapshot.themes if theme.kind in KINDS}
        return tuple(tie for tie in self.view.selected.structure if tie.type in TYPES and tie.target in wanted)

    @cached_property
    def venues(self) -> Mapping[str, tuple[str, ...]]:
        """Return the networks and projects that use each, by id."""
        return self._sources((Network, Project))

    @cached_property
    def direct(self) -> Mapping[str, tuple[str, ...]]:
        """Return the actors of which it is said themselves, by id."""
        return self._sources((Actor, Municipality))

    @cached_property
    def taking_part(self) -> Mapping[str, tuple[str, ...]]:
        """Return who takes part in each network or project, at its own level."""
        types = self.view.vocabulary.types_of_view("affiliation")
        found: dict[str, set[str]] = {}
        for tie in self.view.selected.structure:
            if tie.type in types and isinstance(self.view.node(tie.target), Network | Project):
                actor = self.top(tie.source)
                if self._counts(actor):
                    found.setdefault(tie.target, set()).add(actor)
        return {venue: tuple(sorted(actors)) for venue, actors in found.items()}

    def actors_of(self, theme: str) -> Mapping[str, tuple[str, ...]]:
        """Return the actors that carry a method or factor, each with the networks and projects through which it does; none if by itself."""
        found: dict[str, list[str]] = {actor: [] for actor in self.direct.get(theme, ())}
        for venue in self.venues.get(theme, ()):
            for actor in self.taking_part.get(venue, ()):
                found.setdefault(actor, []).append(venue)
        return {actor: tuple(found[actor]) for actor in sorted(found)}

    def of(self, actor: str) -> Mapping[str, str]:
        """Return the methods and factors of one actor, each with its state, in the order of `themes`."""
        venues = {venue for venue, actors in self.taking_part.items() if actor in actors}
        found: dict[str, str] = {}
        for theme in (each.id for each in self.themes):
            through, itself = venues & {*self.venues.get(theme, ())}, actor in self.direct.get(theme, ())
            if through or itself:
                found[theme] = self.state_of(through, itself=itself)
        return found

    def state(self, venue: str) -> str:
        """Return whether a network or project goes on at the date: running, coming, ended, or unknown where the sources do not say."""
        node = self.view.node(venue)
        start, end = self._validity.of_venue(venue)[0][0], self.end(venue)
        if start and dates.first_day(start) > dates.last_day(self.date):
            return COMING
        if end:
            return ENDED if dates.last_day(end) < dates.first_day(self.date) else RUNNING
        return RUNNING if isinstance(node, Network) and node.status == "existing" else UNKNOWN

    def state_of(self, venues: Iterable[str], *, itself: bool = False) -> str:
        """Return the firmest state of some networks and projects; what is said of an actor itself has no end."""
        states = {self.state(venue) for venue in venues} | ({RUNNING} if itself else set())
        return next((state for state in STATES if state in states), UNKNOWN)

    def end(self, venue: str) -> str | None:
        """Return when a network or project ends, by its whole if it has no end of its own; None if that is not known."""
        return self._validity.of_venue(venue)[0][1] or self._validity.of_venue(self.top(venue))[0][1]

    def top(self, node: str) -> str:
        """Return what a unit or a part stands as."""
        return self.view.lifted.get(node, node)

    def named(self, ids: Iterable[str]) -> list[str]:
        """Return the names of some nodes in the order of a list."""
        return sorted((self.view.node(each).name for each in ids), key=alphabetical)

    @cached_property
    def _validity(self) -> Validity:
        kept = self.view.selected.structure
        statuses = frozenset(piece.status for tie in kept for piece in tie.evidence)
        return Validity(replace(self.view.snapshot, relationships=kept), self.view.vocabulary, statuses)

    def _sources(self, of: tuple[type, ...]) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for tie in self.ties:
            node = self.view.node(tie.source)
            if not isinstance(node, of):
                continue
            source = self.top(tie.source) if isinstance(node, ActorLike) else tie.source
            if not isinstance(node, ActorLike) or self._counts(source):
                found.setdefault(tie.target, set()).add(source)
        return {theme: tuple(sorted(sources)) for theme, sources in found.items()}

    def _counts(self, actor: str) -> bool:
        node = self.view.node(actor)
        return isinstance(node, ActorLike) and self.view.vocabulary.kind(node.node, node.kind).analysed
