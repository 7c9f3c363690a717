"""Kinds, types and statuses that records use and no vocabulary explains, as in a store that has come without its workspace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actormap.model.entry import LANGUAGES
from actormap.model.records import Snapshot
from actormap.model.vocabulary import NODES, Vocabulary


def words(snapshot: Snapshot, vocabulary: Vocabulary) -> Mapping[str, Mapping[str, Any]]:
    """Return what extends the vocabulary so that every word of the records stands in it, said as it is written; empty if all do.

    A type that nobody explains may stand between any two records and makes the ties of no view, a status is weaker than all that are known.
    """
    kinds: dict[str, dict[str, Any]] = {}
    for node in snapshot.nodes():
        if node.kind not in vocabulary.kinds[node.node]:
            kinds.setdefault(node.node, {})[node.kind] = _twice(node.kind)
    types = {tie.type for tie in snapshot.relationships}.difference(vocabulary.types)
    statuses = {piece.status for tie in snapshot.relationships for piece in tie.evidence}.difference(vocabulary.statuses)
    networks = {each.status for each in snapshot.networks if each.status} - set(vocabulary.network_statuses)
    found = {
        "kinds": kinds,
        "types": {name: {**_twice(name), "from": list(NODES), "to": list(NODES)} for name in sorted(types)},
        "statuses": {name: _once(name) for name in sorted(statuses)},
        "network_statuses": {name: _once(name) for name in sorted(networks)},
    }
    return {name: table for name, table in found.items() if table}


def names(found: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the words that `words` has found, in order."""
    of_kinds = [name for kinds in found.get("kinds", {}).values() for name in kinds]
    return tuple(sorted({*of_kinds, *(name for table in found if table != "kinds" for name in found[table])}))


def _once(name: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, name)


def _twice(name: str) -> dict[str, list[str]]:
    return {lang: [name, name] for lang in LANGUAGES}
