"""Random networks with required coverage, small enough to try every set of those who may be invited, and the trying itself."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import chain, combinations

from actormap.analysis.composition.invitation.terms import InvitationTerms
from actormap.analysis.composition.members import Seat, seats
from actormap.analysis.composition.requirements.conditions import SourceFacts
from actormap.graph.views import View
from actormap.model.invite_rules import InviteRules
from actormap.model.requirements import lines
from tests.analysis.composition.networks import graph, line, theme, town
from tests.graphs import actor, network, tie, view

KINDS = ("region", "school", "business", "national_authority")
TOWNS, THEMES = ("t0", "t1", "t2"), ("x0", "x1")


@dataclass(frozen=True)
class Instance:
    """A network v with members m0…, up to fourteen others c0…, venues w0…, and what is wished for."""

    view: View
    terms: InvitationTerms
    rules: InviteRules
    members: tuple[str, ...]
    candidates: tuple[str, ...]


def instance(seed: int) -> Instance:
    """Return the instance of a seed."""
    chance = random.Random(seed)  # noqa: S311  (an instance is no secret)
    others = [f"c{number:02}" for number in range(chance.randint(1, 14))]
    members = [f"m{number}" for number in range(chance.randint(0, 4))]
    venues = [f"w{number}" for number in range(chance.randint(1, 6))]

    def somebody(name: str):
        return actor(name, chance.choice(KINDS), municipality=chance.choice((None, *TOWNS)))

    nodes = [*map(somebody, (*others, *members)), *map(town, TOWNS), *map(theme, THEMES), *map(network, venues)]
    ties = [tie(name, "member_of", "v", role=chance.choice((None, "head"))) for name in members]
    ties += [tie(name, "member_of", venue) for name in (*others, *members) for venue in venues if chance.random() < 0.3]
    ties += [tie(who, "addresses", about) for who in (*others, *venues) for about in THEMES if chance.random() < 0.2]
    required = [_line(chance, number) for number in range(chance.randint(0, 7))]
    few = chance.random() < 0.4
    terms = InvitationTerms(
        seats=chance.randint(1, 4),
        include=tuple(chance.sample(others, 1)) if chance.random() < 0.15 else (),
        keep=tuple(members[:1]) if chance.random() < 0.3 else (),
        may_leave=tuple(members) if few else (),
        per_kind=chance.choice((None, None, 1, 2)),
        per_municipality=chance.choice((None, None, 1)),
        smallest=(smallest := chance.randint(0, len(members) + 1)) if few else None,
        largest=max(smallest, chance.randint(2, len(members) + 4)) if few else None,
    )
    rules = InviteRules(candidates=tuple(others), exclude_kinds=("business",) if chance.random() < 0.2 else ())
    seen = view(graph(nodes, *ties, lines=required))
    out = {node.id for node in seen.snapshot.actors if node.kind in rules.exclude_kinds} - {*terms.include}
    return Instance(seen, terms, rules, tuple(members), tuple(name for name in others if name not in out))


def _line(chance: random.Random, number: int):
    conditions = {
        "municipality": chance.choice((None, *TOWNS)),
        "kind": chance.choice((None, None, *KINDS)),
        "theme": chance.choice((None, None, *THEMES)),
        "role": chance.choice((None, None, "head")),
    }
    answer = chance.choice((None,) * 8 + ("yes", "no"))
    return line(f"c{number}", minimum=chance.choice((1, 1, 2, 3)), weight=chance.choice((1, 1, 0.5, 2.5)), answer=answer, **conditions)


def best_by_trying(of: Instance) -> tuple[tuple[float, int, int] | None, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Return what the best choices are worth, and each as those invited and those who leave, by looking at every one there is."""
    trial = _Trial(of)
    may_go = [name for name in of.terms.may_leave if name not in of.terms.keep]
    goings = list(chain.from_iterable(combinations(may_go, size) for size in range(len(may_go) + 1)))
    for size in range(min(of.terms.seats, len(of.candidates)), len(of.terms.include) - 1, -1):
        tried = [
            ((*trial.worth(coming, going), -len(going)), (coming, going))
            for coming in combinations(of.candidates, size)
            for going in goings
            if trial.allowed(coming, going)
        ]
        if tried:
            most = max(worth for worth, _ in tried)
            return most[:3], sorted(choice for worth, choice in tried if worth == most)
    return None, []


class _Trial:
    def __init__(self, of: Instance) -> None:
        self.of, self.lines = of, lines(of.view.snapshot, "v")
        known = SourceFacts(of.view, "v")
        sitting = [*seats(of.view, "v"), *map(Seat, of.candidates)]
        self.says = [
            {seat.actor for seat in sitting if known.says(each, seat) is True and not (each.answer == "no" and not seat.invited)}
            for each in self.lines
        ]
        self.nodes = of.view.snapshot.by_id
        self.reached = set(of.members).union(*map(self.meets, of.members))
        self.before = self.weight(set(of.members))

    def meets(self, name: str) -> set[str]:
        drawn = self.of.view.graph
        return {other for venue in drawn.adj.get(name, ()) if venue != "v" for other in drawn[venue]}

    def weight(self, present: set[str]) -> float:
        return sum(each.weight for each, says in zip(self.lines, self.says, strict=True) if self.met(each, says, present))

    def met(self, each, says: set[str], present: set[str]) -> bool:
        return each.answer == "yes" or len(says & present) >= each.minimum

    def worth(self, coming, going) -> tuple[float, int, int]:
        present = {*self.of.members, *coming} - {*going}
        reach = set().union(*map(self.meets, coming)) - self.reached - {*coming}
        robust = sum(
            all(len(says & present - {lost}) >= each.minimum for lost in present) and len(says & present) >= each.minimum
            for each, says in zip(self.lines, self.says, strict=True)
        )
        return self.weight(present) - self.before, len(reach), robust

    def allowed(self, coming, going) -> bool:
        terms, size = self.of.terms, len(self.of.members) - len(going) + len(coming)
        if not {*terms.include} <= {*coming}:
            return False
        if not (terms.smallest or 0) <= size <= (terms.largest or size):
            return False
        kinds = [self.nodes[name].kind for name in coming]
        towns = [self.nodes[name].municipality for name in coming if self.nodes[name].municipality]
        return self._within(kinds, terms.per_kind) and self._within(towns, terms.per_municipality)

    def _within(self, values: list[str], most: int | None) -> bool:
        return most is None or all(values.count(value) <= most for value in values)
