"""What judgements say together: who is one with whom, which pairs need no question any more, and where they contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from actormap.workspace.identity.judgements import DIFFERENT, LATER, PART_OF, SAME, Judgement

APART = frozenset({DIFFERENT, PART_OF})


@dataclass(frozen=True, slots=True)
class Groups:
    """Records that are one, by what has been judged.

    `first` leads from an id of a group to the one that stays; `against` are judgements that keep two of one group apart. `judged` and
    `postponed` are pairs of groups, each by its first id.
    """

    first: Mapping[str, str] = field(default_factory=dict)
    against: tuple[Judgement, ...] = ()
    judged: frozenset[frozenset[str]] = frozenset()
    postponed: frozenset[frozenset[str]] = frozenset()

    @classmethod
    def of(cls, judgements: Iterable[Judgement], before: Collection[str] = ()) -> Groups:
        """Return the groups. Of one stays the id that is first in its first judgement, but one of `before` if there is any."""
        given = list(judgements)
        first: dict[str, str] = {}
        within: dict[str, list[str]] = {}
        for each in given:
            stays, goes = (first.get(id_, id_) for id_ in (each.a, each.b))
            if each.verdict == SAME and stays != goes:
                if goes in before and stays not in before:
                    stays, goes = goes, stays
                joined = [*within.pop(stays, [stays]), *within.pop(goes, [goes])]
                within[stays] = joined
                first |= dict.fromkeys(joined, stays)
        pairs = {
            wanted: frozenset(frozenset(first.get(id_, id_) for id_ in each.pair) for each in given if each.verdict in wanted)
            for wanted in (APART, frozenset({LATER}))
        }
        against = tuple(each for each in given if each.verdict in APART and len({first.get(id_, id_) for id_ in each.pair}) == 1)
        judged, postponed = pairs.values()
        return cls(first, against, judged, postponed - judged)

    def representative(self, id_: str) -> str:
        """Return the id that stays for a record."""
        return self.first.get(id_, id_)

    def settles(self, a: str, b: str) -> bool:
        """Return whether two need no question: A = B and B ≠ C say that A ≠ C."""
        pair = self._pair(a, b)
        return len(pair) == 1 or pair in self.judged

    def postpones(self, a: str, b: str) -> bool:
        """Return whether somebody has said that two are to be asked about later."""
        return self._pair(a, b) in self.postponed

    def members(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids that give way to each that stays, of the groups without a contradiction."""
        torn = {self.representative(each.a) for each in self.against}
        found: defaultdict[str, list[str]] = defaultdict(list)
        for id_, first in self.first.items():
            if id_ != first and first not in torn:
                found[first].append(id_)
        return {first: tuple(ids) for first, ids in found.items()}

    def merged(self) -> Mapping[str, str]:
        """Return which id each that gives way leads to."""
        return {id_: first for first, ids in self.members().items() for id_ in ids}

    def between(self, judgements: Iterable[Judgement], against: Judgement) -> tuple[Judgement, ...]:
        """Return the judgements that make one of the two that another keeps apart."""
        group = self.representative(against.a)
        return tuple(each for each in judgements if each.verdict == SAME and self.representative(each.a) == group)

    def _pair(self, a: str, b: str) -> frozenset[str]:
        return frozenset((self.representative(a), self.representative(b)))
