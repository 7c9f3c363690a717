"""The smallest repairs after a project's end: memberships in venues that go on, to restore contact and to join what was separated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actormap.analysis.change.sunset.losses import Losses, Pair, SunsetRow, finding
from actormap.analysis.citations import Citation, Citations
from actormap.analysis.composition import members
from actormap.analysis.optimise.set_cover import Cover, Membership, fewest
from actormap.graph.attributes import ACTOR, SIDE
from actormap.model.ordering import alphabetical

SIMPLEST = 3


class Repairs:
    """What would mend the losses of one end."""

    def __init__(self, losses: Losses, focal: str | None, *, limit: int = 10, budget: float = 10.0) -> None:
        self.losses, self.limit, self.budget = losses, limit, budget
        self.before, self.after = losses.before, losses.after
        self.grounds, self.later = losses.grounds, Citations(losses.after)
        self.members = members.members(self.before, focal) if focal else frozenset[str]()

    def wanted(self) -> list[Pair]:
        """Return the lost contacts with an end in the focal network."""
        return [pair for pair in self.losses.contacts if self.members & set(pair)]

    def contact(self) -> tuple[Cover, list[SunsetRow]]:
        """Return how the focal network's lost contacts are restored with fewest memberships, and a row for each smallest set.

        A row's ids are pairs in turn: an actor, and the venue that it would join; n is how many they are.
        """
        wanted = self.wanted()
        cover = fewest(wanted, {venue: set(self.after.graph[venue]) for venue in self.after.venues}, limit=self.limit, budget=self.budget)
        rows = []
        for chosen in cover.sets if wanted else ():
            ids = [each for membership in chosen for each in membership]
            rows.append(finding("repair_contact", ids, self._met(chosen, wanted), n=len(chosen), optimal=cover.optimal))
        return cover, rows

    def _met(self, chosen: Sequence[Membership], wanted: Sequence[Pair]) -> Citation:
        """Return what shows that those whom a set of memberships brings together again are where it says."""
        there = {(other, venue) for actor, venue in chosen for other in self.after.graph[venue] if _sought(actor, other, wanted)}
        if there:
            return self.later.of_pairs(sorted(there))
        # Everyone concerned joins something new: then the proposal rests on the contact that is lost.
        contacts = self.losses.contacts
        return self.grounds.of_pairs((end, venue) for pair in wanted for venue in contacts[pair] for end in pair)

    def connection(self) -> tuple[int | None, list[SunsetRow]]:
        """Return how many memberships join all that was separated, None if no venue goes on, and the simplest ones for each part cut off.

        The simplest are those that restore most of the lost contacts, n; ids are the actor and the venue, `part` who is cut off.
        """
        needed, rows = 0, []
        for parts in self.losses.broken():
            hub, cut, venues = self._hub(parts)
            if not venues:
                return None, []
            needed += len(cut)
            for part in cut:
                rows += list(self._joins(part, hub, venues))
        return needed, rows

    def _hub(self, parts: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], Sequence[tuple[str, ...]], tuple[str, ...]]:
        """Return the part that the others are to be joined to, those others, and its venues.

        If everyone is left alone, no part has a venue, and all have to join one elsewhere: the largest other part's.
        """
        venues = tuple(venue for venue in self.after.venues if set(self.after.graph[venue]) & set(parts[0]))
        if venues:
            return parts[0], parts[1:], venues
        elsewhere = next((part for part in self.after.parts() if len(part) > 1), ())
        side = self.after.graph.nodes
        return tuple(n for n in elsewhere if side[n][SIDE] == ACTOR), parts, tuple(n for n in elsewhere if side[n][SIDE] != ACTOR)

    def _joins(self, part: tuple[str, ...], hub: tuple[str, ...], venues: tuple[str, ...]) -> Iterator[SunsetRow]:
        own = sorted({venue for actor in part if actor in self.after.graph for venue in self.after.graph[actor]})
        choices = [*((actor, venue) for actor in part for venue in venues), *((actor, venue) for actor in hub for venue in own)]
        lost = self.losses.contacts
        scored = [(sum((actor, m) in lost or (m, actor) in lost for m in self.after.graph[v]), actor, v) for actor, v in choices]
        scored.sort(key=lambda each: (-each[0], -len(self.after.graph[each[2]]), *(self._name(node) for node in each[1:]), each[1:]))
        for restored, actor, venue in scored[:SIMPLEST]:
            there = [(other, venue) for other in sorted(self.after.graph[venue])]
            known = [(other, venue) for other, _ in there if (actor, other) in lost or (other, actor) in lost]
            yield finding("repair_connection", [actor, venue], self.later.of_pairs(known or there), n=restored, part=list(part))

    def _name(self, node: str) -> str:
        return alphabetical(self.before.node(node).name)


def _sought(actor: str, other: str, wanted: Sequence[Pair]) -> bool:
    return (actor, other) in wanted or (other, actor) in wanted
