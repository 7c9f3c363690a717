"""Which organisations and municipalities may be one, or one a part of the other, by their numbers and names; networks and projects too.

1. The same checked organisation number: one. Two different ones: never one.
2. Each name has a place, a point of the compass or a figure that the other lacks, or their municipalities differ: never, for neither.
3. The same words, but for case, order, hyphens, the -s of a genitive and words such as kommun: perhaps one.
4. All the words of one name within the other: perhaps a part of it.
5. Nearly the same letters, also in words put in order (likeness 0.9 or more), and so are the words that they do not share, and a place in
   one stands in the other, if misspelt: perhaps one.
6. One name is an acronym that the other may have: perhaps one, asked after all others that may be.
A post is compared with posts alone, a network with networks and a project with projects, of which none is offered as a part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actormap.model.issue import POST
from actormap.model.ordering import alphabetical
from actormap.model.records import Actor, ActorLike, Municipality, Project, Snapshot, Venue
from actormap.workspace.identity import likeness
from actormap.workspace.identity.acronyms import Acronyms
from actormap.workspace.identity.groups import Groups
from actormap.workspace.identity.judgements import PART_OF, SAME
from actormap.workspace.identity.likeness import Progress
from actormap.workspace.identity.names import ComparableName, NameReader, slips_apart, told_apart
from actormap.workspace.identity.organisation_numbers import number_of

NUMBER, WORDS, SPELLING, ACRONYM, WITHIN = REASONS = ("number", "words", "spelling", "acronym", "within")
Comparable = ActorLike | Venue
REST, SLIP = 0.85, 2  # how like the words must be that two names do not share: a slip of the pen puts in and takes away one letter


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two records that may be one (`asked` is same; `a` would stay), or `a` a part of `b`; why, and how alike their names are."""

    a: str
    b: str
    asked: str
    reason: str
    likeness: float
    a_name: str
    b_name: str
    postponed: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    record: Comparable
    names: tuple[ComparableName, ...]
    places: frozenset[str]
    number: str | None
    post: bool


@dataclass(frozen=True, slots=True)
class _Found:
    reason: str
    likeness: float
    one: ComparableName
    other: ComparableName


def candidates(snapshot: Snapshot, groups: Groups | None = None, progress: Progress | None = None) -> tuple[Candidate, ...]:
    """Return every pair of the actors and municipalities of a graph that may be one and is not settled, the likeliest first.

    Those that somebody has put off come last. Of two that may be one the first is a municipality before an actor, then the one that more
    statements name, then the first in the order of ids. `progress` is told how many names of how many have been compared.
    """
    groups = groups or Groups()
    named = _named(snapshot)
    found: dict[tuple[int, int], _Found] = {}
    for reason, pairs in (
        (NUMBER, _by_number(named)),
        (WORDS, _by_words(named)),
        (ACRONYM, _by_acronym(named)),
        (WITHIN, _within(named)),
        (SPELLING, _by_spelling(named, progress)),
    ):
        for i, j, one, other in pairs:
            pair = (i, j) if reason == WITHIN or i < j else (j, i)
            known = pair in found or (pair[1], pair[0]) in found
            if not known and not groups.settles(named[i].record.id, named[j].record.id) and _may(reason, named[i], named[j], one, other):
                share = likeness.likeness(one.ordered, other.ordered)
                found[pair] = _Found(reason, share, *((one, other) if pair == (i, j) else (other, one)))
    weights = _statements(snapshot)
    parts = {(tie.source, tie.target) for tie in snapshot.relationships if tie.type == PART_OF}
    asked = (_candidate(named[i].record, named[j].record, each, weights, groups) for (i, j), each in found.items())
    return tuple(sorted((each for each in asked if not (each.asked == PART_OF and (each.a, each.b) in parts)), key=_order))


def _named(snapshot: Snapshot) -> list[_Named]:
    reader = NameReader(town.name for town in snapshot.municipalities)
    seats = {town.id: frozenset({" ".join(sorted(reader.place(town.name)))}) - {""} for town in snapshot.municipalities}
    records: tuple[Comparable, ...] = (*snapshot.municipalities, *snapshot.actors, *snapshot.networks, *snapshot.projects)
    found = []
    for record in records:
        names = tuple(map(reader.read, dict.fromkeys((record.name, *record.aliases))))
        seat = seats.get(record.id if isinstance(record, Municipality) else getattr(record, "municipality", None) or "", frozenset())
        post = isinstance(record, Actor) and record.kind == POST
        number = record.number if isinstance(record, Project) else number_of(record.attributes)
        found.append(_Named(record, names, seat, number, post))
    return found


Pair = tuple[int, int, ComparableName, ComparableName]


