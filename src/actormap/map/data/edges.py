"""The relationships as the page carries them: every one, parallel ones bent away from each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from actormap.map.data.nodes import years
from actormap.model.records import Evidence, Relationship, Snapshot
from actormap.model.selection import Validity
from actormap.model.vocabulary import Vocabulary

BEND = 0.16


def shown(snapshot: Snapshot, node_ids: Iterable[str]) -> tuple[Relationship, ...]:
    """Return the relationships whose ends both stand on the map, in the order of their ends, types, roles and dates."""
    present = frozenset(node_ids)
    ties = (tie for tie in snapshot.relationships if tie.source in present and tie.target in present)
    return tuple(sorted(ties, key=lambda tie: (tie.source, tie.target, tie.type, tie.role or "", tie.valid_from or "")))


def as_data(ties: Iterable[Relationship], snapshot: Snapshot, vocabulary: Vocabulary, numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return a dictionary for each relationship, without what is empty; ends, types, statuses and documents are told by number.

    `numbers` are those of the nodes.
    """
    ties = tuple(ties)
    types, statuses = list(vocabulary.types), list(vocabulary.statuses)
    documents = {document.id: index for index, document in enumerate(snapshot.documents)}
    validity = Validity(snapshot, vocabulary, frozenset(vocabulary.default_statuses()))
    bent = bends(ties)
    rows = []
    for tie in ties:
        row = {
            "from": numbers[tie.source],
            "to": numbers[tie.target],
            "type": types.index(tie.type),
            "status": statuses.index(vocabulary.best(evidence.status for evidence in tie.evidence)),
            "role": tie.role,
            "period": f"{tie.valid_from or ''}–{tie.valid_to or ''}" if tie.valid_from or tie.valid_to else None,
            "years": years(*validity.of(tie)[0]),
            "bend": bent[tie.id],
            "evidence": [_evidence(evidence, documents, statuses) for evidence in tie.evidence],
        }
        rows.append({key: value for key, value in row.items() if value not in (None, [], 0.0) or key in ("from", "to", "type", "status")})
    return rows


def _evidence(evidence: Evidence, documents: Mapping[str, int], statuses: list[str]) -> dict[str, Any]:
    row = {
        "document": documents.get(evidence.document or ""),
        "locator": evidence.locator,
        "status": statuses.index(evidence.status),
        "confidence": evidence.confidence,
        "until": evidence.valid_to,
        "level": evidence.level,
        "value": " ".join(part for part in (evidence.value, evidence.unit) if part) or None,
        "note": evidence.note,
    }
    return {key: value for key, value in row.items() if value is not None}


def bends(ties: Iterable[Relationship]) -> dict[str, float]:
    """Return how far each relationship bends: those between the same two nodes fan out evenly, whichever way they point.

    Two that say the same each way, a mutual tie, run together and are seen as one line with a head at both ends.
    """
    pairs: defaultdict[tuple[str, ...], defaultdict[tuple[str | None, ...], list[Relationship]]]
    pairs = defaultdict(lambda: defaultdict(list))
    for tie in ties:
        pairs[tuple(sorted((tie.source, tie.target)))][tie.type, tie.role, tie.valid_from].append(tie)
    found = {}
    for (first, _), parallel in pairs.items():
        for place, alike in enumerate(parallel.values()):
            offset = (place - (len(parallel) - 1) / 2) * BEND
            for tie in alike:
                found[tie.id] = round(offset if tie.source == first else -offset, 2)
    return found
