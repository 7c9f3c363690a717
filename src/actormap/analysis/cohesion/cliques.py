"""Who all meet each other: cliques, and on the two-mode view those who meet at the same several venues (bicliques)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, ClassVar, TypedDict

import networkx as nx

from actormap.analysis.result import Context, Result, names
from actormap.graph.views import View
from actormap.model.records import Relationship

MOST = 1000
VENUES = 2  # of a biclique: with one, every venue would be one

Biclique = tuple[frozenset[str], frozenset[str]]


class CliquesRow(TypedDict):
    """A row of `Cliques`."""

    clique: int
    size: int
    members: list[str]
    names: list[str]
    venues: list[str]
    venue_names: list[str]


@dataclass(frozen=True)
class Cliques(Result[CliquesRow]):
    """The cliques that are in no larger one, those of most members first, then of most venues.

    A row has `clique` (its number), `size`, `members` (ids), `names`, and on the two-mode view `venues` and `venue_names`, where all of
    them meet; otherwise these are empty. `more` says whether there are more than were looked through.
    """

    name: ClassVar[str] = "cliques"
    about: ClassVar[tuple[str, ...]] = ("clique",)
    for_programs: ClassVar[tuple[str, ...]] = ("members", "venues")
    header: ClassVar[tuple[str, ...]] = tuple(CliquesRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("clique", "size", "names", "venue_names")

    more: bool = False

    def figures(self) -> Mapping[str, Any]:
        """Return how many cliques there are, and whether there may be more."""
        return {"cliques": len(self.rows), "more": self.more}

    def rests_on(self, row: CliquesRow, view: View) -> Iterable[Relationship]:
        """Return the relationships that tie the members to each other, or to the venues where they meet."""
        inside = {*row["members"], *row["venues"]}
        return [tie for tie in view.ties_of(*row["members"]) if _within(view, tie, inside)]


def find(view: View, *, least: int = 3, most: int = MOST) -> Cliques:
    """Return the cliques of at least so many members (Luce & Perry 1949), found by Bron and Kerbosch; a weight plays no part.

    On the two-mode view they are the bicliques of two venues or more: the largest sets of actors that take part in all of the same venues
    (Borgatti & Everett 1997). After `most` found the search ends.
    """
    found: list[Biclique]
    if view.two_mode:
        found = list(islice(_bicliques(view, least), most + 1))
    else:
        graph: nx.Graph[str] = nx.Graph((a, b) for a, b in view.graph.edges() if a != b)
        every = (clique for clique in nx.find_cliques(graph) if len(clique) >= least)
        found = [(frozenset(clique), frozenset()) for clique in islice(every, most + 1)]
    kept = sorted(found[:most], key=lambda pair: (-len(pair[0]), -len(pair[1]), sorted(pair[0]), sorted(pair[1])))
    rows = tuple(_row(view, number, members, venues) for number, (members, venues) in enumerate(kept, start=1))
    return Cliques(Context.of(view, least=least), rows, more=len(found) > most)


def _row(view: View, number: int, members: frozenset[str], venues: frozenset[str]) -> CliquesRow:
    ids, places = sorted(members), sorted(venues)
    return {
        "clique": number,
        "size": len(ids),
        "members": ids,
        "names": names(view, ids),
        "venues": places,
        "venue_names": names(view, places),
    }


def _bicliques(view: View, least: int) -> Iterator[Biclique]:
    """Yield every largest set of actors with all the venues that they share: what venues have in common, closed."""
    present = {venue: frozenset(view.graph[venue]) for venue in view.venues}
    seen: set[frozenset[str]] = set()
    waiting = [members for members in present.values() if len(members) >= least]
    while waiting:
        members = waiting.pop()
        if members in seen:
            continue
        seen.add(members)
        venues = frozenset(venue for venue, there in present.items() if members <= there)
        if len(venues) >= VENUES:
            yield members, venues
        waiting += [common for there in present.values() if len(common := members & there) >= least and common not in seen]


def _within(view: View, tie: Relationship, inside: set[str]) -> bool:
    return all(view.lifted.get(end, end) in inside for end in (tie.source, tie.target))
