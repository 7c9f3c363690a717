"""Ids made of names, the same for the same name in every import; names that would share one get a mark of their own."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from actormap.workspace.importing.register import Gathered
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.writing.example import slug

_LONGEST = 60
_MARK = 4


def of(nodes: Iterable[Gathered]) -> dict[int, str]:
    """Return the id of every node, by its identity: the one that the file gives, or one made of the name.

    Habo and Håbo are two municipalities with one plain spelling: the name that is spelt plainly has it, the other gets a mark.
    """
    every = list(nodes)
    taken = {" ".join(node.id.split()) for node in every if node.id}
    unnamed = [node for node in every if not node.id]
    times = Counter(_plain(node.name) for node in unnamed)
    found = {id(node): " ".join((node.id or "").split()) for node in every if node.id}
    for node in sorted(unnamed, key=lambda each: (not each.name.isascii(), each.name)):
        plain = _plain(node.name)
        shared = times[plain] > 1 and not (node.name.isascii() and plain not in taken)
        name = f"{plain}-{_mark(node.name)}".strip("-") if not plain or shared or plain in taken else plain
        while name in taken:
            name = f"{name}-2"
        taken.add(name)
        found[id(node)] = name
    return found


def free(name: str, taken: Iterable[str]) -> str:
    """Return an id made of a name that none of some others is."""
    every = set(taken)
    base = _plain(name) or _mark(name)
    return next(each for each in (base, *(f"{base}-{number}" for number in range(2, len(every) + 3))) if each not in every)


def _plain(name: str) -> str:
    return slug(name)[:_LONGEST].strip("-")


def _mark(name: str) -> str:
    return hashlib.sha256(squeeze(name).encode()).hexdigest()[:_MARK]
