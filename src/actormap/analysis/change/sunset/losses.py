"""What is lost when a project ends, each loss with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise
from typing import Any, TypedDict

import networkx as nx

from actormap.analysis.centrality import measures, ranks
from actormap.analysis.change.sunset.ending import Ending
from actormap.analysis.citations import Citation, Citations
from actormap.analysis.composition.requirements.conditions import THEME_TYPES
from actormap.graph.attributes import ACTOR, SIDE
from actormap.graph.views import View
from actormap.model.ordering import alphabetical

Pair = tuple[str, str]
MOST = 20_000  # pairs: more rows nobody reads, and two halves of a large network hold millions
REPORTS, FACTOR = "reports", "success_factor"  # a factor is had by what reports it; an indicator is no loss
SAME = 9  # decimals: two average ranks that differ less are one


class Finding(TypedDict):
    """One thing that ends, or one repair; see `Sunset`. What only some findings have is of any type, None in the others."""

    finding: str
    ids: list[str]
    names: list[str]
    type: Any
    n: Any
    before: Any
    after: Any
    place_before: str | None
    place_after: str | None
    part: Any
    optimal: bool | None


class SunsetRow(Finding, Citation):
    """A row of `Sunset`."""


class Losses:
    """The losses of one end. Rows have finding, ids, type, n, before, after, and what `Citations.cite` gives."""

    def __init__(self, ending: Ending) -> None:
        self.ending = ending
        self.before, self.after = ending.before, ending.after
        self.grounds = Citations(ending.before)
        self.contacts = _lost(contacts(self.before), contacts(self.after))

    def lost(self) -> Iterator[SunsetRow]:
        """Yield the relationships with an end in the project or its parts."""
        ties = [tie for tie in self.before.selected.relationships if {tie.source, tie.target} & self.ending.ending]
        for tie in sorted(ties, key=lambda tie: (tie.type, self._name(tie.source), self._name(tie.target), tie.id)):
            yield finding("lost", [tie.source, tie.target], self.grounds.cite([tie.id]), type=tie.type)

    def lost_contact(self) -> Iterator[SunsetRow]:
        """Yield the pairs of actors that share no venue any more; n is how many they shared."""
        for a, b in self._in_order(self.contacts):
            venues = self.contacts[a, b]
            cited = self.grounds.of_pairs((end, venue) for venue in venues for end in (a, b))
            yield finding("lost_contact", [a, b], cited, n=len(venues))

    def separated(self) -> Iterator[SunsetRow]:
        """Yield the pairs of actors between whom no path is left, with the shortest they had (the first by id of several).

        Of more than `MOST` only so many are listed; `parted` counts them all.
        """
        pairs = islice((pair for part in self.broken() for one, other in combinations(part, 2) for pair in _across(one, other)), MOST)
        paths: dict[str, Mapping[str, list[str]]] = {}
        for a, b in self._in_order(pairs):
            if a not in paths:
                paths[a] = nx.single_source_shortest_path(self.before.graph, a)
            path = paths[a][b]
            yield finding("separated", [a, b], self.grounds.of_pairs(pairwise(path)))

    def parted(self) -> int:
        """Return how many pairs of actors have no path left between them."""
        return sum(len(one) * len(other) for part in self.broken() for one, other in combinations(part, 2))

    def isolated(self) -> Iterator[SunsetRow]:
        """Yield the actors that are left without any tie; n is how many they had."""
        gone = [actor for actor in self.before.actors if actor not in self.after.graph]
        for actor in sorted(gone, key=lambda actor: (self._name(actor), actor)):
            ties = [(actor, venue) for venue in self.before.graph[actor]]
            yield finding("isolated", [actor], self.grounds.of_pairs(ties), n=len(ties))

    def rank(self, by: Sequence[str]) -> Iterator[SunsetRow]:
        """Yield the actors still there whose average rank moves, by measure, the longest moves first."""
        every = [(a, b) for a, b in self.before.graph.edges() if not self.after.graph.has_edge(a, b)]
        for name in by:
            old, new = (_ranked(view, name) for view in (self.before, self.after))
            was, now = ranks.told(old), ranks.told(new)
            moved = [actor for actor in new if round(old[actor] - new[actor], SAME)]
            for actor in sorted(moved, key=lambda actor: (-abs(old[actor] - new[actor]), self._name(actor), actor)):
                own = [pair for pair in every if actor in pair]
                yield finding(
                    "rank",
                    [actor],
                    self.grounds.of_pairs(own or every),
                    type=name,
                    before=old[actor],
                    after=new[actor],
                    places=(was[actor], now[actor]),
                )

    def theme(self) -> Iterator[SunsetRow]:
        """Yield the themes that nothing else addresses or uses, and the success factors that nothing else reports."""
        carriers: dict[str, list[tuple[str, str]]] = {}
        for tie in self.before.selected.relationships:
            if tie.type in THEME_TYPES or (tie.type == REPORTS and self.before.node(tie.target).kind == FACTOR):
                carriers.setdefault(tie.target, []).append((tie.source, tie.id))
        alone = [theme for theme, found in carriers.items() if all(source in self.ending.ending for source, _ in found)]
        for theme in sorted(alone, key=lambda theme: (self._name(theme), theme)):
            yield finding("theme", [theme], self.grounds.cite(tie for _, tie in carriers[theme]), n=len(carriers[theme]))

    def broken(self) -> Iterator[list[tuple[str, ...]]]:
        """Yield, for each part that falls apart, the actors of the parts it falls into, largest first; who is left alone is one."""
        where = {node: number for number, part in enumerate(self.after.parts()) for node in part}
        for part in self.before.parts():
            groups: dict[object, list[str]] = {}
            for node in part:
                if self.before.graph.nodes[node][SIDE] == ACTOR:
                    groups.setdefault(where.get(node, node), []).append(node)
            if len(groups) > 1:
                yield sorted((tuple(sorted(group)) for group in groups.values()), key=lambda group: (-len(group), group))

    def _in_order(self, pairs: Iterable[Pair]) -> list[Pair]:
        named = (tuple(sorted(pair, key=lambda each: (self._name(each), each))) for pair in pairs)
        ordered = sorted(named, key=lambda pair: [(self._name(each), each) for each in pair])
        return [(pair[0], pair[1]) for pair in ordered]

    def _name(self, node: str) -> str:
        return alphabetical(self.before.node(node).name)


class Contacts(dict[Pair, list[str]]):
    """The venues that each pair of actors shares; a pair is found whichever way round it is named."""

    def __missing__(self, pair: Pair) -> list[str]:
        """Return what stands under the pair turned round."""
        turned = (pair[1], pair[0])
        if turned not in self:
            raise KeyError(pair)
        return self[turned]


def contacts(view: View) -> Contacts:
    """Return the pairs of actors that share a venue, with the venues they share."""
    found = Contacts()
    for venue in view.venues:
        for pair in combinations(sorted(view.graph[venue]), 2):
            found.setdefault(pair, []).append(venue)
    return found


def _lost(before: Contacts, after: Contacts) -> Contacts:
    return Contacts({pair: venues for pair, venues in before.items() if pair not in after})


def _across(one: Sequence[str], other: Sequence[str]) -> Iterator[Pair]:
    return ((a, b) for a in one for b in other)


def _ranked(view: View, measure: str) -> dict[str, float]:
    scores = measures.measure(measure).score(view, True)
    return ranks.of({actor: scores[actor] for actor in view.actors})


def finding(
    name: str,
    ids: list[str],
    cited: Citation,
    *,
    type: str | None = None,  # noqa: A002  (as the column is called)
    n: int | None = None,
    before: float | None = None,
    after: float | None = None,
    places: tuple[str, str] | tuple[None, None] = (None, None),
    part: list[str] | None = None,
    optimal: bool | None = None,
) -> SunsetRow:
    """Return the row of a finding; the names are filled in by whoever knows the nodes."""
    return {
        "finding": name, "ids": ids, "names": [], "type": type, "n": n, "before": before, "after": after,
        "place_before": places[0], "place_after": places[1], "part": part, "optimal": optimal, **cited,
    }  # fmt: skip
