"""Generated networks whose truth is known: who takes part in what, and which statements say so."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate

from actormap.graph.views import View, build
from actormap.model.records import Actor, Evidence, Network, Relationship, Snapshot
from actormap.model.vocabulary import Vocabulary

FAMILIES = ("random", "heavy-tailed", "affiliation")
VOCABULARY = Vocabulary.load()
Pair = tuple[int, int]
SENTENCES = (1, 1, 1, 2, 3, 6)  # how many members a sentence names
SAID_AGAIN = 0.25
CIRCLES, LOYALTY = 4, 8


def ties(family: str, actors: int, venues: int, number: int, chance: random.Random) -> list[Pair]:
    """Return who takes part in what.

    `random`: every pair alike; `heavy-tailed`: few actors and few venues have most of the ties; `affiliation`: venues of varying size
    whose members come mostly from one of a few circles.
    """
    if family == "affiliation":
        return _circles(actors, venues, number, chance)
    falls = (0.0, 0.0) if family == "random" else (0.9, 0.8)
    sums = [list(accumulate((place + 1) ** -fall for place in range(size))) for size, fall in zip((actors, venues), falls, strict=True)]
    found: set[Pair] = set()
    for _ in range(100 * number):
        if len(found) == number:
            break
        a, v = (chance.choices(range(len(total)), cum_weights=total)[0] for total in sums)
        found.add((a, v))
    return sorted(found)


def _circles(actors: int, venues: int, number: int, chance: random.Random) -> list[Pair]:
    circle = [chance.randrange(CIRCLES) for _ in range(actors)]
    found: set[Pair] = set()
    for venue in range(venues):
        own = chance.randrange(CIRCLES)
        size = min(actors, max(2, round(chance.expovariate(venues / number))))
        members = sorted(range(actors), key=lambda a: chance.random() ** (1 / (LOYALTY if circle[a] == own else 1)), reverse=True)
        found |= {(a, venue) for a in members[:size]}
    return sorted(found)


def sentences(pairs: Sequence[Pair], chance: random.Random) -> list[list[Pair]]:
    """Return the statement groups: sentences that name some members of one venue, and ties that are said once more by themselves."""
    found: list[list[Pair]] = []
    by_venue: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_venue.setdefault(pair[1], []).append(pair)
    for members in by_venue.values():
        chance.shuffle(members)
        while members:
            size = chance.choice(SENTENCES)
            found.append(members[:size])
            members = members[size:]  # noqa: PLW2901  (what is left to be named)
    return found + [[pair] for pair in pairs if chance.random() < SAID_AGAIN]


def view(said: Sequence[tuple[int, Sequence[Pair]]], name: str = "affiliation") -> View:
    """Return the view of some numbered sentences."""
    evidence: dict[Pair, list[Evidence]] = {}
    for number, pairs in said:
        for pair in pairs:
            evidence.setdefault(pair, []).append(Evidence(document="d", locator=str(number)))
    people = [Actor(id=f"a{a:04}", name=f"A{a:04}", kind="region") for a in sorted({a for a, _ in evidence})]
    venues = [Network(id=f"v{v:04}", name=f"V{v:04}", kind="network") for v in sorted({v for _, v in evidence})]
    relationships = [
        Relationship(source=f"a{a:04}", type="member_of", target=f"v{v:04}", evidence=tuple(pieces)) for (a, v), pieces in evidence.items()
    ]
    return build(Snapshot.of([*people, *venues], relationships), VOCABULARY, name)
