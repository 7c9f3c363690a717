"""Communities by the Leiden algorithm (Traag, Waltman & van Eck 2019, Scientific Reports 9), for modularity and for Barber's of two modes.

One null model serves both. A tie between i and j is expected (a_i b_j + b_i a_j) / m times, m being the weight of all ties. In one mode a
and b are each half the node's strength (Newman & Girvan 2004); in two modes a is the strength of the one side and b that of the other, and
0 elsewhere, so that nothing is expected within a side (Barber 2007, Physical Review E 76).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from math import exp
from random import Random

Ties = Sequence[dict[int, float]]
RANDOMNESS = 0.01  # of the refinement, as a share of what all ties weigh: theta of the paper
SAME_GAIN = 1e-12
ROUNDS = 20


@dataclass(frozen=True, slots=True)
class TieStrengths:
    """Ties with their strengths, each node's neighbours as {number: strength}, and what the null model expects of every node."""

    ties: Ties
    a: Sequence[float]
    b: Sequence[float]
    inside: Sequence[float]
    total: float
    resolution: float = 1.0

    @classmethod
    def of(cls, ties: Ties, sides: Sequence[bool] | None = None, resolution: float = 1.0) -> TieStrengths:
        """Return the network of symmetric ties; `sides` says of each node of a two-mode network whether it is of the first side."""
        strength = [sum(around.values()) for around in ties]
        if sides is None:
            a = b = [each / 2 for each in strength]
        else:
            a = [each if first else 0.0 for each, first in zip(strength, sides, strict=True)]
            b = [0.0 if first else each for each, first in zip(strength, sides, strict=True)]
        return cls(ties, a, b, [0.0] * len(ties), sum(strength) / 2, resolution)

    def quality(self, membership: Sequence[int]) -> float:
        """Return the modularity of a partition, given as each node's community; 0 without ties."""
        if not self.total:
            return 0.0
        size = max(membership) + 1
        within, a, b = [0.0] * size, [0.0] * size, [0.0] * size
        for node, community in enumerate(membership):
            a[community] += self.a[node]
            b[community] += self.b[node]
            within[community] += self.inside[node]
            within[community] += sum(weight for other, weight in self.ties[node].items() if membership[other] == community) / 2
        m = self.total
        return sum(w / m - self.resolution * x * y / m**2 for w, x, y in zip(within, a, b, strict=True))

    def gathered(self, membership: Sequence[int]) -> TieStrengths:
        """Return the network whose nodes are the communities of a partition, numbered from 0 without a gap."""
        size = max(membership) + 1
        ties: list[dict[int, float]] = [{} for _ in range(size)]
        a, b, inside = [0.0] * size, [0.0] * size, [0.0] * size
        for node, community in enumerate(membership):
            a[community] += self.a[node]
            b[community] += self.b[node]
            inside[community] += self.inside[node]
            into = ties[community]
            for other, weight in self.ties[node].items():
                if membership[other] == community:
                    inside[community] += weight / 2
                else:
                    into[membership[other]] = into.get(membership[other], 0.0) + weight
        return TieStrengths(ties, a, b, inside, self.total, self.resolution)


