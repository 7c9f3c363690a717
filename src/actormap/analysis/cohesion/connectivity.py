"""What no loss of k nodes can part, and how far a network can fall apart at most when k are gone.

Two nodes last together if they are tied, or have more than k neighbours in common: one of these stays. A *block* grows from that: whoever
lasts with more than k of its members joins, since one of those stays too. What is left of a block hangs together whoever is gone, so it is
looked at as one. Outside it only a few nodes matter: those whose neighbours are all tied to each other part nobody by leaving, nor do
members of the block on whom nobody outside it depends. Every way of leaving out the others is looked at, which gives the bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations
from math import comb
from typing import Any

import numpy as np

from actormap.graph.distances import Flags, Floats, Ground, Ints

MOST_CASES = 200_000
MOST_WORK = 2_000_000_000  # pairs of nodes in all cases
WORDS_AT_ONCE = 1 << 18


def most_fragmentation(ties: Any, lasting: Any, k: int) -> float:
    """Return a number that F does not exceed without any k nodes, 1 if it would take too long to find a better one.

    `ties` and `lasting` are sparse matrices of the nodes: who is tied to whom, and who lasts with whom.
    """
    n = ties.shape[0]
    block = _block(lasting, k)
    outside = np.flatnonzero(~block)
    depended_on = block & (np.asarray(ties @ (~block).astype(float)).ravel() > 0)
    kept = np.concatenate([outside, np.flatnonzero(depended_on)])
    parting = np.flatnonzero(~np.array([_among_friends(ties, node) for node in kept], dtype=bool))
    whole = int(block.sum() - depended_on.sum())
    cases = sum(comb(len(parting), size) for size in range(k + 1))
    if whole <= k or cases > MOST_CASES or cases * (len(kept) + 1) ** 2 > MOST_WORK:
        return 1.0
    ground = _contracted(ties, kept, len(outside))
    left = min(float(found.min()) for size in range(k + 1) for found in _left(ground, parting, size, whole, k - size))
    return float(1 - max(0.0, left) / ((n - k) * (n - k - 1)))


def _block(lasting: Any, k: int) -> Flags:
    """Return who is in the block that grows from the node that lasts with most."""
    inside = np.zeros(lasting.shape[0], dtype=bool)
    rows, partners = lasting.tocsr(), np.zeros(lasting.shape[0])
    joining, size = int(np.asarray((lasting > 0).sum(axis=1)).ravel().argmax()), 0
    while True:
        inside[joining], size = True, size + 1
        partners[rows.indices[rows.indptr[joining] : rows.indptr[joining + 1]]] += 1
        best = int(np.where(inside, -1, partners).argmax())
        if inside[best] or partners[best] < min(k + 1, size):
            return inside
        joining = best


def _among_friends(ties: Any, node: int) -> bool:
    """Return whether all neighbours of a node are tied to each other."""
    near = ties.indices[ties.indptr[node] : ties.indptr[node + 1]]
    return int(ties[near][:, near].nnz) == len(near) * (len(near) - 1)


def _contracted(ties: Any, kept: Ints, outside: int) -> Ground:
    """Return the ground of some nodes, those outside the block first, and of a last one that stands for the rest of the block.

    Nobody outside is tied to that rest; members of the block hang together with it whoever is gone.
    """
    among, last = ties[kept][:, kept].tocsr(), len(kept)
    near = [among.indices[among.indptr[i] : among.indptr[i + 1]].astype(np.int64) for i in range(last)]
    return Ground((*near[:outside], *(np.append(each, last) for each in near[outside:]), np.arange(outside, last)))


def _left(ground: Ground, parting: Ints, size: int, whole: int, more: int) -> Iterator[Floats]:
    """Yield how many ordered pairs are still connected at least, case by case, when `more` who part nobody go too."""
    sets = np.fromiter(chain.from_iterable(combinations(parting.tolist(), size)), dtype=np.int64).reshape(-1, max(size, 1))
    sets = sets if size else np.zeros((1, 0), dtype=np.int64)
    at_once = max(1, WORDS_AT_ONCE // (ground.size * -(-ground.size // 64)))
    for first in range(0, len(sets), at_once):
        some = sets[first : first + at_once]
        gone = np.zeros((len(some), ground.size), dtype=bool)
        gone[np.arange(len(some))[:, None], some] = True
        reached = np.zeros((len(some), ground.size))
        for _, counts in ground.counts(gone):
            reached += counts
        with_whole = reached[:, -1]
        pairs = reached.sum(axis=1) - 2 * with_whole + whole * (whole - 1) + 2 * whole * with_whole
        largest = np.maximum(whole + with_whole, reached.max(axis=1) + 1)
        others = ground.size - 1 + whole - size - largest
        fewer = np.where(
            largest - more >= others,
            largest * (largest - 1) - (largest - more) * (largest - more - 1),
            2 * more * (largest - 1),
        )
        yield pairs - fewer
