"""Random networks in which every node has as many ties as it has (Maslov & Sneppen 2002, Science 296): what chance alone would give."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

Tie = tuple[int, int]
SWAPS = 10  # tried for each tie


def rewired(ties: Sequence[Tie], random: Random, *, two_mode: bool) -> list[Tie]:
    """Return the ties after many pairs of them have changed ends, in the same order; none joins a node to itself, and none stands twice.

    In two modes the first end of every tie is of the one side, and stays so.
    """
    found = list(ties)
    there = {frozenset(tie) for tie in found}
    for _ in range(SWAPS * len(found)):
        one, other = random.randrange(len(found)), random.randrange(len(found))
        (a, b), (c, d) = found[one], found[other]
        if not two_mode and random.getrandbits(1):
            c, d = d, c
        new = frozenset((a, d)), frozenset((c, b))
        if one == other or len({a, b, c, d}) < 4 or new[0] in there or new[1] in there:
            continue
        there -= {frozenset((a, b)), frozenset((c, d))}
        there |= {*new}
        found[one], found[other] = (a, d), (c, b)
    return found