def partition(network: TieStrengths, seed: int, *, scattered: bool = False) -> list[int]:
    """Return each node's community, numbered from 0; the same for the same seed.

    Rounds of local moves, refinement and gathering are repeated on the partition found until one of them changes nothing. The first begins
    with every node alone, or `scattered`: dealt by lot among a few, which now and then finds what no single move from there would.
    """
    random, best = Random(seed), float("-inf")  # noqa: S311  (no secret)
    found = list(range(len(network.ties)))
    if not network.total:
        return found
    if scattered:
        dealt = random.randint(1, max(1, len(found) // 2))
        found = [random.randrange(dealt) for _ in found]
    for _ in range(ROUNDS):
        found = _once(network, found, random)
        quality = network.quality(found)
        if quality <= best + SAME_GAIN:
            break
        best = quality
    return found


def _once(network: TieStrengths, start: Sequence[int], random: Random) -> list[int]:
    """Return the partition after one climb through the levels."""
    level, membership = network, _numbered(start)
    place = list(range(len(start)))  # of each node of the network, in the level
    while True:
        moved = _numbered(_moved(level, membership, random))
        if max(moved) + 1 == len(level.ties):
            return [moved[at] for at in place]
        refined = _numbered(_refined(level, moved, random))
        if max(refined) + 1 == len(level.ties):
            refined = moved  # the refinement parted everything: go on with what the moves have joined
        above = [0] * (max(refined) + 1)
        for node, small in enumerate(refined):
            above[small] = moved[node]
        level, membership, place = level.gathered(refined), _numbered(above), [refined[at] for at in place]


def _moved(level: TieStrengths, start: Sequence[int], random: Random) -> list[int]:
    """Return the partition after every node has gone where it gains most, until none gains."""
    membership, size = list(start), len(start)
    a, b = _sums(level.a, membership, size), _sums(level.b, membership, size)
    members = _sums([1] * size, membership, size)
    empty = [community for community in range(size) if not members[community]]
    factor = level.resolution / level.total
    order = list(range(size))
    random.shuffle(order)
    queue, waiting = deque(order), [True] * size
    while queue:
        node = queue.popleft()
        waiting[node] = False
        home, own_a, own_b = membership[node], level.a[node], level.b[node]
        a[home] -= own_a
        b[home] -= own_b
        towards: dict[int, float] = {home: 0.0}
        for other, weight in level.ties[node].items():
            towards[membership[other]] = towards.get(membership[other], 0.0) + weight
        best, gain = home, towards[home] - factor * (own_a * b[home] + own_b * a[home])
        for community, weight in towards.items():
            here = weight - factor * (own_a * b[community] + own_b * a[community])
            if here > gain + SAME_GAIN:
                best, gain = community, here
        if gain < -SAME_GAIN and empty:
            best = empty.pop()
        a[best] += own_a
        b[best] += own_b
        if best != home:
            membership[node] = best
            members[best] += 1
            members[home] -= 1
            if not members[home]:
                empty.append(home)
            for other in level.ties[node]:
                if not waiting[other] and membership[other] != best:
                    waiting[other] = True
                    queue.append(other)
    return membership


def _refined(level: TieStrengths, coarse: Sequence[int], random: Random) -> list[int]:
    """Return the partition into well connected parts of the communities: a node alone joins one by lot, the likelier the more it gains."""
    size = len(coarse)
    membership = list(range(size))
    a, b, members = list(level.a), list(level.b), [1] * size
    whole_a, whole_b = _sums(level.a, coarse, size), _sums(level.b, coarse, size)
    factor = level.resolution / level.total
    leaving = [sum(weight for other, weight in level.ties[node].items() if coarse[other] == coarse[node]) for node in range(size)]
    order = list(range(size))
    random.shuffle(order)
    for node in order:
        if members[membership[node]] > 1:
            continue
        own_a, own_b, whole = level.a[node], level.b[node], coarse[node]
        rest = own_a * (whole_b[whole] - own_b) + own_b * (whole_a[whole] - own_a)
        if leaving[node] < factor * rest:
            continue
        towards: dict[int, float] = {}
        for other, weight in level.ties[node].items():
            if coarse[other] == whole:
                towards[membership[other]] = towards.get(membership[other], 0.0) + weight
        choices, chances = [membership[node]], [1.0]
        for small, weight in towards.items():
            gain = weight - factor * (own_a * b[small] + own_b * a[small])
            outside = a[small] * (whole_b[whole] - b[small]) + b[small] * (whole_a[whole] - a[small])
            if gain >= 0 and leaving[small] >= factor * outside:
                choices.append(small)
                chances.append(exp(min(gain / (RANDOMNESS * max(1.0, leaving[node])), 500.0)))
        chosen = random.choices(choices, chances)[0]
        if chosen != membership[node]:
            home = membership[node]
            leaving[chosen] += leaving[home] - 2 * towards[chosen]
            a[chosen] += own_a
            b[chosen] += own_b
            members[chosen] += 1
            a[home] = b[home] = leaving[home] = 0.0
            members[home] = 0
            membership[node] = chosen
    return membership


def _sums(values: Sequence[float], membership: Sequence[int], size: int) -> list[float]:
    sums = [0.0] * size
    for community, value in zip(membership, values, strict=True):
        sums[community] += value
    return sums


def _numbered(membership: Iterable[int]) -> list[int]:
    numbers: dict[int, int] = {}
    following = count()
    return [numbers[each] if each in numbers else numbers.setdefault(each, next(following)) for each in membership]


def groups(membership: Sequence[int], names: Collection[str]) -> list[list[str]]:
    """Return the communities by the names of their nodes, each in order, the largest first."""
    found: dict[int, list[str]] = {}
    for name, community in zip(names, membership, strict=True):
        found.setdefault(community, []).append(name)
    return sorted((sorted(group) for group in found.values()), key=lambda group: (-len(group), group))