def _by_acronym(named: Sequence[_Named]) -> Iterator[Pair]:
    acronyms = Acronyms()
    short = [(number, name, said) for number, each in enumerate(named) for name in each.names if (said := acronyms.is_one(name.spoken))]
    wanted = {said for _, _, said in short}
    having: defaultdict[str, list[tuple[int, ComparableName]]] = defaultdict(list)
    for number, each in enumerate(named if wanted else ()):
        for name in each.names:
            for said in acronyms.of(name.spoken) & wanted:
                having[said].append((number, name))
    for number, name, said in short:
        yield from ((number, other, name, longer) for other, longer in having[said] if other != number)


def _by_number(named: Sequence[_Named]) -> Iterator[Pair]:
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(named):
        if each.number:
            yield from ((earlier, number, named[earlier].names[0], each.names[0]) for earlier in having[each.number])
            having[each.number].append(number)


def _by_words(named: Sequence[_Named]) -> Iterator[Pair]:
    having: defaultdict[object, dict[int, ComparableName]] = defaultdict(dict)
    for number, each in enumerate(named):
        for name in each.names:
            for key in dict.fromkeys((name.squeezed, name.joined, name.key)):
                if key:
                    yield from ((earlier, number, other, name) for earlier, other in having[key].items() if earlier != number)
                    having[key].setdefault(number, name)


def _by_spelling(named: Sequence[_Named], progress: Progress | None) -> Iterator[Pair]:
    having: defaultdict[str, dict[int, ComparableName]] = defaultdict(dict)
    for number, each in enumerate(named):
        for name in each.names:
            for form in (name.plain, name.ordered, " ".join(name.key)):
                having[form].setdefault(number, name)
    texts = list(having)
    for first, second, _ in likeness.near(texts, progress):
        for i, one in having[texts[first]].items():
            yield from (
                (i, j, one, other)
                for j, other in having[texts[second]].items()
                if j != i and not slips_apart(one, other) and alike(one, other)
            )


def alike(one: ComparableName, other: ComparableName) -> bool:
    """Return whether the words that two names do not share are alike one by one, or together where one name has more of them."""
    # "Bona folkhögskola" and "Bosön folkhögskola" are alike by what does not tell them apart.
    words, others = one.ordered.split(), other.ordered.split()
    rests = [[word for word in each if word not in these] for each, these in ((words, others), (others, words))]
    pairs = zip(*rests, strict=True) if len(rests[0]) == len(rests[1]) else (tuple("".join(rest) for rest in rests),)
    return all(likeness.likeness(*pair) >= REST or likeness.changes(*pair) <= SLIP for pair in pairs)


def _within(named: Sequence[_Named]) -> Iterator[Pair]:
    """Yield the longer name first: it would be the part."""
    having: defaultdict[str, list[tuple[int, ComparableName]]] = defaultdict(list)
    for number, each in enumerate(named):
        for name in each.names:
            for word in name.key:
                having[word].append((number, name))
    for number, each in enumerate(named):
        for name in each.names:
            if name.key:
                rarest, words = min(name.key, key=lambda word: len(having[word])), set(name.key)
                for other, longer in having[rarest]:
                    if other != number and words < set(longer.key):
                        yield other, number, longer, name


def _may(reason: str, one: _Named, other: _Named, name: ComparableName, second: ComparableName) -> bool:
    venues = [isinstance(each.record, Venue) for each in (one, other)]
    if one.post != other.post or (any(venues) and (one.record.node != other.record.node or reason == WITHIN)):
        return False
    if reason == ACRONYM:
        return one.number is None or other.number is None or one.number == other.number
    if reason == NUMBER:
        return True
    if reason != WITHIN and one.number and other.number and one.number != other.number:
        return False
    return not told_apart(name.apart | one.places, second.apart | other.places)


def _statements(snapshot: Snapshot) -> Counter[str]:
    times: Counter[str] = Counter()
    for tie in snapshot.relationships:
        times.update({tie.source: len(tie.evidence), tie.target: len(tie.evidence)})
    return times


def _candidate(one: Comparable, other: Comparable, found: _Found, weights: Counter[str], groups: Groups) -> Candidate:
    first, second = found.one.spoken, found.other.spoken
    if found.reason != WITHIN and _rank(other, weights) < _rank(one, weights):
        one, other, first, second = other, one, second, first
    asked = PART_OF if found.reason == WITHIN else SAME
    return Candidate(one.id, other.id, asked, found.reason, found.likeness, first, second, groups.postpones(one.id, other.id))


def _rank(record: Comparable, weights: Counter[str]) -> tuple[bool, int, str]:
    return not isinstance(record, Municipality), -weights[record.id], record.id


def _order(found: Candidate) -> tuple[object, ...]:
    names = alphabetical(found.b_name if found.asked == PART_OF else found.a_name), alphabetical(found.a_name)
    return found.postponed, REASONS.index(found.reason), -found.likeness if found.reason == SPELLING else 0, *names, found.a, found.b
