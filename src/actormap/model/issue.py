"""What of a graph an edition may show.

It is issued before anything is worked out or drawn, so what an edition leaves out is in no measure, no list and no byte of the page.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import MISSING, fields, replace
from itertools import count
from typing import Any, TypeVar

from actormap.errors import InputError
from actormap.model.coding import Indicator
from actormap.model.edition import LEAST, ROOM, Edition
from actormap.model.personal_data import in_id, veiled
from actormap.model.records import Actor, Coded, Document, Evidence, Node, Relationship, Requirement, Snapshot
from actormap.model.redirect import column_of
from actormap.model.requirements import EVERY

Record = TypeVar("Record", bound=Any)

POST = "role"
# A row with yes in a column of this name is left out whole.
MARK = "internal"
YES = frozenset({"ja", "j", "yes", "y", "x", "1", "true", "sant"})
KNOWN_BY = frozenset({"id", "kind", "status", "municipality", "document", "network", "theme", "project", "question", "scale", "voice"})
# Without these a row says nothing, or says something else.
NEEDED = (
    *("id", "name", "title", "kind", "source", "type", "target", "status"),
    *("project", "question", "answer", "scale", "sv", "en", "indicator"),
)


def issue(snapshot: Snapshot, edition: Edition, *, internal: Collection[str] = (), least: float = LEAST) -> Snapshot:
    """Return what of a snapshot an edition may show.

    `internal` names the columns that the workspace keeps inside, of any table. Statements whose confidence is below `least` go where the
    edition leaves out unsure ones; a statement without a confidence stays. A relationship that no statement is left for goes, and so does a
    document that no node and no statement left refers to. Relationships that no longer differ become one.
    Raises `InputError` if `internal` names a column that a row cannot be without.
    """
    if edition == ROOM:
        return snapshot
    if wrong := sorted(set(internal) & set(NEEDED)):
        raise InputError(
            f"No edition can leave out {', '.join(wrong)}: rows are nothing without.", hint="Change internal in actormap.toml."
        )
    columns = frozenset(edition.columns) | (frozenset(internal) if edition.internal else frozenset()) | {MARK}
    kept = {node.id: node for node in snapshot.nodes() if not _hidden(node, edition)}
    ties = _ties(snapshot.relationships, kept.keys(), columns, edition, least)
    nodes = [_cleared(node, columns, kept.keys()) for node in kept.values()]
    coding = _coding(snapshot, kept.keys(), columns)
    cited = _cited([*nodes, *coding, *(evidence for tie in ties for evidence in tie.evidence)])
    left = {node.id: node for node in nodes if not isinstance(node, Document) or node.id in cited}
    lines = [_cleared(line, columns, left.keys()) for line in snapshot.coverage if line.network in left and not _marked(line)]
    issued = Snapshot.of(left.values(), ties, lines, coding)
    return _impersonal(issued) if edition.impersonal else issued


def _impersonal(snapshot: Snapshot) -> Snapshot:
    called = _renamed(snapshot)
    ties = [
        replace(
            tie,
            source=called.get(tie.source, tie.source),
            target=called.get(tie.target, tie.target),
            role=_veiled(tie.role),
            evidence=tuple(dict.fromkeys(_without_data(piece, called) for piece in tie.evidence)),
        )
        for tie in snapshot.relationships
    ]
    nodes = [_without_data(node, called) for node in snapshot.nodes()]
    coding = [_without_data(row, called) for row in snapshot.coding()]
    return Snapshot.of(nodes, ties, [_without_data(line, called) for line in snapshot.coverage], coding)


def _renamed(snapshot: Snapshot) -> dict[str, str]:
    """Return new ids for what is known by personal data, or by a name that holds some, however it is written."""
    told = (node.id for node in snapshot.nodes() if in_id(node.id) or _is_made_of(node.id, _name(node)))
    free = (name for number in count(1) if (name := f"unnamed-{number}") not in snapshot.by_id)
    return dict(zip(told, free, strict=False))


def _name(node: Node) -> str:
    return node.title if isinstance(node, Document) else node.name


def _is_made_of(identity: str, name: str) -> bool:
    return veiled(name) != name and _letters(identity) == _letters(name)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold()))


def _without_data(record: Record, called: Mapping[str, str]) -> Record:
    """Return a record without personal data in any text; ids, and words of the vocabulary, are others or stay as they are."""
    values = {each.name: getattr(record, each.name) for each in fields(record)}
    return replace(record, **{name: called.get(value, value) if name in KNOWN_BY else _veiled(value) for name, value in values.items()})


def _veiled(value: Any) -> Any:
    if isinstance(value, str):
        return veiled(value)
    return tuple(map(_veiled, value)) if isinstance(value, tuple) else value


def _hidden(node: Node, edition: Edition) -> bool:
    return (edition.internal and _marked(node)) or (edition.posts and isinstance(node, Actor) and node.kind == POST)


def _marked(record: Node | Evidence | Requirement | Coded) -> bool:
    return any(name.casefold() == MARK and value.strip().casefold() in YES for name, value in record.attributes)


def _coding(snapshot: Snapshot, kept: Collection[str], columns: frozenset[str]) -> list[Coded]:
    """Return what of the coding is left: of projects that are kept, and answers to questions that are."""
    asked = {question.id for question in snapshot.questions if not _marked(question)}
    rows = (row for row in snapshot.coding() if not _marked(row) and (not hasattr(row, "project") or row.project in kept))
    cleared = (_cleared(row, columns, kept) for row in rows if isinstance(row, Indicator) or getattr(row, "question", row.id) in asked)
    return list({row.id: row for row in cleared}.values())


def _ties(
    ties: Iterable[Relationship], kept: Collection[str], columns: frozenset[str], edition: Edition, least: float
) -> list[Relationship]:
    found: defaultdict[tuple[str, str, str, str | None, str | None], list[Evidence]] = defaultdict(list)
    for tie in ties:
        if tie.source not in kept or tie.target not in kept:
            continue
        role, start = (None if name in columns else getattr(tie, name) for name in ("role", "valid_from"))
        for evidence in tie.evidence:
            unsure = edition.unsure and evidence.confidence is not None and evidence.confidence < least
            if not unsure and not _marked(evidence):
                found[tie.source, tie.type, tie.target, role, start].append(_cleared(evidence, columns, kept))
    return [_tie(*key, evidence=tuple(dict.fromkeys(pieces))) for key, pieces in found.items()]


def _tie(source: str, type_: str, target: str, role: str | None, valid_from: str | None, *, evidence: tuple[Evidence, ...]) -> Relationship:
    return Relationship(source=source, type=type_, target=target, role=role, valid_from=valid_from, evidence=evidence)


def _cleared(record: Record, columns: Collection[str], kept: Collection[str]) -> Record:
    """Return a record without what stands in some columns, and without references to what is not kept."""
    changes: dict[str, Any] = {}
    for column in fields(record):
        value = getattr(record, column.name)
        gone = column.name in ("municipality", "document", "theme") and value not in (None, EVERY) and value not in kept
        if column.name == "attributes":
            changes[column.name] = tuple(pair for pair in value if column_of(pair[0]) not in columns and pair[0].casefold() != MARK)
        elif (column.name in columns or gone) and column.default is not MISSING:
            changes[column.name] = column.default
    return replace(record, **changes)


def _cited(records: Iterable[Any]) -> frozenset[str]:
    return frozenset(document for record in records if (document := getattr(record, "document", None)))
