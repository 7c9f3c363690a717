"""Where words stand in the data: in names, aliases and notes of actors, networks and projects, in roles and notes of statements."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from actormap.graph.views import View
from actormap.model.records import Actor, Municipality, Network, Node, Project

SPEAKING = (Actor, Municipality, Network, Project)


def of_words(view: View, words: Collection[str], unless: Collection[str] = ()) -> tuple[str, ...]:
    """Return the ids of the nodes in whose texts one of some words stands, in order of id.

    A word is found at the start of a word, whatever its case, so that inflected forms and compounds count. The text of a statement counts
    for its source. Nodes of the kinds `unless` are passed over, and so is what the view's selection does not know.
    """
    wanted = pattern(tuple(words))
    return tuple(sorted({node_id for node_id, text in _texts(view, frozenset(unless)) if wanted.search(text)}))


@cache
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of some words at the start of a word, whatever its case; without words it finds nothing."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})" if words else r"(?!)", re.IGNORECASE)


def of_kinds(view: View, kinds: Collection[str]) -> tuple[str, ...]:
    """Return the ids of the actors of some kinds that the view's selection knows, in order of id."""
    nodes = (view.snapshot.by_id[node_id] for node_id in view.selected.present)
    return tuple(sorted(node.id for node in nodes if isinstance(node, Actor | Municipality) and node.kind in kinds))


def _texts(view: View, unless: frozenset[str]) -> Iterator[tuple[str, str]]:
    for node_id in view.selected.present:
        node = view.snapshot.by_id[node_id]
        if isinstance(node, SPEAKING) and node.kind not in unless:
            yield from ((node_id, text) for text in _own(node))
    for tie in view.selected.structure:
        if view.snapshot.by_id[tie.source].kind not in unless:
            yield from ((tie.source, text) for text in (tie.role, *(piece.note for piece in tie.evidence)) if text)


def _own(node: Node) -> Iterator[str]:
    yield node.name
    yield from getattr(node, "aliases", ())
    yield node.note or ""
